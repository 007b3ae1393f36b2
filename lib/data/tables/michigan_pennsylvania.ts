import { requireOptions } from "../../check/mod.ts";
import { fips, source, statePo, votes, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { type RowOf, type TableSchema, texts } from "../schema.ts";

/** Michigan 2016 and Pennsylvania 2000 and 2016 by county, from the states' canvasses. */
export const michiganPennsylvania = {
  name: "michigan_pennsylvania",
  file: "data/michigan_pennsylvania.csv",
  title: "Michigan 2016 and Pennsylvania 2000 and 2016 by county and candidate",
  description: "One row for each year, county and candidate, from the states' official canvasses.",
  columns: [
    year,
    statePo,
    fips,
    texts("county", "The county's name"),
    texts("candidate", "The candidate's usual name"),
    texts("party", "The party's label in the state"),
    votes("votes", "Votes counted for the candidate"),
    source,
  ],
  key: ["year", "fips", "candidate"],
  license: "none stated: facts of public record (state canvasses, copied by OpenElections)",
  caveats: ["Pennsylvania 2016 has no write-ins: 50,076 votes that the FEC's total has"],
} as const satisfies TableSchema;

/**
 * Loads Michigan's and Pennsylvania's counties.
 *
 * @param options.year 2000 or 2016; both when left out.
 * @param options.states "MI" or "PA"; both when left out.
 * @returns Rows with columns year, state_po, fips, county, candidate, party, votes, source.
 * @throws {RangeError} for a year or state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadMichiganPennsylvania } from "tallybook/data";
 *
 * const michigan = loadMichiganPennsylvania({ year: 2016, states: ["MI"] });
 * assertEquals(michigan.reduce((sum, row) => sum + row.votes, 0), 4_799_284);
 * ```
 */
export function loadMichiganPennsylvania(
  options: { year?: OneOrMore<number>; states?: readonly ("MI" | "PA")[] } = {},
): Rows<RowOf<typeof michiganPennsylvania>> {
  requireOptions("load michigan pennsylvania", options, ["year", "states"]);
  return loadTable(michiganPennsylvania, { year: options.year, state_po: options.states });
}
