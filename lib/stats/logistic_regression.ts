import { requireNumber, requireOneOf, requireOptions } from "../check/mod.ts";
import { type Column, requireColumn } from "./column.ts";
import { type DesignMatrix, designMatrix } from "./design_matrix.ts";
import { requireMoreUnits } from "./least_squares.ts";
import { backSubstitute, type DroppedColumn, inverseRows, orthogonalize } from "./householder.ts";
import type { Term } from "./term.ts";

/** What a logistic regression is asked to fit. */
export interface LogisticProblem {
  /** Successes of each unit: 0 or 1, or a count of `trials`. */
  readonly successes: Column;
  /** Trials of each unit (ballots, when success is a ballot without a vote). Default: 1 each. */
  readonly trials?: Column;
  /** The right-hand side's terms; an intercept is added. */
  readonly terms: readonly Term[];
  /**
   * "binomial" takes trials as independent. "quasibinomial" lets the variance be a multiple of the
   * binomial's, estimated from Pearson's residuals: use it for counts. Default: "binomial".
   */
  readonly family?: "binomial" | "quasibinomial";
}

/** A fitted logistic regression. */
export interface LogisticFit {
  /** The family that the variance is of. */
  readonly family: "binomial" | "quasibinomial";
  /** Names of the coefficients, collinear columns left out. */
  readonly names: readonly string[];
  /** The coefficients, on the log-odds scale. */
  readonly coefficients: Float64Array;
  /** Standard errors, multiplied by √dispersion for the quasi-binomial family. */
  readonly standardErrors: Float64Array;
  /** Rows of the coefficients' covariance, dispersion included. */
  readonly covariance: readonly Float64Array[];
  /** 1 for the binomial family; otherwise Pearson's chi-square over degrees of freedom. */
  readonly dispersion: number;
  /** −2 (log likelihood minus the saturated model's). */
  readonly deviance: number;
  /** The same for the mean alone. */
  readonly nullDeviance: number;
  /** Units minus coefficients. */
  readonly degreesOfFreedom: number;
  /** Number of units. */
  readonly n: number;
  /** Fitted probability of each unit. */
  readonly probabilities: Float64Array;
  /** Successes of each unit. */
  readonly successes: Float64Array;
  /** Trials of each unit. */
  readonly trials: Float64Array;
  /** The columns as given. */
  readonly design: DesignMatrix;
  /** Columns left out because columns before them say the same. */
  readonly dropped: readonly DroppedColumn[];
}

const TASK = "fit a logistic regression";
const MOST_ROUNDS = 60;

/**
 * Logistic regression by iteratively reweighted least squares (Fisher scoring), each round solved by
 * Householder QR. Cost: O(n k²) a round, seldom more than 10 rounds.
 *
 * @throws {RangeError} if successes exceed trials, trials are not positive, there are not more units than
 *   coefficients, or a column separates successes from failures: then the likelihood has no maximum, and
 *   the message names the column
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { logisticRegression } from "tallybook/stats";
 *
 * // The intercept alone is the log odds of the share: 3 of 12 is ln(1/3).
 * const fit = logisticRegression({ successes: [1, 2], trials: [4, 8], terms: [] });
 * assertAlmostEquals(fit.coefficients[0]!, Math.log(1 / 3), 1e-12);
 * ```
 */
