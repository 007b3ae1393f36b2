import { requireOptions } from "../../check/mod.ts";
import { source, statePo } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Popular votes for president in 2016 by precinct, candidate and way of voting. */
export const precinctReturns = {
  name: "precinct_returns",
  file: "data/precinct_returns_2016.parquet",
  title: "Popular votes for president in 2016 by precinct, 46 states",
  description:
    "One row for each precinct, candidate and way of voting, as the states reported them: names " +
    "of precincts and of ways of voting are the states' own. 1,290,386 rows.",
  columns: [
    statePo,
    texts("fips", "Five-digit FIPS code of the county; blank where the state gives none", {
      pattern: "[0-9]{5}",
      optional: true,
    }),
    texts("jurisdiction", "What counted the votes: a county, town or district"),
    texts("precinct", "The precinct"),
    texts("candidate", "The candidate's usual name, or as the state wrote it"),
    texts("mode", 'How the votes were cast, in the state\'s words; "total" where it does not say'),
    integers("votes", "Votes counted; a few below zero are a county's corrections", {
      unit: "votes",
      minimum: -2,
    }),
    source,
  ],
  key: [],
  license: "MIT",
  caveats: [
    "California, Illinois, New York, North Carolina and Ohio are not in it; data/reconciliation.csv compares the other states' sums with the official ones",
    "Huron County, Michigan, has two rows below zero, named Statistical Adjustments",
    "Rows are not unique: some states report a precinct in parts",
  ],
} as const satisfies TableSchema;

/**
 * Loads popular votes of 2016 by precinct.
 *
 * Ask for the states that are needed: all 46 take about 0.3 GB of memory.
 *
 * @param options.states Postal codes; all when left out.
 * @param options.candidates Names as the table spells them; all when left out.
 * @returns Rows with columns state_po, fips, jurisdiction, precinct, candidate, mode, votes,
 * source.
 * @throws {RangeError} for a state or candidate that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPrecinctReturns } from "tallybook/data";
 *
 * const michigan = loadPrecinctReturns({ states: ["MI"] });
 * assertEquals(michigan.reduce((sum, row) => sum + row.votes, 0), 4_799_284);
 * ```
 */
export function loadPrecinctReturns(
  options: { states?: readonly string[]; candidates?: readonly string[] } = {},
): Rows<RowOf<typeof precinctReturns>> {
  requireOptions("load precinct returns", options, ["states", "candidates"]);
  return loadTable(precinctReturns, { state_po: options.states, candidate: options.candidates });
}
