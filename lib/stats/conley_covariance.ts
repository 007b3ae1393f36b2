import { refusal, requireNumber, requireOneOf, requireOptions } from "../check/mod.ts";
import { requireFit } from "./column.ts";
import { type Coordinates, distances } from "./distance.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import { sandwich } from "./robust_covariance.ts";
import { requireWork } from "./work.ts";

/**
 * Conley's covariance of a fit's coefficients (1999), as rows of a k × k matrix: errors of units within
 * `cutoff` kilometers of each other may be correlated, those farther apart are not.
 *
 * Kernel "bartlett" lets a pair count less the farther apart it is, (1 − distance/cutoff); "uniform" counts
 * all pairs within the cutoff alike, and may then give a negative variance, which is refused. Without
 * neighbors within the cutoff it is HC0. Cost: O(n² k).
 *
 * @throws {RangeError} if the cutoff is not above 0, a coordinate is out of range, or a variance is negative
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { conleyCovariance, leastSquares } from "tallybook/stats";
 *
 * // A mean whose residuals are -3, -1, 1, 3; the first two units are at one place, so that they count as
 * // one: ((-4)² + 1 + 9) / 4².
 * const fit = leastSquares({ outcome: [1, 3, 5, 7], terms: [] });
 * const places = { longitude: [0, 0, 10, 20], latitude: [0, 0, 0, 0] };
 * assertAlmostEquals(conleyCovariance(fit, places, { cutoff: 100 })[0]![0]!, 26 / 16, 1e-12);
 * ```
 */
export function conleyCovariance(
  fit: LeastSquaresFit,
  coordinates: Coordinates,
  options: { readonly cutoff: number; readonly kernel?: "bartlett" | "uniform" },
): Float64Array[] {
  const task = "estimate a spatial covariance";
  requireFit(task, fit);
  requireOptions(task, options, ["cutoff", "kernel"]);
  const cutoff = requireNumber(task, 'option "cutoff"', options.cutoff, { above: 0 });
  const kernel = requireOneOf(task, 'option "kernel"', options.kernel ?? "bartlett", [
    "bartlett",
    "uniform",
  ]);
  requireWork(task, { units: fit.n, others: fit.n });
  const { kilometers, beyond } = distances(task, coordinates, fit.n);
  const far = beyond(cutoff);
  const k = fit.basis.length;
  const scores = Array.from({ length: fit.n }, (_, i) => {
    const residual = fit.residuals[i]! * (fit.weights ? Math.sqrt(fit.weights[i]!) : 1);
    return Float64Array.from(fit.basis, (q) => q[i]! * residual);
  });
  const meat = Array.from({ length: k }, () => new Float64Array(k));
  const around = new Float64Array(k);
  for (let i = 0; i < fit.n; i++) {
    around.set(scores[i]!);
    for (let j = 0; j < fit.n; j++) {
      if (j === i || far(i, j)) continue;
      const share = kilometers(i, j) / cutoff;
      const counts = kernel === "bartlett" ? 1 - share : share <= 1 ? 1 : 0;
      if (counts <= 0) continue;
      for (let a = 0; a < k; a++) around[a] = around[a]! + counts * scores[j]![a]!;
    }
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) meat[a]![b] = meat[a]![b]! + scores[i]![a]! * around[b]!;
    }
  }
  const covariance = sandwich(fit.inverseTriangle, meat);
  for (const [j, row] of covariance.entries()) {
    if (row[j]! >= 0) continue;
    throw new RangeError(refusal({
      task,
      where: `variance of "${fit.names[j]}"`,
      found: row[j],
      expected: 'a variance of at least 0 (take another cutoff, or kernel "bartlett")',
    }));
  }
  return covariance;
}
