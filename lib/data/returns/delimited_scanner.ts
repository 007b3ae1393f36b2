import type { ReturnsProblem } from "./problem.ts";
import {
  ByteDictionary,
  EMPTY_HASH,
  foldedCodes,
  grown,
  hashByte,
  type TextColumn,
} from "./text_column.ts";
import type { CountColumn } from "./text_column.ts";

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** Counts with up to so many digits are exact in a double. */
const EXACT_DIGITS = 15;
/** A quoted cell that runs over so many lines was never meant as one. */
const MOST_LINES = 100;

/** What becomes of one column of a delimited file. */
export type ColumnUse = "skip" | "text" | "count";

/** How a file is cut into rows and cells. */
export interface ScanPlan {
  readonly file: string;
  readonly delimiter: number;
  /** Whether a carriage return alone ends a line. */
  readonly carriageReturns: boolean;
  readonly uses: readonly ColumnUse[];
  /** Names of the columns, for problems. */
  readonly names: readonly string[];
  /** The line on which the header ends. */
  readonly headerLine: number;
  /** About how many rows there will be. */
  readonly rows: number;
  /** The column whose value decides whether a row is kept. */
  readonly filter?: { readonly column: number; readonly keep: (value: string) => boolean };
}

/** What a scan found. */
export interface Scanned {
  readonly rows: number;
  readonly texts: ReadonlyMap<number, TextColumn>;
  readonly counts: ReadonlyMap<number, CountColumn>;
  /** The line in the file on which a row starts. */
  readonly lineOf: (row: number) => number;
  readonly problems: readonly ReturnsProblem[];
  /** Rows that were not kept, by the value of the filter's column. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Whether the last line is a row that was kept and has no line end. */
  readonly open: boolean;
}

class Counts {
  values: Float64Array;
  readonly odd = new Map<number, string>();
  constructor(rows: number) {
    this.values = new Float64Array(rows);
  }
}

/**
 * Cuts delimited text into columns, chunk by chunk: codes for text, numbers for counts, no string
 * and no object for a row. Needs neither a file nor a whole file in memory, so it runs on a stream
 * in a browser as on a disk.
 */
export class DelimitedScanner {
  readonly #plan: ScanPlan;
  readonly #dictionaries: (ByteDictionary | undefined)[];
  readonly #codes: Int32Array<ArrayBuffer>[];
  readonly #counts: (Counts | undefined)[];
  readonly #problems: ReturnsProblem[] = [];
  readonly #ragged = new Map<string, { lines: number[]; count: number }>();
  readonly #kept: (boolean | undefined)[] = [];
  readonly #left: number[] = [];
  /** Rows from which on the line is further ahead, and by how much. */
  readonly #jumps: { row: number; shift: number }[] = [];
  #scratch = new Uint8Array(256);
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #row = 0;
  #line: number;
  #open = false;
  #capacity: number;

  constructor(plan: ScanPlan) {
    this.#plan = plan;
    this.#line = plan.headerLine + 1;
    this.#capacity = Math.max(16, plan.rows);
    this.#dictionaries = plan.uses.map((use) => use === "text" ? new ByteDictionary() : undefined);
    this.#codes = plan.uses.map((use) => new Int32Array(use === "text" ? this.#capacity : 0));
    this.#counts = plan.uses.map((use) => use === "count" ? new Counts(this.#capacity) : undefined);
  }

  /** Takes the next bytes of the file. */
  push(chunk: Uint8Array<ArrayBuffer>): void {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    this.#rest = bytes.slice(this.#scan(bytes, false));
  }

