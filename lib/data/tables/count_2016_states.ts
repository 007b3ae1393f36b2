import { requireOptions } from "../../check/mod.ts";
import { source, statePo, votes } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

/** The 2016 count by state as it came in. */
export const stateCount2016 = {
  name: "count_2016_states",
  file: "data/count_2016_states.csv",
  title: "The 2016 count by state and candidate as it came in",
  description:
    "One row for each collection, state and candidate: what two news feeds showed on a day of " +
    "November or December 2016.",
  columns: [
    texts("as_of", "The day on which the page was collected", { pattern: "2016-1[12]-\\d{2}" }),
    texts(
      "tally",
      "Whose count: Politico's pages, or a news feed that M. W. Kearney collected without saying whose it is",
      {
        values: ["Kearney feed", "Politico feed"],
      },
    ),
    statePo,
    texts("candidate", "The candidate's usual name"),
    votes("votes", "Votes counted so far"),
    decimals("reporting", "Share of precincts that had reported", {
      minimum: 0,
      maximum: 1,
      optional: true,
    }),
    source,
  ],
  key: ["as_of", "tally", "state_po", "candidate"],
  license: "none stated: facts of public record",
  caveats: [
    "Precincts reporting is not ballots counted: California showed 100 percent with more than three million ballots to come",
    "Politico's page of November 23 lags two weeks behind the count that was published that day",
  ],
} as const satisfies TableSchema;

/**
 * Loads the 2016 count by state as it came in.
 *
 * @param options.tally "Kearney feed" or "Politico feed"; both when left out.
 * @param options.asOf Days, "2016-11-13"; all when left out.
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns as_of, tally, state_po, candidate, votes, reporting, source.
 * @throws {RangeError} for a value that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadStateCount2016 } from "tallybook/data";
 *
 * const michigan = loadStateCount2016({ tally: "Politico feed", states: ["MI"] });
 * assertEquals(michigan[0]?.candidate, "Donald Trump");
 * ```
 */
export function loadStateCount2016(
  options: {
    tally?: "Kearney feed" | "Politico feed";
    asOf?: OneOrMore<string>;
    states?: readonly string[];
  } = {},
): Rows<RowOf<typeof stateCount2016>> {
  requireOptions("load state count 2016", options, ["tally", "asOf", "states"]);
  return loadTable(stateCount2016, {
    tally: options.tally,
    as_of: options.asOf,
    state_po: options.states,
  });
}
