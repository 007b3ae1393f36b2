import { requireNumber, requireOneOf } from "../../check/mod.ts";

/** What a ballot shows in a contest of one winner against one loser. */
export type BallotVote = "winner" | "loser" | "neither";

const VOTES: readonly BallotVote[] = ["winner", "loser", "neither"];

/**
 * The value of a ballot for an audit of "the winner has more votes than the loser":
 * 1, 0, or ½. The outcome is right exactly if the mean over all ballots is above ½.
 *
 * Source: Stark, *Sets of half-average nulls generate risk-limiting audits* (2020).
 *
 * @throws {RangeError} if the vote is none of the three.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { assorterValue } from "tallybook/election";
 *
 * assertEquals(assorterValue("neither"), 0.5);
 * ```
 */
export function assorterValue(vote: BallotVote): number {
  requireOneOf("value a ballot", "vote", vote, VOTES);
  return vote === "winner" ? 1 : vote === "loser" ? 0 : 0.5;
}

/**
 * The value of a ballot that is compared with its record: (1 − ω) / (2 − v), with
 * the overstatement ω, record less paper, and the margin v over all ballots. A
 * ballot without error has 1 / (2 − v), above ½, and the outcome is right exactly
 * if the mean is above ½.
 *
 * @throws {RangeError} if a vote is none of the three, or the margin not above 0 and at most 1.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { overstatementValue } from "tallybook/election";
 *
 * assertEquals(overstatementValue("winner", "winner", 0.5), 1 / 1.5);
 * assertEquals(overstatementValue("winner", "loser", 0.5), 0);
 * ```
 */
export function overstatementValue(
  record: BallotVote,
  paper: BallotVote,
  dilutedMargin: number,
): number {
  const task = "value a compared ballot";
  requireOneOf(task, "record", record, VOTES);
  requireOneOf(task, "paper", paper, VOTES);
  requireNumber(task, "margin", dilutedMargin, { above: 0, maximum: 1 });
  return (1 - (assorterValue(record) - assorterValue(paper))) / (2 - dilutedMargin);
}
