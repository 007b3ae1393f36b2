import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { climb, maximum } from "../../lib/stats/beta_binomial/maximum.ts";

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

Deno.test("climb() takes three evaluations a round, and is there after the round that moves no further", () => {
  let times = 0;
  const counted = (f: (x: number) => number) => (x: number) => {
    times++;
    return f(x);
  };
  // A parabola's top is where the first one leads; the second finds it there.
  const found = climb(counted((x) => 2 - 3 * (x - 0.4) ** 2), 0.3)!;
  assertEquals(times, 6);
  assertAlmostEquals(found.x, 0.4, 1e-7);
  assertAlmostEquals(found.value, 2, 1e-9);
  // From the top itself one round is enough.
  times = 0;
  assertAlmostEquals(climb(counted((x) => -((x - 0.4) ** 2)), 0.4)!.x, 0.4, 1e-9);
  assertEquals(times, 3);
  // Each round halves the way to the top of −|x − ½|³ and no more: six do not lead there.
  times = 0;
  assertEquals(climb(counted((x) => -(Math.abs(x - 0.5) ** 3)), 0.4), undefined);
  assertEquals(times, 18);
});

Deno.test("climb()'s value is that of the top, nearer than its place", () => {
  const likelihood = (x: number) => 70 * Math.log(x) + 130 * Math.log(1 - x);
  const { x, value } = climb(likelihood, 0.3)!;
  assertAlmostEquals(x, 0.35, 1e-6);
  assertAlmostEquals(value, likelihood(0.35), 1e-9);
});

Deno.test("climb() gives up in a trough, on a plain, and where the top lies beyond 0 or 1", () => {
  for (
    const f of [
      (x: number) => (x - 0.4) ** 2,
      (x: number) => x,
      () => 1,
      (x: number) => -((x - 1.5) ** 2),
      (x: number) => -((x + 0.5) ** 2),
      // A ten-billionth inside is too near: the search is between 1e-9 and 1 − 1e-9.
      (x: number) => -((x - (1 - 1e-10)) ** 2),
      (x: number) => -((x - 1e-10) ** 2),
    ]
  ) assertEquals(climb(f, 0.3), undefined);
});
