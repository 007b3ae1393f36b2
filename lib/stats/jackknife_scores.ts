import defer * as matrices from "ml-matrix";
import type { LeastSquaresFit } from "./least_squares.ts";

/**
 * A cluster's score on the fit's basis, corrected for the pull that the cluster had on its own fit:
 * (I − Q_g'Q_g)⁻¹ Q_g'e_g. On the coefficients' scale this is b minus the b fitted without the cluster.
 *
 * A direction that only this cluster has (its own fixed effect) is left out: without the cluster it does
 * not exist, and its score is 0.
 */
export function jackknifeScore(fit: LeastSquaresFit, rows: readonly number[]): Float64Array {
  const { basis } = fit;
  const k = basis.length;
  const left = matrices.Matrix.eye(k, k);
  const score = new Float64Array(k);
  for (const i of rows) {
    const residual = fit.residuals[i]! * (fit.weights ? Math.sqrt(fit.weights[i]!) : 1);
    for (let a = 0; a < k; a++) {
      const q = basis[a]![i]!;
      if (q === 0) continue;
      score[a] = score[a]! + q * residual;
      for (let b = 0; b <= a; b++) left.set(a, b, left.get(a, b) - q * basis[b]![i]!);
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) left.set(b, a, left.get(a, b));
  const { realEigenvalues, eigenvectorMatrix } = new matrices.EigenvalueDecomposition(left, {
    assumeSymmetric: true,
  });
  const corrected = new Float64Array(k);
  for (const [e, value] of realEigenvalues.entries()) {
    if (value < 1e-10) continue;
    const vector = eigenvectorMatrix.getColumn(e);
    let along = 0;
    for (let a = 0; a < k; a++) along += vector[a]! * score[a]!;
    for (let a = 0; a < k; a++) corrected[a] = corrected[a]! + vector[a]! * along / value;
  }
  return corrected;
}
