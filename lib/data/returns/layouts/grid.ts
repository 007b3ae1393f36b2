import type { ReturnsProblem } from "../problem.ts";

/** Delimited text cut into rows of cells, and what is wrong with it as delimited text. */
export interface CutText {
  readonly grid: string[][];
  readonly problems: readonly ReturnsProblem[];
  readonly notes: readonly ReturnsProblem[];
  /** Whether the last line has no end, so that its last cell may be cut off. */
  readonly open: boolean;
}

/**
 * Cuts delimited text into rows of cells; quoted cells may run over lines. For files that fit.
 * Quotation marks that do not enclose a cell as a whole are a problem, since they swallow cells;
 * so is a line end within a line.
 */
export function gridOf(whole: string, delimiter: string, file: string): CutText {
  const notes: ReturnsProblem[] = [];
  let text = whole;
  if (!text.includes("\n") && text.includes("\r")) {
    text = text.replaceAll("\r", "\n");
    notes.push({
      file,
      expected: "lines that end with LF or CR LF",
      found: "lines that end with CR alone, as old spreadsheet programs write them: read so",
    });
  }
  const problems: ReturnsProblem[] = [];
  const grid: string[][] = [];
  let row: string[] = [];
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const stop = (expected: string, found: string) => {
    problems.push({ file, row: line, expected, found });
  };
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end === -1 || text[end + 1] !== '"') break;
        end += 2;
      }
      if (end === -1) {
        stop("a closing quotation mark", "the end of the file: it seems to be cut off");
        end = text.length;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = Math.min(end + 1, text.length);
      const behind = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
      if (text.slice(behind, at).trim() !== "") {
        stop(
          "cells that are quoted as a whole or not at all",
          "text behind the closing quotation mark of a cell",
        );
      }
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++;
      cell = text.slice(at, end);
      at = end;
      if (cell.trim().includes("\r")) stop("one kind of line end", "a CR alone within a line");
    }
    row.push(cell.trim());
    if (at >= text.length || text[at] === "\n") {
      if (row.length > 1 || row[0] !== "") grid.push(row);
      else grid.push([]);
      row = [];
      line = grid.length + 1;
      if (at >= text.length) break;
    }
    at++;
  }
  const open = (grid.at(-1)?.length ?? 0) > 0;
  if (grid.at(-1)?.length === 0) grid.pop();
  return { grid, problems, notes, open };
}

/** Rows with other numbers of cells than they should have, those with equally many as one problem. */
export function raggedRows(
  file: string,
  rows: readonly { readonly line: number; readonly cells: number }[],
  width: number,
): ReturnsProblem[] {
  const lines = new Map<number, number[]>();
  for (const { line, cells } of rows) {
    const known = lines.get(cells);
    if (known === undefined) lines.set(cells, [line]);
    else known.push(line);
  }
  return [...lines].map(([cells, own]) => ({
    file,
    row: own[0]!,
    rows: own,
    expected: `${width} cells`,
    found: `${cells}`,
    option: "cells",
  }));
}
