import { requireCount, requireNumber, requireShare } from "../../check/mod.ts";

/** What it takes to close a gap in votes within some states. */
export interface ClosingAGap {
  /** Net votes needed: one more than the gap. */
  readonly netVotes: number;
  /** Net votes as a share of all votes cast in those states. */
  readonly shareOfVotes: number;
  /** Voters who would have to switch from the leader, if nobody else turned out. */
  readonly switches: number;
}

/**
 * What it would take to overturn a lead in votes by campaigning in some states
 * only: a matter of arithmetic, which says nothing on whether it could be done.
 *
 * @param gap Votes behind.
 * @param votes All votes cast in the states where the campaign would have been.
 * @throws {RangeError} if a count is not whole, or the gap is larger than the votes cast.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { closingAGap } from "tallybook/election";
 *
 * assertEquals(closingAGap(99, 1000), { netVotes: 100, shareOfVotes: 0.1, switches: 50 });
 * ```
 */
export function closingAGap(gap: number, votes: number): ClosingAGap {
  const task = "close a gap";
  requireCount(task, "votes cast", votes, { minimum: 1 });
  requireCount(task, "gap", gap, { maximum: votes });
  const netVotes = gap + 1;
  return { netVotes, shareOfVotes: netVotes / votes, switches: Math.floor(gap / 2) + 1 };
}

/**
 * The share of added voters that would have to be one's own to gain `netVotes`,
 * if turnout grows by `growth` of the votes cast; null if even all would not do.
 *
 * @throws {RangeError} if a count is not whole or the growth not positive.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { preferenceOfAddedVoters } from "tallybook/election";
 *
 * assertEquals(preferenceOfAddedVoters(100, 1000, 0.2), 0.75); // 150 to 50 of 200 added
 * assertEquals(preferenceOfAddedVoters(100, 1000, 0.05), null);
 * ```
 */
export function preferenceOfAddedVoters(
  netVotes: number,
  votes: number,
  growth: number,
): number | null {
  const task = "find the preference of added voters";
  requireCount(task, "net votes", netVotes);
  requireCount(task, "votes cast", votes, { minimum: 1 });
  requireNumber(task, "growth", growth, { above: 0, maximum: 1e6 });
  const share = (1 + netVotes / (votes * growth)) / 2;
  return share > 1 ? null : share;
}

/**
 * Net votes gained when turnout grows by `growth` and the added voters prefer one
 * side by `preference`, for a map of both.
 *
 * @throws {RangeError} if a share is not one, or a count is not whole.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { netGain } from "tallybook/election";
 *
 * assertEquals(netGain(1000, 0.2, 0.75), 100);
 * ```
 */
export function netGain(votes: number, growth: number, preference: number): number {
  const task = "find a net gain";
  requireCount(task, "votes cast", votes, { minimum: 1 });
  requireShare(task, "preference", preference);
  requireNumber(task, "growth", growth, { minimum: 0, maximum: 1e6 });
  return votes * growth * (2 * preference - 1);
}
