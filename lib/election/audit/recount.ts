import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Estimate } from "../../stats/estimate.ts";
import { requireCount, requireProper } from "../exact/check.ts";

/** What a recount changed: in a contest, or in one of its reporting units. */
export interface RecountChange {
  readonly unit: string;
  /** Votes counted, for all candidates. */
  readonly votes: number;
  /** Change in the first candidate's margin over the second, in votes; either sign. */
  readonly shift: number;
}

/** Options of {@linkcode recountShift}. */
export interface RecountOptions {
  /**
   * How changes spread: "ballot" if errors strike ballots singly, so that a shift's variance grows
   * with votes; "contest" if each recount has its own rate, so that a shift grows with votes.
   */
  readonly spread?: "ballot" | "contest";
  readonly level?: number;
}

/**
 * By how much a recount would move a margin, from what past recounts, or the units
 * of one, moved: a prediction interval. Spread over ballots it is narrow, and right
 * only if nothing went wrong in a common way; spread over contests it needs several.
 *
 * @param past Changes in units or contests recounted.
 * @param votes Votes in the contest asked about.
 * @throws {RangeError} if there are fewer than two past changes, or a count makes no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { recountShift } from "tallybook/election";
 *
 * const past = [{ unit: "A", votes: 100, shift: 1 }, { unit: "B", votes: 100, shift: -1 }];
 * assertEquals(recountShift(past, 1000).point, 0);
 * ```
 */
export function recountShift(
  past: readonly RecountChange[],
  votes: number,
  options: RecountOptions = {},
): Estimate {
  const { spread = "ballot", level = 0.95 } = options;
  requireProper(level, "the level");
  requireCount(votes, "votes of the contest", 1);
  if (past.length < 2) {
    throw new RangeError(`Expected at least two past changes, but found ${past.length}`);
  }
  let all = 0;
  for (const { unit, votes: counted, shift } of past) {
    requireCount(counted, `votes recounted in ${unit}`, 1);
    if (!Number.isSafeInteger(shift)) {
      throw new RangeError(`Expected a whole number of votes shifted in ${unit}, found ${shift}`);
    }
    all += counted;
  }
  const n = past.length;
  const rate = spread === "ballot"
    ? past.reduce((sum, { shift }) => sum + shift, 0) / all
    : past.reduce((sum, { votes: v, shift }) => sum + shift / v, 0) / n;
  const residual = ({ votes: v, shift }: RecountChange) => shift / v - rate;
  const variance = spread === "ballot"
    ? past.reduce((sum, change) => sum + change.votes * residual(change) ** 2, 0) / (n - 1) *
      (1 / all + 1 / votes)
    : past.reduce((sum, change) => sum + residual(change) ** 2, 0) / (n - 1) * (1 + 1 / n);
  const half = tQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance) * votes;
  return {
    estimand: "change of the margin by a recount, in votes",
    point: rate * votes,
    lower: rate * votes - half,
    upper: rate * votes + half,
    level,
    method: spread === "ballot"
      ? "mean change per vote; prediction interval with variance in proportion to votes"
      : "mean change per vote over contests; prediction interval, t quantile",
    assumptions: [
      spread === "ballot"
        ? "errors strike ballots or units singly, not in a common way"
        : "the contest is like those recounted",
      "the recount is like the past ones: by hand or by machine, and of the same kind of ballots",
    ],
    n,
  };
}
