import { CsvError, parse } from "csv-parse/sync";
import type { DataProblem } from "./data_error.ts";

/** One row of a delimited file: its cells by column, and its line in the file. */
export interface DelimitedRow {
  /** The line on which the row ends, counted from 1 with the header as 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Splits delimited text into rows, and lists those that have too few or too many cells. A last row
 * with too few, or an open quotation mark, means that the file was cut off.
 */
export function delimitedRows(
  text: string,
  file: string,
  delimiter: string,
): { header: string[]; rows: DelimitedRow[]; problems: DataProblem[] } {
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const open = cause.code === "CSV_QUOTE_NOT_CLOSED";
    const problem: DataProblem = {
      file,
      ...(typeof cause.lines === "number" ? { row: cause.lines } : {}),
      expected: open
        ? "a closing quotation mark"
        : "cells that are quoted as a whole or not at all",
      found: open
        ? "the end of the file: it seems to be cut off"
        : "a quotation mark in the middle of a cell",
    };
    return { header: [], rows: [], problems: [problem] };
  }
  const [first, ...rest] = parsed;
  const header = (first?.record ?? []).map((name) => name.trim());
  const problems: DataProblem[] = [];
  const rows: DelimitedRow[] = [];
  rest.forEach(({ record, info }, index) => {
    if (record.length !== header.length) {
      const last = index === rest.length - 1 && record.length < header.length;
      problems.push({
        file,
        row: info.lines,
        expected: `${header.length} cells`,
        found: last
          ? `${record.length} in the last row: the file seems to be cut off`
          : `${record.length}`,
      });
      return;
    }
    rows.push({
      row: info.lines,
      cells: Object.fromEntries(header.map((name, at) => [name, record[at]!.trim()])),
    });
  });
  if (rest.length === 0) {
    problems.push({ file, expected: "rows below the header", found: "a header line only" });
  }
  return { header, rows, problems };
}
