import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { pooledNetShare, secondChoice } from "../../../lib/election/mod.ts";

const stein = secondChoice({
  candidate: "Stein",
  beneficiary: 0.25,
  opponent: 0.14,
  effectiveSize: 120,
});
const johnson = secondChoice({
  candidate: "Johnson",
  beneficiary: 0.25,
  opponent: 0.15,
  effectiveSize: 370,
});

Deno.test("pooledNetShare() of one survey is that survey's net share", () => {
  const pooled = pooledNetShare([{ votes: 5, result: stein }]);
  assertAlmostEquals(pooled.point, stein.netShare.point, 1e-15);
  // 0.11 less 1.959963984540054 times √((0.39 − 0.11²) / 120).
  assertAlmostEquals(pooled.standardError, stein.standardError, 1e-15);
  assertAlmostEquals(pooled.lower, 0.11 - 1.959963984540054 * stein.standardError, 1e-12);
  assertEquals(pooled.n, 120);
});

Deno.test("pooledNetShare() of 2016 weighs by votes: 0.1025 with a standard error of 0.028", () => {
  const pooled = pooledNetShare([
    { votes: 1_457_218, result: stein },
    { votes: 4_489_341, result: johnson },
  ]);
  // (1,457,218 × 0.11 + 4,489,341 × 0.10) / 5,946,559 = 0.102451
  assertAlmostEquals(pooled.point, 0.102451, 5e-7);
  // √((0.24505 × 0.056115)² + (0.75495 × 0.032460)²) = √(1.8909e-4 + 6.0051e-4)
  assertAlmostEquals(pooled.standardError, 0.0281, 5e-5);
  assert(pooled.standardError < stein.standardError);
});

Deno.test("pooledNetShare() refuses nothing to pool", () => {
  assertThrows(
    () => pooledNetShare([]),
    RangeError,
    "surveys: found 0 members, expected at least 1",
  );
});
