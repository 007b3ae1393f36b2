import type { ReturnsProblem } from "./problem.ts";
import type { ScanPlan } from "./scan_plan.ts";
import {
  ByteDictionary,
  type CountColumn,
  foldedCodes,
  grown,
  plainCount,
  type TextColumn,
} from "./text_column.ts";

/** What a scan fills: for each column that is used its codes or its counts, with room to grow. */
export class ScannedColumns {
  /** How many rows there is room for. */
  capacity: number;
  readonly codes: Int32Array<ArrayBuffer>[];
  readonly dictionaries: readonly (ByteDictionary | undefined)[];
  readonly counts: (Float64Array<ArrayBuffer> | undefined)[];
  readonly #odd: readonly Map<number, string>[];
  readonly #plan: ScanPlan;

  constructor(plan: ScanPlan) {
    const { uses } = plan;
    this.#plan = plan;
    this.capacity = Math.max(1, plan.rows);
    this.dictionaries = uses.map((use) => use === "text" ? new ByteDictionary() : undefined);
    this.codes = uses.map((use) => new Int32Array(use === "text" ? this.capacity : 0));
    this.counts = uses.map((use) => use === "count" ? new Float64Array(this.capacity) : undefined);
    this.#odd = uses.map(() => new Map());
  }

  /** Makes room for more rows. */
  grow(): void {
    this.capacity *= 2;
    this.#plan.uses.forEach((use, column) => {
      if (use === "text") this.codes[column] = grown(this.codes[column]!, this.capacity);
      else if (use === "count") {
        const values = new Float64Array(this.capacity);
        values.set(this.counts[column]!);
        this.counts[column] = values;
      }
    });
  }

  /** Takes a cell of a column of counts that is not digits alone, as it stands. */
  takeOdd(column: number, row: number, cell: Uint8Array): void {
    const text = new TextDecoder().decode(cell).trim();
    const count = plainCount(text);
    this.counts[column]![row] = count;
    if (Number.isNaN(count)) this.#odd[column]!.set(row, text);
  }

  /** Forgets what is not in the arrays of a row that is not kept: the next row takes its place. */
  forget(row: number): void {
    for (const odd of this.#odd) odd.delete(row);
  }

  /** A column of counts. */
  countsOf(column: number, rows: number): CountColumn {
    return { values: this.counts[column]!.subarray(0, rows), odd: this.#odd[column]! };
  }

  /** A column of text; says where values are no UTF-8 or hold NUL bytes. */
  textOf(
    column: number,
    rows: number,
    problems: ReturnsProblem[],
    lineOf: (row: number) => number,
  ): TextColumn {
    const codes = this.codes[column]!.subarray(0, rows);
    const dictionary = this.dictionaries[column]!;
    const blame = (code: number, what: Pick<ReturnsProblem, "expected" | "found" | "option">) => {
      const lines: number[] = [];
      codes.forEach((other, row) => other === code && lines.push(lineOf(row)));
      if (lines.length === 0) return;
      const { file, names } = this.#plan;
      problems.push({ file, row: lines[0]!, rows: lines, column: names[column]!, ...what });
    };
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const values = Array.from({ length: dictionary.size }, (_, code) => {
      const bytes = dictionary.bytes(code);
      if (bytes.includes(0)) {
        blame(code, {
          expected: "text: the file is damaged, or in UTF-16",
          found: "a NUL byte",
        });
      }
      try {
        return strict.decode(bytes).trim();
      } catch {
        const value = new TextDecoder("windows-1252").decode(bytes).trim();
        const byte = bytes.find((each) => each >= 0x80)!.toString(16).toUpperCase();
        blame(code, {
          expected: "text in UTF-8: save the file as UTF-8",
          found: `the byte 0x${byte}, as in Windows-1252 or Latin-1 ("${value}")`,
          option: "encoding",
        });
        return value;
      }
    });
    return { codes, values, folded: foldedCodes(dictionary) };
  }
}
