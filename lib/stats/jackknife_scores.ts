import type { LeastSquaresFit } from "./least_squares.ts";
import { inverse, SymmetricFunction } from "./symmetric_function.ts";

/**
 * A cluster's score on the basis's columns that are not 0 in it, corrected for the pull that the cluster had
 * on its own fit: (I − Q_g'Q_g)⁻¹ Q_g'e_g. On the coefficients' scale this is b minus the b fitted without
 * the cluster.
 *
 * A direction that only this cluster has (its own fixed effect) is left out: without the cluster it does
 * not exist, and its score is 0.
 */
export function jackknifeScore(
  fit: LeastSquaresFit,
  rows: readonly number[],
  active: Int32Array,
): Float64Array {
  const k = active.length;
  const left = new Float64Array(k * k);
  const score = new Float64Array(k);
  const own = new Float64Array(k);
  for (const i of rows) {
    const residual = fit.residuals[i]! * (fit.weights ? Math.sqrt(fit.weights[i]!) : 1);
    for (let a = 0; a < k; a++) own[a] = fit.basis[active[a]!]![i]!;
    for (let a = 0; a < k; a++) {
      const q = own[a]!;
      score[a] = score[a]! + q * residual;
      for (let b = 0, at = a * k; b <= a; b++, at++) left[at] = left[at]! - q * own[b]!;
    }
  }
  for (let a = 0; a < k; a++) left[a * k + a] = left[a * k + a]! + 1;
  return new SymmetricFunction(left, k).times(inverse, score);
}
