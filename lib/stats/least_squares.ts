import { requireFlag, requireOneOf, requireOptions, requireRecord } from "../check/mod.ts";
import { type Column, requireColumn, requireScale, requireWeights } from "./column.ts";
import { type DesignMatrix, designMatrix } from "./design_matrix.ts";
import { absorbedDesign } from "./absorbed_factor.ts";
import type { DroppedColumn } from "./householder.ts";
import { solveDesign } from "./solve_design.ts";
import type { Term } from "./term.ts";

/** What least squares is asked to fit. */
export interface LeastSquaresProblem {
  /** The outcome, one value a unit. */
  readonly outcome: Column;
  /** The right-hand side's terms; an intercept is added. */
  readonly terms: readonly Term[];
  /** Weights, all above 0. They change the estimand (whose average it is), not only the variance. */
  readonly weights?: Column;
  /** false leaves the intercept out. Default: true. */
  readonly intercept?: boolean;
}

/** A fitted regression: plain values, which the functions of this room take further. */
export interface LeastSquaresFit {
  /** Names of the coefficients, collinear columns left out. */
  readonly names: readonly string[];
  /** The coefficients, in the names' order. */
  readonly coefficients: Float64Array;
  /** Classical standard errors, which assume one variance for all units (divided by their weights). */
  readonly standardErrors: Float64Array;
  /** Columns left out because columns before them say the same, each with those columns' names. */
  readonly dropped: readonly DroppedColumn[];
  /** Number of units. */
  readonly n: number;
  /** Units minus coefficients. */
  readonly degreesOfFreedom: number;
  /** The residuals' standard deviation, on the weighted scale where weights are given. */
  readonly sigma: number;
  /** Share of the outcome's (weighted) variance about its mean that the fit explains; 0 if it has none. */
  readonly rSquared: number;
  /** Outcome minus fitted value, on the outcome's own scale. */
  readonly residuals: Float64Array;
  /** The fitted values. */
  readonly fitted: Float64Array;
  /** Diagonal of the (weighted) hat matrix: 1 means that a unit determines its own fitted value. */
  readonly leverage: Float64Array;
  /** The weights, when given. */
  readonly weights?: Float64Array;
  /** The columns as given. */
  readonly design: DesignMatrix;
  /** Orthonormal basis of the weighted columns kept: what the robust variances are computed on. */
  readonly basis: readonly Float64Array[];
  /** Row j maps scores on the basis to coefficient j. */
  readonly inverseTriangle: readonly Float64Array[];
}

const TASK = "fit by least squares";

/**
 * Ordinary or weighted least squares, by Householder QR: stable where the normal equations lose half of
 * the digits. Columns that others already determine (a dummy too many, a share that is one minus the
 * rest) are left out and reported in `dropped`, the later one in the order given.
 *
 * Cost: O(n k²) for n units and k columns.
 *
 * @throws {RangeError} if a value is not finite, a weight is not positive, or there are not more units
 *   than coefficients
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { leastSquares, numeric } from "tallybook/stats";
 *
 * // The points lie on the line 1 + 2x.
 * const fit = leastSquares({ outcome: [1, 3, 5, 7], terms: [numeric("x", [0, 1, 2, 3])] });
 * assertAlmostEquals(fit.coefficients[1]!, 2, 1e-12);
 * ```
 */
