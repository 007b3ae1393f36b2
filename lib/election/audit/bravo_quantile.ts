import * as special from "../../stats/special_functions.ts";
import { requireProper } from "../../check/mod.ts";
import { type ReportedContest, requireReported } from "./reported.ts";

/**
 * Ballots within which BRAVO stops with a given chance if the report is right, for margins too
 * small for {@linkcode bravoDistribution}: Wald's approximation. The log of the likelihood ratio
 * drifts upward by small steps, so that the time at which it first reaches ln(1/α) is nearly
 * inverse Gaussian; half of the largest step is added to the level for what is overshot.
 *
 * It is within 1% of the exact distribution where the winner has 60% of the two or less; at wider
 * margins, where exact answers are quick, it is off by more. Drawn with replacement.
 *
 * @param probability The chance to have stopped, strictly between 0 and 1.
 * @returns Ballots among all cast, rounded up.
 * @throws {RangeError} if the report, the risk limit or the probability makes no sense.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bravoQuantile } from "tallybook/election";
 *
 * // Exactly 974 of a contest of 55 to 45, by bravoDistribution.
 * const contest = { winner: 5_500, loser: 4_500, ballots: 10_000 };
 * assertEquals(bravoQuantile(contest, 0.1, 0.9), 977);
 * ```
 */
export function bravoQuantile(
  contest: ReportedContest,
  riskLimit: number,
  probability: number,
): number {
  const task = "find a quantile of BRAVO's ballots";
  requireReported(task, contest);
  requireProper(task, "risk limit", riskLimit);
  requireProper(task, "probability", probability);
  const { winner, loser, ballots } = contest;
  const relevant = winner + loser;
  if (loser === 0) {
    return Math.ceil(Math.ceil(-Math.log(riskLimit) / Math.LN2) * (ballots / relevant));
  }
  const lead = (winner - loser) / relevant;
  const [up, down] = [Math.log1p(lead), Math.log1p(-lead)];
  // Of a tiny lead d the two logarithms nearly cancel: the drift is d²/2 + d⁴/12 + …
  const drift = lead < 1e-4
    ? lead ** 2 / 2 + lead ** 4 / 12
    : (1 + lead) / 2 * up + (1 - lead) / 2 * down;
  const variance = (1 - lead ** 2) / 4 * (up - down) ** 2;
  const level = -Math.log(riskLimit) + up / 2;
  const mean = level / drift;
  const shape = level ** 2 / variance;
  // The distribution function of the inverse Gaussian, at a multiple of its mean.
  const stopped = (multiple: number) => {
    const root = Math.sqrt(shape / mean / multiple);
    return special.normalCdf(root * (multiple - 1), 0, 1) +
      Math.exp(2 * shape / mean) * special.normalCdf(-root * (multiple + 1), 0, 1);
  };
  let [low, high] = [0, 1];
  while (stopped(high) < probability) high *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (stopped(middle) < probability) low = middle;
    else high = middle;
  }
  return Math.ceil(high * mean * (ballots / relevant));
}
