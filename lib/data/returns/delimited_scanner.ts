import { LineNumbers } from "./line_numbers.ts";
import type { ReturnsProblem } from "./problem.ts";
import { QUOTE, QuotedCells } from "./quoted_cell.ts";
import { RaggedRows } from "./ragged_rows.ts";
import { RowFilter } from "./row_filter.ts";
import type { Scanned, ScanPlan } from "./scan_plan.ts";
import { ScannedColumns } from "./scanned_columns.ts";
import {
  type CountColumn,
  EMPTY_HASH,
  EXACT_DIGITS,
  hashByte,
  type TextColumn,
} from "./text_column.ts";

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * Cuts delimited text into columns, chunk by chunk: codes for text, numbers for counts, no string
 * and no object for a row. Needs neither a file nor a whole file in memory, so it runs on a stream
 * in a browser as on a disk.
 */
export class DelimitedScanner {
  readonly #plan: ScanPlan;
  readonly #columns: ScannedColumns;
  readonly #filter: RowFilter | undefined;
  readonly #problems: ReturnsProblem[] = [];
  readonly #quoted: QuotedCells;
  readonly #ragged: RaggedRows;
  readonly #lines: LineNumbers;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #row = 0;
  #line: number;
  #open = false;

  constructor(plan: ScanPlan) {
    this.#plan = plan;
    this.#line = plan.headerLine + 1;
    this.#lines = new LineNumbers(this.#line);
    this.#columns = new ScannedColumns(plan);
    this.#quoted = new QuotedCells(plan, this.#problems);
    this.#ragged = new RaggedRows(plan);
    this.#filter = plan.filter === undefined
      ? undefined
      : new RowFilter(plan.filter, this.#columns.dictionaries[plan.filter.column]!);
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
    // A row that is not complete is read again, and what is wrong with it is said then.
    while ((this.#problems.at(-1)?.row ?? 0) >= this.#line) this.#problems.pop();
  }

  /** Says that there are no more bytes, and gives the columns. */
  end(): Scanned {
    this.#scan(this.#rest, true);
    const rows = this.#row;
    const lineOf = (row: number) => this.#lines.of(row);
    const problems = [...this.#problems, ...this.#ragged.problems()];
    const texts = new Map<number, TextColumn>();
    const counts = new Map<number, CountColumn>();
    this.#plan.uses.forEach((use, column) => {
      if (use === "text") {
        texts.set(column, this.#columns.textOf(column, rows, problems, lineOf));
      } else if (use === "count") counts.set(column, this.#columns.countsOf(column, rows));
    });
    const leftOut = this.#filter?.leftOut(texts.get(this.#plan.filter!.column)!.values);
    return {
      rows,
      texts,
      counts,
      lineOf,
      problems,
      leftOut: leftOut ?? new Map(),
      open: this.#open,
    };
  }

  /** Reads the rows that are complete in the bytes; gives where the first incomplete one starts. */
  #scan(bytes: Uint8Array, last: boolean): number {
    const { delimiter, uses, carriageReturns, filter } = this.#plan;
    const columns = this.#columns;
    const { codes, counts, dictionaries } = columns;
    const width = uses.length;
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      const rowStart = at;
      if (this.#row === columns.capacity) columns.grow();
      const row = this.#row;
      let column = 0;
      let lines = 1;
      let rowEnd = at;
      let ended = false;
      let extra = false;
      for (;;) {
        const use = column < width ? uses[column]! : "skip";
        let cell = at;
        let cellEnd = at;
        let hash = EMPTY_HASH;
        let source = bytes;
        if (at < end && bytes[at] === QUOTE) {
          const line = this.#line + lines - 1;
          const quoted = this.#quoted.read(bytes, at, { last, column, line });
          if (quoted === undefined) return rowStart;
          ({ source, cell, cellEnd, hash, at } = quoted);
          lines += quoted.lines;
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
            counts[column]![row] = value;
            cellEnd = -1;
          } else {
            at = cellAfter(bytes, at, delimiter, carriageReturns);
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
          at = cellAfter(bytes, at, delimiter, carriageReturns);
          cellEnd = at;
        }
        if (at >= end && !last) return rowStart;
        if (column >= width) extra ||= !isBlank(source, cell, cellEnd);
        if (use === "text") {
          codes[column]![row] = dictionaries[column]!.code(source, cell, cellEnd, hash);
        } else if (use === "count" && cellEnd >= 0) {
          columns.takeOdd(column, row, source.subarray(cell, cellEnd));
        }
        column++;
        rowEnd = at;
        if (at >= end) break;
        const byte = bytes[at]!;
        at++;
        if (byte === delimiter) continue;
        if (byte === CR && bytes[at] === LF) at++;
        else if (byte === CR && at >= end && !last) return rowStart;
        ended = true;
        break;
      }
      const blank = column === 1 && isBlank(bytes, rowStart, rowEnd);
      const whole = column === width || column > width && !extra;
      const kept = whole && !blank &&
        (filter === undefined || this.#filter!.keeps(codes[filter.column]![row]!));
      if (kept) {
        this.#row++;
        this.#open = !ended;
      } else {
        // A blank line is no row, and no problem.
        if (!whole && !blank) this.#ragged.add(column, this.#line, !ended);
        columns.forget(row);
      }
      this.#line += lines;
      if (!kept || lines > 1) this.#lines.note(this.#row, this.#line);
    }
    return at;
  }
}

/** Where a cell ends of which nothing is taken while it is passed. */
function cellAfter(bytes: Uint8Array, from: number, delimiter: number, carriageReturns: boolean) {
  const end = bytes.length;
  let at = from;
  let byte = 0;
  while (
    at < end && (byte = bytes[at]!) !== delimiter && byte !== LF &&
    !(carriageReturns && byte === CR)
  ) at++;
  return at;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > SPACE) return false;
  return true;
}
