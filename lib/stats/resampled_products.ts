import type { LeastSquaresFit } from "./least_squares.ts";
import type { Xoshiro128 } from "./xoshiro128.ts";

/** Columns of products handled together: as many sums as fit into registers. */
const BLOCK = 8;

/** Per-unit products of the basis's columns and the residual, laid out for summing over resamples. */
export interface ProductLayout {
  /** Number of units. */
  readonly n: number;
  /** Number of products a unit, rounded up to a whole number of blocks. */
  readonly width: number;
  /** Block by block, unit by unit: the sums of one block read memory straight through. */
  readonly products: Float64Array;
  /** Scratch: how often each unit was drawn. */
  readonly counts: Uint32Array;
  /** Scratch: units drawn at least once, as offsets into a block. */
  readonly offsets: Int32Array;
  /** Scratch: how often each of those was drawn. */
  readonly times: Float64Array;
}

/** Lay out, for each unit, the lower triangle of q q' by rows, then q times the weighted residual. */
export function layOutProducts(fit: LeastSquaresFit): ProductLayout {
  const { basis, n } = fit;
  const k = basis.length;
  const width = Math.ceil((k * (k + 1) / 2 + k) / BLOCK) * BLOCK;
  const products = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    const residual = fit.residuals[i]! * Math.sqrt(fit.weights ? fit.weights[i]! : 1);
    let column = 0;
    const put = (value: number): void => {
      const block = Math.floor(column / BLOCK);
      products[(block * n + i) * BLOCK + column % BLOCK] = value;
      column++;
    };
    for (let a = 0; a < k; a++) for (let b = 0; b <= a; b++) put(basis[a]![i]! * basis[b]![i]!);
    for (let a = 0; a < k; a++) put(basis[a]![i]! * residual);
  }
  return {
    n,
    width,
    products,
    counts: new Uint32Array(n),
    offsets: new Int32Array(n),
    times: new Float64Array(n),
  };
}

/** Draw a resample and write the products' sums over it. */
export function addResample(layout: ProductLayout, random: Xoshiro128, sums: Float64Array): void {
  const { n, width, products, counts, offsets, times } = layout;
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const row = random.below(n);
    counts[row] = counts[row]! + 1;
  }
  // About 37% of the units are not in a resample: they cost nothing.
  let drawn = 0;
  for (let i = 0; i < n; i++) {
    if (counts[i] === 0) continue;
    offsets[drawn] = i * BLOCK;
    times[drawn] = counts[i]!;
    drawn++;
  }
  for (let block = 0; block < width / BLOCK; block++) {
    const start = block * n * BLOCK;
    let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
    for (let i = 0; i < drawn; i++) {
      const p = start + offsets[i]!;
      const t = times[i]!;
      a += t * products[p]!;
      b += t * products[p + 1]!;
      c += t * products[p + 2]!;
      d += t * products[p + 3]!;
      e += t * products[p + 4]!;
      f += t * products[p + 5]!;
      g += t * products[p + 6]!;
      h += t * products[p + 7]!;
    }
    sums.set([a, b, c, d, e, f, g, h], block * BLOCK);
  }
}
