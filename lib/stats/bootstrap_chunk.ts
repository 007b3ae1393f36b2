import { type ResampledFit, type ResampledProducts, RESAMPLES } from "./resampled_products.ts";
import { Xoshiro128 } from "./xoshiro128.ts";

/** Some of a bootstrap's draws, with the generator's state that they start from. */
export interface BootstrapChunk {
  readonly draws: number;
  readonly state: readonly [number, number, number, number];
}

/** Draws that one chunk has at most: few enough to share out, many enough to be worth a message. */
const CHUNK = 1000;

/**
 * Cut a bootstrap into chunks that each have a generator of their own, so that the draws are the same
 * whoever computes which chunk, and in whatever order.
 */
export function bootstrapChunks(draws: number, seed: number): BootstrapChunk[] {
  const root = new Xoshiro128(seed);
  return Array.from({ length: Math.ceil(draws / CHUNK) }, (_, chunk) => ({
    draws: Math.min(CHUNK, draws - chunk * CHUNK),
    state: [root.next(), root.next(), root.next(), root.next()],
  }));
}

/** The coefficients of a chunk's resamples, a column a coefficient; singular resamples are left out. */
export function runBootstrapChunk(
  fit: ResampledFit,
  products: ResampledProducts,
  chunk: BootstrapChunk,
): Float64Array[] {
  const k = fit.basis.length;
  const random = new Xoshiro128(chunk.state);
  const sums = Array.from({ length: RESAMPLES }, () => new Float64Array(products.width));
  const step = new Float64Array(k);
  const inverse = new Float64Array(k * k);
  for (const [j, row] of fit.inverseTriangle.entries()) inverse.set(row, j * k);
  const result = fit.basis.map(() => new Float64Array(chunk.draws));
  let kept = 0;
  for (let draw = 0; draw < chunk.draws; draw++) {
    if (draw % RESAMPLES === 0) products.draw(random, sums);
    if (!solveInPlace(sums[draw % RESAMPLES]!, k, step)) continue;
    for (let j = 0, at = 0; j < k; j++, at += k) {
      let value = fit.coefficients[j]!;
      for (let a = j; a < k; a++) value += inverse[at + a]! * step[a]!;
      result[j]![kept] = value;
    }
    kept++;
  }
  return result.map((column) => column.slice(0, kept));
}

/**
 * Solve S x = t by Cholesky, where `packed` holds the lower triangle of S by rows and then t. Overwrites
 * `packed` with the factor, its diagonal inverted; false if S is not positive definite in double precision.
 */
function solveInPlace(packed: Float64Array, k: number, x: Float64Array): boolean {
  // Row i of the triangle starts at i(i + 1)/2; the last "row" is t, so that its elimination is the
  // forward substitution.
  for (let i = 0, rowI = 0; i <= k; i++, rowI += i) {
    for (let j = 0, rowJ = 0; j < i; j++, rowJ += j) {
      let sum = packed[rowI + j]!;
      for (let a = 0; a < j; a++) sum -= packed[rowI + a]! * packed[rowJ + a]!;
      packed[rowI + j] = sum * packed[rowJ + j]!;
    }
    if (i === k) break;
    let sum = packed[rowI + i]!;
    for (let a = 0; a < i; a++) sum -= packed[rowI + a]! * packed[rowI + a]!;
    // Q'CQ has a trace near k: below 1e-10 a direction has no unit left.
    if (!(sum > 1e-10)) return false;
    packed[rowI + i] = 1 / Math.sqrt(sum);
  }
  const target = k * (k + 1) / 2;
  for (let i = k - 1, rowI = target - k; i >= 0; rowI -= i, i--) {
    const value = packed[target + i]! * packed[rowI + i]!;
    x[i] = value;
    for (let a = 0; a < i; a++) {
      packed[target + a] = packed[target + a]! - value * packed[rowI + a]!;
    }
  }
  return true;
}
