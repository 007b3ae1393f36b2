/**
 * Draws by inversion: the counts are laid end to end from the mode outward, one more before one fewer, and a
 * uniform number falls into the drawn one's part. Here the parts are laid from all probabilities, by recursion.
 */
import { assertEquals } from "@std/assert";
import { binomialDraw, Xoshiro128 } from "tallybook/stats";
import { binomialSampler } from "../../lib/stats/binomial_draw.ts";
import { binomialRow } from "./binomial_row.ts";

/** The drawn count, and how far the number is from an end of its part. */
function laid(trials: number, p: number, uniform: number): { drawn: number; slack: number } {
  const all = binomialRow(trials, p);
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  let sum = all[mode]!;
  if (uniform <= sum) return { drawn: mode, slack: sum - uniform };
  for (let away = 1; away <= trials; away++) {
    for (const k of [mode + away, mode - away]) {
      const before = sum;
      sum += all[k] ?? 0;
      if (uniform <= sum) {
        return { drawn: k, slack: Math.min(sum - uniform, uniform - before) };
      }
    }
  }
  return { drawn: mode, slack: 0 };
}

const CASES: readonly (readonly [number, number])[] = [
  [1, 0.5],
  [1, 0.2],
  [2, 0.9],
  [3, 0.25],
  [7, 0.5],
  [12, 0.03],
  [30, 0.97],
  [90, 0.4],
  [250, 0.61],
];

Deno.test("binomialSampler() lays the counts end to end from the mode, whether it keeps their sums or not", () => {
  for (const [trials, p] of CASES) {
    for (const kept of [0, 1, 3, 40]) {
      const sampler = binomialSampler(trials, p, kept);
      const [drawing, beside] = [new Xoshiro128(trials), new Xoshiro128(trials)];
      for (let i = 0; i < 300; i++) {
        const drawn = sampler(drawing);
        const expected = laid(trials, p, beside.uniform());
        if (expected.slack > 1e-12) assertEquals(drawn, expected.drawn, `${trials} ${p} ${kept}`);
      }
    }
  }
});

Deno.test("binomialSampler() draws what is certain, and at any number of the generator a count that there is", () => {
  const random = new Xoshiro128(3);
  assertEquals([0, 1, 5].map((n) => binomialDraw(n, 0, random)), [0, 0, 0]);
  assertEquals([0, 1, 5].map((n) => binomialDraw(n, 1, random)), [0, 1, 5]);
  assertEquals(binomialDraw(0, 0.4, random), 0);
  // What certain draws take of the generator: nothing.
  assertEquals(random.state, new Xoshiro128(3).state);
  const at = (uniform: number) => ({ uniform: () => uniform }) as Xoshiro128;
  for (const [trials, p] of CASES) {
    for (const kept of [0, 2, 40]) {
      for (const uniform of [0, 1e-300, 0.5, 1 - 1e-9, 1 - 2 ** -53]) {
        const drawn = binomialSampler(trials, p, kept)(at(uniform));
        assertEquals(Number.isInteger(drawn) && drawn >= 0 && drawn <= trials, true);
      }
      // The last part is the least likely count's; a number beyond all sums is the mode's.
      const { drawn } = laid(trials, p, 1 - 1e-7);
      assertEquals(binomialSampler(trials, p, kept)(at(1 - 1e-7)), drawn);
    }
  }
});

Deno.test("a draw alone is the one that its sampler gives", () => {
  for (const [trials, p] of CASES) {
    const [alone, sampled] = [new Xoshiro128(trials), new Xoshiro128(trials)];
    for (let i = 0; i < 200; i++) {
      const expected = binomialSampler(trials, p, i % 3)(sampled);
      assertEquals(binomialDraw(trials, p, alone), expected, `${trials} ${p}`);
    }
    assertEquals(alone.state, sampled.state);
  }
});
