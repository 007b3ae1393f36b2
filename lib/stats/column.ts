import { refusal, requireCount, requireList, requireNumbers, requireRecord } from "../check/mod.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import type { LogisticFit } from "./logistic_regression.ts";
import type { Term } from "./term.ts";

/** One value a unit, in the units' order: a plain or a typed array. */
export type Column = ArrayLike<number>;

/** The largest size of a value: no count is so large, and its fourth power is still a number. */
const LARGEST = 1e60;

/**
 * Returns the column if it has a finite number a unit: `length` of them, or at least one. Every function of
 * this room asks it first, so that a bad value is named where it enters, and never becomes NaN.
 */
export function requireColumn(
  task: string,
  where: string,
  column: Column,
  length?: number,
): Column {
  const lengths = length === undefined ? { least: 1 } : { least: 1, length };
  requireNumbers(task, where, column as readonly number[], lengths);
  for (let i = 0; i < column.length; i++) {
    if (Math.abs(column[i]!) <= LARGEST) continue;
    const expected = `a number from -${LARGEST} to ${LARGEST}`;
    throw new RangeError(refusal({ task, where: `${where}[${i}]`, found: column[i], expected }));
  }
  return column;
}

/**
 * Refuses successes and trials unless each is a count, of `most` trials at most, and no unit has more successes
 * than trials. A place is named only where it is wrong: a simulation asks for millions.
 */
export function requireSuccesses(
  task: string,
  successes: Column,
  trials: Column,
  most: number,
): void {
  for (let i = 0; i < trials.length; i++) {
    const [of, count] = [trials[i]!, successes[i]!];
    if (
      Number.isSafeInteger(of) && of <= most && Number.isSafeInteger(count) && count >= 0 &&
      count <= of
    ) continue;
    requireCount(task, `trials[${i}]`, of, { maximum: most });
    requireCount(task, `successes[${i}]`, count, { maximum: of });
  }
}

/** The least size of a column's largest value: its square's reciprocal, squared, is still a number. */
const SMALLEST = 1e-60;

/** Returns the column if its values are all 0 or not all too small for a fit's variances. */
export function requireScale(task: string, where: string, column: Column): Column {
  let largest = 0;
  for (let i = 0; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]!));
  if (largest === 0 || largest >= SMALLEST) return column;
  const found = `no value larger than ${largest}`;
  const expected = `one of at least ${SMALLEST} (take another unit)`;
  throw new RangeError(`Cannot ${task}: ${where}: found ${found}, expected ${expected}`);
}

/** Returns the weights if they are one a unit, finite and above 0. */
export function requireWeights(
  task: string,
  where: string,
  weights: Column,
  length: number,
): Column {
  requireColumn(task, where, weights, length);
  requireScale(task, where, weights);
  const expected = "a weight above 0 (leave out the units that should not count)";
  for (let i = 0; i < length; i++) {
    if (weights[i]! > 0) continue;
    throw new RangeError(refusal({ task, where: `${where}[${i}]`, found: weights[i], expected }));
  }
  return weights;
}

/** Returns the treatment if it holds only 0 and 1, and both. */
export function requireTreatment(
  task: string,
  where: string,
  treated: Column,
  length?: number,
): Column {
  requireColumn(task, where, treated, length);
  let ones = 0;
  for (let i = 0; i < treated.length; i++) {
    const value = treated[i]!;
    if (value !== 0 && value !== 1) {
      throw new RangeError(
        refusal({ task, where: `${where}[${i}]`, found: value, expected: "0 or 1" }),
      );
    }
    ones += value;
  }
  if (ones === 0 || ones === treated.length) {
    const found = `${ones === 0 ? 0 : 1} for every unit`;
    throw new RangeError(`Cannot ${task}: ${where}: found ${found}, expected both 0 and 1`);
  }
  return treated;
}

/** Returns the labels if they are text, one a unit, and of at least so many kinds. */
export function requireLabels(
  task: string,
  where: string,
  labels: ArrayLike<string>,
  length: number,
  kinds = 1,
): ArrayLike<string> {
  requireList(task, where, labels, { length });
  for (let i = 0; i < length; i++) {
    if (typeof labels[i] === "string") continue;
    const expected = "a label (text)";
    throw new TypeError(refusal({ task, where: `${where}[${i}]`, found: labels[i], expected }));
  }
  const found = new Set(Array.from(labels)).size;
  if (found < kinds) {
    const label = `${found} kind${found === 1 ? "" : "s"} of label`;
    throw new RangeError(`Cannot ${task}: ${where}: found ${label}, expected at least ${kinds}`);
  }
  return labels;
}

/** Returns the terms if each is one that `numeric`, `factor` or `interaction` gives. */
export function requireTerms(task: string, terms: readonly Term[]): readonly Term[] {
  requireList(task, "terms", terms);
  for (const [i, term] of terms.entries()) requireTerm(task, `terms[${i}]`, term);
  return terms;
}

/** Returns the term if it is one. */
export function requireTerm(task: string, where: string, term: Term): Term {
  if (typeof term === "object" && term !== null && Array.isArray(term.columns)) return term;
  const expected = "a term, as numeric, factor and interaction give";
  throw new TypeError(refusal({ task, where, found: term, expected }));
}

/** Returns the fit if it is one of `leastSquares`. */
export function requireFit(task: string, fit: LeastSquaresFit): LeastSquaresFit {
  const record = requireRecord(task, "fit", fit);
  if (Array.isArray(record.basis) && Array.isArray(record.inverseTriangle)) return fit;
  throw new TypeError(
    refusal({ task, where: "fit", found: fit, expected: "a fit that leastSquares gave" }),
  );
}

/** Returns the fit if it is one of `logisticRegression`. */
export function requireLogisticFit(task: string, fit: LogisticFit): LogisticFit {
  const record = requireRecord(task, "fit", fit);
  if (record.probabilities instanceof Float64Array && Array.isArray(record.covariance)) return fit;
  throw new TypeError(
    refusal({ task, where: "fit", found: fit, expected: "a fit that logisticRegression gave" }),
  );
}
