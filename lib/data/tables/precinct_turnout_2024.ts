import { requireOptions } from "../../check/mod.ts";
import { source, statePo } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Registered voters and ballots of November 2024 by precinct, where states say so. */
export const precinctTurnout2024 = {
  name: "precinct_turnout_2024",
  file: "data/precinct_turnout_2024.parquet",
  title: "Registered voters and ballots of November 2024 by precinct, where states say",
  description: "One row for each precinct whose state's file counts its voters or its ballots.",
  columns: [
    statePo,
    texts("fips", "Five-digit FIPS code of the county", { pattern: "[0-9]{5}", optional: true }),
    texts("jurisdiction", "What counted the votes: a county, town or district", { optional: true }),
    texts("precinct", "The precinct, as in precinct_votes_2024", { optional: true }),
    counts("registered", "Registered voters", { unit: "voters", optional: true }),
    integers("ballots", "Ballots cast; a few below zero are Michigan's corrections", {
      unit: "ballots",
      optional: true,
    }),
    source,
  ],
  key: ["state_po", "fips", "jurisdiction", "precinct"],
  license: "none stated: facts of public record",
  caveats: [
    "Registered voters: Alabama, Iowa, the District of Columbia, 9 counties of Indiana, 4 of New Jersey; ballots also in Maine, Michigan, New Hampshire and Vermont",
    "In Alabama absentee and provisional ballots stand in precincts of their own, so that turnout by precinct can't be had there",
    "Some precincts have no registered voters and some ballots: those of absent or overseas voters",
  ],
} as const satisfies TableSchema;

/**
 * Loads registered voters and ballots of November 2024 by precinct.
 *
 * @param options.states Postal codes; all when left out.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPrecinctTurnout2024 } from "tallybook/data";
 *
 * const iowa = loadPrecinctTurnout2024({ states: ["IA"] });
 * assertEquals(iowa.reduce((sum, row) => sum + row.ballots!, 0), 1_674_011);
 * ```
 */
export function loadPrecinctTurnout2024(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof precinctTurnout2024>> {
  requireOptions("load precinct turnout 2024", options, ["states"]);
  return loadTable(precinctTurnout2024, { state_po: options.states });
}
