import {
  requireCount,
  requireList,
  requireNumber,
  requireOptions,
  requireProper,
  requireRecord,
} from "../../check/mod.ts";
import type { Estimate } from "../../stats/mod.ts";
import { normalTail } from "../../stats/mod.ts";
import type { Contest } from "../contest.ts";
import { collegeChances, type CollegeOdds } from "./college_chances.ts";

/** The election whose states' positions are kept, and where the nation is put. */
export interface InversionChanceOptions {
  /** The candidate's name. */
  readonly candidate: string;
  /** The candidate compared with. */
  readonly against: string;
  /** National margins of `candidate`, in points of the two-party vote. */
  readonly margins: readonly number[];
  /** Standard deviation of states' swings around the nation's, in points, with its interval. */
  readonly deviation: Estimate;
  /** Standard deviation of an error in the national margin itself, in points; none unless given. */
  readonly nationalError?: number;
}

/** Chances at one national margin. */
export interface InversionChance {
  /** The national margin, in points of the two-party vote. */
  readonly margin: number;
  /** Chance that the popular vote's leader does not get the electors' majority but the other does. */
  readonly inversion: Estimate;
  /** Chances at the deviation's point estimate. */
  readonly odds: CollegeOdds;
}

/**
 * The chance of an inversion as a function of the national margin: how often, with the states
 * where they stood in one election and swings around the nation's like those of the past, the
 * popular vote's leader would have lost the Electoral College to the other candidate.
 *
 * Model: the margin of state s is x + r_s + u_s − Σ w_t u_t, where x is the national two-party
 * margin, r_s the state's position relative to the nation in the election given, w_t each state's
 * share of the votes, and u_s independent, normal with one standard deviation for all. The last
 * term makes the states' margins add up to x, whatever the u. Units that a third candidate won
 * stay so. Computed by {@link collegeChances}, without random numbers.
 *
 * The interval is that of the standard deviation: the least and the greatest chance over its
 * interval. Not in it: another shape than the normal, swings common to a region, and another
 * election's positions, which matter more. Draw the curves of several years to see that.
 *
 * @throws {RangeError} If a candidate has no votes, or a standard deviation is not positive.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { inversionChance } from "tallybook/election";
 *
 * // Two equal states 4 points apart; the one with more electors is 2 points less friendly to X.
 * const contests = [
 *   { unit: "A", electors: 4, votes: { X: 4_900, Y: 5_100 } },
 *   { unit: "B", electors: 3, votes: { X: 5_100, Y: 4_900 } },
 * ];
 * const deviation = {
 *   estimand: "", point: 2, lower: 1.5, upper: 3, level: 0.95, method: "", assumptions: [], n: 9,
 * };
 * const options = { candidate: "X", against: "Y", margins: [2], deviation };
 * // At x = 2 the state A is level: X leads the nation and loses with chance one half.
 * assertAlmostEquals(inversionChance(contests, options)[0]!.inversion.point, 0.5, 1e-6);
 * ```
 */
export function inversionChance(
  contests: readonly Contest[],
  options: InversionChanceOptions,
): InversionChance[] {
  const task = "find the chance of an inversion";
  requireOptions(task, options, ["candidate", "against", "margins", "deviation", "nationalError"]);
  const { candidate, against, margins, deviation, nationalError = 0 } = options;
  requireRecord(task, "standard deviation", deviation);
  const { lower, point, upper } = deviation;
  requireNumber(task, "lower end of the standard deviation", lower, { above: 0 });
  requireNumber(task, "standard deviation", point, { minimum: lower });
  requireNumber(task, "upper end of the standard deviation", upper, { minimum: point });
  requireProper(task, "level of the standard deviation", deviation.level);
  requireCount(task, "observations of the standard deviation", deviation.n);
  if (nationalError !== 0) {
    requireNumber(task, "national error, if not 0", nationalError, { minimum: 1e-6, maximum: 15 });
  }
  requireList(task, "margins", margins);
  margins.forEach((margin, i) =>
    requireNumber(task, `margins[${i}]`, margin, { minimum: -100, maximum: 100 })
  );
  const cells = Array.from(margins, (margin) => cellsAround(margin, nationalError));
  const nodes = [...new Set(cells.flat().map(({ at }) => at))];
  const chancesWith = (standardDeviation: number) => {
    const odds = collegeChances(contests, {
      candidate,
      against,
      margins: nodes,
      standardDeviation,
    });
    const at = new Map(nodes.map((node, i) => [node, odds[i] as CollegeOdds]));
    return cells.map((around) => average(around, at));
  };
  // Five values across the interval: the chance need not be greatest at an end of it.
  const grid = [lower, Math.sqrt(lower * point), point, Math.sqrt(point * upper), upper];
  const over = grid.map(chancesWith);
  return Array.from(margins, (margin, i) => {
    const values = over.map((chances) => (chances[i] as Averaged).inversion);
    const central = (over[2] as Averaged[])[i] as Averaged;
    return {
      margin,
      odds: central.odds,
      inversion: {
        estimand: `Chance of an inversion at a national two-party margin of ${margin} points`,
        point: central.inversion,
        lower: Math.min(...values),
        upper: Math.max(...values),
        level: deviation.level,
        method: "Normal swings around uniform swing, exact convolution; interval of their " +
          "standard deviation",
        assumptions: [
          "States stand to the nation as in the election given",
          "Swings around the nation's are normal, alike and independent but for their sum",
        ],
        n: deviation.n,
      },
    };
  });
}

interface Averaged {
  readonly inversion: number;
  readonly odds: CollegeOdds;
}

/** Pieces of the national margin's distribution, none across zero, with their probabilities. */
function cellsAround(margin: number, error: number): { at: number; weight: number }[] {
  if (error === 0) return [{ at: margin, weight: 1 }];
  const count = 120;
  const reach = 6 * error;
  const bounds = Array.from(
    { length: count + 1 },
    (_, i) => margin - reach + 2 * reach * i / count,
  );
  if (Math.abs(margin) < reach) bounds.push(0);
  bounds.sort((a, b) => a - b);
  const cells = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const [from, to] = [bounds[i] as number, bounds[i + 1] as number];
    const weight = normalTail((from - margin) / error) - normalTail((to - margin) / error);
    cells.push({ at: (from + to) / 2, weight });
  }
  return cells;
}

function average(
  cells: readonly { at: number; weight: number }[],
  odds: ReadonlyMap<number, CollegeOdds>,
): Averaged {
  let [inversion, candidate, against, neither, whole] = [0, 0, 0, 0, 0];
  for (const { at, weight } of cells) {
    const here = odds.get(at) as CollegeOdds;
    whole += weight;
    inversion += weight * (at > 0 ? here.against : at < 0 ? here.candidate : 0);
    candidate += weight * here.candidate;
    against += weight * here.against;
    neither += weight * here.neither;
  }
  return {
    inversion: inversion / whole,
    odds: { candidate: candidate / whole, against: against / whole, neither: neither / whole },
  };
}
