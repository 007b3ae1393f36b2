import type { ReturnsProblem } from "./problem.ts";
import type { ScanPlan } from "./scan_plan.ts";
import { EMPTY_HASH, hashByte } from "./text_column.ts";

/** The byte that opens and closes a quoted cell. */
export const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** A quoted cell that runs over so many lines was never meant as one. */
const MOST_LINES = 100;

/** A quoted cell's bytes without its quotes, and where the reading goes on. */
export interface QuotedCell {
  readonly source: Uint8Array;
  readonly cell: number;
  readonly cellEnd: number;
  readonly hash: number;
  readonly at: number;
  /** How many line ends it holds. */
  readonly lines: number;
}

/** Reads quoted cells, and names stray quotes, which swallow rows. */
export class QuotedCells {
  readonly #plan: ScanPlan;
  readonly #problems: ReturnsProblem[];
  #scratch = new Uint8Array(256);

  constructor(plan: ScanPlan, problems: ReturnsProblem[]) {
    this.#plan = plan;
    this.#problems = problems;
  }

  /**
   * The quoted cell that opens at a position; undefined where it does not end in these bytes and
   * more are to come.
   */
  read(
    bytes: Uint8Array,
    open: number,
    { last, column, line }: { last: boolean; column: number; line: number },
  ): QuotedCell | undefined {
    const { delimiter, uses } = this.#plan;
    const end = bytes.length;
    let at = open + 1;
    let hash = EMPTY_HASH;
    let length = 0;
    let lines = 0;
    let cells = 0;
    let escaped = false;
    for (;;) {
      if (at >= end) {
        if (!last && lines < MOST_LINES) return undefined;
        this.#blame(line, column, {
          expected: "a closing quotation mark",
          found: "the end of the file: it seems to be cut off",
        });
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
    while (at < end && bytes[at] === SPACE) at++;
    const next = at < end ? bytes[at]! : LF;
    if (next !== delimiter && next !== LF && next !== CR) {
      this.#blame(line, column, {
        expected: "cells that are quoted as a whole or not at all",
        found: "a quotation mark in the middle of a cell",
      });
      while (at < end && bytes[at] !== delimiter && bytes[at] !== LF) at++;
    }
    if (lines > 0 && cells >= uses.length - 1) {
      this.#blame(line, column, {
        expected: "a quotation mark that is closed on its line",
        found: `a quotation mark that takes in ${lines} further line${
          lines === 1 ? "" : "s"
        }, to line ${line + lines}`,
      });
    }
    return escaped
      ? { source: this.#scratch, cell: 0, cellEnd: length, hash, at, lines }
      : { source: bytes, cell: open + 1, cellEnd: close, hash, at, lines };
  }

  #blame(line: number, column: number, what: Pick<ReturnsProblem, "expected" | "found">): void {
    const { file, names } = this.#plan;
    this.#problems.push({
      file,
      row: line,
      ...(names[column] === undefined ? {} : { column: names[column] }),
      ...what,
    });
  }
}
