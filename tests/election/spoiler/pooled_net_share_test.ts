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
  assertAlmostEquals(pooled.standardError, stein.standardError, 1e-15);
  assertAlmostEquals(pooled.lower, stein.netShare.lower, 1e-15);
  assertAlmostEquals(pooled.upper, stein.netShare.upper, 1e-15);
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

Deno.test("pooledNetShare()'s interval is Zou, Huang and Zhang's from Bonett and Price's of each survey", () => {
  // mpmath with SciPy's normal quantiles: g ∓ √Σ w² (g − l)², with l = m − f − z √((m + f − (m − f)²) / (n + 2)),
  // m = (a n + 1) / (n + 2) and f = (b n + 1) / (n + 2).
  const surveys = [
    { votes: 1_457_218, result: stein },
    { votes: 4_489_341, result: johnson },
  ];
  const pooled = pooledNetShare(surveys);
  assertAlmostEquals(pooled.lower, 0.046660331633916204, 1e-12);
  assertAlmostEquals(pooled.upper, 0.15709972304232539, 1e-12);
  // The level is the pooled interval's own, whatever the surveys' was.
  const lower = pooledNetShare(surveys, 0.9);
  assertAlmostEquals(lower.lower, 0.055538088965625308, 1e-12);
  assertAlmostEquals(lower.upper, 0.14822196842509411, 1e-12);
  assertEquals([pooled.level, lower.level, pooled.n], [0.95, 0.9, 490]);
  // Near the end of the scale the interval is lopsided; a survey's ends stay within −1 and 1.
  const small = (beneficiary: number, opponent: number, effectiveSize: number) =>
    secondChoice({ candidate: "x", beneficiary, opponent, effectiveSize });
  const lopsided = pooledNetShare([
    { votes: 1, result: small(0.9, 0.05, 20) },
    { votes: 3, result: small(0.02, 0.01, 60) },
  ]);
  assertAlmostEquals(lopsided.point, 0.22, 1e-12);
  assertAlmostEquals(lopsided.lower, 0.12596641877424813, 1e-12);
  assertAlmostEquals(lopsided.upper, 0.27930248849710904, 1e-12);
});

Deno.test("secondChoice()'s and pooledNetShare()'s intervals hold their points at low levels too", () => {
  // At 50%, 1,000 of 1,000 would have 0.9993 as its upper end.
  const all = secondChoice(
    { candidate: "x", beneficiary: 1, opponent: 0, effectiveSize: 1000 },
    0.5,
  );
  assertEquals([all.netShare.point, all.netShare.upper], [1, 1]);
  assert(all.netShare.lower < 1);
  assertEquals(pooledNetShare([{ votes: 1, result: all }], 0.5).upper, 1);
});

Deno.test("pooledNetShare() refuses nothing to pool", () => {
  assertThrows(
    () => pooledNetShare([]),
    RangeError,
    "surveys: found 0 members, expected at least 1",
  );
});

Deno.test("pooledNetShare() refuses shares that are none, whichever of the two", () => {
  const changed = (transfer: object) => [
    { votes: 10, result: stein },
    { votes: 10, result: { ...stein, transfer: { ...stein.transfer, ...transfer } } },
  ];
  for (
    const [change, where] of [
      [{ opponent: -0.1 }, "share for the opponent of surveys[1]: found -0.1"],
      [{ beneficiary: -0.1 }, "share for the beneficiary of surveys[1]: found -0.1"],
      [{ beneficiary: 0.9, opponent: 0.2 }, "sum of the shares of surveys[1]"],
      [{ beneficiary: 0, opponent: 0 }, "sum of the shares of surveys[1]: found 0"],
    ] as const
  ) {
    assertThrows(() => pooledNetShare(changed(change)), RangeError, where);
  }
});