export function logisticRegression(problem: LogisticProblem): LogisticFit {
  const { successes, trials } = checkedCounts(problem);
  const n = successes.length;
  const family = requireOneOf(TASK, '"family"', problem.family ?? "binomial", [
    "binomial",
    "quasibinomial",
  ]);
  const design = designMatrix(n, problem.terms);
  const independent = orthogonalize(design.columns, design.names);
  const columns = independent.kept.map((position) => design.columns[position]!);
  const names = independent.kept.map((position) => design.names[position]!);
  const k = columns.length;
  requireMoreUnits(TASK, n, k);
  const total = sum(successes);
  if (total === 0 || total === sum(trials)) {
    const found = `${total === 0 ? "0" : "all trials"} in every unit`;
    throw new RangeError(`Cannot ${TASK}: successes: found ${found}, expected both outcomes`);
  }
  let linear: Float64Array = Float64Array.from(
    successes,
    (s, i) => Math.log((s + 0.5) / (trials[i]! - s + 0.5)),
  );
  let coefficients: Float64Array = new Float64Array(k);
  let deviance = Infinity;
  let triangle: readonly Float64Array[] = [];
  for (let round = 0;; round++) {
    const root = new Float64Array(n);
    const response = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const p = probability(linear[i]!);
      const variance = Math.max(p * (1 - p), Number.MIN_VALUE);
      root[i] = Math.sqrt(trials[i]! * variance);
      response[i] = root[i]! * (linear[i]! + (successes[i]! / trials[i]! - p) / variance);
    }
    const factors = orthogonalize(columns.map((c) => c.map((v, i) => v * root[i]!)), names, 1e-14);
    if (factors.kept.length < k) throw separated(columns, names, coefficients);
    triangle = factors.triangle;
    const projected = factors.basis.map((q) => q.reduce((s, v, i) => s + v * response[i]!, 0));
    const next = backSubstitute(triangle, projected);
    const step = next.map((value, j) => value - coefficients[j]!);
    coefficients = next;
    linear = predictor(columns, coefficients, n);
    const before = deviance;
    deviance = devianceOf(successes, trials, linear);
    const still = Math.abs(before - deviance) <= 1e-13 * (deviance + 0.1);
    const moving = step.some((value, j) => Math.abs(value) * spread(columns[j]!) > 1e-6);
    if (still && !moving) break;
    if (round >= MOST_ROUNDS || (still && moving && round > 25)) {
      throw separated(columns, names, step);
    }
  }
  const probabilities = linear.map(probability);
  const quasi = family === "quasibinomial";
  const dispersion = quasi ? pearson(successes, trials, probabilities) / (n - k) : 1;
  const inverse = inverseRows(triangle);
  const covariance = inverse.map((row) =>
    Float64Array.from(inverse, (other) => dispersion * sum(row.map((v, j) => v * other[j]!)))
  );
  const mean = Math.log(total / (sum(trials) - total));
  return {
    family,
    names,
    coefficients,
    standardErrors: Float64Array.from(covariance, (row, j) => Math.sqrt(row[j]!)),
    covariance,
    dispersion,
    deviance,
    nullDeviance: devianceOf(successes, trials, new Float64Array(n).fill(mean)),
    degreesOfFreedom: n - k,
    n,
    probabilities,
    successes,
    trials,
    design,
    dropped: independent.dropped,
  };
}

/**
 * The probability that belongs to log odds x.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { logistic } from "tallybook/stats";
 *
 * assertEquals(logistic(0), 0.5);
 * ```
 */
export function logistic(x: number): number {
  return probability(requireNumber("find a probability", "x", x));
}

function probability(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** Refuse counts that can't be, and give them as typed arrays; trials are 1 each unless given. */
export function checkedCounts(
  problem: LogisticProblem,
): { successes: Float64Array; trials: Float64Array } {
  requireOptions(TASK, problem, ["successes", "trials", "terms", "family"]);
  const n = requireColumn(TASK, "successes", problem.successes).length;
  if (problem.trials !== undefined) requireColumn(TASK, "trials", problem.trials, n);
  const successes = Float64Array.from(problem.successes);
  const trials = problem.trials ? Float64Array.from(problem.trials) : new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) {
    const where = `trials[${i}]`;
    requireNumber(TASK, where, trials[i], { above: 0, maximum: Number.MAX_SAFE_INTEGER });
    requireNumber(TASK, `successes[${i}]`, successes[i], { minimum: 0, maximum: trials[i]! });
  }
  return { successes, trials };
}

function predictor(columns: readonly Float64Array[], b: Float64Array, n: number): Float64Array {
  const linear = new Float64Array(n);
  for (const [j, column] of columns.entries()) {
    for (let i = 0; i < n; i++) linear[i] = linear[i]! + b[j]! * column[i]!;
  }
  return linear;
}

function devianceOf(successes: Float64Array, trials: Float64Array, linear: Float64Array): number {
  let half = 0;
  for (let i = 0; i < successes.length; i++) {
    const s = successes[i]!;
    const f = trials[i]! - s;
    // −log p = log(1 + e^−x), computed without overflow on either side.
    if (s > 0) half += s * (Math.log(s / trials[i]!) + softplus(-linear[i]!));
    if (f > 0) half += f * (Math.log(f / trials[i]!) + softplus(linear[i]!));
  }
  return 2 * half;
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function pearson(successes: Float64Array, trials: Float64Array, p: Float64Array): number {
  return sum(successes.map((s, i) => {
    const t = trials[i]!;
    return (s - t * p[i]!) ** 2 / (t * p[i]! * (1 - p[i]!));
  }));
}

/** The error that names the column whose coefficient runs away fastest, measured on its own spread. */
function separated(
  columns: readonly Float64Array[],
  names: readonly string[],
  step: Float64Array,
): RangeError {
  let worst = 0;
  for (let j = 1; j < columns.length; j++) {
    const pace = Math.abs(step[j]!) * spread(columns[j]!);
    if (worst === 0 || pace > Math.abs(step[worst]!) * spread(columns[worst]!)) worst = j;
  }
  return new RangeError(
    `Cannot ${TASK}: "${
      names[worst]
    }": found that it separates successes from failures, alone or with other columns, expected overlap (the likelihood has no maximum)`,
  );
}

function spread(column: Float64Array): number {
  const mean = sum(column) / column.length;
  const deviation = Math.sqrt(sum(column.map((v) => (v - mean) ** 2)) / column.length);
  return deviation === 0 ? Math.abs(mean) : deviation;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
