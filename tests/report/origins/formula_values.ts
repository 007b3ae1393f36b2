import type { RowFormula } from "../../../lib/report/origins/number_index.ts";

/** What each formula of rows gives for the sums of its terms. */
export const FORMULA_VALUES: Readonly<
  Record<RowFormula, (a: number, b: number, c: number) => number>
> = {
  "a": (a) => a,
  "rows": (a) => a,
  "a + b": (a, b) => a + b,
  "a - b": (a, b) => a - b,
  "a / b": (a, b) => a / b,
  "a / (a + b)": (a, b) => a / (a + b),
  "(a - b) / b": (a, b) => (a - b) / b,
  "(a - b) / (a + b)": (a, b) => (a - b) / (a + b),
  "(a - b) / c": (a, b, c) => (a - b) / c,
};
