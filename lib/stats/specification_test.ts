import {
  requireCount,
  requireInteger,
  requireList,
  requireOneOf,
  requireOptions,
  requireProper,
  requireRecord,
} from "../check/mod.ts";
import { clusterCovariance, clusterMembers } from "./cluster_covariance.ts";
import { requireFit, requireLabels } from "./column.ts";
import { normalQuantile, studentQuantile, studentTail } from "./distribution.ts";
import { coefficientIndex, type LeastSquaresFit } from "./least_squares.ts";
import { type Curve, curveOf, type CurveStatistics, quantileOf } from "./specification_curve.ts";
import { smallSampleFactor, WildCoefficient } from "./wild_coefficient.ts";
import { allWildWeights, randomWildWeights, type WildWeights } from "./wild_weights.ts";
import { requireWork } from "./work.ts";

/** One specification of a curve: a fit, the coefficient that it is about, and the clusters of its units. */
export interface Specification {
  /** The fitted regression. */
  readonly fit: LeastSquaresFit;
  /** The coefficient's name. */
  readonly name: string;
  /** A label a unit; a cluster has one label in all specifications. */
  readonly clusters: ArrayLike<string>;
}

/** How the curve under the null is drawn. */
export interface SpecificationOptions {
  /** Level at which a specification counts as significant. Default: 0.05. */
  readonly alpha?: number;
  /** The points that the bootstrap's weights take. */
  readonly weights?: WildWeights;
  /** Most draws; all assignments of weights are listed where there are no more. Default: 1,999. */
  readonly draws?: number;
  /** Seed of the draws. Default: 1. */
  readonly seed?: number;
}

/** One of the three statistics of a curve, beside what it is when no specification has an effect. */
export interface JointStatistic {
  /** As found. */
  readonly observed: number;
  /** Its median under the null. */
  readonly expected: number;
  /** Share of draws under the null at least as extreme. Sampled: (extreme + 1) / (draws + 1). */
  readonly pValue: number;
}

