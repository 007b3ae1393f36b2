import { DataError } from "../data_error.ts";
import { DelimitedReader } from "./delimited_table.ts";
import { guessFormat, type ReturnsFormat } from "./fields.ts";
import { fileKind } from "./file_kind.ts";
import type { NamedFile } from "./file_name.ts";
import { readHeader } from "./header.ts";
import { isVoteImageLog, voteImageRows } from "./layouts/ess.ts";
import { gridTable } from "./layouts/grid_rows.ts";
import { gridOf } from "./layouts/grid.ts";
import type { Nominees } from "./layouts/wide.ts";
import { plainTable } from "./layouts/plain_rows.ts";
import { treeTable } from "./layouts/tree_table.ts";
import { floridaHeader } from "./layouts/state_exports.ts";
import { isWorkbook, sheetsOf } from "./layouts/workbook.ts";
import { zipTable } from "./layouts/zip_table.ts";
import { openBytes, type OpenFile } from "./open_file.ts";
import type { Mend } from "./problem.ts";
import type { ReadReturnsOptions } from "./read_returns.ts";
import type { ReturnsTable } from "./returns_table.ts";

/** What the layouts' readers are told. */
export interface ReadTableOptions extends Omit<ReadReturnsOptions, "mend" | "year" | "state"> {
  readonly task: string;
  readonly year: number | undefined;
  readonly state: string | undefined;
  readonly named: NamedFile;
  readonly mend: ReadonlySet<Mend>;
  /** Who stood for president in a year. */
  readonly nominees: (year: number) => Nominees | undefined;
  /** Told how far the reading is, in bytes. */
  readonly progress?: (read: number, size: number) => void;
}

/** Files of layouts that are read as a whole must be smaller. */
const LARGEST_WHOLE = 1 << 29;

/** Reads an open file into columns; one that does not fit into memory is refused as such. */
export function readTable(opened: OpenFile, path: string, options: ReadTableOptions): ReturnsTable {
  try {
    return tableOf(opened, path, options);
  } catch (cause) {
    // What the engine throws where an array cannot be had.
    if (
      !(cause instanceof RangeError) ||
      !/allocation|array (buffer|length)|string length/i.test(cause.message)
    ) {
      throw cause;
    }
    throw new DataError(options.task, [tooLarge(path, opened.size)]);
  }
}

function tooLarge(file: string, size: number): { file: string; expected: string; found: string } {
  return {
    file,
    expected: "a file that fits into memory: query it where it lies with pl.scanCSV() of " +
      "nodejs-polars, or read it state by state",
    found: `${Math.round(size / 2 ** 20).toLocaleString("en")} MiB, which do not fit`,
  };
}

/** Reads an open file into columns. */
export function tableOf(opened: OpenFile, path: string, options: ReadTableOptions): ReturnsTable {
  const { task, format } = options;
  const stop = (expected: string, found: string): never => {
    throw new DataError(task, [{ file: path, expected, found }]);
  };
  if (opened.size === 0) return stop("a header line and rows", "an empty file");
  const kind = fileKind(opened.head);
  const whole = (): Uint8Array<ArrayBuffer> => {
    if (opened.size > LARGEST_WHOLE) throw new DataError(task, [tooLarge(path, opened.size)]);
    return wholeOf(opened);
  };
  if (kind === "a workbook or another zip file" || kind === "an old Excel workbook") {
    const bytes = whole();
    const table = isWorkbook(bytes)
      ? workbookTable(bytes, path, options)
      : zipTable(bytes, path, (member, name) => tableOf(openBytes(member), name, options));
    return table ?? (isWorkbook(bytes) ? stop(...withoutTable(bytes, options)) : stop(
      "delimited text, or a workbook or an archive with returns",
      kind,
    ));
  }
  if (kind !== "text") {
    const readable = /^(Clarity|NIST|Dominion)/.test(kind);
    const table = readable ? treeTable(kind, new TextDecoder().decode(whole()), path) : undefined;
    return table ??
      stop("delimited text", readable ? `${describe(kind)} that is cut off or damaged` : kind);
  }
  if (opened.size <= opened.head.length && isBlank(opened.head)) {
    return stop("a header line and rows", "only blanks");
  }
  const start = new TextDecoder("latin1").decode(opened.head.subarray(0, 4096));
  if (isVoteImageLog(start)) {
    const text = new TextDecoder("windows-1252").decode(whole());
    return plainTable(path, voteImageRows(path, text));
  }
  const header = floridaHeader(opened.head) ?? readHeader(opened.head, delimiterOf(path));
  const columns = options.columns?.candidate !== undefined ||
    guessFormat(header.names) !== undefined;
  const wide = options.candidates !== undefined || format === "wide" ||
    format === "cast-vote-records" || format === undefined && !columns;
  if (wide) {
    const text = new TextDecoder().decode(whole());
    // A line above the header may have commas where the table has tabs.
    for (const sign of new Set([String.fromCharCode(header.delimiter), "\t"])) {
      const table = gridTable(path, gridOf(text, sign), {
        nominees: options.nominees,
        year: options.year,
        candidates: options.candidates,
      });
      if (table !== undefined) return "rows" in table ? table : textTable(table, path, options);
    }
  }
  return delimited(opened, path, options);
}