export function leastSquares(problem: LeastSquaresProblem): LeastSquaresFit {
  requireOptions(TASK, problem, ["outcome", "terms", "weights", "intercept"]);
  const { outcome } = problem;
  const n = requireColumn(TASK, "outcome", outcome).length;
  requireScale(TASK, "outcome", outcome);
  if (problem.weights !== undefined) requireWeights(TASK, "weights", problem.weights, n);
  const intercept = requireFlag(TASK, '"intercept"', problem.intercept ?? true);
  const design = designMatrix(n, problem.terms, { intercept });
  const root = problem.weights ? Float64Array.from(problem.weights, Math.sqrt) : undefined;
  const scale = (values: ArrayLike<number>): Float64Array => {
    const scaled = new Float64Array(values);
    if (root) { for (let i = 0; i < n; i++) scaled[i] = scaled[i]! * root[i]!; }
    return scaled;
  };
  const target = scale(outcome);
  const solution = absorbedDesign(design, root, target) ??
    solveDesign(design, design.columns.map(scale), target);
  const { kept, dropped, basis, inverseTriangle, coefficients } = solution;
  const k = kept.length;
  requireMoreUnits(TASK, n, k);
  const residuals = root ? solution.residuals.map((r, i) => r / root[i]!) : solution.residuals;
  const fitted = Float64Array.from(outcome, (y, i) => y - residuals[i]!);
  const leverage = new Float64Array(n);
  for (const q of basis) for (let i = 0; i < n; i++) leverage[i] = leverage[i]! + q[i]! * q[i]!;
  const residualSum = sumOfSquares(residuals, problem.weights);
  const sigma = Math.sqrt(residualSum / (n - k));
  const totalSum = totalSumOfSquares(outcome, problem.weights, intercept);
  const standardErrors = Float64Array.from(
    inverseTriangle,
    (row) => sigma * Math.sqrt(sumOfSquares(row)),
  );
  return {
    names: kept.map((position) => design.names[position]!),
    coefficients,
    standardErrors,
    dropped,
    n,
    degreesOfFreedom: n - k,
    sigma,
    rSquared: totalSum === 0 ? 0 : 1 - residualSum / totalSum,
    residuals,
    fitted,
    leverage,
    ...(problem.weights ? { weights: Float64Array.from(problem.weights) } : {}),
    design,
    basis,
    inverseTriangle,
  };
}

/**
 * The position of a coefficient by its name.
 *
 * @throws {RangeError} if the fit has no such coefficient, saying whether it was left out as collinear
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { coefficientIndex, leastSquares, numeric } from "tallybook/stats";
 *
 * const fit = leastSquares({ outcome: [1, 3, 4], terms: [numeric("x", [0, 1, 2])] });
 * assertEquals(coefficientIndex(fit, "x"), 1);
 * ```
 */
export function coefficientIndex(
  fit: { readonly names: readonly string[]; readonly dropped: readonly DroppedColumn[] },
  name: string,
): number {
  const task = "find a coefficient";
  const record = requireRecord(task, "fit", fit);
  if (!Array.isArray(record.names) || !Array.isArray(record.dropped)) {
    throw new TypeError(`Cannot ${task}: fit: found no names of coefficients, expected a fit`);
  }
  const dropped = fit.dropped.find((column) => column.name === name);
  if (dropped) {
    const others = dropped.combinationOf.join(", ");
    throw new RangeError(
      `Cannot ${task}: "${name}": found a combination of ${others}, expected a column of its own`,
    );
  }
  return fit.names.indexOf(requireOneOf(task, "name", name, fit.names));
}

/** Refuse a fit that has no degrees of freedom left. */
export function requireMoreUnits(task: string, n: number, k: number): void {
  if (n > k) return;
  throw new RangeError(
    `Cannot ${task}: units: found ${n} for ${k} coefficients, expected more units than coefficients`,
  );
}

function sumOfSquares(values: ArrayLike<number>, weights?: Column): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (weights ? weights[i]! : 1) * values[i]! ** 2;
  return sum;
}

function totalSumOfSquares(
  outcome: Column,
  weights: Column | undefined,
  centered: boolean,
): number {
  let total = 0;
  let mean = 0;
  if (centered) {
    for (let i = 0; i < outcome.length; i++) {
      const w = weights ? weights[i]! : 1;
      total += w;
      mean += w * (outcome[i]! - mean) / total;
    }
  }
  return sumOfSquares(Float64Array.from(outcome, (y) => y - mean), weights);
}
