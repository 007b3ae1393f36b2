/** The statistics of a curve by hand. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { curveOf, quantileOf } from "../../lib/stats/specification_curve.ts";

Deno.test("quantileOf() lies between two neighbors by its distance from each", () => {
  assertEquals([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOf([1, 2, 4, 8, 16], p)), [
    1,
    2,
    4,
    8,
    16,
  ]);
  assertEquals([0.1, 0.5, 0.9].map((p) => quantileOf([3], p)), [3, 3, 3]);
  assertAlmostEquals(quantileOf([1, 3], 0.25), 1.5, 1e-15);
  assertAlmostEquals(quantileOf([0, 10, 20, 100], 0.9), 20 + 0.7 * 80, 1e-12);
});

Deno.test("curveOf() counts what is significant in the direction that most have, upward where as many", () => {
  const of = (estimates: number[], significant = estimates.map(() => true)) =>
    curveOf(estimates, estimates.map((estimate) => 10 * estimate), significant).statistics;
  assertEquals(of([3, 1, -2]).significant, 2 / 3);
  assertEquals(of([3, -1, -2]).significant, 2 / 3);
  assertEquals(of([1, 1, 1, -1, -1]).significant, 3 / 5);
  // As many of each: upward. A 0 has no direction.
  assertEquals(of([3, 4, -1, -2]).significant, 1 / 2);
  assertEquals(of([3, 4, -1, -2], [true, false, true, true]).significant, 1 / 4);
  assertEquals(of([0, 0, 2, -1]).significant, 1 / 4);
  assertEquals(of([0, 1]).significant, 1 / 2);
  assertEquals([of([3, 1, -2]).median, of([4, 1, 2, 10]).median], [1, 3]);
  assertAlmostEquals(of([3, 1, -2]).stouffer, 20 / Math.sqrt(3), 1e-12);
  assertEquals(curveOf([3, 1, -2], [0, 0, 0], [true, true, true]).sorted, [-2, 1, 3]);
});
