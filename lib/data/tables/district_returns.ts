import { requireOptions } from "../../check/mod.ts";
import { source, statePo, year } from "../columns.ts";
import { asRows, loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, decimals, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Presidential results by congressional district. */
export const districtReturns = {
  name: "district_returns",
  file: "data/district_returns.csv",
  title: "Presidential results by congressional district, 2008 to 2024",
  description:
    "One row for each election, set of district lines and district. Take lines equal to the " +
    "year for the districts as they were; other lines carry an old election over to new districts.",
  columns: [
    year,
    integers("lines", "Year of the election for which the districts were drawn", {
      minimum: 2008,
      maximum: 2024,
    }),
    statePo,
    texts("district", 'The district, "ME-02"; "-01" for a state with one seat', {
      pattern: "[A-Z]{2}-[0-9]{2}",
    }),
    texts("democrat", "The Democratic candidate"),
    texts("republican", "The Republican candidate"),
    decimals("republican_share", "Republican share of the two-party vote", {
      minimum: 0,
      maximum: 1,
    }),
    counts("two_party_votes", "Votes for the two", { unit: "votes", optional: true }),
    counts("total_votes", "Votes for all candidates", { unit: "votes", optional: true }),
    source,
  ],
  key: ["year", "lines", "district"],
  license: "MIT (the compilation ccesMRPprep); the producer states none",
  caveats: [
    "For 2012 and later many shares were rounded before they were published: Missouri's second district of 2020 is 0.5 exactly, while two_party_votes is a count",
    "Votes carried over to new lines are the compilation's estimates, their fractions cut off",
    "The District of Columbia, which has no district, is not here",
  ],
} as const satisfies TableSchema;

/**
 * Loads presidential results by congressional district.
 *
 * @param options.year One year or several; all when left out.
 * @param options.lines The year of the district lines; the same as each row's year when left out.
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns year, lines, state_po, district, democrat, republican,
 * republican_share, two_party_votes, total_votes, source.
 * @throws {RangeError} for a year or state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadDistrictReturns } from "tallybook/data";
 *
 * const districts = loadDistrictReturns({ year: 2016 });
 * assertEquals(districts.length, 435);
 * assertEquals(districts.filter((row) => row.republican_share > 0.5).length, 230);
 * ```
 */
export function loadDistrictReturns(
  options: { year?: OneOrMore<number>; lines?: number; states?: readonly string[] } = {},
): Rows<RowOf<typeof districtReturns>> {
  requireOptions("load district returns", options, ["year", "lines", "states"]);
  const rows = loadTable(districtReturns, {
    year: options.year,
    lines: options.lines,
    state_po: options.states,
  });
  return options.lines === undefined ? asRows(rows.filter((row) => row.year === row.lines)) : rows;
}
