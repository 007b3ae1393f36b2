import { refusal, requireCount, requireRecord } from "../../check/mod.ts";

/** What was reported of a contest that is to be audited: one winner against one loser. */
export interface ReportedContest {
  /** Votes reported for the winner. */
  readonly winner: number;
  /** Votes reported for the strongest loser; a contest of many is audited against each. */
  readonly loser: number;
  /** All ballots cast, those without a valid vote included: an audit draws from all of them. */
  readonly ballots: number;
}

/**
 * The margin as an audit needs it: winner less loser over all ballots cast.
 *
 * @throws {RangeError} if counts are not whole, the winner does not lead, or there
 * are fewer ballots than votes.
 * @throws {TypeError} if a count is no number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dilutedMargin } from "tallybook/election";
 *
 * assertEquals(dilutedMargin({ winner: 60, loser: 40, ballots: 200 }), 0.1);
 * ```
 */
export function dilutedMargin(contest: ReportedContest): number {
  requireReported("find a diluted margin", contest);
  return (contest.winner - contest.loser) / contest.ballots;
}

/** Throws unless the report can be one. */
export function requireReported(task: string, contest: ReportedContest): void {
  requireRecord(task, "contest", contest);
  const { winner, loser, ballots } = contest;
  requireCount(task, "votes reported for the winner", winner, { minimum: 1 });
  requireCount(task, "votes reported for the loser", loser);
  if (winner <= loser) {
    throw new RangeError(
      refusal({
        task,
        where: "votes reported for the winner",
        found: winner,
        expected: `more than the loser's ${loser}`,
      }),
    );
  }
  requireCount(task, "ballots cast", ballots, { minimum: winner + loser });
}
