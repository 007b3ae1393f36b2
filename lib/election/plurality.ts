import { requireRecord } from "../check/mod.ts";
import type { Contest } from "./contest.ts";
import { requireVotes } from "./require_contests.ts";

/** What a contest's votes decide: a winner, a tie, or nothing because there are no returns. */
export type Plurality =
  | {
    readonly kind: "won";
    /** Who has the most votes. */
    readonly winner: string;
    /** Who has the second most; of several with the same count, the first named. Absent when unopposed. */
    readonly runnerUp: string | undefined;
    /** The winner's votes less the runner-up's. */
    readonly lead: number;
  }
  | {
    readonly kind: "tied"; /** All who share the highest count. */
    readonly candidates: readonly string[];
  }
  | { readonly kind: "missing" };

/**
 * Who has the most votes in a contest, with ties and missing returns as results of their own.
 *
 * A contest is missing when it has no votes at all. Winning by plurality is the rule of every
 * state today; it was not always (Georgia once asked for a majority).
 *
 * @throws {RangeError} If votes are not finite. Fractions are allowed: projections have them.
 * @throws {TypeError} If the contest or its votes are of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { plurality } from "tallybook/election";
 *
 * const florida = {
 *   unit: "FL",
 *   electors: 25,
 *   votes: { Gore: 2_912_253, Bush: 2_912_790, Nader: 97_488 },
 * };
 * assertEquals(plurality(florida), { kind: "won", winner: "Bush", runnerUp: "Gore", lead: 537 });
 * assertEquals(plurality({ votes: {} }), { kind: "missing" });
 * ```
 */
export function plurality(contest: Pick<Contest, "votes">): Plurality {
  requireRecord("find who won", "contest", contest);
  requireVotes("find who won", "", contest.votes, "numbers");
  const ranked = Object.entries(contest.votes).sort((a, b) => b[1] - a[1]);
  const first = ranked[0];
  if (first === undefined || first[1] === 0) return { kind: "missing" };
  const second = ranked[1];
  if (second !== undefined && second[1] === first[1]) {
    return {
      kind: "tied",
      candidates: ranked.filter(([, votes]) => votes === first[1]).map(([candidate]) => candidate),
    };
  }
  return {
    kind: "won",
    winner: first[0],
    runnerUp: second?.[0],
    lead: first[1] - (second?.[1] ?? 0),
  };
}
