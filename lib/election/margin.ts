import { refusal, requireName, requireNumber, requireOneOf, requireRecord } from "../check/mod.ts";
import { totalVotes } from "./contest.ts";
import { requireUnmistaken, requireVotes } from "./require_contests.ts";

/** What a margin is divided by: all votes, the two candidates' votes, or a named count of persons. */
export type Denominator =
  | "all votes"
  | "two-party vote"
  | { readonly name: string; readonly count: number };

/** The difference between two candidates, in votes and as a share of a named whole. */
export interface Margin {
  /** The candidate whose lead is positive. */
  readonly candidate: string;
  /** The candidate compared with. */
  readonly against: string;
  /** Votes of `candidate` less those of `against`; negative when behind. */
  readonly votes: number;
  /** The denominator's name: "all votes", "two-party vote", or the name given. */
  readonly denominator: string;
  /** The denominator itself, a count. */
  readonly of: number;
  /** `votes / of`, from −1 to 1. Not a number when the denominator is zero. */
  readonly share: number;
  /** The share in percentage points: `100 * votes / of`. */
  readonly points: number;
}

/**
 * The margin of one candidate over another. The denominator is always named in the result,
 * because 2016's national margin is 2.10 points of all votes and 2.23 points of the two-party
 * vote, and a reader of "two percent" can't tell which.
 *
 * A candidate who is not among the votes has none: a candidate may be absent from one state's
 * ballot. A name that nobody has, but that looks like one of those there, is refused.
 *
 * @param votes Votes by candidate, of one contest or of the nation.
 * @param candidate Whose lead is positive.
 * @param against The other candidate.
 * @param of The denominator; all votes unless given. A named count may be voters eligible.
 * @throws {RangeError} If the two candidates are one, a name looks misspelt, or a given count is
 * not positive.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { margin } from "tallybook/election";
 *
 * const wisconsin = { Clinton: 1_382_536, Trump: 1_405_284, Others: 188_330 };
 * const ofAll = margin(wisconsin, "Trump", "Clinton");
 * assertEquals([ofAll.votes, ofAll.of, ofAll.denominator], [22_748, 2_976_150, "all votes"]);
 * assertEquals(ofAll.points.toFixed(3), "0.764");
 * assertEquals(margin(wisconsin, "Trump", "Clinton", "two-party vote").points.toFixed(3), "0.816");
 * ```
 */
export function margin(
  votes: Readonly<Record<string, number>>,
  candidate: string,
  against: string,
  of: Denominator = "all votes",
): Margin {
  const task = "compute a margin";
  requireVotes(task, "", votes, "numbers");
  requireName(task, "candidate", candidate);
  requireName(task, "opponent", against);
  if (candidate === against) {
    throw new RangeError(
      refusal({
        task,
        where: "candidates",
        found: `${candidate} twice`,
        expected: "two candidates",
      }),
    );
  }
  requireUnmistaken(task, "candidate", candidate, votes);
  requireUnmistaken(task, "opponent", against, votes);
  const own = votes[candidate] ?? 0;
  const other = votes[against] ?? 0;
  const difference = own - other;
  let denominator: string;
  let base: number;
  if (of === "all votes") {
    [denominator, base] = [of, totalVotes(votes)];
  } else if (of === "two-party vote") {
    [denominator, base] = [of, own + other];
  } else {
    if (typeof of === "string") {
      requireOneOf(task, "denominator", of, ["all votes", "two-party vote"]);
    }
    requireRecord(task, "denominator", of);
    requireName(task, "name of the denominator", of.name);
    requireNumber(task, `count of ${of.name}`, of.count, { above: 0 });
    [denominator, base] = [of.name, of.count];
  }
  if (!(base > 0)) {
    throw new RangeError(
      refusal({ task, where: denominator, found: base, expected: "more than 0" }),
    );
  }
  return {
    candidate,
    against,
    votes: difference,
    denominator,
    of: base,
    share: difference / base,
    points: 100 * difference / base,
  };
}
