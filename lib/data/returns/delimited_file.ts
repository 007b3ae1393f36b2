import { DataError } from "../data_error.ts";
import { DelimitedReader } from "./delimited_table.ts";
import { guessFormat, type ReturnsFormat } from "./fields.ts";
import { readHeader } from "./header.ts";
import { floridaHeader } from "./layouts/state_exports.ts";
import { openBytes, type OpenFile } from "./open_file.ts";
import type { ReadTableOptions } from "./read_table.ts";
import type { ReturnsTable } from "./returns_table.ts";

/** The sign that a file's name promises between its cells. */
export function delimiterOf(path: string): string {
  return /\.(tsv|txt)(\.gz)?$/i.test(path) ? "\t" : ",";
}

/** Reads delimited text whose first line is its header. */
export function delimited(opened: OpenFile, path: string, options: ReadTableOptions): ReturnsTable {
  const delimiter = delimiterOf(path);
  const header = floridaHeader(opened.head) ?? readHeader(opened.head, delimiter);
  const given = options.format === "medsl" || options.format === "openelections"
    ? options.format
    : undefined;
  const format: ReturnsFormat = options.format === "tidy"
    ? "tidy"
    : given ?? guessFormat(header.names) ?? "tidy";
  const reader = new DelimitedReader(opened.head, {
    file: path,
    format,
    size: opened.size,
    delimiter,
    counties: /__count(y|ies)(?![a-z])/i.test(path),
    state: options.state !== undefined,
    ...(options.columns === undefined ? {} : { columns: options.columns }),
  });
  let read = reader.header.end;
  for (const chunk of opened.chunks(reader.header.end)) {
    reader.push(chunk);
    read += chunk.length;
    options.progress?.(read, opened.size);
  }
  const table = reader.end();
  if (table === undefined) throw new DataError(options.task, reader.found.problems);
  return table;
}

/** Rows of candidates under a header that stands below other lines, or in a sheet. */
export function textTable(
  { text, skipped }: { readonly text: string; readonly skipped: number },
  path: string,
  options: ReadTableOptions,
): ReturnsTable {
  const bytes = new TextEncoder().encode(text);
  const read = delimited(openBytes(bytes), path.replace(/\.\w+$/, ".tsv"), options);
  return { ...read, file: path, lineOf: (row) => read.lineOf(row) + skipped };
}
