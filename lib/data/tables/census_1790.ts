import { requireOptions } from "../../check/mod.ts";
import { stateName, statePo } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

/** The census of 1790: all persons counted, and those of them enslaved. */
export const census1790 = {
  name: "census_1790",
  file: "data/census_1790.csv",
  title: "Census of 1790: persons counted and persons enslaved, by state",
  description:
    "One row for each state whose seats in the House of 1793 to 1803 followed from the census of " +
    "1790. This table is written by hand from a page that prints the census as reported.",
  columns: [
    statePo,
    stateName,
    counts("total", "All persons counted", { unit: "people" }),
    counts("enslaved", "Persons counted as slaves, of the total", { unit: "people" }),
    texts("page", "Address of the page"),
  ],
  key: ["state_po"],
  license: "none stated: facts of public record (United States census)",
  caveats: [
    "Massachusetts has Maine with it, Virginia stands without Kentucky, as in the apportionment",
    "Jefferson's report of October 24, 1791 to Washington, in the copy of Founders Online, has 3,787 enslaved in Pennsylvania and a total of 59,094 in Delaware; neither moves a seat",
    "Tennessee was a territory until 1796 and is not here",
  ],
} as const satisfies TableSchema;

/**
 * Loads the census of 1790 by state.
 *
 * @param options.states Postal codes; all when left out.
 * @returns Rows with columns state_po, state, total, enslaved, page.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCensus1790 } from "tallybook/data";
 *
 * const [virginia] = loadCensus1790({ states: ["VA"] });
 * assertEquals([virginia!.total, virginia!.enslaved], [747_610, 292_627]);
 * ```
 */
export function loadCensus1790(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof census1790>> {
  requireOptions("load census 1790", options, ["states"]);
  return loadTable(census1790, { state_po: options.states });
}
