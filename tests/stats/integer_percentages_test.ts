import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadPrecinctVotes2024 } from "tallybook/data";
import { binomialDraw, integerPercentages, normalTail, Xoshiro128 } from "tallybook/stats";
import { golden } from "../golden/read.ts";
import { binomialRow } from "./binomial_row.ts";

interface Count {
  readonly places: number;
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
}
// Python (scipy's binomial): tests/golden/scripts/29_fingerprints.py.
const { counts } = golden<{ counts: Record<string, Count> }>("fingerprints.json");

Deno.test("whole percentages, their expectation and p-value are scipy's on four states' precincts", () => {
  for (
    const [state, mode] of [["SC", "early"], ["IA", "absentee"], ["ME", "total"], ["NV", "total"]]
  ) {
    const rows = [...loadPrecinctVotes2024({ states: [state!] })].filter((row) =>
      row.mode === mode && row.harris !== null && row.trump !== null && row.harris >= 0 &&
      row.trump >= 0 && row.harris + row.trump >= 100
    );
    const found = integerPercentages(
      rows.map((row) => row.trump!),
      rows.map((row) => row.harris! + row.trump!),
    );
    const reference = counts[`${state} ${mode}`]!;
    assertEquals([found.n, found.observed], [reference.places, reference.observed]);
    assertAlmostEquals(found.expected, reference.expected, 1e-4);
    assertAlmostEquals(found.pValue, reference.p, 1e-5);
  }
});

Deno.test("results invented as whole percentages are found, drawn ones are not", () => {
  const random = new Xoshiro128(4);
  const trials = Array.from({ length: 800 }, (_, i) => 300 + i);
  const drawn = trials.map((n) => binomialDraw(n, 0.4 + 0.3 * random.uniform(), random));
  assert(integerPercentages(drawn, trials).pValue > 0.01);
  const invented = drawn.map((k, i) =>
    i % 5 === 0 ? Math.round(trials[i]! * Math.round(100 * k / trials[i]!) / 100) : k
  );
  assert(integerPercentages(invented, trials).pValue < 1e-6);
});

Deno.test("by hand: one of two multiples of five in ten tosses of a coin's share", () => {
  // Of 20 every second count is a multiple of 10 percent: P(even) = 1/2 for a fair coin.
  const found = integerPercentages([10], [20], { step: 10 });
  assertEquals(found.observed, 1);
  assertAlmostEquals(found.expected, 0.5, 1e-9);
});

Deno.test("what is no count is refused", () => {
  assertThrows(() => integerPercentages([5], [4]), RangeError, "successes[0]");
  assertThrows(() => integerPercentages([0], [0]), RangeError, "none above 0");
  assertThrows(() => integerPercentages([1], [2], { step: 3 as 5 }), RangeError, "step");
});

Deno.test("few trials: whole percentages are those of all counts, by Pascal's triangle", () => {
  for (const step of [1, 5, 10] as const) {
    // Within .05 points of a multiple, the ends counted: in units of 1/20 of a point times the trials.
    const isWhole = (k: number, of: number) => {
      const rest = (2000 * k) % (20 * step * of);
      return Math.min(rest, 20 * step * of - rest) <= of;
    };
    const totals = { n: 0, observed: 0, expected: 0, variance: 0 };
    const [counts, sizes]: [number[], number[]] = [[], []];
    // In odd places other sizes than before: what is remembered of one must not serve another.
    for (const trials of [1, 2, 3, 7, 20, 40, 99, 100, 101, 250, 400, 1000]) {
      for (const k of [0, 1, 2, 3, trials >> 1, (trials * 2) / 5 | 0, trials - 1, trials]) {
        if (k > trials) continue;
        counts.push(k);
        sizes.push(trials);
        const p = binomialRow(trials, k / trials).reduce(
          (sum, each, i) => sum + (isWhole(i, trials) ? each : 0),
          0,
        );
        totals.n++;
        totals.observed += isWhole(k, trials) ? 1 : 0;
        totals.expected += p;
        totals.variance += p * (1 - p);
        const one = integerPercentages([k], [trials], { step });
        assertEquals([one.n, one.observed], [1, isWhole(k, trials) ? 1 : 0], `${k} of ${trials}`);
        assertAlmostEquals(one.expected, p, 1e-9, `${k} of ${trials} in steps of ${step}`);
        // The variance is as exact as the probability: near 0 its root is not.
        assertAlmostEquals(one.deviation ** 2, p * (1 - p), 1e-9);
      }
    }
    const all = integerPercentages(counts, sizes, { step });
    assertEquals([all.n, all.observed], [totals.n, totals.observed]);
    assertAlmostEquals(all.expected, totals.expected, 1e-7);
    assertAlmostEquals(all.deviation, Math.sqrt(totals.variance), 1e-7);
    const z = (all.observed - 0.5 - totals.expected) / Math.sqrt(totals.variance);
    assertAlmostEquals(all.pValue, normalTail(z), 1e-7);
    assertEquals(integerPercentages([...counts, 0], [...sizes, 0], { step }), all);
  }
});

Deno.test("a share within .05 points of a whole percentage counts, its ends included; one beyond does not", () => {
  const observed = (k: number, of: number) => integerPercentages([k], [of]).observed;
  // Of 2,000 votes .05 points are one vote.
  assertEquals([599, 600, 601, 598, 602].map((k) => observed(k, 2000)), [1, 1, 1, 0, 0]);
  assertEquals([0, 1, 2, 1998, 1999, 2000].map((k) => observed(k, 2000)), [1, 1, 0, 0, 1, 1]);
});
