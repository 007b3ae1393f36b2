import {
  refusal,
  requireCount,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../check/mod.ts";
import { type Contest, popularVote, totalVotes } from "./contest.ts";
import { type Margin, margin } from "./margin.ts";
import { requireContests, requireRan, requireTwo } from "./require_contests.ts";
import { majorityOf } from "./tally.ts";

/** How units are put in order: against whom, and over which denominator. */
export interface TippingPointOptions {
  /** The opponent everywhere; without it, whoever is strongest besides the candidate in each unit. */
  readonly against?: string;
  /** The denominator of the margins; all votes unless given. It can change the answer (2012). */
  readonly of?: "all votes" | "two-party vote";
  /** Electors needed; more than half of all unless given. */
  readonly majority?: number;
}

/** A unit in the order of a candidate's margins. */
export interface RankedUnit {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** Its margin. */
  readonly margin: Margin;
  /** Electors of this unit and of all where the candidate did better. */
  readonly cumulative: number;
}

/** The unit that gives a candidate the majority, and the order that makes it so. */
export interface TippingPoint extends RankedUnit {
  /** All units with returns, best for the candidate first. */
  readonly order: readonly RankedUnit[];
}

/**
 * The tipping point: put the units in order of a candidate's margin, best first, and take the one
 * whose electors complete a majority.
 *
 * Works for a losing candidate as well: the margin is then negative, and says how far the
 * candidate was from winning if all units moved alike. Units without returns are left out. Units
 * with equal margins keep the order of their names.
 *
 * @throws {RangeError} If all units with returns together have no majority.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { tippingPoint } from "tallybook/election";
 *
 * const units = [
 *   { unit: "A", electors: 3, votes: { X: 70, Y: 30 } },
 *   { unit: "B", electors: 4, votes: { X: 52, Y: 48 } },
 *   { unit: "C", electors: 4, votes: { X: 45, Y: 55 } },
 * ];
 * const tip = tippingPoint(units, "X"); // 3, then 7 of 11
 * assertEquals([tip.unit, tip.cumulative, tip.margin.points], ["B", 7, 4]);
 * assertEquals(tippingPoint(units, "Y").unit, "B");
 * ```
 */
export function tippingPoint(
  contests: readonly Contest[],
  candidate: string,
  options: TippingPointOptions = {},
): TippingPoint {
  const task = "find a tipping point";
  requireOptions(task, options, ["against", "of", "majority"]);
  requireContests(task, contests, { kind: "numbers" });
  requireRan(task, "candidate", candidate, contests);
  if (options.against !== undefined) {
    requireTwo(task, [["candidate", candidate], ["opponent", options.against]], contests);
  }
  const of = requireOneOf(task, 'option "of"', options.of ?? "all votes", DENOMINATORS);
  const majority = options.majority ??
    majorityOf(contests.reduce((sum, contest) => sum + contest.electors, 0));
  requireCount(task, "majority", majority, { minimum: 1 });
  const ranked = contests
    .filter(({ votes }) => totalVotes(votes) > 0)
    .map(({ unit, electors, votes }) => ({
      unit,
      electors,
      margin: margin(votes, candidate, options.against ?? strongestOther(votes, candidate), of),
    }))
    .sort((a, b) => b.margin.share - a.margin.share || (a.unit < b.unit ? -1 : 1));
  let cumulative = 0;
  const order = ranked.map((unit): RankedUnit => {
    cumulative += unit.electors;
    return { ...unit, cumulative };
  });
  const tipping = order.find((unit) => unit.cumulative >= majority);
  if (tipping === undefined) {
    throw new RangeError(
      refusal({
        task,
        where: "electors of units with returns",
        found: cumulative,
        expected: `at least the majority of ${majority}`,
      }),
    );
  }
  return { ...tipping, order };
}

const DENOMINATORS = ["all votes", "two-party vote"] as const;

function strongestOther(votes: Readonly<Record<string, number>>, candidate: string): string {
  let strongest = "nobody";
  for (const [other, count] of Object.entries(votes)) {
    if (other !== candidate && count > (votes[strongest] ?? -1)) strongest = other;
  }
  return strongest;
}

/** How far the Electoral College lay from the nation's vote. */
export interface CollegeBias {
  /** The candidate whom a positive bias helped. */
  readonly toward: string;
  /** Points by which the tipping point's margin for `toward` exceeds the nation's. */
  readonly points: number;
  /** The tipping point of `winner`, seen from the winner. */
  readonly tipping: TippingPoint;
  /** The nation's margin, seen from `toward`. */
  readonly national: Margin;
}

/**
 * The bias of the Electoral College toward a candidate: the margin in the tipping-point unit less
 * the margin in the nation, in points, both between the same two candidates. −2.9 means that the
 * candidate had to lead the nation by 2.9 points to be level in the unit that decides.
 *
 * Units are put in order of the winner's margin over whoever is strongest there, so that a unit
 * that a third candidate won comes after those that the winner won.
 *
 * @param contests All contests.
 * @param candidates `winner` of the electoral vote, the opponent `against`, and which of them is
 * `toward`.
 * @throws {RangeError} If `toward` is neither of the two.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { collegeBias } from "tallybook/election";
 *
 * const units = [
 *   { unit: "A", electors: 3, votes: { X: 70, Y: 30 } },
 *   { unit: "B", electors: 4, votes: { X: 52, Y: 48 } },
 *   { unit: "C", electors: 4, votes: { X: 45, Y: 55 } },
 * ];
 * // X leads by 34 of 300, or 11.33 points, and by 4 in the unit that decides.
 * const bias = collegeBias(units, { winner: "X", against: "Y", toward: "X" });
 * assertEquals(bias.points.toFixed(2), "-7.33");
 * ```
 */
export function collegeBias(
  contests: readonly Contest[],
  candidates: { readonly winner: string; readonly against: string; readonly toward: string },
  options: Omit<TippingPointOptions, "against"> = {},
): CollegeBias {
  const task = "find the college's bias";
  requireRecord(task, "candidates", candidates);
  const { winner, against, toward } = candidates;
  requireContests(task, contests, { kind: "numbers" });
  requireTwo(task, [["winner", winner], ["opponent", against]], contests);
  requireOneOf(task, "toward", toward, [winner, against]);
  requireOptions(task, options, ["of", "majority"]);
  const of = options.of ?? "all votes";
  const other = toward === winner ? against : winner;
  const tipping = tippingPoint(contests, winner, options);
  const there = contests.find(({ unit }) => unit === tipping.unit) as Contest;
  const national = margin(popularVote(contests), toward, other, of);
  const atTipping = margin(there.votes, toward, other, of).points;
  return { toward, points: atTipping - national.points, tipping, national };
}
