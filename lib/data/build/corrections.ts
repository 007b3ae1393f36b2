import type { Correction } from "../correction.ts";
import { DataError, type DataProblem } from "../data_error.ts";

export type { Correction };

/** A row of a raw file: every cell is text. */
export type TextRow = Record<string, string>;

/**
 * The declared corrections of raw files. Raw files are never edited: each known error is mended
 * while reading, and a correction that no longer finds what it expects stops the build.
 */
export class Corrections {
  readonly #used = new Set<Correction>();

  constructor(readonly list: readonly Correction[]) {}

  /** Mends the rows of one raw file. */
  apply(file: string, rows: TextRow[]): TextRow[] {
    const problems: DataProblem[] = [];
    let mended = rows;
    for (const correction of this.list) {
      if (correction.file !== file) continue;
      this.#used.add(correction);
      const wanted = Object.entries(correction.match);
      const matches = mended.filter((row) => wanted.every(([name, cell]) => row[name] === cell));
      const expectedRows = correction.rows ?? 1;
      if (matches.length !== expectedRows) {
        problems.push({
          file,
          expected: `${expectedRows} row${
            expectedRows === 1 ? "" : "s"
          } for the correction "${correction.id}"`,
          found: `${matches.length} rows that match ${JSON.stringify(correction.match)}`,
        });
        continue;
      }
      if (correction.action === "drop") {
        const dropped = new Set(matches);
        mended = mended.filter((row) => !dropped.has(row));
        continue;
      }
      const { column = "", expected = "", value = "" } = correction;
      for (const row of matches) {
        if (row[column] !== expected) {
          problems.push({
            file,
            column,
            expected: `"${expected}" before the correction "${correction.id}"`,
            found: `"${row[column]}"`,
          });
        }
      }
      const changed = new Set(matches);
      mended = mended.map((row) => changed.has(row) ? { ...row, [column]: value } : row);
    }
    if (problems.length > 0) throw new DataError("Cannot correct a raw file", problems);
    return mended;
  }

  /** Corrections whose file no table has read. */
  unused(): Correction[] {
    return this.list.filter((correction) => !this.#used.has(correction));
  }
}