/** What is said of a workbook in which no sheet is known as returns: expected, and found. */
function withoutTable(
  bytes: Uint8Array<ArrayBuffer>,
  { year }: ReadTableOptions,
): [expected: string, found: string] {
  const names = sheetsOf(bytes).map(({ name }) => `"${name}"`);
  const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? " and others" : "");
  return [
    "a sheet with a row a candidate (columns candidate and votes), or with candidates' names above " +
    `their columns${year === undefined ? ", whose year the file's name or the option says" : ""}`,
    `a workbook with the ${
      names.length === 1 ? "sheet" : "sheets"
    } ${shown}, none with a table of returns`,
  ];
}

function describe(kind: string): string {
  return kind.startsWith("Dominion")
    ? "a Dominion export without its manifests, or one"
    : `${kind}`;
}

function wholeOf(opened: OpenFile): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(opened.size);
  let at = 0;
  for (const chunk of opened.chunks(0)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

function delimiterOf(path: string): string {
  return /\.(tsv|txt)$/i.test(path) ? "\t" : ",";
}

function delimited(opened: OpenFile, path: string, options: ReadTableOptions): ReturnsTable {
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
function textTable(
  { text, skipped }: { readonly text: string; readonly skipped: number },
  path: string,
  options: ReadTableOptions,
): ReturnsTable {
  const bytes = new TextEncoder().encode(text);
  const read = delimited(openBytes(bytes), path.replace(/\.\w+$/, ".tsv"), options);
  return { ...read, file: path, lineOf: (row) => read.lineOf(row) + skipped };
}

/** The first sheet, or the sheet that is asked for, that holds returns. */
function workbookTable(
  bytes: Uint8Array,
  path: string,
  options: ReadTableOptions,
): ReturnsTable | undefined {
  const sheets = sheetsOf(bytes);
  const wanted = options.sheet === undefined
    ? sheets
    : sheets.filter(({ name }) => name === options.sheet);
  if (wanted.length === 0) {
    throw new DataError(options.task, [{
      file: path,
      expected: `one of the sheets ${sheets.map(({ name }) => `"${name}"`).join(", ")}`,
      found: `"${options.sheet}"`,
    }]);
  }
  for (const { name, grid } of wanted) {
    const table = gridTable(path, grid, {
      nominees: options.nominees,
      year: options.year,
      candidates: options.candidates,
    });
    if (table === undefined) continue;
    const note = {
      file: path,
      expected: "one table",
      found: `a workbook of ${sheets.length} sheets: "${name}" is read`,
    };
    const notes = sheets.length > 1 ? [note] : [];
    if ("rows" in table) return { ...table, notes: [...table.notes, ...notes] };
    const read = textTable(table, path, options);
    return { ...read, notes: [...read.notes, ...notes] };
  }
  return undefined;
}
