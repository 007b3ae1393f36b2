import { DataError } from "../data_error.ts";
import { archiveTable } from "./archive_table.ts";
import { delimited, delimiterOf, textTable } from "./delimited_file.ts";
import { guessFormat } from "./fields.ts";
import { fileKind } from "./file_kind.ts";
import type { NamedFile } from "./file_name.ts";
import { readHeader } from "./header.ts";
import { isVoteImageLog, voteImageRows } from "./layouts/ess.ts";
import { gridTable } from "./layouts/grid_rows.ts";
import { gridOf } from "./layouts/grid.ts";
import { recordGrid } from "./layouts/json_records.ts";
import type { Nominees } from "./layouts/wide.ts";
import { plainTable } from "./layouts/plain_rows.ts";
import { treeTable } from "./layouts/tree_table.ts";
import { floridaHeader } from "./layouts/state_exports.ts";
import { isWorkbook, sheetsOf } from "./layouts/workbook.ts";
import { unpackedSize } from "./layouts/zip_table.ts";
import { openBytes, type OpenFile } from "./open_file.ts";
import type { Mend, ReturnsProblem } from "./problem.ts";
import type { ReadReturnsOptions } from "./read_returns.ts";
import type { ReturnsTable } from "./returns_table.ts";
import { LARGEST_UNPACKED, plainContent } from "./plain_content.ts";
import { withoutTable, workbookTable } from "./workbook_table.ts";

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

function tooLargeUnpacked(file: string): { file: string; expected: string; found: string } {
  return {
    file,
    expected: `a file that unpacks to at most ${LARGEST_UNPACKED / 2 ** 20} MiB: unpack it, and ` +
      "query it where it lies with pl.scanCSV() of nodejs-polars",
    found: "a file that unpacks to more",
  };
}

/** A file packed in files beyond this depth holds no returns: one can even hold itself. */
const MOST_PACKED = 8;

/**
 * Reads an open file into columns.
 *
 * @param packed In how many compressed files and archives it was packed.
 */
export function tableOf(
  opened: OpenFile,
  path: string,
  options: ReadTableOptions,
  packed = 0,
): ReturnsTable {
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
  if (packed > MOST_PACKED) return stop("a file", `a file packed more than ${MOST_PACKED} times`);
  const unpacked = (inner: OpenFile, name: string, own: ReadTableOptions) =>
    tableOf(inner, name, own, packed + 1);
  const inner = plainContent(kind, whole);
  if (inner === "too large") throw new DataError(task, [tooLargeUnpacked(path)]);
  if (inner !== undefined) {
    const { bytes, ...note } = inner;
    const table = unpacked(openBytes(bytes), path, options);
    return { ...table, notes: [...table.notes, { file: path, ...note }] };
  }
  if (WORKBOOKS.has(kind)) {
    const bytes = whole();
    const zipped = kind === "a workbook or another zip file";
    if (zipped && unpackedSize(bytes) > LARGEST_UNPACKED) {
      throw new DataError(task, [tooLargeUnpacked(path)]);
    }
    if (zipped && !isWorkbook(bytes)) return archiveTable(bytes, path, options, unpacked);
    const sheets = sheetsOf(bytes);
    const table = sheets && workbookTable(sheets, path, options);
    if (table !== undefined) return table;
    if (kind !== "a web page") {
      if (sheets !== undefined) return stop(...withoutTable(sheets, options));
      return stop("a workbook", "one that is damaged, or that a password protects");
    }
  }
  if (kind !== "text") {
    if (kind === "a gzip file") return stop("a file", `${kind} that is cut off or damaged`);
    const readable = /^(Clarity|NIST|Dominion)/.test(kind);
    if (kind === "JSON" || readable) {
      const { text, problems } = decoded(whole(), path);
      const records = kind === "JSON" ? recordGrid(text) : undefined;
      const listed = records && gridTable(path, records, options);
      // Rows are counted as records, without the line of their names.
      const table = listed === undefined
        ? readable ? treeTable(kind, text, path) : undefined
        : "rows" in listed
        ? listed
        : textTable({ ...listed, skipped: -1 }, path, options);
      if (table !== undefined) return { ...table, problems: [...problems, ...table.problems] };
    }
    return (
      stop("delimited text", readable ? `${describe(kind)} that is cut off or damaged` : kind)
    );
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
    const { text, problems } = decoded(whole(), path);
    // A line above the header may have commas where the table has tabs.
    for (const sign of new Set([String.fromCharCode(header.delimiter), "\t"])) {
      const cut = gridOf(text, sign, path);
      const table = gridTable(path, cut.grid, {
        nominees: options.nominees,
        year: options.year,
        candidates: options.candidates,
        delimited: { open: cut.open },
      });
      if (table === undefined) continue;
      const read = "rows" in table ? table : textTable(table, path, options);
      return {
        ...read,
        problems: [...problems, ...cut.problems, ...read.problems],
        notes: [...cut.notes, ...read.notes],
      };
    }
  }
  const named = Object.keys(options.candidates ?? {});
  if (named.length > 0) {
    const lacking = named.filter((name) => !header.names.includes(name));
    return stop(
      `the columns ${named.map((name) => `"${name}"`).join(", ")}, two or more of them with ` +
        "counts below, as the option candidates says",
      lacking.length === 0
        ? "them, and no counts"
        : `no column ${lacking.map((name) => `"${name}"`).join(", ")}`,
    );
  }
  return delimited(opened, path, options);
}

/** What is read as a workbook, by its first bytes: programs save sheets as XML and as web pages too. */
const WORKBOOKS: ReadonlySet<string> = new Set([
  "a workbook or another zip file",
  "an old Excel workbook",
  "an Excel workbook saved as XML",
  "a web page",
]);

/**
 * A file's text: in the encoding that XML declares, else UTF-8, or Windows-1252 where it is none,
 * which is a problem with an option.
 */
function decoded(bytes: Uint8Array, file: string): { text: string; problems: ReturnsProblem[] } {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["'](iso-8859-1|windows-1252|us-ascii)["']/i;
  if (declared.test(start)) {
    return { text: new TextDecoder("windows-1252").decode(bytes), problems: [] };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const problem = {
      file,
      expected: "text in UTF-8: save the file as UTF-8",
      found: "bytes as in Windows-1252 or Latin-1",
      option: "encoding",
    } as const;
    return { text: new TextDecoder("windows-1252").decode(bytes), problems: [problem] };
  }
}

function describe(kind: string): string {
  if (kind === "NIST JSON") return "a list of several reports of NIST's, or one";
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
