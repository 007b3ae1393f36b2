import { requireOptions } from "../../check/mod.ts";
import { stateName, statePo } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** What each state's law said of an elector who breaks the pledge, in 2016 and in 2020. */
export const electorLaws = {
  name: "elector_laws",
  file: "data/elector_laws.csv",
  title: "Laws on electors who break their pledge, by state, 2016 and 2020",
  description:
    "One row for each state and the District of Columbia, in December of 2016 and of 2020. This " +
    "table is written by hand from lists of state laws and from pages on single states.",
  columns: [
    integers("year", "The election whose electors the law met", { minimum: 2016, maximum: 2020 }),
    statePo,
    stateName,
    texts("law", "What the law did with a vote against the pledge, by the sources", {
      values: [
        "none",
        "pledge or direction only",
        "penalty",
        "vote void by ruling",
        "vote void",
      ],
    }),
    integers("since", "Year of the law; blank where no source here gives it", {
      optional: true,
      minimum: 1789,
    }),
    texts("statute", "The statute as the list of laws cites it; blank where there is none", {
      optional: true,
    }),
    texts(
      "page",
      "Address of the page that shows the law, or the list that does not name the state",
    ),
  ],
  key: ["year", "state_po"],
  license: "none stated: facts of public record",
  caveats: [
    "No statute was read in its text of the day, except Utah's, North Carolina's and Arizona's as the pages print them",
    "A state is without a law where FairVote's list of 2008 does not name it, and neither does a later page; the list names 29 states and the District of Columbia, and Minnesota's law is later",
    "A list of the National Archives, as quoted in March 2016, counts Delaware, Minnesota and Tennessee among the states without a law",
    "Vote void by ruling: Colorado's electors could be replaced by a judge's order of December 13, 2016, and Maine's presiding officer ruled a vote out of order; no statute said so",
    "North Carolina also forfeits 500 dollars; South Carolina's party may absolve an elector",
    "With the ten states that void votes in 2020, Colorado, and the four with a penalty, the table has the 15 states whose pledges the Supreme Court counted as backed by a sanction (Chiafalo v. Washington, 2020)",
  ],
} as const satisfies TableSchema;

/**
 * Loads the laws on electors who break their pledge.
 *
 * @param options.year 2016, 2020 or both; both when left out.
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns year, state_po, state, law, since, statute, page.
 * @throws {RangeError} for a year or a state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadElectorLaws } from "tallybook/data";
 *
 * const [texas] = loadElectorLaws({ year: 2016, states: ["TX"] });
 * assertEquals([texas!.law, texas!.since], ["none", null]);
 * ```
 */
export function loadElectorLaws(
  options: { year?: OneOrMore<number>; states?: readonly string[] } = {},
): Rows<RowOf<typeof electorLaws>> {
  requireOptions("load elector laws", options, ["year", "states"]);
  return loadTable(electorLaws, { year: options.year, state_po: options.states });
}
