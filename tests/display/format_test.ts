import { assertEquals, assertThrows } from "@std/assert";
import { count, day, decimal, list, percent, points } from "tallybook/display";

Deno.test("count() separates thousands and uses the true minus sign", () => {
  assertEquals(count(0), "0");
  assertEquals(count(136669276), "136,669,276");
  assertEquals(count(-1234), "\u22121,234");
  assertEquals(count(131, { signed: true }), "+131");
  assertEquals(count(0, { signed: true }), "0");
});

Deno.test("count() refuses what is not whole", () => {
  assertThrows(() => count(1.5), TypeError, "expected a whole number, found 1.5");
  assertThrows(() => count(NaN), TypeError, "found NaN");
});

Deno.test("what rounds to zero has no sign", () => {
  assertEquals(percent(-0.0001), "0.0%");
  assertEquals(points(0.00001, { signed: true }), "0.0 points");
  assertEquals(decimal(-0.004), "0.00");
});

Deno.test("percent() and points() refuse NaN and infinity", () => {
  assertThrows(() => percent(0 / 0), TypeError, "found NaN");
  assertThrows(() => points(1 / 0), TypeError, "found Infinity");
});

Deno.test("day() refuses a day that does not exist", () => {
  assertThrows(() => day("2016-02-30"), TypeError, 'found "2016-02-30"');
  assertThrows(() => day("Nov 23"), TypeError);
});

Deno.test("list() can join with or", () => {
  assertEquals(list(["a", "b"], "or"), "a or b");
});
