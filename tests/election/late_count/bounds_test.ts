import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { leadBounds, possibleLeaders, shareToOverturn } from "tallybook/election";

Deno.test("leadBounds() hold for every split of the rest among three candidates", () => {
  const counts = fc.record({ a: fc.nat(500), b: fc.nat(500), c: fc.nat(500) });
  fc.assert(
    fc.property(counts, counts, (counted, rest) => {
      const remaining = rest.a + rest.b + rest.c;
      const { lower, upper, level } = leadBounds(counted, remaining, "a");
      const final = counted.a + rest.a - Math.max(counted.b + rest.b, counted.c + rest.c);
      assert(lower <= final && final <= upper && level === 1);
      const names = ["a", "b", "c"] as const;
      const best = names.reduce((x, y) => counted[y] + rest[y] > counted[x] + rest[x] ? y : x);
      assert(possibleLeaders(counted, remaining).includes(best));
    }),
    { seed: 3 },
  );
});

Deno.test("shareToOverturn() is the share that exactly draws level", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 5000 }), (lead, remaining) => {
      const share = shareToOverturn(lead, remaining);
      if (lead > remaining) return assertEquals(share, null);
      assertAlmostEquals(lead + remaining * (1 - 2 * share!), 0, 1e-9 * remaining);
    }),
    { seed: 4 },
  );
  // Of votes that go to the two of them only: 80 of 100 left, ten behind, 45 to 35.
  assertAlmostEquals(shareToOverturn(10, 100, 0.8)!, 45 / 80);
  assertEquals(shareToOverturn(0, 0), 0.5);
  assertThrows(
    () => shareToOverturn(-1, 5),
    RangeError,
    "lead: found -1, expected a whole number of at least 0",
  );
});

Deno.test("leadBounds() and possibleLeaders() refuse counts without candidates", () => {
  assertThrows(
    () => possibleLeaders({}, 5),
    RangeError,
    'candidates: found "none", expected at least one',
  );
  assertThrows(
    () => leadBounds({ a: 1 }, 5, "a"),
    RangeError,
    'rivals of a: found "none", expected at least one',
  );
  assertThrows(
    () => leadBounds({ a: 1, b: 2 }, 5, "z"),
    RangeError,
    'candidate: found "z", expected one of "a", "b"',
  );
});
