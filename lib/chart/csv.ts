import { csvText } from "../display/csv.ts";

/** Rows as a figure takes them: plain objects, or a data frame that can give them. */
export type FigureRows = readonly object[] | { toRecords(): readonly object[] };

/** The rows of a figure's data as plain objects. */
export function plainRows(rows: FigureRows): readonly Readonly<Record<string, unknown>>[] {
  const list = Array.isArray(rows)
    ? rows
    : (rows as { toRecords(): readonly object[] }).toRecords();
  return list as readonly Readonly<Record<string, unknown>>[];
}

/**
 * Rows as CSV (RFC 4180): one header line, `\n` line ends, columns in the order in which they
 * first appear. Nested objects become columns of their own (`estimate_point`), lists are joined
 * by `; `, dates are written YYYY-MM-DD (with the time where there is one), and what is missing
 * is empty.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { toCsv } from "tallybook/chart";
 *
 * const rows = [{ state_po: "WI", estimate: { point: 1, lower: 0 } }, { state_po: "D.C., 3" }];
 * assertEquals(toCsv(rows), 'state_po,estimate_point,estimate_lower\nWI,1,0\n"D.C., 3",,\n');
 * ```
 */
export function toCsv(rows: FigureRows): string {
  const flat = plainRows(rows).map((row) => flatten(row));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  if (columns.length === 0) return "";
  return csvText([columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ""))]);
}

function flatten(row: object, prefix = "", into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === "function") continue;
    if (isPlainObject(value)) flatten(value, `${prefix}${key}_`, into);
    else into.set(prefix + key, cell(value));
  }
  return into;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Date);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cell).join("; ");
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace("T00:00:00.000Z", "");
  }
  // An empty cell is how CSV says "no number"; the text NaN would be read as a word.
  if (typeof value === "number" && Number.isNaN(value)) return "";
  return String(value);
}
