import { assert, assertEquals, assertThrows } from "@std/assert";
import { binomialTail, minervaRisk, minervaStopsAt } from "tallybook/election";
import {
  betaBinomialFit,
  betaQuantile,
  binomialDraw,
  normalQuantile,
  proportionInterval,
  studentQuantile,
  Xoshiro128,
} from "tallybook/stats";
import { assertClose } from "./close.ts";

Deno.test("binomialTail() keeps its digits in the middle of very many trials", () => {
  // Summed outward from the count, by mpmath at 40 digits.
  const tails: [least: number, trials: number, chance: number, tail: number][] = [
    [30_000_000, 1e8, 0.3, 0.500037724415129921],
    [30_004_000, 1e8, 0.3, 0.191395339824940879],
    [300_020_000, 1e9, 0.3, 0.0837790902252305694],
    [510_000_000, 1e9, 0.51, 0.500012702307739902],
    [20_100, 2e7, 0.001, 0.240555373954491044],
    [200_010_000, 2e11, 0.001, 0.239649306240232199],
  ];
  for (const [least, trials, chance, tail] of tails) {
    assertClose(binomialTail(least, trials, chance), tail, 1e-11, `${least} of ${trials}`);
  }
});

Deno.test("binomialTail() of a fair coin is a half at the middle of an odd number, and falls from there on", () => {
  for (const half of [5e3, 5e5, 5e6, 5e7, 5e8, 5e9, 5e10, 4e11]) {
    assertClose(binomialTail(half + 1, 2 * half + 1, 0.5), 0.5, 1e-9, `${half}`);
    const sd = Math.sqrt(half / 2);
    // Across the places where one way of computing takes over from the other.
    const tails = Array.from(
      { length: 120 },
      (_, i) => binomialTail(Math.round(half + 1 + i / 20 * sd), 2 * half + 1, 0.5),
    );
    assert(tails.every((tail, i) => i === 0 || tail < tails[i - 1]!), `${half}`);
    // At one standard deviation, rounded to a whole count.
    assertClose(tails[20]!, 0.15865525393145705, 1 / sd, `${half}`);
  }
});

Deno.test("minervaStopsAt() of a trillion ballots stops where a tie does in a tenth of cases", () => {
  // The right report's tail is 1, so the tie's is a tenth: at 1.2815515655 standard deviations.
  const stopsAt = minervaStopsAt(1e12, 0.6, 0.1)!;
  assertClose((stopsAt - 5e11) / 5e5, -normalQuantile(0.1), 1e-5);
  assertEquals(minervaRisk(stopsAt, 1e12, 0.6) <= 0.1, true);
  assertEquals(minervaRisk(stopsAt - 1, 1e12, 0.6) > 0.1, true);
});

Deno.test("intervals and draws of very many trials are the normal distribution's", () => {
  const [share, n] = [1 / 3, 3e11];
  const reach = 1.959963984540054 * Math.sqrt(share * (1 - share) / n);
  for (const method of ["wilson", "jeffreys", "clopper-pearson"] as const) {
    const { lower, upper } = proportionInterval(n * share, n, { method });
    assertClose((share - lower) / reach, 1, 1e-4, method);
    assertClose((upper - share) / reach, 1, 1e-4, method);
  }
  // Variance 1/4 over the sum of the two shapes.
  assertClose(
    (betaQuantile(0.9, 5e12, 5e12) - 0.5) / (0.5 / Math.sqrt(1e13)),
    1.2815515655446004,
    1e-4,
  );
  const random = new Xoshiro128(11);
  const draws = Array.from(
    { length: 400 },
    () => (binomialDraw(1e11, 0.3, random) - 3e10) / Math.sqrt(2.1e10),
  );
  const mean = draws.reduce((sum, z) => sum + z, 0) / 400;
  const variance = draws.reduce((sum, z) => sum + (z - mean) ** 2, 0) / 399;
  // Five standard errors of 1/20 and of √2/20.
  assert(Math.abs(mean) < 0.25 && Math.abs(variance - 1) < 0.35, `${mean} ${variance}`);
});

Deno.test("studentQuantile() with degrees of freedom beyond counting is the normal one", () => {
  for (const degrees of [1e14, 1e16, 1e20, 1e300, Infinity]) {
    assertClose(studentQuantile(0.9, degrees), 1.2815515655446004, 1e-12, `${degrees}`);
  }
});

Deno.test("what has no digits left is refused, with the limit", () => {
  const refused = (call: () => unknown, limit: string) =>
    assertThrows(call, RangeError, `at most ${limit}`);
  refused(() => binomialTail(5e14, 1e15, 0.5), "1000000000000");
  refused(() => minervaStopsAt(1e15, 0.6, 0.1), "1000000000000");
  refused(() => proportionInterval(1e15, 3e15, { method: "jeffreys" }), "1000000000000");
  refused(() => betaQuantile(0.5, 1e15, 1), "10000000000000");
  refused(() => binomialDraw(1e15, 0.3, new Xoshiro128(1)), "1000000000000");
  refused(() => betaBinomialFit({ successes: [1e15, 1], trials: [3e15, 3] }), "1000000000");
});
