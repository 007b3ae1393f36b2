import {
  requireCount,
  requireNumber,
  requireOptions,
  requireProper,
  requireText,
} from "../check/mod.ts";
import { designMatrix } from "./design_matrix.ts";
import { normalQuantile, normalTail, studentQuantile, studentTail } from "./distribution.ts";
import { orthogonalize } from "./householder.ts";
import {
  checkedCounts,
  logistic,
  type LogisticFit,
  type LogisticProblem,
  logisticRegression,
} from "./logistic_regression.ts";
import type { LeftOutPrediction } from "./outlier.ts";
import type { Term } from "./term.ts";

/** The count that the other units predict for one unit. */
export interface LeftOutCount extends LeftOutPrediction {
  /** Standard deviation of observed minus predicted, under the model. */
  readonly standardDeviation: number;
  /** Excess over that standard deviation. */
  readonly z: number;
  /** Two-sided p-value of so large an excess, by the interval's distribution, of this one unit. */
  readonly pValue: number;
  /** Degrees of freedom of the interval's t distribution; infinite for the binomial family. */
  readonly degreesOfFreedom: number;
  /** The fit without the unit. */
  readonly fit: LogisticFit;
}

const TASK = "predict a left-out count";

/**
 * The number of successes that a logistic regression without unit `row` predicts for it, given its trials.
 *
 * The variance of observed minus predicted has two parts. With T trials and a fitted probability p, the
 * count itself varies by dispersion × T p (1 − p); the fitted mean, by the delta method, by
 * (T p (1 − p))² times the variance of the fitted log odds, which has the dispersion in it. The dispersion
 * is that of the other units for the quasi-binomial family, and 1 for the binomial. The interval is Student's
 * t, with the other units' degrees of freedom, where the dispersion is estimated, and normal where it is 1;
 * it is cut at 0 and at T. The p-value is of the same distribution; that of the largest of m units is to be
 * multiplied by m. Cost: one regression.
 *
 * @throws {RangeError} if the row is not one of the problem's, the other units can't estimate a coefficient
 *   that its prediction needs, they are fitted perfectly, or as `logisticRegression` does
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { leftOutCount } from "tallybook/stats";
 *
 * // The others' share is 3 of 12: of 10 trials 2.5. Variance 10 × 3/16 for the count; for the mean its
 * // square over 12 × 3/16.
 * const left = leftOutCount({ successes: [1, 2, 9], trials: [4, 8, 10], terms: [] }, 2);
 * assertAlmostEquals(left.point, 2.5, 1e-12);
 * assertAlmostEquals(left.standardDeviation, Math.sqrt(1.875 + 1.875 ** 2 / 2.25), 1e-9);
 * ```
 */
export function leftOutCount(
  problem: LogisticProblem,
  row: number,
  options: { readonly level?: number; readonly estimand?: string } = {},
): LeftOutCount {
  requireOptions(TASK, options, ["level", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const level = requireProper(TASK, 'option "level"', options.level ?? 0.95);
  const { successes, trials } = checkedCounts(problem);
  const n = successes.length;
  requireCount(TASK, "row", row, { maximum: n - 1 });
  const whole = designMatrix(n, problem.terms);
  const fit = logisticRegression({
    ...problem,
    successes: successes.filter((_, i) => i !== row),
    trials: trials.filter((_, i) => i !== row),
    terms: problem.terms.map((term) => without(term, row)),
  });
  const design = whole;
  if (orthogonalize(design.columns, design.names).dropped.length < fit.dropped.length) {
    const lost = fit.dropped.map(({ name }) => `"${name}"`).join(", ");
    throw new RangeError(
      `Cannot ${TASK}: unit at row ${row}: found leverage 1, expected less (without it no coefficient of ${lost} exists)`,
    );
  }
  const quasi = problem.family === "quasibinomial";
  if (quasi) requireNumber(TASK, "dispersion of the other units", fit.dispersion, { above: 1e-20 });
  const values = fit.names.map((name) => design.columns[design.names.indexOf(name)]![row]!);
  const logOdds = values.reduce((sum, value, j) => sum + value * fit.coefficients[j]!, 0);
  const logOddsVariance = values.reduce(
    (sum, value, j) =>
      sum + value * values.reduce((s, other, k) => s + other * fit.covariance[j]![k]!, 0),
    0,
  );
  const p = logistic(logOdds);
  const point = trials[row]! * p;
  const binomial = point * (1 - p);
  const standardDeviation = Math.sqrt(
    fit.dispersion * binomial + binomial ** 2 * logOddsVariance,
  );
  const degreesOfFreedom = quasi ? fit.degreesOfFreedom : Infinity;
  const half = standardDeviation *
    (quasi ? studentQuantile(0.5 + level / 2, degreesOfFreedom) : normalQuantile(0.5 + level / 2));
  const observed = successes[row]!;
  const z = (observed - point) / standardDeviation;
  return {
    estimand: options.estimand ?? "The unit's successes as the other units predict them",
    point,
    lower: Math.max(0, point - half),
    upper: Math.min(trials[row]!, point + half),
    level,
    method: quasi
      ? "Quasi-binomial logistic regression without the unit, t prediction interval"
      : "Binomial logistic regression without the unit, normal prediction interval",
    assumptions: [
      "The unit's log odds are on the others' line",
      quasi
        ? "Units are independent, with a variance that is one multiple of the binomial's"
        : "Trials are independent",
    ],
    n: fit.n,
    observed,
    excess: observed - point,
    standardDeviation,
    z,
    pValue: 2 * (quasi ? studentTail(Math.abs(z), degreesOfFreedom) : normalTail(Math.abs(z))),
    degreesOfFreedom,
    fit,
  };
}

function without(term: Term, row: number): Term {
  return {
    ...term,
    columns: term.columns.map(({ name, values }) => ({
      name,
      values: values.filter((_, i) => i !== row),
    })),
  };
}
