import { type BootstrapOptions, checkDraws } from "./bootstrap.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import { KERNEL_DRAWS } from "./cross_product_kernel.ts";
import { ResampledProducts } from "./resampled_products.ts";
import { Xoshiro128 } from "./xoshiro128.ts";

/** Bootstrap draws of a regression's coefficients. */
export interface BootstrapCoefficients {
  /** The coefficients' names. */
  readonly names: readonly string[];
  /** A column of draws a coefficient. */
  readonly draws: readonly Float64Array[];
  /** Resamples in which the columns were collinear (a level had no unit): left out of `draws`. */
  readonly singular: number;
}

/**
 * Bootstrap a (weighted) least-squares fit by resampling its units: the coefficients of `draws` resamples.
 *
 * Nothing is fitted again. On the fit's orthonormal basis Q, with residuals e, a resample that counts
 * unit i c_i times has b* = b + R⁻¹ (Q'CQ)⁻¹ Q'Ce, and both products are sums over units of k(k+3)/2
 * numbers computed once. Being near I, Q'CQ is well conditioned, so that a Cholesky factor is exact enough.
 *
 * Cost: O(draws × n k² / 2), most of it in WebAssembly where there is SIMD.
 *
 * @throws {RangeError} if draws are not a positive whole number, or every resample is singular
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bootstrapLeastSquares, leastSquares, numeric } from "tallybook/stats";
 *
 * // Points on a line: every resample with two distinct x finds it again.
 * const fit = leastSquares({ outcome: [1, 3, 5, 7], terms: [numeric("x", [0, 1, 2, 3])] });
 * const { draws } = bootstrapLeastSquares(fit, { draws: 20 });
 * assertEquals(draws[1]!.every((slope) => Math.abs(slope - 2) < 1e-9), true);
 * ```
 */
export function bootstrapLeastSquares(
  fit: LeastSquaresFit,
  options: BootstrapOptions = {},
): BootstrapCoefficients {
  const { draws = 2_000, seed = 1 } = options;
  checkDraws(fit.n, draws);
  const k = fit.names.length;
  const products = new ResampledProducts(fit);
  const random = new Xoshiro128(seed);
  const sums = Array.from({ length: KERNEL_DRAWS }, () => new Float64Array(products.width));
  const step = new Float64Array(k);
  const result = fit.names.map(() => new Float64Array(draws));
  let kept = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (draw % KERNEL_DRAWS === 0) products.draw(random, sums);
    if (!solveInPlace(sums[draw % KERNEL_DRAWS]!, k, step)) continue;
    for (let j = 0; j < k; j++) {
      const row = fit.inverseTriangle[j]!;
      let value = fit.coefficients[j]!;
      for (let a = j; a < k; a++) value += row[a]! * step[a]!;
      result[j]![kept] = value;
    }
    kept++;
  }
  if (kept === 0) {
    throw new RangeError("Every resample is singular, expected columns that resamples tell apart");
  }
  return {
    names: fit.names,
    draws: result.map((column) => column.subarray(0, kept)),
    singular: draws - kept,
  };
}

/**
 * Solve S x = t by Cholesky, where `packed` holds the lower triangle of S by rows and then t. Overwrites
 * `packed`; false if S is not positive definite in double precision.
 */
function solveInPlace(packed: Float64Array, k: number, x: Float64Array): boolean {
  const at = (row: number): number => row * (row + 1) / 2;
  for (let i = 0; i < k; i++) {
    const rowI = at(i);
    for (let j = 0; j <= i; j++) {
      const rowJ = at(j);
      let sum = packed[rowI + j]!;
      for (let a = 0; a < j; a++) sum -= packed[rowI + a]! * packed[rowJ + a]!;
      if (i === j) {
        // Q'CQ has a trace near k: below 1e-10 a direction has no unit left.
        if (sum <= 1e-10) return false;
        packed[rowI + i] = Math.sqrt(sum);
      } else packed[rowI + j] = sum / packed[rowJ + j]!;
    }
  }
  const target = at(k);
  for (let i = 0; i < k; i++) {
    let sum = packed[target + i]!;
    for (let a = 0; a < i; a++) sum -= packed[at(i) + a]! * x[a]!;
    x[i] = sum / packed[at(i) + i]!;
  }
  for (let i = k - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let a = i + 1; a < k; a++) sum -= packed[at(a) + i]! * x[a]!;
    x[i] = sum / packed[at(i) + i]!;
  }
  return true;
}
