import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadPrecinctVotes2024 } from "tallybook/data";
import { binomialDraw, integerPercentages, Xoshiro128 } from "tallybook/stats";
import { golden } from "../golden/read.ts";

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
