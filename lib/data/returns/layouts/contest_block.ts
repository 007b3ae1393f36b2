import type { WideColumn } from "./wide.ts";

type Grid = readonly (readonly string[])[];

const isCount = (cell: string) => /^[\d,.]+$/.test(cell.trim());
const isName = (cell: string) => /[a-z]{2}/i.test(cell);

/** Where a contest's rows of a sheet end, and which of them repeat its header at a page's top. */
export interface ContestBlock {
  /** The first row that is not the contest's. */
  readonly end: number;
  readonly repeated: ReadonlySet<number>;
}

/**
 * The rows of one contest in a sheet that may hold several, one below the other: they end where
 * names stand in the candidates' columns again, with counts below them.
 */
export function contestBlock(grid: Grid, at: number, columns: readonly WideColumn[]): ContestBlock {
  const repeated = new Set<number>();
  const cellsOf = (line: number) => columns.map(({ column }) => grid[line]?.[column] ?? "");
  const header = cellsOf(at).join("\t");
  for (let line = at + 1; line < grid.length; line++) {
    // A stray cell far down a sheet leaves a million rows without any.
    if (grid[line]!.length === 0) continue;
    const cells = cellsOf(line);
    if (cells.filter(isName).length < 2 || cells.some(isCount)) continue;
    if (cells.join("\t") === header) {
      repeated.add(line);
      continue;
    }
    if (cellsOf(line + 1).some(isCount)) return { end: line, repeated };
  }
  return { end: grid.length, repeated };
}
