import { KERNEL_DRAWS } from "./cross_product_kernel.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import type { ResampledProducts } from "./resampled_products.ts";
import { Xoshiro128 } from "./xoshiro128.ts";

/** What a bootstrap needs of a fit. */
export type ResampledFit = Pick<
  LeastSquaresFit,
  "n" | "basis" | "residuals" | "weights" | "coefficients" | "inverseTriangle"
>;

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
  const sums = Array.from({ length: KERNEL_DRAWS }, () => new Float64Array(products.width));
  const step = new Float64Array(k);
  const result = fit.basis.map(() => new Float64Array(chunk.draws));
  let kept = 0;
  for (let draw = 0; draw < chunk.draws; draw++) {
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
  return result.map((column) => column.slice(0, kept));
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
