import { assert, assertEquals, assertThrows } from "@std/assert";
import { bootstrap, percentileInterval } from "tallybook/stats";

Deno.test("bootstrap() of a mean has the variance that theory gives", () => {
  // Var of a resample's mean is the population variance over n: for 1..9 it is (81−1)/12/9 = 0.7407.
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const draws = bootstrap(9, (rows) => rows.reduce((s, i) => s + values[i]!, 0) / 9, {
    draws: 20000,
    seed: 4,
  });
  const mean = draws.reduce((a, b) => a + b) / draws.length;
  const variance = draws.reduce((s, d) => s + (d - mean) ** 2, 0) / draws.length;
  assert(Math.abs(mean - 5) < 5 * Math.sqrt(0.7407 / 20000));
  assert(Math.abs(variance / 0.7407 - 1) < 5 * Math.sqrt(2 / 20000));
});

Deno.test("bootstrap() repeats itself for a seed", () => {
  const statistic = (rows: Uint32Array): number => rows[0]!;
  const options = { draws: 10, seed: 9 };
  assertEquals(bootstrap(100, statistic, options), bootstrap(100, statistic, options));
});

Deno.test("bootstrap() and percentileInterval() name what is wrong", () => {
  assertThrows(() => bootstrap(0, () => 1), RangeError, "Units are 0");
  assertThrows(() => bootstrap(3, () => NaN), RangeError, "Statistic of resample 0 is NaN");
  assertThrows(
    () => percentileInterval([1, 2, 3], { point: 2, estimand: "x", n: 3 }),
    RangeError,
    "Draws are 3, expected at least 80 for level 0.95",
  );
});
