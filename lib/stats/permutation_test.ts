import {
  refusal,
  requireCount,
  requireInteger,
  requireOneOf,
  requireOptions,
} from "../check/mod.ts";
import type { Column } from "./column.ts";
import { normalTail } from "./distribution.ts";
import { permutationCount, permutationMoments, splitStrata } from "./permutation_strata.ts";
import { exactSums, sampledSums } from "./permutation_sums.ts";
import { Xoshiro128 } from "./xoshiro128.ts";
import { requireWork } from "./work.ts";

/** What a permutation test compares. */
export interface PermutationProblem {
  /** The outcome, one value a unit (residuals, when covariates were taken out first). */
  readonly outcome: Column;
  /** 1 for a treated unit, 0 for a control. */
  readonly treated: Column;
  /** A label a unit: treatment is permuted only among units of one label. */
  readonly strata?: ArrayLike<string>;
}

/** How a permutation test goes about it. */
export interface PermutationOptions {
  /** "exact" lists every assignment, "sampled" draws some; "auto" is exact up to `limit`. */
  readonly method?: "auto" | "exact" | "sampled";
  /** Most assignments that are listed. Default: 1,000,000. */
  readonly limit?: number;
  /** Random assignments drawn. Default: 9,999. */
  readonly draws?: number;
  /** Seed of the draws. Default: 1. */
  readonly seed?: number;
  /** "two-sided" counts both directions; "greater" and "less" one. Default: "two-sided". */
  readonly alternative?: "two-sided" | "greater" | "less";
  /** "error" refuses strata that have only treated units or only controls; "leave out" drops them. */
  readonly uninformative?: "error" | "leave out";
}

/** The result of a permutation test. */
export interface PermutationTest {
  /** Treated minus controls: differences of means within strata, weighted by n₁n₀/n. */
  readonly statistic: number;
  /** The statistic's exact standard deviation over all assignments; its mean is 0. */
  readonly standardDeviation: number;
  /** Statistic over standard deviation. */
  readonly z: number;
  /** Two-sided normal approximation from z, for comparison. */
  readonly normalPValue: number;
  /** Share of assignments at least as extreme. Sampled: (extreme + 1) / (draws + 1). */
  readonly pValue: number;
  /** Which way it was computed. */
  readonly method: "exact" | "sampled";
  /** Assignments listed or drawn. */
  readonly assignments: number;
  /** How many of them were at least as extreme as observed. */
  readonly extreme: number;
  /** Number of strata that took part, and of units in them. */
  readonly strata: number;
  /** Units in these strata. */
  readonly n: number;
  /** Labels of strata left out. */
  readonly leftOut: readonly string[];
  /** The statistic of every assignment listed or drawn. */
  readonly distribution: Float64Array;
}

const TASK = "permute treatment";
const CHOICES = {
  alternative: ["two-sided", "greater", "less"],
  method: ["auto", "exact", "sampled"],
  uninformative: ["error", "leave out"],
} as const;

/**
 * Permutation test of a difference of means: how often would the difference be at least this large had
 * treatment been dealt out at random, among the units of each stratum? It needs no model of the errors;
 * it tests "as if random within strata", nothing else.
 *
 * The standard deviation is exact in closed form, whether or not the p-value is sampled.
 * Cost: exact, O(assignments); sampled, O(draws × units of the smaller group).
 *
 * @throws {RangeError} if no stratum has both treated units and controls; if one has not, unless
 *   `uninformative` is "leave out"; or if `method` is "exact" and there are more than `limit` assignments
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { permutationTest } from "tallybook/stats";
 *
 * // Of the 6 ways to choose 2 of 4, only {3, 4} and {1, 2} differ by as much: p = 2/6.
 * const test = permutationTest({ outcome: [1, 2, 3, 4], treated: [0, 0, 1, 1] });
 * assertEquals([test.statistic, test.assignments, test.pValue], [2, 6, 2 / 6]);
 * ```
 */
export function permutationTest(
  problem: PermutationProblem,
  options: PermutationOptions = {},
): PermutationTest {
  requireOptions(TASK, problem, ["outcome", "treated", "strata"]);
  requireOptions(TASK, options, Object.keys(CHOICES).concat("limit", "draws", "seed"));
  const choose = <Name extends keyof typeof CHOICES>(name: Name) =>
    requireOneOf(TASK, `option "${name}"`, options[name] ?? CHOICES[name][0], CHOICES[name]);
  const alternative = choose("alternative");
  const wanted = choose("method");
  const leaveOut = choose("uninformative") === "leave out";
  const limit = requireCount(TASK, 'option "limit"', options.limit ?? 1_000_000, { maximum: 1e7 });
  const draws = requireCount(TASK, 'option "draws"', options.draws ?? 9_999, {
    minimum: 1,
    maximum: 1e7,
  });
  const seed = requireInteger(TASK, 'option "seed"', options.seed ?? 1);
  const { informative, uninformative } = splitStrata(
    problem.outcome,
    problem.treated,
    problem.strata,
  );
  if (informative.length === 0) {
    throw new RangeError(
      `Cannot ${TASK}: strata: found none of ${uninformative.length} with both treated units and controls, expected at least one`,
    );
  }
  if (uninformative.length > 0 && !leaveOut) {
    const some = uninformative.slice(0, 5).join(", ") + (uninformative.length > 5 ? ", …" : "");
    throw new RangeError(
      `Cannot ${TASK}: strata ${some} (${uninformative.length}): found only treated units or only controls, expected both (or uninformative: "leave out")`,
    );
  }
  const { weight, variance } = permutationMoments(informative);
  const observed = informative.reduce((sum, stratum) => sum + stratum.observed, 0);
  const count = permutationCount(informative);
  const method = wanted === "exact" || (wanted !== "sampled" && count <= limit)
    ? "exact"
    : "sampled";
  if (method === "exact" && count > limit) {
    throw new RangeError(refusal({
      task: TASK,
      where: "assignments of an exact test",
      found: count,
      expected: `at most ${limit}, the option "limit" (draw some instead)`,
    }));
  }
  const units = informative.reduce((sum, stratum) => sum + stratum.centered.length, 0);
  if (method === "sampled") requireWork(TASK, { draws, units });
  const sums = method === "exact"
    ? exactSums(informative)
    : sampledSums(informative, draws, new Xoshiro128(seed));
  // Sums that are equal on paper differ by rounding: count them as equal.
  const slack = 1e-10 * Math.sqrt(variance);
  let extreme = 0;
  for (const sum of sums) {
    const far = alternative === "two-sided"
      ? Math.abs(sum) >= Math.abs(observed) - slack
      : alternative === "greater"
      ? sum >= observed - slack
      : sum <= observed + slack;
    if (far) extreme++;
  }
  const z = variance > 0 ? observed / Math.sqrt(variance) : 0;
  return {
    statistic: observed / weight,
    standardDeviation: Math.sqrt(variance) / weight,
    z,
    normalPValue: 2 * normalTail(Math.abs(z)),
    pValue: method === "exact" ? extreme / sums.length : (extreme + 1) / (sums.length + 1),
    method,
    assignments: sums.length,
    extreme,
    strata: informative.length,
    n: units,
    leftOut: uninformative,
    distribution: sums.map((sum) => sum / weight),
  };
}
