import { refusal, requireFlag, requireOptions, requireRecord } from "../check/mod.ts";
import { type Column, requireColumn, requireLabels, requireScale } from "./column.ts";
import { designMatrix } from "./design_matrix.ts";
import { backSubstitute, orthogonalize } from "./householder.ts";
import type { Term } from "./term.ts";
import { requireWork } from "./work.ts";

/** A regression with a level for each group, drawn from one normal distribution. */
export interface RandomInterceptFit {
  /** Names of the coefficients, collinear columns left out. */
  readonly names: readonly string[];
  /** The coefficients, in the names' order. */
  readonly coefficients: Float64Array;
  /** Variance of the groups' levels. */
  readonly groupVariance: number;
  /** Variance of units about their group's level. */
  readonly residualVariance: number;
  /** Each group's level, drawn toward 0 the more the fewer units it has (best linear unbiased prediction). */
  readonly levels: Readonly<Record<string, number>>;
  /** Outcome minus the coefficients' part and the group's level. */
  readonly residuals: Float64Array;
  /** Minus twice the restricted log likelihood. */
  readonly criterion: number;
  /** Number of units. */
  readonly n: number;
}

const TASK = "fit a random intercept";
/** Two in each step of the search for the ratio, and what one costs beside its products of columns. */
const DECOMPOSITIONS = 160;
const SUMS = 10;

/**
 * A hierarchical regression: the outcome is the terms' part, a level of the unit's group and a residual, both
 * normal. The variances are those of restricted maximum likelihood. A group seen once says little of its own
 * level and is drawn toward the others; one seen often keeps its own.
 *
 * With λ the ratio of the variances the covariance of a group of m units has a known root, so that each λ needs
 * one least squares on columns from which 1 − 1/√(1 + mλ) of the group's mean is taken (Fuller and Battese 1973);
 * λ is found by golden section on its logarithm. Cost: some 160 decompositions, O(n k²) each.
 *
 * @throws {RangeError} if values are not finite, the terms leave nothing of the outcome, there are fewer than 2 groups, no group has 2 units, or there
 *   are not more units than coefficients, or units and columns are too many together
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { numeric, randomIntercept } from "tallybook/stats";
 *
 * // Two states of three elections each, ten points apart.
 * const fit = randomIntercept({
 *   outcome: [1, 2, 3, 11, 12, 13],
 *   terms: [numeric("x", [0, 1, 2, 0, 1, 2])],
 *   groups: ["A", "A", "A", "B", "B", "B"],
 * });
 * assert(fit.levels.A! < -4.9 && fit.levels.B! > 4.9);
 * ```
 */
export function randomIntercept(problem: {
  /** The outcome, one value a unit. */
  readonly outcome: Column;
  /** The terms; an intercept is added. */
  readonly terms: readonly Term[];
  /** A label a unit: its group. */
  readonly groups: ArrayLike<string>;
  /** false leaves the intercept out. Default: true. */
  readonly intercept?: boolean;
}): RandomInterceptFit {
  requireRecord(TASK, "the problem", problem);
  requireOptions(TASK, problem, ["outcome", "terms", "groups", "intercept"]);
  const outcome = Float64Array.from(requireColumn(TASK, "outcome", problem.outcome));
  requireScale(TASK, "outcome", outcome);
  const n = outcome.length;
  const labels = Array.from(requireLabels(TASK, "groups", problem.groups, n, 2));
  const intercept = requireFlag(TASK, '"intercept"', problem.intercept ?? true);
  const design = designMatrix(n, problem.terms, { intercept });
  const columnCount = design.columns.length;
  requireWork(TASK, {
    decompositions: DECOMPOSITIONS,
    units: n,
    columns: columnCount,
    "columns and sums": columnCount + SUMS,
  });
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  if (Math.max(...sizes.values()) < 2) {
    const expected = "a group of at least 2 units";
    throw new RangeError(
      refusal({ task: TASK, where: "groups", found: "one unit each", expected }),
    );
  }

  const means = (values: Float64Array): Map<string, number> => {
    const sums = new Map<string, number>();
    for (let i = 0; i < n; i++) sums.set(labels[i]!, (sums.get(labels[i]!) ?? 0) + values[i]!);
    return new Map([...sums].map(([label, sum]) => [label, sum / sizes.get(label)!]));
  };
  const columns = [...design.columns, outcome].map((values) => ({ values, means: means(values) }));
  const fitAt = (ratio: number) => {
    const kept = new Map([...sizes].map(([label, m]) => [label, 1 - 1 / Math.sqrt(1 + m * ratio)]));
    const whitened = columns.map(({ values, means }) =>
      values.map((value, i) => value - kept.get(labels[i]!)! * means.get(labels[i]!)!)
    );
    const target = whitened.pop()!;
    const factors = orthogonalize(whitened, design.names);
    const k = factors.kept.length;
    if (n <= k) {
      const expected = `more than the ${k} coefficients`;
      throw new RangeError(refusal({ task: TASK, where: "units", found: n, expected }));
    }
    const scores = Float64Array.from(factors.basis, (q) => dot(q, target));
    const left = Float64Array.from(
      target,
      (y, i) => factors.basis.reduce((rest, q, j) => rest - q[i]! * scores[j]!, y),
    );
    const variance = dot(left, left) / (n - k);
    let determinants = 0;
    for (const m of sizes.values()) determinants += Math.log1p(m * ratio);
    for (const [j, column] of factors.triangle.entries()) {
      determinants += 2 * Math.log(Math.abs(column[j]!));
    }
    const criterion = determinants + (n - k) * (1 + Math.log(2 * Math.PI * variance));
    return { factors, scores, variance, criterion };
  };

  // Where the terms leave nothing there is no variance to divide between groups and units.
  if (!(fitAt(0).variance > 1e-20 * dot(outcome, outcome) / n)) {
    const expected = "values that the terms leave something of";
    throw new RangeError(
      refusal({ task: TASK, where: "outcome", found: "nothing left by the terms", expected }),
    );
  }
  let [low, high] = [Math.log(1e-8), Math.log(1e8)];
  const golden = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-9) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (fitAt(Math.exp(a)).criterion <= fitAt(Math.exp(b)).criterion) high = b;
    else low = a;
  }
  const inside = Math.exp((low + high) / 2);
  const ratio = fitAt(0).criterion <= fitAt(inside).criterion ? 0 : inside;
  const { factors, scores, variance, criterion } = fitAt(ratio);
  const coefficients = backSubstitute(factors.triangle, scores);
  const rest = Float64Array.from(
    outcome,
    (y, i) =>
      factors.kept.reduce(
        (sum, position, j) => sum - design.columns[position]![i]! * coefficients[j]!,
        y,
      ),
  );
  const levels: Record<string, number> = {};
  for (const [label, mean] of means(rest)) {
    const m = sizes.get(label)!;
    levels[label] = mean * m * ratio / (1 + m * ratio);
  }
  return {
    names: factors.kept.map((position) => design.names[position]!),
    coefficients: Float64Array.from(coefficients),
    groupVariance: ratio * variance,
    residualVariance: variance,
    levels,
    residuals: rest.map((value, i) => value - levels[labels[i]!]!),
    criterion,
    n,
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
