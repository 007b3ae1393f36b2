import {
  requireCount,
  requireFunction,
  requireName,
  requireNumber,
  requireOptions,
  requireShare,
} from "../../check/mod.ts";
import { type Estimate, normalQuantile, proportionInterval, Xoshiro128 } from "../../stats/mod.ts";
import type { Contest } from "../contest.ts";
import { majorityOf } from "../tally.ts";
import { openUnits, type SwingUnit } from "./open_units.ts";

/** How states swing, and how often that is drawn. */
export interface RegionalSwingsOptions {
  /** The candidate's name. */
  readonly candidate: string;
  /** The candidate compared with. */
  readonly against: string;
  /** Standard deviation of each state's departure, in points of the two-party margin. */
  readonly standardDeviation: number;
  /** Correlation of two states of one region, 0 to 1. */
  readonly correlation: number;
  /** The region of a unit. */
  readonly region: (unit: string) => string;
  /** Number of draws, 10,000 unless given. */
  readonly draws?: number;
  /** Seed of the draws, 1 unless given. */
  readonly seed?: number;
}

/** Chances from one set of draws; every interval is that of the simulation and nothing else. */
export interface RegionalSwings {
  /** Chance that the leader loses to the other at a national margin of the candidate, in points. */
  inversionAt(margin: number): Estimate;
  /** The same for margins spread evenly from `-points` to `points`. */
  inversionWithin(points: number): Estimate;
}

/**
 * The chance of an inversion when states of a region swing together: as {@link inversionChance},
 * but u_s = √ρ R_g + √(1 − ρ) v_s with one R for each region g, R and v independent and normal
 * with the same standard deviation. At ρ = 0 it is the same model.
 *
 * Simulated: in each draw the candidate has a majority above one national margin and the opponent
 * below another, so that one set of draws answers for all margins.
 *
 * @throws {RangeError} If an option is out of range, or fewer than two units have returns.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { regionalSwings } from "tallybook/election";
 *
 * // Both states in one region that moves as one: no state departs from the nation.
 * const contests = [
 *   { unit: "A", electors: 4, votes: { X: 4_900, Y: 5_100 } },
 *   { unit: "B", electors: 3, votes: { X: 5_100, Y: 4_900 } },
 * ];
 * const model = {
 *   candidate: "X", against: "Y", standardDeviation: 3, correlation: 1, region: () => "all",
 * };
 * const swings = regionalSwings(contests, model);
 * // A stands 2 points below the nation, and A decides.
 * assertEquals([1.9, 2.1].map((x) => swings.inversionAt(x).point), [1, 0]);
 * ```
 */
export function regionalSwings(
  contests: readonly Contest[],
  options: RegionalSwingsOptions,
): RegionalSwings {
  requireOptions(TASK, options, [
    "candidate",
    "against",
    "standardDeviation",
    "correlation",
    "region",
    "draws",
    "seed",
  ]);
  const { standardDeviation, correlation, region, draws = 10_000, seed = 1 } = options;
  requireNumber(TASK, "standard deviation", standardDeviation, { minimum: 1e-6, maximum: 1e6 });
  requireShare(TASK, "correlation", correlation);
  requireCount(TASK, "draws", draws, { minimum: 100, maximum: 1_000_000 });
  requireCount(TASK, "seed", seed, { maximum: 2 ** 32 - 1 });
  requireFunction(TASK, "region", region);
  const units = openUnits(TASK, contests, options);
  const majority = majorityOf(contests.reduce((sum, { electors }) => sum + electors, 0));
  const critical = criticalMargins(units, {
    majority,
    draws,
    regions: units.map(({ unit }) => requireName(TASK, `region of ${unit}`, region(unit))),
    shared: standardDeviation * Math.sqrt(correlation),
    own: standardDeviation * Math.sqrt(1 - correlation),
    random: new Xoshiro128(seed),
  });
  const simulated = {
    level: LEVEL,
    assumptions: [
      "States stand to the nation as in the election given",
      "Swings around the nation's are normal, with one correlation within every region and none " +
      "across but for their sum",
    ],
    n: draws,
  };
  return {
    inversionAt(margin) {
      requireNumber(TASK, "margin", margin, { minimum: -100, maximum: 100 });
      const inverted =
        critical.filter(({ above, below }) =>
          margin > 0 ? below > margin : margin < 0 && above < margin
        ).length;
      return {
        ...proportionInterval(inverted, draws),
        ...simulated,
        estimand: `Chance of an inversion at a national two-party margin of ${margin} points`,
        method: "Simulation; Wilson's interval of the draws",
      };
    },
    inversionWithin(points) {
      requireNumber(TASK, "points", points, { above: 0, maximum: 100 });
      // The part of the range in which a draw inverts.
      const parts = critical.map(({ above, below }) =>
        (clamp(below, points) + clamp(-above, points)) / (2 * points)
      );
      const mean = parts.reduce((sum, part) => sum + part, 0) / draws;
      const variance = parts.reduce((sum, part) => sum + (part - mean) ** 2, 0) / (draws - 1);
      const reach = normalQuantile(0.5 + LEVEL / 2) * Math.sqrt(variance / draws);
      return {
        ...simulated,
        estimand: `Chance of an inversion at national margins spread evenly within ${points} ` +
          `${points === 1 ? "point" : "points"}`,
        point: mean,
        lower: Math.max(0, mean - reach),
        upper: Math.min(1, mean + reach),
        method: "Simulation; normal interval of the draws' mean",
      };
    },
  };
}

const TASK = "simulate swings by region";
const LEVEL = 0.95;

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

interface Drawing {
  readonly majority: number;
  readonly draws: number;
  readonly regions: readonly string[];
  readonly shared: number;
  readonly own: number;
  readonly random: Xoshiro128;
}

/**
 * The national margin above which the candidate has a majority and that below which the opponent
 * has one, a draw each; plus and minus infinity where third candidates leave neither the chance.
 */
function criticalMargins(
  units: readonly SwingUnit[],
  { majority, draws, regions, shared, own, random }: Drawing,
): { above: number; below: number }[] {
  const normal = (): number => {
    const u = random.uniform();
    return u === 0 ? normal() : normalQuantile(u);
  };
  const names = [...new Set(regions)];
  const regionOf = regions.map((name) => names.indexOf(name));
  return Array.from({ length: draws }, () => {
    const ofRegion = names.map(() => shared * normal());
    const swings = units.map((_, i) => ofRegion[regionOf[i]!]! + own * normal());
    const nation = units.reduce((sum, { weight }, i) => sum + weight * swings[i]!, 0);
    // The candidate carries a unit where the nation's margin is above this.
    const carried = units.map(({ position, electors }, i) => ({
      from: -(position + swings[i]! - nation),
      electors,
    })).sort((a, b) => a.from - b.from);
    return {
      above: reached(carried, majority) ?? Infinity,
      below: reached(carried.reverse(), majority) ?? -Infinity,
    };
  });
}

/** Where the units taken in order make a majority. */
function reached(
  units: readonly { readonly from: number; readonly electors: number }[],
  majority: number,
): number | undefined {
  let sum = 0;
  return units.find(({ electors }) => (sum += electors) >= majority)?.from;
}
