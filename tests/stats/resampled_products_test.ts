import { assertEquals } from "@std/assert";
import { leastSquares, Xoshiro128 } from "tallybook/stats";
import { ResampledProducts, RESAMPLES } from "../../lib/stats/resampled_products.ts";
import { problem, reference, votes } from "./wisconsin.ts";

const fit = leastSquares({ ...problem(reference.models.h_dose_w.formula), weights: votes });

Deno.test("ResampledProducts sums the same to the last bit with and without WebAssembly", () => {
  const fast = new ResampledProducts(fit);
  const plain = new ResampledProducts(fit, true);
  const [a, b] = [new Xoshiro128(5), new Xoshiro128(5)];
  const target = () => Array.from({ length: RESAMPLES }, () => new Float64Array(fast.width));
  for (let batch = 0; batch < 3; batch++) {
    const [first, second] = [target(), target()];
    fast.draw(a, first);
    plain.draw(b, second);
    assertEquals(first, second);
  }
});

Deno.test("ResampledProducts sums count × q q' over the units", () => {
  const products = new ResampledProducts(fit);
  const target = Array.from({ length: RESAMPLES }, () => new Float64Array(products.width));
  products.draw(new Xoshiro128(5), target);
  const random = new Xoshiro128(5);
  for (const row of target) {
    const counts = new Uint32Array(fit.n);
    random.countDraws(fit.n, counts);
    // Row-wise lower triangle: element (1, 0) is second; (3, 2) is 6 + 2 = 8.
    for (const [at, p, q] of [[1, 1, 0], [8, 3, 2]] as const) {
      let sum = 0;
      for (let i = 0; i < fit.n; i++) sum += counts[i]! * (fit.basis[p]![i]! * fit.basis[q]![i]!);
      assertEquals(row[at], sum);
    }
  }
});
