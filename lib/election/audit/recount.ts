import * as special from "../../stats/special_functions.ts";
import type { Estimate } from "../../stats/estimate.ts";
import {
  requireCount,
  requireInteger,
  requireList,
  requireName,
  requireOneOf,
  requireOptions,
  requireProper,
  requireRecord,
} from "../../check/mod.ts";

/** What a recount changed: in a contest, or in one of its reporting units. */
export interface RecountChange {
  /** The place that was recounted. */
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
  /** The level of the interval, 0.95 unless given. */
  readonly level?: number;
}

/**
 * By how much a recount would move a margin, from what past recounts, or the units
 * of one, moved: a prediction interval. Spread over ballots it is narrow, and right
 * only if nothing went wrong in a common way; spread over contests it needs several.
 *
 * Changes that happen to be all alike, or all 0, show no spread. Votes are counted singly, so a
 * shift has at least the variance of a count of its size, and half a vote where none was moved
 * (Jeffreys's estimate of a rate of which nothing was seen): the interval never has no width.
 *
 * @param past Changes in units or contests recounted.
 * @param votes Votes in the contest asked about.
 * @throws {RangeError} if there are fewer than two past changes, a count makes no sense, or a shift
 * is more than twice the votes.
 * @throws {TypeError} if an argument is of the wrong kind.
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
  const task = "predict what a recount moves";
  requireOptions(task, options, ["spread", "level"]);
  const { spread = "ballot", level = 0.95 } = options;
  requireOneOf(task, 'option "spread"', spread, ["ballot", "contest"]);
  requireProper(task, "level", level);
  requireCount(task, "votes of the contest", votes, { minimum: 1 });
  requireList(task, "past changes", past, { least: 2 });
  let all = 0;
  for (const [i, change] of past.entries()) {
    requireRecord(task, `past changes[${i}]`, change);
    const { unit, votes: counted, shift } = change;
    requireName(task, `unit of past changes[${i}]`, unit);
    requireCount(task, `votes recounted in ${unit}`, counted, { minimum: 1 });
    // A vote that goes from one candidate to the other moves the margin by two.
    requireInteger(task, `votes shifted in ${unit}`, shift, {
      minimum: -2 * counted,
      maximum: 2 * counted,
    });
    all += counted;
  }
  const n = past.length;
  const rate = spread === "ballot"
    ? past.reduce((sum, { shift }) => sum + shift, 0) / all
    : past.reduce((sum, { votes: v, shift }) => sum + shift / v, 0) / n;
  const residual = ({ votes: v, shift }: RecountChange) => shift / v - rate;
  const seen = spread === "ballot"
    ? past.reduce((sum, change) => sum + change.votes * residual(change) ** 2, 0) / (n - 1)
    : past.reduce((sum, change) => sum + residual(change) ** 2, 0) / (n - 1);
  const variance = Math.max(seen, leastVariance(past, spread)) *
    (spread === "ballot" ? 1 / all + 1 / votes : 1 + 1 / n);
  const half = special.studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance) * votes;
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

/** The variance per vote, or of a contest's rate, if each vote moved was moved by itself. */
function leastVariance(past: readonly RecountChange[], spread: "ballot" | "contest"): number {
  if (spread === "contest") {
    const half = 0.5 / past.length;
    return past.reduce((sum, { votes, shift }) => sum + (Math.abs(shift) + half) / votes ** 2, 0) /
      past.length;
  }
  const moved = past.reduce((sum, { shift }) => sum + Math.abs(shift), 0);
  return (moved + 0.5) / past.reduce((sum, { votes }) => sum + votes, 0);
}
