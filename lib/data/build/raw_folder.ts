import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { gunzipSync } from "fflate";
import { DataError } from "../data_error.ts";
import { sha256 } from "../../files/hash.ts";
import type { Corrections, TextRow } from "./corrections.ts";

/** What the list of raw files says of one of them. */
export interface RawFile {
  readonly file: string;
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly license: string;
  readonly note: string;
}

/** A cell of a workbook. */
export type WorkbookCell = string | number | boolean | null | undefined;

/** A raw file that a table is built from is not there: the table is kept as it is. */
export class MissingRawFile extends Error {
  override readonly name = "MissingRawFile";
}

/** How a delimited raw file is written. */
export interface CsvOptions {
  /** Text encoding; UTF-8 when left out. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Column names, for a file without a header line. */
  readonly columns?: readonly string[];
  /** Accept quotation marks in the middle of unquoted cells. */
  readonly loose?: boolean;
}

/**
 * The folder of raw files. Every file is checked against the list's SHA-256 before it is used, and
 * the folder remembers which table used which file.
 */
export class RawFolder {
  readonly files: ReadonlyMap<string, RawFile>;
  /** For each file, the tables built from it. */
  readonly uses = new Map<string, Set<string>>();
  #table = "";
  readonly #books = new Map<string, ReturnType<typeof read>>();

  /**
   * @param directory The folder; null where there is none, and no raw file.
   * @throws {Deno.errors.NotFound} if the folder has no list.
   */
  constructor(readonly directory: string | null, readonly corrections: Corrections) {
    const list = directory === null ? "" : Deno.readTextFileSync(`${directory}/SOURCES.tsv`);
    const rows = parse(list, { columns: true, delimiter: "\t", quote: null }) as TextRow[];
    this.files = new Map(rows.map((row) => [row.file!, {
      file: row.file!,
      repository: row.repo!,
      path: row.path!,
      commit: row.commit!,
      bytes: Number(row.bytes),
      sha256: row.sha256!,
      license: row.licence!,
      note: row.note!,
    }]));
  }

  /** Says for which table files are read from now on. */
  startTable(name: string): void {
    this.#table = name;
  }

  /**
   * The files that the list has in a folder, in its order.
   *
   * @throws {MissingRawFile} if it has none there: nothing is built from nothing.
   */
  listed(folder: string): string[] {
    const files = [...this.files.keys()].filter((file) => file.startsWith(folder));
    if (files.length === 0) throw new MissingRawFile(folder);
    return files;
  }

  /** A file's bytes, checked. */
  bytes(file: string): Uint8Array {
    if (this.directory === null) throw new MissingRawFile(file);
    const entry = this.files.get(file);
    if (entry === undefined) {
      throw new DataError("Cannot build", [{
        file,
        expected: "a file named in SOURCES.tsv",
        found: "no such entry",
      }]);
    }
    let bytes: Uint8Array;
    try {
      bytes = Deno.readFileSync(`${this.directory}/${file}`);
    } catch (cause) {
      if (cause instanceof Deno.errors.NotFound) throw new MissingRawFile(file);
      throw cause;
    }
    const hash = sha256(bytes);
    if (hash !== entry.sha256) {
      throw new DataError("Cannot build", [{
        file,
        expected: `SHA-256 ${entry.sha256}`,
        found: hash,
      }]);
    }
    const tables = this.uses.get(file) ?? new Set();
    this.uses.set(file, tables.add(this.#table));
    return bytes;
  }

  /** A file's text. */
  text(file: string, encoding = "utf-8"): string {
    let bytes = this.bytes(file);
    if (file.endsWith(".gz")) bytes = gunzipSync(bytes);
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  }

  /** A JSON file's content. */
  json<T>(file: string): T {
    return JSON.parse(this.text(file)) as T;
  }

  /** A delimited file's rows as text, with the declared corrections made. */
  csv(file: string, options: CsvOptions = {}): TextRow[] {
    const rows = parse(this.text(file, options.encoding), {
      bom: true,
      columns: options.columns === undefined ? true : [...options.columns],
      delimiter: options.delimiter ?? ",",
      relax_quotes: options.loose ?? false,
      relax_column_count: options.loose ?? false,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
    }) as TextRow[];
    return this.corrections.apply(file, rows);
  }

  /** One sheet of a workbook as rows of cells. */
  sheet(file: string, name: string): WorkbookCell[][] {
    const key = `${file}\n${name}`;
    const bytes = this.bytes(file);
    let book = this.#books.get(key);
    if (book === undefined) {
      book = read(bytes, { dense: true, sheets: [name] });
      this.#books.set(key, book);
    }
    const sheet = book.Sheets[name];
    if (sheet === undefined) {
      throw new DataError("Cannot build", [{
        file,
        expected: `a sheet "${name}"`,
        found: `sheets ${book.SheetNames.join(", ")}`,
      }]);
    }
    return utils.sheet_to_json<WorkbookCell[]>(sheet, { header: 1, raw: true });
  }
}
