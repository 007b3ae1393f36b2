import { assert, assertAlmostEquals } from "@std/assert";
import { maximum } from "../../lib/stats/beta_binomial/maximum.ts";

/** Peaks of functions by hand, with the place where each is highest. */
const PEAKS: readonly (readonly [string, (x: number) => number, number, number, number])[] = [
  ["a parabola", (x) => -((x - 1.3) ** 2), -4, 9, 1.3],
  ["a bell", (x) => Math.exp(-((x + 0.4) ** 2)), -3, 2, -0.4],
  ["a likelihood", (x) => 7 * Math.log(x) + 13 * Math.log(1 - x), 0.001, 0.999, 0.35],
  ["a cosine", Math.cos, -1, 2.5, 0],
  ["one that rises to its end", (x) => x, 0, 1, 1],
  ["one that falls from its start", (x) => -x, 0, 1, 0],
  ["a corner", (x) => -Math.abs(x - 0.7), 0, 2, 0.7],
];

Deno.test("maximum() finds the peak within its tolerance, wherever it lies", () => {
  for (const [name, f, from, to, peak] of PEAKS) {
    for (const tolerance of [1e-3, 1e-6]) {
      const { x, value } = maximum(f, from, to, tolerance);
      // The search ends when the bracket is four tolerances wide.
      assertAlmostEquals(x, peak, 4 * tolerance, name);
      assert(x >= from && x <= to && value === f(x), name);
    }
  }
});

Deno.test("maximum() takes some ten evaluations of a smooth peak, of which golden sections would take thirty", () => {
  for (const [name, f, from, to] of PEAKS.slice(0, 4)) {
    let times = 0;
    maximum(
      (x) => {
        times++;
        return f(x);
      },
      from,
      to,
      1e-5,
    );
    // log(5 / 4e-5) / log(1.618) = 24 and more sections of the interval.
    assert(times <= 16, `${name}: ${times}`);
  }
});
