import type { Relation } from "../../lib/claims/claim.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { holds, missesBy, type Quantity } from "tallybook/claims";

const claim = (relation: Relation, stated: number | null, tolerance: number | null = 0) => ({
  id: "X1",
  relation,
  stated,
  tolerance,
});

const between = (lower: number, upper: number): Quantity => ({
  estimand: "votes",
  point: (lower + upper) / 2,
  lower,
  upper,
  level: 1,
  method: "bounds",
  assumptions: [],
  n: 1,
});

Deno.test("holds() reads each relation as its words say", () => {
  const agree = (relation: Relation, tolerance: number, values: number[]) =>
    values.filter((value) => holds(claim(relation, 60, tolerance), value));
  const values = [54, 57, 58, 60, 61, 63, 74];
  assertEquals(agree("equals", 3, values), [57, 58, 60, 61, 63]);
  assertEquals(agree("almost", 3, values), [57, 58, 60]);
  assertEquals(agree("at least", 0, values), [60, 61, 63, 74]);
  assertEquals(agree("at most", 0, values), [54, 57, 58, 60]);
  assertEquals(agree("more than", 0, values), [61, 63, 74]);
  assertEquals(agree("less than", 0, values), [54, 57, 58]);
});

Deno.test("holds() counts the end of a decimal tolerance in, in spite of binary fractions", () => {
  assert(holds(claim("equals", 46.7, 0.05), 46.75));
  assert(holds(claim("equals", 46.7, 0.05), 46.65));
  assert(!holds(claim("equals", 46.7, 0.05), 46.76));
});

Deno.test("holds() counts bounds against a claim only if all that they allow disagrees", () => {
  const seven = claim("equals", 7, 0.5);
  assert(holds(seven, between(5, 6.6)));
  assert(!holds(seven, between(5, 6.4)));
  assert(!holds(claim("more than", 7), between(5, 7)));
  assert(holds(claim("more than", 7), between(5, 7.1)));
});

Deno.test("missesBy() is the distance as a share of the number stated", () => {
  // (5 − 4.6) / 5 = 0.08: the nearest that bounds of 4.3 to 4.6 million come to 5 million
  assertAlmostEquals(missesBy(claim("almost", 5e6, 250_000), between(4.3e6, 4.6e6)), 0.08, 1e-12);
  assertAlmostEquals(missesBy(claim("equals", 51), 49), 2 / 51, 1e-12);
  assertEquals(missesBy(claim("equals", 51), 51), 0);
  assertEquals(missesBy(claim("equals", 0), 3), Infinity);
});

Deno.test("missesBy() is 0 exactly where holds() is true", () => {
  const relations = ["equals", "almost", "at least", "at most"] as const;
  fc.assert(fc.property(
    fc.constantFrom(...relations),
    fc.integer({ min: 1, max: 1000 }),
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: -2000, max: 2000 }),
    (relation, stated, tolerance, value) => {
      const stating = claim(relation, stated, tolerance);
      assertEquals(missesBy(stating, value) === 0, holds(stating, value));
    },
  ));
});

Deno.test("holds() refuses a claim that states no number, and an unknown relation", () => {
  assertThrows(
    () => holds(claim("none", null), 1),
    RangeError,
    "Cannot judge claim X1: stated: found null, expected a number",
  );
  assertThrows(
    () => holds(claim("about" as Relation, 3), 1),
    RangeError,
    'relation: found "about", expected one of "equals"',
  );
});
