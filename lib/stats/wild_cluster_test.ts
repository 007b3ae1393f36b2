import {
  refusal,
  requireCount,
  requireInteger,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireProper,
  requireText,
} from "../check/mod.ts";
import { clusterCovariance, clusterMembers } from "./cluster_covariance.ts";
import { requireFit } from "./column.ts";
import type { Estimate } from "./estimate.ts";
import { coefficientIndex, type LeastSquaresFit } from "./least_squares.ts";
import { smallSampleFactor, WildCoefficient } from "./wild_coefficient.ts";
import {
  allWildWeights,
  randomWildWeights,
  WILD_POINTS,
  type WildWeights,
} from "./wild_weights.ts";
import { requireWork } from "./work.ts";

/** How a wild cluster bootstrap is drawn. */
export interface WildClusterOptions {
  /** The coefficient's value under the null. Default: 0. */
  readonly null?: number;
  /** Webb's six points, or Rademacher's two. Default: "webb", which serves few clusters too. */
  readonly weights?: WildWeights;
  /** Most draws; all assignments of weights are listed where there are no more than these. Default: 9,999. */
  readonly draws?: number;
  /** Seed of the draws. Default: 1. */
  readonly seed?: number;
  /** The interval's level. Default: 0.95. */
  readonly level?: number;
  /** What the coefficient is, in words with its unit. */
  readonly estimand?: string;
}

/** A coefficient tested by the wild cluster bootstrap. */
export interface WildClusterTest extends Estimate {
  /** The coefficient's name. */
  readonly name: string;
  /** Its CR1 standard error. */
  readonly standardError: number;
  /** Its t statistic against the null. */
  readonly t: number;
  /** Share of draws whose |t| is at least as large. Sampled: (extreme + 1) / (draws + 1). */
  readonly pValue: number;
  /** Draws listed or drawn. */
  readonly draws: number;
  /** Number of clusters. */
  readonly clusters: number;
}

const TASK = "test by the wild cluster bootstrap";

/**
 * Wild cluster bootstrap of one coefficient, with the null imposed: for clusters too few or too unequal for
 * the t distribution. Each draw multiplies the restricted residuals of a whole cluster by one random weight;
 * the p-value is the share of draws whose t statistic (CR1) is as far from the null. The interval holds the
 * values that such a test does not reject.
 *
 * Cameron, Gelbach and Miller (2008); Webb (2023) for the six points. Cost: O(draws × clusters × k).
 *
 * @throws {RangeError} if there is no such coefficient, the fit is perfect, there are fewer than 2 clusters,
 *   or so few that no value can be rejected at the level
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { leastSquares, numeric, wildClusterTest } from "tallybook/stats";
 *
 * const x = [0, 0, 1, 1, 0, 1, 0, 1];
 * const outcome = [1, 2, 5, 6, 1, 6, 2, 5];
 * const fit = leastSquares({ outcome, terms: [numeric("x", x)] });
 * const test = wildClusterTest(fit, "x", ["a", "a", "b", "b", "c", "c", "d", "d"]);
 * assert(test.draws === 6 ** 4 && test.lower < 4 && test.upper > 4);
 * ```
 */
