import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { bravoDistribution, bravoExpectedBallots, bravoQuantile } from "tallybook/election";

const contest = (percent: number) => ({
  winner: 10_000 * percent,
  loser: 10_000 * (100 - percent),
  ballots: 1_000_000,
});

Deno.test("bravoQuantile() is within 1% of the exact distribution up to 60 to 40", () => {
  for (const riskLimit of [0.05, 0.1]) {
    for (const percent of [52, 55, 60]) {
      const { quantiles } = bravoDistribution(contest(percent), riskLimit, [0.9]);
      const exact = quantiles.get(0.9)!;
      assertAlmostEquals(bravoQuantile(contest(percent), riskLimit, 0.9) / exact, 1, 0.01);
    }
  }
});

Deno.test("bravoQuantile() comes closer as the margin shrinks", () => {
  const off = (percent: number) => {
    const exact = bravoDistribution(contest(percent), 0.1, [0.5]).quantiles.get(0.5)!;
    return Math.abs(bravoQuantile(contest(percent), 0.1, 0.5) / exact - 1);
  };
  assert(off(52) < off(55) && off(55) < off(60));
});

Deno.test("bravoQuantile() of a tiny margin keeps the shape: nine in ten at twice the mean", () => {
  // The inverse Gaussian's shape over its mean is half the level, ln(1/0.05)/2 = 1.498, whatever the
  // margin; its 90% quantile is then 1.9929 means (scipy.stats.invgauss(1 / 1.498, scale=1.498).ppf(0.9)).
  for (const lead of [1e-3, 1e-5]) {
    const winner = Math.round(5e8 * (1 + lead));
    const close = { winner, loser: 1e9 - winner, ballots: 1e9 };
    const ratio = bravoQuantile(close, 0.05, 0.9) / bravoExpectedBallots(close, 0.05);
    assertAlmostEquals(ratio, 1.9929, 1e-3);
  }
});

Deno.test("bravoQuantile() has the inverse Gaussian's quantile to the ballot on both sides of a lead of 1 in 10,000", () => {
  // The drift by its definition, and the quantile by bisection, with mpmath at 60 digits.
  const quantiles: [winner: number, loser: number, probability: number, ballots: number][] = [
    [50_004_950, 49_995_050, 0.9, 1_218_300_443.2383361],
    [500_045_000, 499_955_000, 0.5, 559_116_180.1777030],
    [50_005_050, 49_994_950, 0.9, 1_170_528_955.9800002],
  ];
  for (const [winner, loser, probability, ballots] of quantiles) {
    const contest = { winner, loser, ballots: winner + loser };
    assertEquals(bravoQuantile(contest, 0.05, probability), Math.ceil(ballots));
  }
});

Deno.test("bravoQuantile() adds ballots for neither by their share", () => {
  const half = { winner: 3_000, loser: 2_000, ballots: 10_000 };
  const all = { winner: 3_000, loser: 2_000, ballots: 5_000 };
  const ratio = bravoQuantile(half, 0.1, 0.9) / bravoQuantile(all, 0.1, 0.9);
  assertAlmostEquals(ratio, 2, 0.01);
});

Deno.test("bravoQuantile() without a ballot for the loser doubles with each: five reach 1/20", () => {
  // 2⁴ = 16 < 20 < 32 = 2⁵
  assertEquals(bravoQuantile({ winner: 100, loser: 0, ballots: 100 }, 0.05, 0.9), 5);
});

Deno.test("bravoQuantile() refuses a report without a winner and chances of 0 and 1", () => {
  assertThrows(() => bravoQuantile({ winner: 5, loser: 6, ballots: 11 }, 0.05, 0.9), RangeError);
  assertThrows(() => bravoQuantile(contest(55), 0.05, 1), RangeError);
});
