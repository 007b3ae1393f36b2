import { requireOptions } from "../../check/mod.ts";
import { source, stateName, statePo } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema } from "../schema.ts";

/** Apportionment populations and seats by census and state. */
export const apportionment = {
  name: "apportionment",
  file: "data/apportionment.csv",
  title: "Apportionment populations and seats in the House, 1910 to 2020",
  description:
    "One row for each census and state. The apportionment population is the resident population " +
    "with overseas personnel (1970, 1990 and later), without Indians not taxed (to 1940).",
  columns: [
    integers("census", "Year of the census", { minimum: 1910, maximum: 2020 }),
    statePo,
    stateName,
    counts("resident_population", "People who lived in the state", { unit: "people" }),
    counts("overseas_population", "Federal personnel overseas allotted to the state", {
      unit: "people",
    }),
    counts("not_taxed_population", "Indians not taxed, who did not count", { unit: "people" }),
    counts("population", "Apportionment population", { unit: "people" }),
    counts("seats", "Seats in the House, as the Census Bureau reports them", {
      unit: "seats",
      minimum: 1,
    }),
    source,
  ],
  key: ["census", "state_po"],
  license: "CC0 1.0 (the compilation); U.S. Census Bureau figures are in the public domain",
  caveats: [
    "There was no apportionment after the census of 1920: the seats of 1910 stayed",
    "Alaska and Hawaii enter with the census of 1960; the District of Columbia has no seats and no row",
  ],
} as const satisfies TableSchema;

/**
 * Loads apportionment populations and seats.
 *
 * @param options.census One census year or several; all when left out.
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns census, state_po, state, resident_population, overseas_population,
 * not_taxed_population, population, seats, source.
 * @throws {RangeError} for a census or state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadApportionment } from "tallybook/data";
 *
 * const census = loadApportionment({ census: 2020 });
 * assertEquals([census.length, census.reduce((sum, row) => sum + row.seats, 0)], [50, 435]);
 * ```
 */
export function loadApportionment(
  options: { census?: OneOrMore<number>; states?: readonly string[] } = {},
): Rows<RowOf<typeof apportionment>> {
  requireOptions("load apportionment", options, ["census", "states"]);
  return loadTable(apportionment, { census: options.census, state_po: options.states });
}
