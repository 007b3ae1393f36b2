import { assertThrows } from "@std/assert";
import { requireCount, requireProper, requireShare } from "tallybook/election";

Deno.test("requireCount() accepts whole numbers and names what is not one", () => {
  requireCount(0, "votes");
  for (const bad of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    assertThrows(() => requireCount(bad, "votes"), RangeError, "Expected votes to be an integer");
  }
  assertThrows(() => requireCount(0, "seats", 1), RangeError, "at least 1, but found 0");
});

Deno.test("requireProper() and requireShare() differ at the ends", () => {
  requireShare(0, "share");
  requireShare(1, "share");
  assertThrows(() => requireShare(1.01, "share"), RangeError, "between 0 and 1");
  assertThrows(() => requireProper(0, "risk limit"), RangeError, "strictly");
  assertThrows(() => requireProper(NaN, "risk limit"), RangeError, "strictly");
});
