import { assert, assertEquals, assertThrows } from "@std/assert";
import { syntheticControl } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

// scipy's SLSQP from 20 starts each.
const { synthetic } = golden("resampling_and_space");
const units = synthetic.before.map((_: unknown, i: number) => `u${i}`);
const found = syntheticControl({
  units,
  treated: "u0",
  before: synthetic.before,
  after: synthetic.after,
});

Deno.test("syntheticControl() finds scipy's weights, for the treated unit and the placebos", () => {
  const donors = units.slice(1);
  for (const [d, name] of donors.entries()) {
    const weight = found.weights[name] ?? 0;
    assert(Math.abs(weight - synthetic.treated.weights[d]) < 1e-5, `${name} ${weight}`);
  }
  assertClose(found.errorBefore, synthetic.treated.before, 1e-7);
  assertClose(found.errorAfter, synthetic.treated.after, 1e-5);
  for (const [i, placebo] of found.placebos.entries()) {
    // Ours is a minimum: never above scipy's, and scipy's is near it.
    assert(placebo.errorBefore <= synthetic.placebos[i].before * (1 + 1e-9));
    assertClose(placebo.errorBefore, synthetic.placebos[i].before, 1e-5);
    assertClose(placebo.errorAfter, synthetic.placebos[i].after, 1e-3);
  }
});

Deno.test("syntheticControl() ranks the treated unit among placebos by the ratio of errors", () => {
  const ratios = found.placebos.map(({ ratio }) => ratio);
  assertEquals(found.rank, 1 + ratios.filter((ratio) => ratio >= found.ratio).length);
  assertEquals(found.pValue, found.rank / units.length);
});

Deno.test("syntheticControl()'s weights meet the conditions of a minimum on the simplex", () => {
  const total = Object.values(found.weights).reduce((a, b) => a + b, 0);
  assertClose(total, 1, 1e-12);
  const synth = synthetic.before[0].map((_: number, p: number) =>
    units.slice(1).reduce(
      (sum: number, name: string, d: number) =>
        sum + (found.weights[name] ?? 0) * synthetic.before[d + 1][p],
      0,
    )
  );
  const slopes = units.slice(1).map((_: string, d: number) =>
    synth.reduce(
      (sum: number, value: number, p: number) =>
        sum + (value - synthetic.before[0][p]) * synthetic.before[d + 1][p],
      0,
    )
  );
  const least = Math.min(...slopes);
  for (const [d, name] of units.slice(1).entries()) {
    if (found.weights[name]) assert(Math.abs(slopes[d] - least) < 1e-8);
  }
});

Deno.test("syntheticControl() leaves out placebos that were never matched, when asked", () => {
  const strict = syntheticControl(
    { units, treated: "u0", before: synthetic.before, after: synthetic.after },
    { excludePlaceboWorseThan: 1 },
  );
  assert(strict.placebos.every(({ errorBefore }) => errorBefore <= strict.errorBefore));
  assert(strict.placebos.length < found.placebos.length);
});

Deno.test("syntheticControl() refuses a unit that is not there", () => {
  assertThrows(
    () =>
      syntheticControl({ units, treated: "U0", before: synthetic.before, after: synthetic.after }),
    RangeError,
    'treated: found "U0"',
  );
});

Deno.test("syntheticControl() of units that are all 0 before has a ratio of 0, or none that ends", () => {
  const zeros = [[0, 0], [0, 0], [0, 0], [0, 0]];
  const of = (after: number[][]) =>
    syntheticControl({ units: ["a", "b", "c", "d"], treated: "a", before: zeros, after }).ratio;
  assertEquals(of(zeros), 0);
  assertEquals(of([[5, 5], [0, 0], [0, 0], [0, 0]]), Infinity);
});

Deno.test("syntheticControl() leaves out placebos that are worse matched than the limit allows, and none without one", () => {
  // Before: P is off by 1 from the nearest mixture, A and C by more, B by none.
  const problem = {
    units: ["P", "A", "B", "C"],
    treated: "P",
    before: [[11], [10], [4], [0]],
    after: [[14], [10], [5], [0]],
  };
  const at = (excludePlaceboWorseThan?: number) =>
    syntheticControl(
      problem,
      excludePlaceboWorseThan === undefined ? {} : { excludePlaceboWorseThan },
    )
      .placebos.map(({ unit, errorBefore }) => [unit, Math.round(errorBefore * 1e6) / 1e6]);
  // A without P can be no more than B's 4: off by 6. C can be no less than 4: off by 4.
  assertEquals(at(), [["A", 6], ["B", 0], ["C", 4]]);
  assertEquals(at(6.001), [["A", 6], ["B", 0], ["C", 4]]);
  assertEquals(at(5.9), [["B", 0], ["C", 4]]);
  assertEquals(at(3.9), [["B", 0]]);
  const { rank, pValue, ratio, errorBefore, errorAfter, gaps } = syntheticControl(problem);
  assertEquals([errorBefore, errorAfter, ratio, gaps], [1, 4, 4, [4]]);
  // B's match before is exact, and it is off after: its ratio has no end. A's is (10 − 5)/6, C's 5/4.
  assertEquals([rank, pValue], [2, 2 / 4]);
  assertEquals(syntheticControl(problem, { excludePlaceboWorseThan: 1 }).pValue, 2 / 2);
});
