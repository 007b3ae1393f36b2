import {
  type CrossProductKernel,
  crossProductKernel,
  KERNEL_COLUMNS,
  KERNEL_DRAWS,
} from "./cross_product_kernel.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import type { Xoshiro128 } from "./xoshiro128.ts";

/** What a bootstrap needs of a fit. */
export type ResampledFit = Pick<
  LeastSquaresFit,
  "n" | "basis" | "residuals" | "weights" | "coefficients" | "inverseTriangle"
>;

/**
 * Resamples drawn at once. The products of all units may not fit the nearest cache, so each block of them
 * is used for several groups of resamples while it is there.
 */
export const RESAMPLES = 24;
const GROUPS = RESAMPLES / KERNEL_DRAWS;

/** Per-unit products of a fit's basis and residual, and what sums them over resamples of the units. */
export class ResampledProducts {
  /** Number of sums of a resample: k(k + 1)/2 cross products, then k with the residual. */
  readonly width: number;
  readonly #n: number;
  readonly #blocks: number;
  /** Block by block of 4 columns, unit by unit: a block's sums read memory straight through. */
  readonly #products: Float64Array;
  /** Group by group of 6 resamples, unit by unit: how often each unit was drawn. */
  readonly #counts: Float64Array;
  readonly #sums: Float64Array;
  readonly #kernel: CrossProductKernel | undefined;
  readonly #drawn: Uint32Array;

  /** `plain` forgoes WebAssembly; the sums are the same to the last bit. */
  constructor(fit: ResampledFit, plain = false) {
    const k = fit.basis.length;
    this.width = k * (k + 1) / 2 + k;
    this.#n = fit.n;
    this.#blocks = Math.ceil(this.width / KERNEL_COLUMNS);
    const size = this.#blocks * KERNEL_COLUMNS * fit.n;
    const counts = RESAMPLES * fit.n;
    const sums = KERNEL_DRAWS * KERNEL_COLUMNS;
    const memory = new WebAssembly.Memory({
      initial: Math.ceil(8 * (size + counts + sums) / 65536),
    });
    this.#products = new Float64Array(memory.buffer, 0, size);
    this.#counts = new Float64Array(memory.buffer, 8 * size, counts);
    this.#sums = new Float64Array(memory.buffer, 8 * (size + counts), sums);
    this.#kernel = plain ? undefined : crossProductKernel(memory);
    this.#drawn = new Uint32Array(fit.n);
    this.#fill(fit);
  }

  #fill(fit: ResampledFit): void {
    const { basis, n } = fit;
    for (let i = 0; i < n; i++) {
      const residual = fit.residuals[i]! * Math.sqrt(fit.weights ? fit.weights[i]! : 1);
      let column = 0;
      const put = (value: number): void => {
        const block = Math.floor(column / KERNEL_COLUMNS);
        this.#products[(block * n + i) * KERNEL_COLUMNS + column % KERNEL_COLUMNS] = value;
        column++;
      };
      for (const [a, q] of basis.entries()) {
        for (let b = 0; b <= a; b++) put(q[i]! * basis[b]![i]!);
      }
      for (const q of basis) put(q[i]! * residual);
    }
  }

  /** Draw 24 resamples and write each one's sums to a row of `target`. */
  draw(random: Xoshiro128, target: readonly Float64Array[]): void {
    const n = this.#n;
    const counts = this.#counts;
    for (let resample = 0; resample < RESAMPLES; resample++) {
      this.#drawn.fill(0);
      random.countDraws(n, this.#drawn);
      const group = Math.floor(resample / KERNEL_DRAWS) * n * KERNEL_DRAWS;
      let at = group + resample % KERNEL_DRAWS;
      for (let i = 0; i < n; i++, at += KERNEL_DRAWS) counts[at] = this.#drawn[i]!;
    }
    for (let block = 0; block < this.#blocks; block++) {
      for (let group = 0; group < GROUPS; group++) {
        this.#addBlock(block, group);
        for (let draw = 0; draw < KERNEL_DRAWS; draw++) {
          const row = target[group * KERNEL_DRAWS + draw]!;
          for (let c = 0; c < KERNEL_COLUMNS; c++) {
            const column = block * KERNEL_COLUMNS + c;
            if (column < this.width) row[column] = this.#sums[draw * KERNEL_COLUMNS + c]!;
          }
        }
      }
    }
  }

  #addBlock(block: number, group: number): void {
    const start = block * this.#n * KERNEL_COLUMNS;
    const end = start + this.#n * KERNEL_COLUMNS;
    const counts = group * this.#n * KERNEL_DRAWS;
    if (this.#kernel) {
      const offset = this.#counts.byteOffset + 8 * counts;
      this.#kernel(8 * start, offset, 8 * end, this.#sums.byteOffset);
      return;
    }
    this.#sums.fill(0);
    for (let draw = 0; draw < KERNEL_DRAWS; draw++) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let p = start, i = counts + draw; p < end; p += KERNEL_COLUMNS, i += KERNEL_DRAWS) {
        const times = this.#counts[i]!;
        a += times * this.#products[p]!;
        b += times * this.#products[p + 1]!;
        c += times * this.#products[p + 2]!;
        d += times * this.#products[p + 3]!;
      }
      this.#sums.set([a, b, c, d], draw * KERNEL_COLUMNS);
    }
  }
}
