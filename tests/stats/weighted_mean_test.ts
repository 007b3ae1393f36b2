import { assertEquals, assertThrows } from "@std/assert";
import { weightedMean } from "tallybook/stats";

Deno.test("weightedMean() counts each value by its weight", () => {
  // (10 × 3 + 20 × 1) / 4
  assertEquals(weightedMean([10, 20], [3, 1]), 12.5);
});

Deno.test("weightedMean() refuses a weight of 0", () => {
  assertThrows(() => weightedMean([1, 2], [1, 0]), RangeError, "have 0 at row 1");
});
