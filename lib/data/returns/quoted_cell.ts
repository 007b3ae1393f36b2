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

const KEPT = {
  expected: "cells that are quoted as a whole or not at all",
  found: "a quotation mark in the middle of a cell, whose end is clear",
  option: "quotes",
} as const;

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
    // Where the cell closes for certain, behind marks that stand in its text.
    let close = -1;
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
        if (at === close) break;
        if (bytes[at + 1] === QUOTE && at + 1 !== close) {
          escaped = true;
          at++;
        } else if (close === -1) {
          const found = lines === 0 && !this.#endsAt(bytes, at + 1)
            ? this.#closing(bytes, at, last)
            : at;
          if (found === end && !last) return undefined;
          if (found === at || found === end || found === -1) break;
          close = found;
          this.#blame(line, column, KEPT);
        }
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
    close = at;
    at++;
    while (at < end && bytes[at] === SPACE) at++;
    if (!this.#endsAt(bytes, at)) {
      while (at < end && bytes[at] !== delimiter && bytes[at] !== LF) at++;
      if (at === end && !last) return undefined;
      if (cells === 0 && lines === 0) {
        // "Mad" Max: the marks are a part of the name.
        this.#blame(line, column, KEPT);
        const cellEnd = bytes[at - 1] === CR ? at - 1 : at;
        let hash = EMPTY_HASH;
        for (let each = open; each < cellEnd; each++) hash = hashByte(hash, bytes[each]!);
        return { source: bytes, cell: open, cellEnd, hash, at: cellEnd, lines };
      }
      this.#blame(line, column, {
        expected: "cells that are quoted as a whole or not at all",
        found: "a quotation mark in the middle of a cell",
      });
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

  /** Whether a cell ends here: at a delimiter, a line's end or the file's. */
  #endsAt(bytes: Uint8Array, from: number): boolean {
    let at = from;
    while (bytes[at] === SPACE) at++;
    const byte = bytes[at];
    return byte === undefined || byte === this.#plan.delimiter || byte === LF || byte === CR;
  }

  /**
   * The mark that closes a cell in whose text another one stands: the first on the same line that
   * stands before a delimiter or the line's end, without a delimiter between; −1 where there is
   * none, the bytes' end where they do not say.
   */
  #closing(bytes: Uint8Array, from: number, last: boolean): number {
    for (let at = from + 1; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LF || byte === this.#plan.delimiter) return -1;
      if (byte !== QUOTE) continue;
      let next = at + 1;
      while (bytes[next] === SPACE) next++;
      if (next >= bytes.length && !last) break;
      if (this.#endsAt(bytes, next)) return at;
    }
    return bytes.length;
  }

  #blame(
    line: number,
    column: number,
    what: Pick<ReturnsProblem, "expected" | "found" | "option">,
  ): void {
    const { file, names } = this.#plan;
    this.#problems.push({
      file,
      row: line,
      ...(names[column] === undefined ? {} : { column: names[column] }),
      ...what,
    });
  }
}
