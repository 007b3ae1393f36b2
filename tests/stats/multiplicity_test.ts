import { assert, assertEquals, assertThrows } from "@std/assert";
import { benjaminiHochberg, holm, Xoshiro128 } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

Deno.test("holm() and benjaminiHochberg() equal R's p.adjust, ties included", () => {
  const { p, holm: byHolm, bh } = golden("stats_extra").multiplicity;
  for (const [i, value] of holm(p).entries()) assertClose(value, byHolm[i], 1e-12);
  for (const [i, value] of benjaminiHochberg(p).entries()) assertClose(value, bh[i], 1e-12);
});

Deno.test("holm() and benjaminiHochberg() equal R on the sixteen states", () => {
  // by_state of tests/golden/scripts/19_verifier.R.
  const states: { p: number; bh: number; holm: number }[] = golden("county_equipment").by_state;
  const p = states.map((state) => state.p);
  for (const [i, value] of holm(p).entries()) assertClose(value, states[i]!.holm, 1e-8);
  for (const [i, value] of benjaminiHochberg(p).entries()) assertClose(value, states[i]!.bh, 1e-8);
});

Deno.test("holm() refuses what is not a p-value", () => {
  assertThrows(
    () => holm([0.5, 1.2]),
    RangeError,
    "pValues[1]: found 1.2, expected a finite number of at least 0 and at most 1",
  );
});

/** Sets of up to six p-values on a grid of 20, so that ties and ones occur. */
function* drawnSets(): Generator<number[]> {
  const random = new Xoshiro128(17);
  for (let set = 0; set < 200; set++) {
    yield Array.from({ length: 1 + random.below(6) }, () => random.below(21) / 20);
  }
}

Deno.test("holm() is the closed test of Bonferroni: the largest of |S| times the smallest p, over all sets S with it", () => {
  for (const p of drawnSets()) {
    const closed = p.map((_, i) => {
      let largest = 0;
      for (let set = 0; set < 1 << p.length; set++) {
        const within = p.filter((_, j) => set >> j & 1);
        if (set >> i & 1) largest = Math.max(largest, within.length * Math.min(...within));
      }
      return Math.min(1, largest);
    });
    for (const [i, value] of holm(p).entries()) assertClose(value, closed[i]!, 1e-14, `${p}`);
  }
});

Deno.test("benjaminiHochberg() is the lowest rate at which the step-up procedure takes the test for a finding", () => {
  // Findings at rate q: the k smallest, for the largest k with p(k) <= k q / m.
  const found = (p: readonly number[], q: number, i: number): boolean => {
    const sorted = p.toSorted((a, b) => a - b);
    const last = sorted.findLastIndex((value, k) => value <= (k + 1) * q / p.length);
    return last >= 0 && p[i]! <= sorted[last]!;
  };
  for (const p of drawnSets()) {
    for (const [i, value] of benjaminiHochberg(p).entries()) {
      assert(found(p, value + 1e-12, i), `${p}: ${i} at ${value}`);
      assert(value === 0 || !found(p, value - 1e-12, i), `${p}: ${i} below ${value}`);
    }
  }
  assertEquals(benjaminiHochberg([1]), [1]);
});
