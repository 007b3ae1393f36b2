/**
 * Rows of cells as comma-separated text (RFC 4180): `\n` line ends, a cell in quotes where it holds a
 * comma, a quote or a line end.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { csvText } from "./csv.ts";
 *
 * assertEquals(csvText([["place", "votes"], ["D.C., 3", "12"]]), 'place,votes\n"D.C., 3",12\n');
 * ```
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join(",") + "\n").join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
