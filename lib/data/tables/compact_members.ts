import { requireOptions } from "../../check/mod.ts";
import { source, stateName, statePo } from "../columns.ts";
import { asRows, loadTable, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema } from "../schema.ts";

/** Members of the National Popular Vote Interstate Compact. */
export const compactMembersTable = {
  name: "compact_members",
  file: "data/compact_members.csv",
  title: "Members of the National Popular Vote Interstate Compact",
  description: "One row for each state that had joined by the end of 2024.",
  columns: [
    statePo,
    stateName,
    integers("joined", "Year in which the state's law was enacted", { minimum: 2007 }),
    counts("electors", "Electors of the state from 2024 on", { minimum: 3, unit: "electors" }),
    source,
  ],
  key: ["state_po"],
  license: "none stated: facts of public record",
  caveats: [
    "Members after the end of 2024 are not known here",
    "Years are those in which the laws were enacted: for what the members held in an earlier year, take electors of that year from electoral_votes",
  ],
} as const satisfies TableSchema;

/**
 * Loads the members of the National Popular Vote Interstate Compact.
 *
 * @param options.by Members that had joined by the end of this year; all when left out.
 * @returns Rows with columns state_po, state, joined, electors, source, in the order of joining.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCompactMembers } from "tallybook/data";
 *
 * assertEquals(loadCompactMembers().reduce((sum, row) => sum + row.electors, 0), 209);
 * assertEquals(loadCompactMembers({ by: 2016 }).length, 11);
 * ```
 */
export function loadCompactMembers(
  options: { by?: number } = {},
): Rows<RowOf<typeof compactMembersTable>> {
  requireOptions("load compact members", options, ["by"]);
  const { by = Infinity } = options;
  return asRows(loadTable(compactMembersTable, {}).filter((row) => row.joined <= by));
}
