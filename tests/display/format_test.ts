import { assertEquals, assertThrows } from "@std/assert";
import { count, day, decimal, inPoints, list, percent } from "tallybook/display";

Deno.test("count() separates thousands and uses the true minus sign", () => {
  assertEquals(count(0), "0");
  assertEquals(count(136669276), "136,669,276");
  assertEquals(count(-1234), "\u22121,234");
  assertEquals(count(131, { signed: true }), "+131");
  assertEquals(count(0, { signed: true }), "0");
});

Deno.test("count() refuses what is not whole", () => {
  assertThrows(() => count(1.5), RangeError, "found 1.5, expected a whole number");
  assertThrows(() => count(NaN), RangeError, "found NaN");
  assertThrows(() => count("1" as unknown as number), TypeError, 'found "1"');
});

Deno.test("what rounds to zero has no sign", () => {
  assertEquals(percent(-0.0001), "0.0%");
  assertEquals(inPoints(0.00001, { signed: true }), "0.0 points");
  assertEquals(decimal(-0.004), "0.00");
});

Deno.test("percent() and inPoints() refuse NaN and infinity", () => {
  assertThrows(() => percent(0 / 0), RangeError, "found NaN");
  assertThrows(() => inPoints(1 / 0), RangeError, "found Infinity");
});

Deno.test("day() refuses a day that does not exist", () => {
  assertThrows(() => day("2016-02-30"), RangeError, 'found "2016-02-30"');
  assertThrows(() => day("Nov 23"), RangeError);
});

Deno.test("list() can join with or", () => {
  assertEquals(list(["a", "b"], "or"), "a or b");
});
