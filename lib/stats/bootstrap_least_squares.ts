import { type BootstrapOptions, checkDraws } from "./bootstrap.ts";
import { bootstrapChunks, runBootstrapChunk } from "./bootstrap_chunk.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import { ResampledProducts } from "./resampled_products.ts";

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
  const products = new ResampledProducts(fit);
  const parts = bootstrapChunks(draws, seed).map((chunk) =>
    runBootstrapChunk(fit, products, chunk)
  );
  return joinChunks(fit, draws, parts);
}

/** Chunks' columns end to end. */
export function joinChunks(
  fit: LeastSquaresFit,
  draws: number,
  parts: readonly (readonly Float64Array[])[],
): BootstrapCoefficients {
  const columns = fit.names.map((_, j) => {
    const own = parts.map((part) => part[j]!);
    const column = new Float64Array(own.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of own) {
      column.set(part, at);
      at += part.length;
    }
    return column;
  });
  const kept = columns[0]!.length;
  if (kept === 0) {
    throw new RangeError("Every resample is singular, expected columns that resamples tell apart");
  }
  return { names: fit.names, draws: columns, singular: draws - kept };
}
