import { guessFormat } from "../fields.ts";
import type { ReturnsTable } from "../returns_table.ts";
import { raggedRows } from "./grid.ts";
import { dominionRows, isDominionGrid } from "./dominion.ts";
import { essRows, isEssHeader } from "./ess.ts";
import { plainTable } from "./plain_rows.ts";
import { type Nominees, type WideColumn, wideColumns, wideRows } from "./wide.ts";
import { spannedColumns, underPresident } from "./wide_modes.ts";

/** So far down a sheet its header is looked for. */
const HEADER_ROWS = 30;

/** What {@linkcode gridTable} is told. */
export interface GridOptions {
  readonly nominees: (year: number) => Nominees | undefined;
  readonly year?: number | undefined;
  readonly candidates?: Readonly<Record<string, string>> | undefined;
  /** Of delimited text: rows may have too many or too few cells, and the last line may lack its end. */
  readonly delimited?: { readonly open: boolean };
}

/**
 * Reads a grid of cells, a workbook's sheet or a small delimited file, whatever it holds: cast-vote
 * records of ES&S or Dominion, or a column a candidate under a header within the first rows. Rows
 * of candidates are given back as text for the reader of delimited text.
 *
 * @returns A table, text to be read as delimited with tabs, or undefined where nothing is known.
 */
export function gridTable(
  file: string,
  grid: readonly (readonly string[])[],
  options: GridOptions,
): ReturnsTable | { readonly text: string; readonly skipped: number } | undefined {
  if (grid.length === 0) return undefined;
  const delimited = options.delimited !== undefined;
  if (isEssHeader(grid[0]!)) return plainTable(file, essRows(file, grid, delimited));
  if (isDominionGrid(grid)) return plainTable(file, dominionRows(file, grid, delimited));
  for (let at = 0; at < Math.min(HEADER_ROWS, grid.length); at++) {
    const header = grid[at]!;
    if (options.candidates === undefined && guessFormat(header) !== undefined) {
      return { text: asText(grid.slice(at), delimited), skipped: at };
    }
    // A header may take two rows: the place in the first, the candidates in the second.
    const next = grid[at + 1] ?? [];
    const named = underPresident(grid, at, wideColumns(header, options.nominees, options));
    const spanned = named.length < 2 ? undefined : spannedColumns(header, named, next);
    if (spanned !== undefined && spanned.length >= 2) {
      return wideTable(file, grid, at + 1, joined(header, next), spanned, options);
    }
    for (const [names, last] of [[header, at], [joined(header, next), at + 1]] as const) {
      const columns = underPresident(grid, last, wideColumns(names, options.nominees, options));
      const below = grid[last + 1] ?? [];
      const counted = columns.some(({ column }) => /\d/.test(below[column] ?? ""));
      if (columns.length >= 2 && counted) {
        return wideTable(file, grid, last, names, columns, options);
      }
    }
  }
  return undefined;
}

/** A table of the columns, with a note on those whose names nobody knows of the election. */
function wideTable(
  file: string,
  grid: readonly (readonly string[])[],
  at: number,
  header: readonly string[],
  columns: readonly WideColumn[],
  options: GridOptions,
): ReturnsTable {
  const { delimited } = options;
  const notes = columns.filter(({ unknown }) => unknown === true).map(({ candidate }) => ({
    file,
    row: at + 1,
    expected: "candidates who are known of the election",
    found: `a column "${candidate}", whom the known totals do not name: counted as a candidate`,
  }));
  const lacking = Object.keys(options.candidates ?? {}).filter((name) => !header.includes(name));
  const missing = lacking.map((name) => ({
    file,
    row: at + 1,
    column: name,
    expected: `a column "${name}", as the option candidates says`,
    found: `the columns ${header.map((cell) => `"${cell}"`).join(", ")}`,
  }));
  const result = wideRows(file, grid, at, header, columns);
  const all = {
    ...result,
    problems: [...missing, ...result.problems ?? []],
    notes: [...notes, ...result.notes ?? []],
  };
  if (delimited === undefined) return plainTable(file, all);
  // A separator of thousands that was not quoted moves all cells behind it.
  const long = new Set(
    all.rows.map(({ line }) => line).filter((line) =>
      grid[line - 1]!.slice(header.length).some((cell) => cell !== "")
    ),
  );
  const ragged = [...long].map((line) => ({ line, cells: grid[line - 1]!.length }));
  const rows = all.rows.filter(({ line }) => !long.has(line));
  const last = grid.at(-1)!.length - 1;
  return plainTable(file, {
    ...all,
    rows,
    problems: [...all.problems, ...raggedRows(file, ragged, header.length)],
    lastCountOpen: delimited.open && rows.at(-1)?.line === grid.length &&
      columns.at(-1)!.column === last,
  });
}

function joined(first: readonly string[], second: readonly string[]): string[] {
  return Array.from(
    { length: Math.max(first.length, second.length) },
    (_, at) => second[at] || first[at] || "",
  );
}

/** A grid as delimited text: tabs, cells quoted where they hold quotes or line ends. */
function asText(grid: readonly (readonly string[])[], delimited: boolean): string {
  const width = grid[0]!.length;
  return grid.map((row) =>
    // Lines of one cell are notes; others keep the number of their cells, to be counted.
    Array.from({ length: delimited && row.length > 1 ? row.length : width }, (_, at) => {
      const cell = row[at] ?? "";
      return /["\n\r\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }).join("\t")
  ).join("\n") + "\n";
}
