import { requireCount, requireNumber, requireProper, requireRecord } from "../../check/mod.ts";
import { type ReportedContest, requireReported } from "./reported.ts";

/**
 * How many ballots BRAVO is expected to draw, with replacement, if the reported
 * result is right: [ln(1/α) + z_w/2] / (p_w z_w + p_l z_l), with z_w = ln 2s,
 * z_l = ln(2 − 2s), the winner's share s of the two candidates' votes, and the
 * shares p of all ballots cast. Not rounded.
 *
 * With a margin so small that this nears the number of ballots, a full hand count
 * is the cheaper audit. Source: Lindeman, Stark and Yates (2012).
 *
 * @throws {RangeError} if the report or the risk limit makes no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bravoExpectedBallots } from "tallybook/election";
 *
 * const contest = { winner: 6_000, loser: 4_000, ballots: 10_000 };
 * assertEquals(Math.ceil(bravoExpectedBallots(contest, 0.1)), 119);
 * ```
 */
export function bravoExpectedBallots(contest: ReportedContest, riskLimit: number): number {
  const task = "find BRAVO's expected ballots";
  requireReported(task, contest);
  requireProper(task, "risk limit", riskLimit);
  const { winner, loser, ballots } = contest;
  const share = winner / (winner + loser);
  const up = Math.log(2 * share);
  const down = loser === 0 ? 0 : Math.log(2 - 2 * share);
  const lead = (winner - loser) / (winner + loser);
  // Of a tiny lead d the two logarithms nearly cancel: their sum is d²/2 + d⁴/12 + …
  const drift = lead < 1e-4
    ? (lead ** 2 / 2 + lead ** 4 / 12) * ((winner + loser) / ballots)
    : (winner * up + loser * down) / ballots;
  return (-Math.log(riskLimit) + up / 2) / drift;
}

/**
 * BRAVO's measured risk after a sample: the inverse of Wald's likelihood ratio of
 * the reported share to a tie, at most 1. The audit may stop when it is at most the
 * risk limit, whenever one looks.
 *
 * @param sample Ballots drawn that show the winner and the loser; others don't matter.
 * @param share The winner's reported share of the two candidates' votes.
 * @throws {RangeError} if a count is not whole or the share is not above one half.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { bravoRisk } from "tallybook/election";
 *
 * // (2 × .75)^8 = 25.6: eight ballots, all for a winner with 75%, give a risk of 1/25.6.
 * assertAlmostEquals(bravoRisk({ winner: 8, loser: 0 }, 0.75), 1 / 25.62890625);
 * ```
 */
export function bravoRisk(
  sample: { readonly winner: number; readonly loser: number },
  share: number,
): number {
  const task = "measure the risk of a BRAVO audit";
  requireRecord(task, "sample", sample);
  requireCount(task, "ballots for the winner", sample.winner);
  requireCount(task, "ballots for the loser", sample.loser);
  requireWinningShare(task, share);
  if (share === 1 && sample.loser > 0) return 1;
  const down = sample.loser === 0 ? 0 : sample.loser * Math.log(2 - 2 * share);
  return Math.min(1, Math.exp(-(sample.winner * Math.log(2 * share) + down)));
}

/**
 * The fewest ballots for the winner among `drawn` ballots for either of the two
 * with which BRAVO stops at the end of such a round; more than `drawn` if none do.
 *
 * @throws {RangeError} if a count, a share or the limit makes no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bravoStopsAt } from "tallybook/election";
 *
 * assertEquals(bravoStopsAt(100, 0.6, 0.1), 61);
 * ```
 */
export function bravoStopsAt(drawn: number, share: number, riskLimit: number): number {
  const task = "find where a BRAVO audit stops";
  requireCount(task, "ballots drawn", drawn);
  requireWinningShare(task, share);
  requireProper(task, "risk limit", riskLimit);
  return bravoStoppingCount(drawn, share, riskLimit);
}

/** The same without checks. */
export function bravoStoppingCount(drawn: number, share: number, riskLimit: number): number {
  const up = Math.log(2 * share);
  const down = share === 1 ? -Infinity : Math.log(2 - 2 * share);
  if (down === -Infinity) return Math.max(drawn, Math.ceil(-Math.log(riskLimit) / up));
  // A hair's breadth of tolerance, so that an exact hit of the limit counts as one.
  return Math.ceil((-Math.log(riskLimit) - drawn * down) / (up - down) - 1e-12);
}

/** Throws unless a share is that of a winner: above one half, at most one. */
export function requireWinningShare(task: string, share: number): void {
  requireNumber(task, "the winner's share", share, { above: 0.5, maximum: 1 });
}
