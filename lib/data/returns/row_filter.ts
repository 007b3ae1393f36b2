import type { ScanPlan } from "./scan_plan.ts";
import type { ByteDictionary } from "./text_column.ts";

/** Which rows are kept, by the value of one column: decided once a value. */
export class RowFilter {
  readonly #keep: (value: string) => boolean;
  readonly #dictionary: ByteDictionary;
  readonly #kept: boolean[] = [];
  readonly #left: number[] = [];

  constructor({ keep }: NonNullable<ScanPlan["filter"]>, dictionary: ByteDictionary) {
    this.#keep = keep;
    this.#dictionary = dictionary;
  }

  /** Whether a row with this code is kept; one that is not is counted. */
  keeps(code: number): boolean {
    const keep = this.#kept[code] ??= this.#keep(
      new TextDecoder().decode(this.#dictionary.bytes(code)).trim(),
    );
    if (!keep) this.#left[code] = (this.#left[code] ?? 0) + 1;
    return keep;
  }

  /** How many rows were not kept, by the column's value. */
  leftOut(values: readonly string[]): Map<string, number> {
    const leftOut = new Map<string, number>();
    this.#left.forEach((count, code) => {
      const value = values[code]!;
      leftOut.set(value, (leftOut.get(value) ?? 0) + count);
    });
    return leftOut;
  }
}
