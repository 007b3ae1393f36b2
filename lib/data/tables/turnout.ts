import { requireOptions } from "../../check/mod.ts";
import { source, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";
import { statePostalCodes } from "../states.ts";

/** Populations that turnout is measured against. */
export const turnout = {
  name: "turnout",
  file: "data/turnout.csv",
  title: "Voting-age and voting-eligible population, 1980 to 2016",
  description:
    "One row for each even year and state, and for the nation. Voting-age population counts all " +
    "residents of 18 and more; voting-eligible population leaves out non-citizens and, by state " +
    "law, felons, and in the nation adds citizens abroad.",
  columns: [
    year,
    texts("state_po", "Postal code of the state, DC, or US for the nation", {
      values: ["US", ...statePostalCodes],
    }),
    counts("vap", "Voting-age population", { unit: "people" }),
    counts("vep", "Voting-eligible population, rounded to a whole number", { unit: "people" }),
    source,
  ],
  key: ["year", "state_po"],
  license: "none stated: estimates of the United States Elections Project",
  caveats: [
    "The nation's voting-eligible population is more than the states' sum: it has citizens abroad",
  ],
} as const satisfies TableSchema;

/**
 * Loads voting-age and voting-eligible populations.
 *
 * @param options.year One year or several, 1980 to 2016; all when left out.
 * @param options.states Postal codes, or "US" for the nation; all when left out.
 * @returns Rows with columns year, state_po, vap, vep, source.
 * @throws {RangeError} for a year or state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadTurnout } from "tallybook/data";
 *
 * const [nation] = loadTurnout({ year: 2016, states: ["US"] });
 * assertEquals(nation?.vep, 230_931_921);
 * ```
 */
export function loadTurnout(
  options: { year?: OneOrMore<number>; states?: readonly string[] } = {},
): Rows<RowOf<typeof turnout>> {
  requireOptions("load turnout", options, ["year", "states"]);
  return loadTable(turnout, { year: options.year, state_po: options.states });
}
