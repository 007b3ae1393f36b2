import { assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { flipEffect, marginMoved } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden } from "../../stats/golden.ts";

Deno.test("flipEffect() of Wisconsin is 3.9 points", () => {
  // 22,748 votes over twice the 291,592 DRE ballots: tests/golden/scripts/08_wi_machines.R.
  const { flip_effect_pts, dre_ballots_in_sample } = golden("wi_machines");
  assertClose(flipEffect(22748, dre_ballots_in_sample), flip_effect_pts, 1e-12);
});

Deno.test("marginMoved() undoes flipEffect()", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 1e7 }),
    fc.double({ min: 0, max: 2, noNaN: true }),
    (ballots, ratio) => {
      const margin = ratio * ballots;
      assertAlmostEquals(marginMoved(flipEffect(margin, ballots), ballots), margin, 1e-6);
    },
  ));
});

Deno.test("flipEffect() refuses a margin that the ballots can't make", () => {
  assertThrows(() => flipEffect(201, 100), RangeError, "at most 200");
  assertThrows(() => flipEffect(1, 0), RangeError, "ballots: found 0");
  assertThrows(() => flipEffect(-1, 10), RangeError, "margin: found -1");
});
