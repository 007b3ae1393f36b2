import { requireCount } from "../../check/mod.ts";
import { type Contest, totalVotes } from "../contest.ts";
import { requireContests } from "../require_contests.ts";

/** How many votes stood behind one elector of a unit. */
export interface VotesPerElector {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** Valid votes. */
  readonly votes: number;
  /** How many electors it has. */
  readonly electors: number;
  /** Votes for an elector. */
  readonly perElector: number;
}

/**
 * Votes cast per elector, fewest first: the naive index of what a vote is worth.
 * It says nothing on whether a vote could change anything, which is a matter of
 * how close the unit is; and it mixes turnout with apportionment.
 *
 * @throws {RangeError} if a unit has no elector or no votes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { votesPerElector } from "tallybook/election";
 *
 * const [first] = votesPerElector([
 *   { unit: "FL", electors: 29, votes: { all: 9_420_039 } },
 *   { unit: "WY", electors: 3, votes: { all: 255_849 } },
 * ]);
 * assertEquals([first!.unit, first!.perElector], ["WY", 85_283]);
 * ```
 */
export function votesPerElector(contests: readonly Contest[]): VotesPerElector[] {
  const task = "find votes per elector";
  requireContests(task, contests);
  return contests.map((contest) => {
    const votes = totalVotes(contest.votes);
    requireCount(task, `electors of ${contest.unit}`, contest.electors, { minimum: 1 });
    requireCount(task, `votes of ${contest.unit}`, votes, { minimum: 1 });
    return {
      unit: contest.unit,
      votes,
      electors: contest.electors,
      perElector: votes / contest.electors,
    };
  }).sort((a, b) => a.perElector - b.perElector);
}