export function wildClusterTest(
  fit: LeastSquaresFit,
  name: string,
  clusters: ArrayLike<string>,
  options: WildClusterOptions = {},
): WildClusterTest {
  requireOptions(TASK, options, ["null", "weights", "draws", "seed", "level", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const value = requireNumber(TASK, 'option "null"', options.null ?? 0, {
    minimum: -1e150,
    maximum: 1e150,
  });
  const kind = requireOneOf(TASK, 'option "weights"', options.weights ?? "webb", [
    "webb",
    "rademacher",
  ]);
  const most = requireCount(TASK, 'option "draws"', options.draws ?? 9_999, {
    minimum: 99,
    maximum: 1e6,
  });
  const seed = requireInteger(TASK, 'option "seed"', options.seed ?? 1);
  const level = requireProper(TASK, 'option "level"', options.level ?? 0.95);
  requireFit(TASK, fit);
  const index = coefficientIndex(fit, name);
  const members = clusterMembers(fit.n, clusters);
  const standardError = Math.sqrt(
    clusterCovariance(fit, clusters, "CR1").covariance[index]![index]!,
  );
  if (!(standardError > 0)) {
    throw new RangeError(refusal({
      task: TASK,
      where: `standard error of "${name}"`,
      found: standardError,
      expected: "more than 0 (a perfect fit has no errors to draw)",
    }));
  }
  const point = fit.coefficients[index]!;
  // With one weight for all clusters |t| is as observed, whatever the null: the least p-value there is.
  const least = WILD_POINTS[kind].length ** (1 - members.length);
  if (least >= 1 - level) {
    throw new RangeError(refusal({
      task: TASK,
      where: "clusters",
      found: members.length,
      expected: `more, or a level below ${1 - least}: the p-value is never below ${least}`,
    }));
  }
  const listed = allWildWeights(members.length, kind, most);
  requireWork(TASK, {
    draws: listed ? 0 : most,
    clusters: members.length,
    columns: fit.basis.length,
  });
  const draws = collect(
    new WildCoefficient(fit, index, members),
    listed ?? randomWildWeights(members.length, kind, most, seed),
  );
  const added = listed ? 0 : 1;
  const factor = smallSampleFactor(fit, members.length);
  const pValueAt = (theta: number): number =>
    (extremeAt(draws, theta, Math.abs(point - theta) / standardError, factor) + added) /
    (draws.length / 5 + added);
  const end = (direction: 1 | -1): number =>
    edge(pValueAt, point, direction * standardError, 1 - level);
  return {
    name,
    estimand: options.estimand ?? `Coefficient of "${name}", in the outcome's unit`,
    point,
    lower: end(-1),
    upper: end(1),
    level,
    method: `${fit.weights ? "Weighted" : "Ordinary"} least squares, wild cluster bootstrap (${
      kind === "webb" ? "Webb" : "Rademacher"
    } weights, null imposed), interval by inversion`,
    assumptions: [`Errors are independent between the ${members.length} clusters`],
    n: fit.n,
    standardError,
    t: (point - value) / standardError,
    pValue: pValueAt(value),
    draws: draws.length / 5,
    clusters: members.length,
  };
}

function collect(coefficient: WildCoefficient, weights: Iterable<Float64Array>): Float64Array {
  const kept: number[] = [];
  const at = new Float64Array(5);
  for (const v of weights) {
    coefficient.draw(v, at);
    kept.push(at[0]!, at[1]!, at[2]!, at[3]!, at[4]!);
  }
  return Float64Array.from(kept);
}

/** Draws whose |t| is at least as large, up to rounding. */
function extremeAt(draws: Float64Array, theta: number, observed: number, factor: number): number {
  let extreme = 0;
  for (let at = 0; at < draws.length; at += 5) {
    const move = Math.abs(draws[at]! - theta * draws[at + 1]!);
    const squares = draws[at + 2]! - 2 * theta * draws[at + 3]! + theta * theta * draws[at + 4]!;
    const error = Math.sqrt(Math.max(0, factor * squares));
    if (move >= observed * error * (1 - 1e-9)) extreme++;
  }
  return extreme;
}

/** The farthest value in one direction that the test does not reject, by doubling and bisection. */
function edge(
  pValueAt: (theta: number) => number,
  point: number,
  step: number,
  alpha: number,
): number {
  let inside = point;
  let outside = point + step;
  for (let round = 0; pValueAt(outside) > alpha; round++) {
    if (round > 40) {
      throw new RangeError(refusal({
        task: TASK,
        where: 'option "level"',
        found: 1 - alpha,
        expected: "a level at which so few clusters reject some value",
      }));
    }
    inside = outside;
    outside = point + (outside - point) * 2;
  }
  for (let round = 0; round < 60; round++) {
    const middle = (inside + outside) / 2;
    if (pValueAt(middle) > alpha) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}