/** Joint inference for a specification curve. */
export interface SpecificationTest {
  /** Median of the estimates; extreme in either direction. */
  readonly median: JointStatistic;
  /** Share of specifications that are significant, in the direction that most estimates have. */
  readonly significant: JointStatistic;
  /** Stouffer's Z: sum of the p-values' z with their signs, over √specifications; either direction. */
  readonly stouffer: JointStatistic;
  /** Estimates in ascending order, each with the middle 95% of the curve of that rank under the null. */
  readonly curve: readonly {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  /** Draws listed or drawn. */
  readonly draws: number;
  /** Number of clusters in all specifications together. */
  readonly clusters: number;
}

const TASK = "test a specification curve";

/**
 * Joint inference for a specification curve (Simonsohn, Simmons and Nelson 2020): are all its
 * specifications together more than chance gives where none of them has an effect? One by one they cannot
 * say, because they share units and errors.
 *
 * The null is imposed in each specification, and its residuals are multiplied by one random weight a
 * cluster, the same in all specifications (wild cluster bootstrap), so that draws keep how the
 * specifications hang together. Each is tested by t with CR1 standard errors and clusters − 1 degrees of
 * freedom, in the data and in every draw alike. The estimates should be in one unit.
 *
 * Cost: O(specifications × draws × clusters × columns).
 *
 * @throws {RangeError} if there is no specification, a coefficient is unknown, or there are fewer than 2
 *   clusters
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { leastSquares, numeric, specificationTest } from "tallybook/stats";
 *
 * const dose = numeric("dose", [0, 0, 1, 1, 0, 1, 0, 1]);
 * const fit = leastSquares({ outcome: [1, 2, 5, 6, 1, 6, 2, 5], terms: [dose] });
 * const weighted = leastSquares({
 *   outcome: [1, 2, 5, 6, 1, 6, 2, 5], terms: [dose], weights: [1, 2, 1, 2, 1, 2, 1, 2],
 * });
 * const clusters = ["a", "a", "b", "b", "c", "c", "d", "d"];
 * const test = specificationTest([
 *   { fit, name: "dose", clusters },
 *   { fit: weighted, name: "dose", clusters },
 * ]);
 * assert(test.median.observed > 3.9 && test.draws === 6 ** 4);
 * ```
 */
export function specificationTest(
  specifications: readonly Specification[],
  options: SpecificationOptions = {},
): SpecificationTest {
  requireOptions(TASK, options, ["alpha", "weights", "draws", "seed"]);
  const alpha = requireProper(TASK, 'option "alpha"', options.alpha ?? 0.05);
  const kind = requireOneOf(TASK, 'option "weights"', options.weights ?? "webb", [
    "webb",
    "rademacher",
  ]);
  const most = requireCount(TASK, 'option "draws"', options.draws ?? 1_999, {
    minimum: 99,
    maximum: 1e6,
  });
  const seed = requireInteger(TASK, 'option "seed"', options.seed ?? 1);
  requireList(TASK, "specifications", specifications, { least: 1 });
  for (const [i, specification] of specifications.entries()) {
    requireRecord(TASK, `specifications[${i}]`, specification);
    requireFit(TASK, specification.fit);
    requireLabels(TASK, "clusters", specification.clusters, specification.fit.n, 2);
  }
  const labels = [...new Set(specifications.flatMap(({ clusters }) => Array.from(clusters)))];
  const columns = specifications.reduce((sum, { fit }) => sum + fit.basis.length, 0);
  requireWork(TASK, { draws: most, clusters: labels.length, columns });
  const prepared = specifications.map((specification) => prepare(specification, labels, alpha));
  const observed = curveOf(
    prepared.map(({ estimate }) => estimate),
    prepared.map(({ t, zOf }) => zOf(t)),
    prepared.map(({ t, critical }) => Math.abs(t) >= critical),
  );
  const listed = allWildWeights(labels.length, kind, most);
  const underNull: Curve[] = [];
  for (const weights of listed ?? randomWildWeights(labels.length, kind, most, seed)) {
    const drawn = prepared.map(({ draw }) => draw(weights));
    underNull.push(curveOf(
      drawn.map(({ estimate }) => estimate),
      drawn.map(({ t }, s) => prepared[s]!.zOf(t)),
      drawn.map(({ t }, s) => Math.abs(t) >= prepared[s]!.critical),
    ));
  }
  const joint = (statistic: keyof CurveStatistics): JointStatistic => {
    const size = Math.abs(observed.statistics[statistic]);
    const drawn = underNull.map(({ statistics }) => statistics[statistic]).sort((a, b) => a - b);
    const extreme = drawn.filter((value) => Math.abs(value) >= size - 1e-9 * (1 + size)).length;
    return {
      observed: observed.statistics[statistic],
      expected: quantileOf(drawn, 0.5),
      pValue: listed ? extreme / drawn.length : (extreme + 1) / (drawn.length + 1),
    };
  };
  return {
    median: joint("median"),
    significant: joint("significant"),
    stouffer: joint("stouffer"),
    curve: observed.sorted.map((estimate, rank) => {
      const drawn = underNull.map(({ sorted }) => sorted[rank]!).sort((a, b) => a - b);
      return { estimate, lower: quantileOf(drawn, 0.025), upper: quantileOf(drawn, 0.975) };
    }),
    draws: underNull.length,
    clusters: labels.length,
  };
}

interface Prepared {
  readonly estimate: number;
  readonly t: number;
  readonly critical: number;
  /** The z with the p-value that t has. */
  zOf(t: number): number;
  draw(weights: Float64Array): { estimate: number; t: number };
}

function prepare(
  { fit, name, clusters }: Specification,
  labels: string[],
  alpha: number,
): Prepared {
  const index = coefficientIndex(fit, name);
  const members = clusterMembers(fit.n, clusters);
  const position = new Map(labels.map((label, at) => [label, at]));
  const own = members.map((rows) => position.get(clusters[rows[0]!]!)!);
  const wild = new WildCoefficient(fit, index, members);
  const factor = smallSampleFactor(fit, members.length);
  const degrees = members.length - 1;
  const picked = new Float64Array(members.length);
  const estimate = fit.coefficients[index]!;
  const { covariance } = clusterCovariance(fit, clusters, "CR1");
  return {
    estimate,
    t: ratio(estimate, Math.sqrt(covariance[index]![index]!)),
    critical: studentQuantile(1 - alpha / 2, degrees),
    // A tail below the smallest double would have no z.
    zOf: (t) => -Math.sign(t) * normalQuantile(Math.max(studentTail(Math.abs(t), degrees), 1e-300)),
    draw(weights) {
      for (const [g, label] of own.entries()) picked[g] = weights[label]!;
      const { move, squares } = wild.drawAtZero(picked);
      return { estimate: move, t: ratio(move, Math.sqrt(factor * squares)) };
    },
  };
}

/** A draw without errors has no t of its own: it is as far from the null as its estimate is not 0. */
function ratio(estimate: number, error: number): number {
  return error > 0 ? estimate / error : estimate === 0 ? 0 : Math.sign(estimate) * 1e300;
}
