import { refusal, requireList, requireProper } from "../../check/mod.ts";
import { bravoExpectedBallots, bravoStoppingCount } from "./bravo.ts";
import { type ReportedContest, requireReported } from "./reported.ts";

/** The distribution of the number of ballots that BRAVO draws. */
export interface BravoDistribution {
  /** Ballots within which the audit stops with each probability asked for. */
  readonly quantiles: ReadonlyMap<number, number>;
  /** Mean number of ballots. */
  readonly mean: number;
  /** Probability that the distribution covers: the rest draws still more. */
  readonly covered: number;
}

/** Expected ballots for the two candidates above which the exact distribution takes too long. */
const LARGEST_EXPECTED = 20_000;

/**
 * The exact distribution of BRAVO's sample size when the report is right, drawing
 * with replacement and looking after every ballot: the probabilities of all counts
 * that have not yet stopped are carried from ballot to ballot. Ballots for neither
 * candidate are added by their share, rounded up.
 *
 * Half of audits stop well before the mean, and one in ten needs twice as much.
 *
 * Cost: O(n × √n) for n ballots at the far quantile; a second at a margin of 4%.
 *
 * @param probabilities Which quantiles; quarters, 90% and 99% unless told.
 * @throws {RangeError} if the report or a probability makes no sense, or the margin is
 * so small that more than 20,000 ballots for the two candidates are expected.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bravoDistribution } from "tallybook/election";
 *
 * const contest = { winner: 600, loser: 400, ballots: 1_000 };
 * const { quantiles } = bravoDistribution(contest, 0.1);
 * assertEquals([quantiles.get(0.5), quantiles.get(0.9)], [84, 244]);
 * ```
 */
export function bravoDistribution(
  contest: ReportedContest,
  riskLimit: number,
  probabilities: readonly number[] = [0.25, 0.5, 0.75, 0.9, 0.99],
): BravoDistribution {
  const task = "find the distribution of BRAVO's ballots";
  requireReported(task, contest);
  requireProper(task, "risk limit", riskLimit);
  requireList(task, "probabilities", probabilities);
  probabilities.forEach((p, i) => requireProper(task, `probabilities[${i}]`, p));
  const { winner, loser, ballots } = contest;
  const relevant = winner + loser;
  const share = winner / relevant;
  const expected = bravoExpectedBallots({ winner, loser, ballots: relevant }, riskLimit);
  if (expected > LARGEST_EXPECTED) {
    throw new RangeError(
      refusal({
        task,
        where: "margin",
        found: winner - loser,
        expected: `one that ${LARGEST_EXPECTED} ballots for the two settle on average, not ` +
          `${Math.ceil(expected)} (bravoExpectedBallots has no such limit)`,
      }),
    );
  }
  const sorted = [...new Set(probabilities)].sort((a, b) => a - b); // twice one is one quantile
  const quantiles = new Map<number, number>();
  let mean = 0;
  let stopped = 0;
  for (const { drawn, chance } of stoppingTimes(share, riskLimit, 60 * expected)) {
    stopped += chance;
    mean += drawn * chance;
    while (quantiles.size < sorted.length && stopped >= sorted[quantiles.size]!) {
      quantiles.set(sorted[quantiles.size]!, Math.ceil((drawn * ballots) / relevant));
    }
    if (quantiles.size === sorted.length && 1 - stopped < 1e-7) break;
  }
  return { quantiles, mean: ((mean / stopped) * ballots) / relevant, covered: stopped };
}

/** The chance to stop at each number of ballots for either of the two, while it is worth counting. */
function* stoppingTimes(share: number, riskLimit: number, most: number) {
  let first = 0; // the winner's count that chances[0] is the chance of
  let chances = new Float64Array([1]);
  for (let drawn = 1; drawn <= most; drawn++) {
    const next = new Float64Array(chances.length + 1);
    for (let i = 0; i < chances.length; i++) {
      next[i] = next[i]! + chances[i]! * (1 - share);
      next[i + 1] = chances[i]! * share;
    }
    const stopsAt = bravoStoppingCount(drawn, share, riskLimit) - first;
    let chance = 0;
    for (let i = Math.max(0, stopsAt); i < next.length; i++) chance += next[i]!;
    yield { drawn, chance };
    // Keep what goes on, without tails too small to matter.
    let low = 0;
    let high = Math.min(next.length, Math.max(0, stopsAt));
    while (low < high && next[low]! <= 1e-18) low++;
    while (high > low && next[high - 1]! <= 1e-18) high--;
    if (low === high) return;
    chances = next.subarray(low, high);
    first += low;
  }
}
