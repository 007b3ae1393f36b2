import {
  refusal,
  requireCount,
  requireList,
  requireProper,
  requireRecord,
} from "../../check/mod.ts";
import { type Estimate, studentQuantile } from "../../stats/mod.ts";
import { type Contest, isDistrict, popularVote } from "../contest.ts";
import { requireContests, requireTwo } from "../require_contests.ts";

/** An election between two candidates, as one of a series. */
export interface ElectionOfTwo {
  /** The year of the election. */
  readonly year: number;
  /** The contests of that year. */
  readonly contests: readonly Contest[];
  /** The candidate of the same side in every election of the series, for example the Democrat. */
  readonly candidate: string;
  /** The candidate compared with. */
  readonly against: string;
}

/** A state's swing between two elections, less the nation's. */
export interface StateSwing {
  /** The earlier year. */
  readonly from: number;
  /** The later year. */
  readonly to: number;
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** Points of the two-party margin. */
  readonly deviation: number;
}

/** How far states depart from uniform swing. */
export interface StateDeviation {
  /** Standard deviation, in points of the two-party margin. */
  readonly standardDeviation: Estimate;
  /** The swing of each state. */
  readonly swings: readonly StateSwing[];
}

/**
 * The standard deviation of states' swings around the nation's, between consecutive elections of
 * a series, in points of the two-party margin.
 *
 * States count alike. Swings of one pair of elections are not independent of one another (regions
 * and home states move together), so the interval rests on the pairs: the mean square of each pair
 * is one observation, and the logarithm of their mean gets a t interval by the delta method.
 *
 * Swings have shrunk since the 1970s; a series from long ago overstates today's.
 *
 * @param elections At least three elections in order of time, that is two pairs.
 * @param level The interval's level, 0.95 unless given.
 * @throws {RangeError} If there are fewer than three elections.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { stateDeviation } from "tallybook/election";
 *
 * // Two states of equal size that swing by ±10 around a nation that stays.
 * const election = (year: number, X: number) => ({
 *   year,
 *   candidate: "X",
 *   against: "Y",
 *   contests: [
 *     { unit: "A", electors: 3, votes: { X, Y: 100 - X } },
 *     { unit: "B", electors: 3, votes: { X: 100 - X, Y: X } },
 *   ],
 * });
 * const { standardDeviation } = stateDeviation([
 *   election(2000, 50),
 *   election(2004, 55),
 *   election(2008, 50),
 * ]);
 * assertEquals(standardDeviation.point, 10);
 * ```
 */
export function stateDeviation(
  elections: readonly ElectionOfTwo[],
  level = 0.95,
): StateDeviation {
  requireList(TASK, "elections", elections, { least: 3 });
  requireProper(TASK, "level", level);
  for (const [i, election] of elections.entries()) {
    requireRecord(TASK, `elections[${i}]`, election);
    const { year, contests, candidate, against } = election;
    requireCount(TASK, `year of elections[${i}]`, year, {
      minimum: i === 0 ? 0 : elections[i - 1]!.year + 1,
    });
    requireContests(TASK, contests);
    requireTwo(TASK, [["candidate", candidate], ["opponent", against]], contests);
  }
  const pairs = elections.length - 1;
  const swings: StateSwing[] = [];
  const meanSquares: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const [before, after] = [elections[i] as ElectionOfTwo, elections[i + 1] as ElectionOfTwo];
    const [old, recent] = [relativeMargins(before), relativeMargins(after)];
    const ofPair: number[] = [];
    for (const [unit, margin] of recent) {
      const earlier = old.get(unit);
      if (earlier === undefined) continue; // a new state, or one without returns
      swings.push({ from: before.year, to: after.year, unit, deviation: margin - earlier });
      ofPair.push((margin - earlier) ** 2);
    }
    if (ofPair.length === 0) {
      throw new RangeError(
        refusal({
          task: TASK,
          where: `states with returns in ${before.year} and ${after.year}`,
          found: "none",
          expected: "at least one",
        }),
      );
    }
    meanSquares.push(mean(ofPair));
  }
  const overall = mean(meanSquares);
  const variance = meanSquares.reduce((sum, value) => sum + (value - overall) ** 2, 0) /
    (pairs - 1);
  // Uniform swings deviate by nothing, and surely so.
  const logError = overall === 0 ? 0 : Math.sqrt(variance / pairs) / overall;
  const reach = studentQuantile(1 - (1 - level) / 2, pairs - 1) * logError;
  return {
    swings,
    standardDeviation: {
      estimand: "Standard deviation of states' swings around the nation's, in points of the " +
        "two-party margin",
      point: Math.sqrt(overall),
      lower: Math.sqrt(overall * Math.exp(-reach)),
      upper: Math.sqrt(overall * Math.exp(reach)),
      level,
      method: "Root mean square of deviations; t interval over pairs of elections on the log scale",
      assumptions: [
        "Pairs of elections are independent and alike",
        "Every state's swings have the same standard deviation",
      ],
      n: pairs,
    },
  };
}

const TASK = "estimate the states' deviation";

/** Two-party margins less the nation's, in points, by state. */
function relativeMargins({ contests, candidate, against }: ElectionOfTwo): Map<string, number> {
  const points = (votes: Readonly<Record<string, number>>) => {
    const own = votes[candidate] ?? 0;
    const other = votes[against] ?? 0;
    return 100 * (own - other) / (own + other);
  };
  const national = points(popularVote(contests));
  const margins = new Map<string, number>();
  for (const { unit, votes } of contests) {
    const margin = points(votes);
    if (!isDistrict(unit) && Number.isFinite(margin)) margins.set(unit, margin - national);
  }
  return margins;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
