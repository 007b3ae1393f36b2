import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { spreadLabels } from "tallybook/chart";

Deno.test("spreadLabels() leaves labels that do not touch where they are", () => {
  assertEquals(spreadLabels([100, 10, 50], 14), [100, 10, 50]);
});

Deno.test("spreadLabels() keeps the order, the gap and the mean of a crowd", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 20 }),
    (places) => {
      const moved = spreadLabels(places, 14);
      const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
      for (let i = 1; i < order.length; i++) {
        assert(moved[order[i]!]! - moved[order[i - 1]!]! >= 14 - 1e-6);
      }
      const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
      // Each block keeps the mean of its places, so all of them together do.
      assertAlmostEquals(sum(moved), sum(places), 1e-6 * places.length * 300);
    },
  ));
});

Deno.test("spreadLabels() pushes labels inside the bounds", () => {
  assertEquals(spreadLabels([0, 1, 2], 10, [5, 200]), [5, 15, 25]);
  assertEquals(spreadLabels([199, 200], 10, [0, 200]), [190, 200]);
});

Deno.test("spreadLabels() is the least-squares solution, inside the bounds where all fit", () => {
  // Dykstra's projections onto the conditions, one by one, converge to the same places by another way.
  const projected = (places: readonly number[], gap: number, [low, high]: [number, number]) => {
    const count = places.length;
    const x = [...places];
    const conditions: { at: readonly [number, number]; by: number[] }[] = [];
    for (let i = -1; i < count; i++) conditions.push({ at: [i, i + 1], by: [0, 0] });
    for (let round = 0; round < 4_000; round++) {
      for (const { at: [i, j], by } of conditions) {
        const [a, b] = [(x[i] ?? low) + by[0]!, (x[j] ?? high) + by[1]!];
        const least = i < 0 || j === count ? 0 : gap;
        const short = Math.max(0, least - (b - a));
        const [down, up] = i < 0 ? [0, short] : j === count ? [short, 0] : [short / 2, short / 2];
        if (i >= 0) x[i] = a - down;
        if (j < count) x[j] = b + up;
        by[0] = i >= 0 ? a - x[i]! : 0;
        by[1] = j < count ? b - x[j]! : 0;
      }
    }
    return x;
  };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 7 }),
      (places) => {
        const sorted = [...places].sort((a, b) => a - b);
        const moved = spreadLabels(sorted, 12, [10, 150]);
        for (const [i, each] of projected(sorted, 12, [10, 150]).entries()) {
          assertAlmostEquals(moved[i]!, each, 0.01);
        }
      },
    ),
    { seed: 4, numRuns: 60 },
  );
});

Deno.test("spreadLabels() keeps labels of one place in the order given", () => {
  assertEquals(spreadLabels([50, 50, 50, 10], 10), [40, 50, 60, 10]);
});