  /** Says that there are no more bytes, and gives the columns. */
  end(): Scanned {
    if (this.#rest.length > 0) this.#scan(this.#rest, true);
    this.#rest = new Uint8Array(0);
    this.#reportRagged();
    const rows = this.#row;
    const texts = new Map<number, TextColumn>();
    const counts = new Map<number, CountColumn>();
    const leftOut = new Map<string, number>();
    this.#plan.uses.forEach((use, column) => {
      if (use === "text") {
        const codes = this.#codes[column]!.subarray(0, rows);
        const values = this.#values(column, codes);
        const folded = foldedCodes(this.#dictionaries[column]!);
        texts.set(column, { codes, values, folded });
        if (column === this.#plan.filter?.column) {
          this.#left.forEach((count, code) => {
            if (count > 0) {
              const value = values[code]!;
              leftOut.set(value, (leftOut.get(value) ?? 0) + count);
            }
          });
        }
      } else if (use === "count") {
        const { values, odd } = this.#counts[column]!;
        counts.set(column, { values: values.subarray(0, rows), odd });
      }
    });
    return {
      rows,
      texts,
      counts,
      lineOf: (row) => this.#lineOf(row),
      problems: this.#problems,
      leftOut,
      open: this.#open,
    };
  }

  #lineOf(row: number): number {
    let shift = 0;
    let low = 0;
    let high = this.#jumps.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#jumps[middle]!.row <= row) {
        shift = this.#jumps[middle]!.shift;
        low = middle + 1;
      } else high = middle - 1;
    }
    return this.#plan.headerLine + 1 + row + shift;
  }

  /** The distinct values of a column as text; says where they are no UTF-8 or hold NUL bytes. */
  #values(column: number, codes: Int32Array): string[] {
    const dictionary = this.#dictionaries[column]!;
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const values: string[] = [];
    for (let code = 0; code < dictionary.size; code++) {
      const bytes = dictionary.bytes(code);
      let value: string;
      try {
        value = strict.decode(bytes).trim();
      } catch {
        value = new TextDecoder("windows-1252").decode(bytes).trim();
        const byte = bytes.find((each) => each >= 0x80)!.toString(16).toUpperCase();
        this.#blame(column, codes, code, {
          expected: "text in UTF-8: save the file as UTF-8",
          found: `the byte 0x${byte}, as in Windows-1252 or Latin-1 ("${value}")`,
          option: "encoding",
        });
      }
      if (bytes.includes(0)) {
        this.#blame(column, codes, code, {
          expected: "text: the file is damaged, or in UTF-16",
          found: "a NUL byte",
        });
      }
      values.push(value);
    }
    return values;
  }

  /** Says what is wrong with a value, in all rows that hold it. */
  #blame(
    column: number,
    codes: Int32Array,
    code: number,
    what: Pick<ReturnsProblem, "expected" | "found" | "option">,
  ): void {
    const rows: number[] = [];
    codes.forEach((other, row) => other === code && rows.push(this.#lineOf(row)));
    if (rows.length === 0) return;
    const { file, names } = this.#plan;
    this.#problems.push({ file, row: rows[0]!, rows, column: names[column]!, ...what });
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5) + 1024;
    this.#plan.uses.forEach((use, column) => {
      if (use === "text") this.#codes[column] = grown(this.#codes[column]!, this.#capacity);
      else if (use === "count") {
        const values = new Float64Array(this.#capacity);
        values.set(this.#counts[column]!.values);
        this.#counts[column]!.values = values;
      }
    });
  }

  /** Reads the rows that are complete in the bytes; gives where the first incomplete one starts. */
  #scan(bytes: Uint8Array, last: boolean): number {
    const { delimiter, uses, carriageReturns, filter } = this.#plan;
    const width = uses.length;
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      const rowStart = at;
      if (this.#row === this.#capacity) this.#grow();
      const row = this.#row;
      let column = 0;
      let lines = 1;
      let ended = false;
      let extra = false;
      let blank = true;
      for (;;) {
        const use = column < width ? uses[column]! : "skip";
        let cell = at;
        let cellEnd = at;
        let hash = EMPTY_HASH;
        let source = bytes;
        if (at < end && bytes[at] === QUOTE) {
          const quoted = this.#quoted(bytes, at, last, column, lines);
          if (quoted === undefined) return rowStart;
          ({ source, cell, cellEnd, hash, at } = quoted);
          lines += quoted.lines;
          blank = false;
        } else if (use === "count") {
          let value = 0;
          let byte = 0;
          while (at < end && (byte = bytes[at]! - 0x30) >= 0 && byte <= 9) {
            value = value * 10 + byte;
            at++;
          }
          const next = at < end ? bytes[at]! : LF;
          const digits = at - cell;
          if (
            digits > 0 && digits <= EXACT_DIGITS &&
            (next === delimiter || next === LF ||
              next === CR && (at + 1 >= end || bytes[at + 1] === LF || carriageReturns))
          ) {
            this.#counts[column]!.values[row] = value;
            cellEnd = -1;
            blank = false;
          } else {
            while (
              at < end && bytes[at] !== delimiter && bytes[at] !== LF &&
              !(carriageReturns && bytes[at] === CR)
            ) at++;
            cellEnd = at;
          }
        } else if (use === "text") {
          let byte = 0;
          while (
            at < end && (byte = bytes[at]!) !== delimiter && byte !== LF &&
            !(byte === CR && (carriageReturns || bytes[at + 1] === LF))
          ) {
            hash = hashByte(hash, byte);
            at++;
          }
          cellEnd = at;
        } else {
          let byte = 0;
          while (
            at < end && (byte = bytes[at]!) !== delimiter && byte !== LF &&
            !(carriageReturns && byte === CR)
          ) at++;
          cellEnd = at;
        }
        if (at >= end && !last) return rowStart;
        if (cellEnd > cell) {
          if (column >= width) extra ||= !isBlank(source, cell, cellEnd);
          blank = false;
        }
        if (use === "text") {
          this.#codes[column]![row] = this.#dictionaries[column]!.code(source, cell, cellEnd, hash);
        } else if (use === "count" && cellEnd >= 0) this.#odd(column, row, source, cell, cellEnd);
        column++;
        if (at >= end) break;
        const byte = bytes[at]!;
        at++;
        if (byte === delimiter) continue;
        if (byte === CR && bytes[at] === LF) at++;
        else if (byte === CR && at >= end && !last) return rowStart;
        ended = true;
        break;
      }
      if (blank && column === 1) {
        // A blank line is no row: the next ones are further down than their number says.
        this.#line += lines;
        this.#jump();
        continue;
      }
      const whole = column === width || column > width && !extra;
      if (!whole) {
        this.#raggedRow(column, !ended && last);
        this.#forget(row);
      } else if (filter !== undefined && !this.#keeps(this.#codes[filter.column]![row]!)) {
        this.#forget(row);
      } else {
        this.#row++;
        this.#open = !ended;
        this.#line += lines;
        if (lines > 1) this.#jump();
        continue;
      }
      this.#line += lines;
      this.#jump();
    }
    return at;
  }

  /** Notes that the next row is not on the line that its number gives. */
  #jump(): void {
    const shift = this.#line - (this.#plan.headerLine + 1 + this.#row);
    const last = this.#jumps.at(-1);
    if (last?.row === this.#row) last.shift = shift;
    else this.#jumps.push({ row: this.#row, shift });
  }

  #forget(row: number): void {
    for (const counts of this.#counts) counts?.odd.delete(row);
  }

  #keeps(code: number): boolean {
    let keep = this.#kept[code];
    if (keep === undefined) {
      const bytes = this.#dictionaries[this.#plan.filter!.column]!.bytes(code);
      keep = this.#kept[code] = this.#plan.filter!.keep(new TextDecoder().decode(bytes).trim());
      this.#left[code] ??= 0;
    }
    if (!keep) this.#left[code]!++;
    return keep;
  }

  #odd(column: number, row: number, bytes: Uint8Array, start: number, end: number): void {
    const text = new TextDecoder().decode(bytes.subarray(start, end)).trim();
    const counts = this.#counts[column]!;
    if (/^\d{1,15}$/.test(text)) counts.values[row] = Number(text);
    else {
      counts.values[row] = NaN;
      counts.odd.set(row, text);
    }
  }

  /** A quoted cell; undefined where it does not end in these bytes and more are to come. */
  #quoted(
    bytes: Uint8Array,
    open: number,
    last: boolean,
    column: number,
    linesBefore: number,
  ): {
    source: Uint8Array;
    cell: number;
    cellEnd: number;
    hash: number;
    at: number;
    lines: number;
  } | undefined {
    const { delimiter, file, names, uses } = this.#plan;
    const end = bytes.length;
    const line = this.#line + linesBefore - 1;
    const blame = (found: string, expected: string) =>
      this.#problems.push({
        file,
        row: line,
        ...(names[column] === undefined ? {} : { column: names[column] }),
        expected,
        found,
      });
    let at = open + 1;
    let hash = EMPTY_HASH;
    let length = 0;
    let lines = 0;
    let cells = 0;
    let escaped = false;
    for (;;) {
      if (at >= end) {
        if (!last && lines < MOST_LINES) return undefined;
        blame(
          "the end of the file: it seems to be cut off",
          "a closing quotation mark",
        );
        return { source: bytes, cell: open + 1, cellEnd: end, hash, at: end, lines };
      }
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (at + 1 >= end && !last) return undefined;
        if (bytes[at + 1] !== QUOTE) break;
        escaped = true;
        at++;
      } else if (byte === LF) lines++;
      else if (byte === delimiter) cells++;
      if (length === this.#scratch.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(this.#scratch);
        this.#scratch = larger;
      }
      this.#scratch[length++] = byte;
      hash = hashByte(hash, byte);
      at++;
    }
    const close = at;
    at++;
    while (at < end && bytes[at] === SPACE && delimiter !== SPACE) at++;
    const next = at < end ? bytes[at]! : LF;
    if (next !== delimiter && next !== LF && next !== CR) {
      blame(
        "a quotation mark in the middle of a cell",
        "cells that are quoted as a whole or not at all",
      );
      while (at < end && bytes[at] !== delimiter && bytes[at] !== LF) at++;
    }
    if (lines > 0 && cells >= uses.length - 1) {
      blame(
        `a quotation mark that takes in ${lines} further line${lines === 1 ? "" : "s"}, to line ${
          line + lines
        }`,
        "a quotation mark that is closed on its line",
      );
    }
    return escaped
      ? { source: this.#scratch, cell: 0, cellEnd: length, hash, at, lines }
      : { source: bytes, cell: open + 1, cellEnd: close, hash, at, lines };
  }

  #raggedRow(cells: number, cut: boolean): void {
    const found = cut && cells < this.#plan.uses.length
      ? `${cells} in the last row: the file seems to be cut off`
      : `${cells}`;
    const entry = this.#ragged.get(found) ?? { lines: [], count: 0 };
    this.#ragged.set(found, entry);
    entry.lines.push(this.#line);
  }

  #reportRagged(): void {
    for (const [found, { lines }] of this.#ragged) {
      this.#problems.push({
        file: this.#plan.file,
        row: lines[0]!,
        rows: lines,
        expected: `${this.#plan.uses.length} cells`,
        found,
        option: "cells",
      });
    }
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > SPACE) return false;
  return true;
}
