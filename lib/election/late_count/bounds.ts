import type { Estimate } from "../../stats/estimate.ts";
import { refusal, requireCount, requireOneOf, requireShare } from "../../check/mod.ts";
import { requireVotes } from "../require_contests.ts";

type Votes = Readonly<Record<string, number>>;

/**
 * What a candidate's final lead over the strongest other can be, whatever the
 * ballots left hold: all for the candidate at one end, all for the strongest
 * rival at the other. No model; the point is the lead as counted.
 *
 * @param counted Votes counted so far, of two candidates or more.
 * @param remaining Votes still to be counted.
 * @throws {RangeError} if a count is not whole or the candidate is not among those counted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { leadBounds } from "tallybook/election";
 *
 * const { point, lower, upper } = leadBounds({ a: 60, b: 50, c: 20 }, 15, "a");
 * assertEquals([point, lower, upper], [10, -5, 25]);
 * ```
 */
export function leadBounds(counted: Votes, remaining: number, candidate: string): Estimate {
  const task = "bound a lead";
  const rival = strongestRival(task, counted, candidate);
  requireCount(task, "votes remaining", remaining);
  const lead = counted[candidate]! - counted[rival]!;
  return {
    estimand: `final lead of ${candidate} over the strongest other candidate, in votes`,
    point: lead,
    lower: lead - remaining,
    upper: lead + remaining,
    level: 1,
    method: "every possible count of the votes left",
    assumptions: [`${remaining} votes are left to count`, "what is counted stays counted"],
    n: sum(counted),
  };
}

/**
 * Who can still have most votes, or tie for most, when all is counted.
 *
 * @throws {RangeError} if a count is not whole, or nobody is counted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { possibleLeaders } from "tallybook/election";
 *
 * assertEquals(possibleLeaders({ a: 60, b: 50, c: 20 }, 15), ["a", "b"]);
 * ```
 */
export function possibleLeaders(counted: Votes, remaining: number): string[] {
  const task = "find who can still lead";
  requireVotes(task, "", counted);
  requireCount(task, "votes remaining", remaining);
  if (Object.keys(counted).length === 0) {
    throw new RangeError(
      refusal({ task, where: "candidates", found: "none", expected: "at least one" }),
    );
  }
  const most = Object.values(counted).reduce((max, votes) => Math.max(max, votes), 0);
  return Object.keys(counted).filter((name) => counted[name]! + remaining >= most);
}

/**
 * The share of the remaining two-candidate votes that whoever trails needs to
 * draw level, or null if no share is enough: ½(1 + L / (R τ)), with the lead L,
 * the votes left R, and the share τ of them that goes to either of the two.
 *
 * @throws {RangeError} if the lead is negative, or a count or a share is not one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shareToOverturn } from "tallybook/election";
 *
 * assertEquals(shareToOverturn(10, 100), 0.55); // 55 to 45 makes up ten
 * assertEquals(shareToOverturn(101, 100), null);
 * ```
 */
export function shareToOverturn(
  lead: number,
  remaining: number,
  twoCandidateShare = 1,
): number | null {
  const task = "find the share that overturns a lead";
  requireCount(task, "lead", lead);
  requireCount(task, "votes remaining", remaining);
  requireShare(task, "two candidates' share", twoCandidateShare);
  const votes = remaining * twoCandidateShare;
  if (lead > votes) return null;
  return votes === 0 ? 0.5 : (1 + lead / votes) / 2;
}

/** The other candidate with most votes; throws on a bad count or name. */
export function strongestRival(task: string, counted: Votes, candidate: string): string {
  requireVotes(task, "", counted);
  const names = Object.keys(counted);
  requireOneOf(task, "candidate", candidate, names);
  const others = names.filter((name) => name !== candidate);
  if (others.length === 0) {
    throw new RangeError(
      refusal({ task, where: `rivals of ${candidate}`, found: "none", expected: "at least one" }),
    );
  }
  return others.reduce((best, name) => counted[name]! > counted[best]! ? name : best);
}

function sum(votes: Votes): number {
  return Object.values(votes).reduce((total, count) => total + count, 0);
}
