import type { TextField } from "./returns_table.ts";
import type { TextColumn } from "./text_column.ts";

/** Fewer rows show no pattern. */
const LEAST_ROWS = 3;

/**
 * A column in which a name stands in the first row of its group and blanks below it, as sheets print
 * it: filled down. Known by its pattern: the first row has a name, no name follows another directly,
 * and blanks are at least as many.
 *
 * @returns The filled column, or undefined where the column has no such pattern.
 */
export function filledDown({ codes, values, folded }: TextColumn): TextColumn | undefined {
  if (codes.length < LEAST_ROWS || codes[0] === 0) return undefined;
  let names = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === 0) continue;
    if (row > 0 && codes[row - 1] !== 0) return undefined;
    names++;
  }
  if (2 * names > codes.length) return undefined;
  let last = 0;
  return { values, folded, codes: codes.map((code) => last = code === 0 ? last : code) };
}

/** Columns that sheets fill in once for several rows. */
export const FILLED: readonly TextField[] = ["county", "jurisdiction", "precinct"];
