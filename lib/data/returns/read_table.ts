import { DataError } from "../data_error.ts";
import { DelimitedReader } from "./delimited_table.ts";
import { guessFormat, type ReturnsFormat } from "./fields.ts";
import { fileKind } from "./file_kind.ts";
import type { NamedFile } from "./file_name.ts";
import { readHeader } from "./header.ts";
import { type OpenFile, openFile } from "./open_file.ts";
import type { Mend } from "./problem.ts";
import type { ReadReturnsOptions } from "./read_returns.ts";
import type { ReturnsTable } from "./returns_table.ts";

/** What the layouts' readers are told. */
export interface TableOptions extends Omit<ReadReturnsOptions, "mend" | "year" | "state"> {
  readonly task: string;
  readonly year: number | undefined;
  readonly state: string | undefined;
  readonly named: NamedFile;
  readonly mend: ReadonlySet<Mend>;
}

/** Opens a file, tells its layout and reads it into columns. */
export function readTable(path: string, options: TableOptions): ReturnsTable {
  const opened = openFile(path, options.task);
  try {
    return tableOf(opened, path, options);
  } finally {
    opened.close();
  }
}

/** Reads an open file into columns. */
export function tableOf(opened: OpenFile, path: string, options: TableOptions): ReturnsTable {
  const { task } = options;
  const stop = (expected: string, found: string): never => {
    throw new DataError(task, [{ file: path, expected, found }]);
  };
  if (opened.size === 0) return stop("a header line and rows", "an empty file");
  const kind = fileKind(opened.head);
  if (kind !== "text") return stop("delimited text", kind);
  if (opened.size <= opened.head.length && isBlank(opened.head)) {
    return stop("a header line and rows", "only blanks");
  }
  return delimited(opened, path, options);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

function delimited(opened: OpenFile, path: string, options: TableOptions): ReturnsTable {
  const delimiter = /\.(tsv|txt)$/i.test(path) ? "\t" : ",";
  const header = readHeader(opened.head, delimiter);
  const format: ReturnsFormat = options.format ?? guessFormat(header.names) ?? "tidy";
  const reader = new DelimitedReader(opened.head, {
    file: path,
    format,
    size: opened.size,
    delimiter,
    state: options.state !== undefined,
    ...(options.columns === undefined ? {} : { columns: options.columns }),
  });
  for (const chunk of opened.chunks(reader.header.end)) reader.push(chunk);
  const table = reader.end();
  if (table === undefined) throw new DataError(options.task, reader.found.problems);
  return table;
}
