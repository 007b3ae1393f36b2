import { requireOneOf } from "../check/mod.ts";
import { requireFit } from "./column.ts";
import type { LeastSquaresFit } from "./least_squares.ts";

/** The heteroskedasticity-consistent variances, by how each corrects for leverage. */
export const ROBUST_KINDS = ["HC0", "HC1", "HC2", "HC3"] as const;

/** One of the heteroskedasticity-consistent variances. */
export type RobustKind = typeof ROBUST_KINDS[number];

/**
 * Heteroskedasticity-consistent covariance of a fit's coefficients, as rows of a k × k matrix.
 *
 * HC0 takes squared residuals as they are; HC1 multiplies by n/(n − k); HC2 divides each by 1 − leverage,
 * HC3 by its square, which is the safest of the four when few units carry the contrast. The residuals and
 * the leverage are those of the weighted problem, as in R's sandwich package.
 * MacKinnon and White (1985). Cost: O(n k²).
 *
 * @throws {RangeError} for HC2 and HC3 if a unit's leverage is 1, naming the unit: its residual is 0
 *   whatever its outcome, so it says nothing about variance and should be left out first
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { leastSquares, numeric, robustCovariance } from "tallybook/stats";
 *
 * // A mean of 4 values with residuals -3, -1, 1, 3: HC0 is 20 / 4² = 1.25.
 * const fit = leastSquares({ outcome: [1, 3, 5, 7], terms: [] });
 * assertAlmostEquals(robustCovariance(fit, "HC0")[0]![0]!, 1.25, 1e-12);
 * ```
 */
export function robustCovariance(fit: LeastSquaresFit, kind: RobustKind): Float64Array[] {
  requireOneOf("estimate a robust covariance", "kind", kind, ROBUST_KINDS);
  const { basis, leverage, n } = requireFit("estimate a robust covariance", fit);
  const power = kind === "HC3" ? 2 : kind === "HC2" ? 1 : 0;
  if (power > 0) refuseFullLeverage(fit, kind);
  const k = basis.length;
  const scores = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const weight = fit.weights ? fit.weights[i]! : 1;
    scores[i] = weight * fit.residuals[i]! ** 2 / (1 - leverage[i]!) ** power;
  }
  const meat = Array.from({ length: k }, () => new Float64Array(k));
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += basis[a]![i]! * basis[b]![i]! * scores[i]!;
      if (kind === "HC1") sum *= n / (n - k);
      meat[a]![b] = sum;
      meat[b]![a] = sum;
    }
  }
  return sandwich(fit.inverseTriangle, meat);
}

/** R⁻¹ M R⁻ᵀ: from the basis's scale to the coefficients'. */
export function sandwich(
  inverseTriangle: readonly Float64Array[],
  meat: readonly Float64Array[],
): Float64Array[] {
  const k = meat.length;
  const half = inverseTriangle.map((row) => {
    const product = new Float64Array(k);
    for (let a = 0; a < k; a++) {
      if (row[a] === 0) continue;
      for (let b = 0; b < k; b++) product[b] = product[b]! + row[a]! * meat[a]![b]!;
    }
    return product;
  });
  return half.map((row) =>
    Float64Array.from(inverseTriangle, (other) => {
      let sum = 0;
      for (let b = 0; b < k; b++) sum += row[b]! * other[b]!;
      return sum;
    })
  );
}

function refuseFullLeverage(fit: LeastSquaresFit, kind: RobustKind): void {
  for (let i = 0; i < fit.n; i++) {
    if (fit.leverage[i]! < 1 - 1e-10) continue;
    const alone = fit.design.names.filter((_, j) => {
      const column = fit.design.columns[j]!;
      return column[i] !== 0 && column.every((value, row) => row === i || value === 0);
    });
    const why = alone.length > 0 ? ` (it alone has "${alone.join('", "')}")` : "";
    throw new RangeError(
      `Cannot estimate a robust covariance: ${kind}, unit at row ${i}: found leverage 1${why}, expected less than 1 (leave it out)`,
    );
  }
}
