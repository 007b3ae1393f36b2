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
