import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  bootstrapLeastSquares,
  coefficientEstimate,
  factor,
  leastSquares,
  numeric,
  Xoshiro128,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { problem, reference, votes } from "./wisconsin.ts";

Deno.test("bootstrapLeastSquares() equals fitting each resample again", () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12];
  const z = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
  const y = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8];
  const w = [1, 2, 3, 1, 2, 3, 1, 2, 3, 4];
  const terms = [numeric("x", x), numeric("z", z)];
  const fit = leastSquares({ outcome: y, terms, weights: w });
  const { draws } = bootstrapLeastSquares(fit, { draws: 25, seed: 6 });
  // The first thousand draws come from a generator that the seed's first four words start.
  const root = new Xoshiro128(6);
  const random = new Xoshiro128([root.next(), root.next(), root.next(), root.next()]);
  for (let draw = 0; draw < 25; draw++) {
    const counts = new Uint32Array(10);
    random.countDraws(10, counts);
    const rows = [...counts].flatMap((times, i) => new Array(times).fill(i));
    const take = (values: number[]): number[] => rows.map((i) => values[i]!);
    const again = leastSquares({
      outcome: take(y),
      terms: [numeric("x", take(x)), numeric("z", take(z))],
      weights: take(w),
    });
    for (let j = 0; j < 3; j++) assertClose(draws[j]![draw]!, again.coefficients[j]!, 1e-9);
  }
});

Deno.test("bootstrapLeastSquares() spreads Wisconsin's dose like its robust standard error", () => {
  const fit = leastSquares({ ...problem(reference.models.h_dose_w.formula), weights: votes });
  const { draws, singular } = bootstrapLeastSquares(fit, { draws: 1000, seed: 1 });
  assertEquals(singular, 0);
  const dose = draws[1]!;
  const mean = dose.reduce((a, b) => a + b) / dose.length;
  const spread = Math.sqrt(dose.reduce((s, d) => s + (d - mean) ** 2, 0) / (dose.length - 1));
  const robust = coefficientEstimate(fit, "dre", { errors: "HC2" }).standardError;
  // 1,000 draws estimate a standard deviation to 2.2%; bootstrap and HC2 differ by terms of order 1/n.
  assert(Math.abs(spread / robust - 1) < 0.1, `${spread} against ${robust}`);
});

Deno.test("bootstrapLeastSquares() leaves out resamples without a level, and says how many", () => {
  const fit = leastSquares({
    outcome: [1, 2, 3, 4, 5],
    terms: [factor("g", ["a", "a", "a", "a", "b"])],
  });
  const { draws, singular } = bootstrapLeastSquares(fit, { draws: 1000, seed: 1 });
  // P(unit 5 not drawn) = 0.8^5 = 0.328, P(only unit 5) = 0.2^5: about 328 of 1,000 ± 5 × 15.
  assert(Math.abs(singular - 328) < 75, String(singular));
  assertEquals(draws[0]!.length, 1000 - singular);
});

Deno.test("bootstrapLeastSquares() refuses no draws", () => {
  const fit = leastSquares({ outcome: [1, 2], terms: [] });
  assertThrows(() => bootstrapLeastSquares(fit, { draws: 0 }), RangeError, "Draws are 0");
});
