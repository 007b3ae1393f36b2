import { requireOneOf } from "../check/mod.ts";
import { type Frame, loadTableFrame, type RowChoice } from "./load_table.ts";
import type { RowOf } from "./schema.ts";
import { allTables } from "./tables/all.ts";

type Table = (typeof allTables)[number];

/**
 * Loads a table as a polars frame, for queries over many rows; the loader of the table's name gives
 * its rows as plain objects.
 *
 * @param name The table's name, as the data package has it.
 * @param choice For each column, the value or values to keep; all when left out.
 * @throws {RangeError} for a table that is not there, or a value that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadFrame } from "tallybook/data";
 *
 * const michigan = loadFrame("precinct_returns", { state_po: "MI" });
 * assertEquals(michigan.getColumn("votes").sum(), 4_799_284);
 * ```
 */
export function loadFrame<Name extends Table["name"]>(
  name: Name,
  choice: RowChoice = {},
): Frame<RowOf<Extract<Table, { readonly name: Name }>>> {
  requireOneOf("load a table", "table", name, allTables.map((table) => table.name));
  const table = allTables.find((table) => table.name === name)!;
  return loadTableFrame(table, choice) as Frame<RowOf<Extract<Table, { readonly name: Name }>>>;
}
