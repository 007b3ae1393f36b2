import {
  refusal,
  requireCount,
  requireInteger,
  requireOneOf,
  requireOptions,
} from "../check/mod.ts";
import { type Column, requireColumn, requireLabels, requireWeights } from "./column.ts";
import { designMatrix } from "./design_matrix.ts";
import { orthogonalize } from "./householder.ts";
import { orderings, shuffles } from "./permuted_orders.ts";
import type { Term } from "./term.ts";
import { type Groups, groupUnits, withinGroups } from "./within_groups.ts";
import { requireWork } from "./work.ts";

/** What a permutation test of a dose compares. */
export interface DoseProblem {
  /** The outcome, one value a unit. */
  readonly outcome: Column;
  /** The dose: a share of ballots on machines, or 0 and 1. */
  readonly dose: Column;
  /** A label a unit: units are compared only with units of their own group, each with its own level. */
  readonly groups: ArrayLike<string>;
  /** What is held fixed beside the groups. */
  readonly terms?: readonly Term[];
  /** Weights, all above 0. */
  readonly weights?: Column;
}

/** How the permutations are drawn. */
export interface DosePermutationOptions {
  /**
   * "residuals" deals the outcome's residuals, given groups and terms, to other units of the group
   * (Freedman and Lane 1983); "dose" deals the doses themselves (Draper and Stoneman 1966).
   * Default: "residuals".
   */
  readonly permute?: "residuals" | "dose";
  /** Which direction counts. Default: "two-sided". */
  readonly alternative?: "two-sided" | "greater" | "less";
  /** Random orders drawn where there are more than `limit`. Default: 9,999. */
  readonly draws?: number;
  /** Most orders that are listed, which makes the test exact. Default: 10,000. */
  readonly limit?: number;
  /** Seed of the draws. Default: 1. */
  readonly seed?: number;
}

/** The result of a permutation test of a dose. */
export interface DosePermutationTest {
  /** The dose's coefficient, groups and terms held fixed: the outcome's change for a dose of 1. */
  readonly coefficient: number;
  /** Partial correlation of dose and outcome: the statistic, since t is an increasing function of it. */
  readonly partialCorrelation: number;
  /** Share of orders at least as extreme. Sampled: (extreme + 1) / (draws + 1). */
  readonly pValue: number;
  /** How many orders were at least as extreme. */
  readonly extreme: number;
  /** Orders listed or drawn. */
  readonly orders: number;
  /** "exact" where every order was listed. */
  readonly method: "exact" | "sampled";
  /** Number of groups of at least two units, and of units in them. */
  readonly groups: number;
  /** Units in these groups. */
  readonly n: number;
}

const TASK = "permute a dose within groups";

/**
 * Permutation test of a dose within groups, with covariates held fixed: how often would the partial
 * correlation of dose and outcome be this large if, given groups and covariates, which unit of a group has
 * which residual were a matter of chance?
 *
 * "residuals" asks that the errors of a group's units be exchangeable (with weights: errors times √weight);
 * "dose", that the dose have been dealt out within groups without regard to the covariates. Where the two
 * p-values differ much, the errors' spread depends on the dose or on the weights, and neither is exact.
 *
 * Cost: O(orders × n × columns).
 *
 * @throws {RangeError} if the dose does not vary within groups beyond what the terms say, or the outcome is
 *   fitted perfectly without it
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dosePermutationTest } from "tallybook/stats";
 *
 * // One group of 3: last minus first is 8 as observed, and −8 in one of the 6 orders.
 * const test = dosePermutationTest({
 *   outcome: [1, 2, 9], dose: [0, 0.5, 1], groups: ["ADAMS", "ADAMS", "ADAMS"],
 * });
 * assertEquals([test.orders, test.extreme], [6, 2]);
 * ```
 */
export function dosePermutationTest(
  problem: DoseProblem,
  options: DosePermutationOptions = {},
): DosePermutationTest {
  requireOptions(TASK, options, ["permute", "alternative", "draws", "limit", "seed"]);
  const permute = requireOneOf(TASK, 'option "permute"', options.permute ?? "residuals", [
    "residuals",
    "dose",
  ]);
  const alternative = requireOneOf(
    TASK,
    'option "alternative"',
    options.alternative ?? "two-sided",
    [
      "two-sided",
      "greater",
      "less",
    ],
  );
  const draws = requireCount(TASK, 'option "draws"', options.draws ?? 9_999, {
    minimum: 1,
    maximum: 1e7,
  });
  const limit = requireCount(TASK, 'option "limit"', options.limit ?? 10_000, { maximum: 1e7 });
  const seed = requireInteger(TASK, 'option "seed"', options.seed ?? 1);
  requireOptions(TASK, problem, ["outcome", "dose", "groups", "terms", "weights"]);
  const n = requireColumn(TASK, "outcome", problem.outcome).length;
  requireColumn(TASK, "dose", problem.dose, n);
  requireLabels(TASK, "groups", problem.groups, n);
  if (problem.weights) requireWeights(TASK, "weights", problem.weights, n);

  const groups = groupUnits(problem.groups, problem.weights);
  const basis = heldFixed(n, problem.terms ?? [], groups);
  const outcome = project(withinGroups(problem.outcome, groups), basis);
  const dose = project(withinGroups(problem.dose, groups), basis);
  const varies = (name: string, left: Float64Array, whole: Column): number => {
    const rest = squares(left);
    if (rest > 1e-20 * squares(withinGroups(whole, groups))) return rest;
    throw new RangeError(refusal({
      task: TASK,
      where: name,
      found: "a column that groups and terms determine",
      expected: "one that varies within groups when the terms are held fixed",
    }));
  };
  const doseLeft = varies("dose", dose, problem.dose);
  const outcomeLeft = varies("outcome", outcome, problem.outcome);

  const fixed = permute === "residuals" ? dose : outcome;
  const fixedLeft = permute === "residuals" ? doseLeft : outcomeLeft;
  const moved = permute === "residuals" ? outcome : Float64Array.from(problem.dose);
  const scale = permute === "dose";
  const observed = dot(dose, outcome) / Math.sqrt(doseLeft * outcomeLeft);
  const slack = 1e-10;
  const listed = orderings(groups.members, limit);
  const drawn = { draws: listed ? 0 : draws, units: n, columns: basis.length + 1 };
  requireWork(TASK, drawn);
  const orders = listed ?? shuffles(groups.members, draws, seed);
  let extreme = 0;
  let count = 0;
  const values = new Float64Array(n);
  const columns = [fixed, ...basis];
  const along = new Float64Array(columns.length);
  const sizes = groups.members.map((rows) =>
    rows.reduce((sum, i) => sum + groups.root[i]! ** 2, 0)
  );
  for (const order of orders) {
    for (let i = 0; i < n; i++) values[i] = moved[order[i]!]! * (scale ? groups.root[i]! : 1);
    dots(columns, values, along);
    const left = remaining(values, groups, sizes, along);
    const statistic = left > 0 ? along[0]! / Math.sqrt(left * fixedLeft) : 0;
    const far = alternative === "two-sided"
      ? Math.abs(statistic) >= Math.abs(observed) - slack
      : alternative === "greater"
      ? statistic >= observed - slack
      : statistic <= observed + slack;
    if (far) extreme++;
    count++;
  }
  const compared = groups.members.filter((rows) => rows.length > 1);
  return {
    coefficient: dot(dose, outcome) / doseLeft,
    partialCorrelation: observed,
    pValue: listed ? extreme / count : (extreme + 1) / (count + 1),
    extreme,
    orders: count,
    method: listed ? "exact" : "sampled",
    groups: compared.length,
    n: compared.reduce((sum, rows) => sum + rows.length, 0),
  };
}

/** An orthonormal basis of the terms' columns within groups. */
function heldFixed(n: number, terms: readonly Term[], groups: Groups): readonly Float64Array[] {
  if (terms.length === 0) return [];
  const design = designMatrix(n, terms, { intercept: false });
  const columns = design.columns.map((column) => withinGroups(column, groups));
  // A column that is constant within every group has only rounding left: the groups stand for it.
  const varying = columns.map((column, j) =>
    squares(column) > 1e-20 * squares(design.columns[j]!.map((value, i) => value * groups.root[i]!))
  );
  const kept = columns.filter((_, j) => varying[j]);
  return orthogonalize(kept, design.names.filter((_, j) => varying[j])).basis;
}

function project(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(values);
  for (const q of basis) {
    const along = dot(q, left);
    for (let i = 0; i < left.length; i++) left[i] = left[i]! - along * q[i]!;
  }
  return left;
}

/**
 * Sum of squares that groups and held columns leave of values on the √weight scale.
 *
 * @param sizes The sum of each group's weights.
 * @param along The values along the fixed column, which does not count here, and along each held one.
 */
function remaining(
  values: Float64Array,
  { members, root }: Groups,
  sizes: readonly number[],
  along: Float64Array,
): number {
  let left = squares(values);
  for (let g = 0; g < members.length; g++) {
    let sum = 0;
    for (const i of members[g]!) sum += root[i]! * values[i]!;
    left -= sum * sum / sizes[g]!;
  }
  for (let j = 1; j < along.length; j++) left -= along[j]! ** 2;
  return left;
}

/** The product of each column with the values, four columns at a time: a sum waits for itself. */
function dots(columns: readonly Float64Array[], values: Float64Array, at: Float64Array): void {
  let j = 0;
  for (; j + 4 <= columns.length; j += 4) {
    const [a, b, c, d] = [columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!];
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      p += a[i]! * value;
      q += b[i]! * value;
      r += c[i]! * value;
      s += d[i]! * value;
    }
    at[j] = p;
    at[j + 1] = q;
    at[j + 2] = r;
    at[j + 3] = s;
  }
  for (; j < columns.length; j++) at[j] = dot(columns[j]!, values);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function squares(values: Float64Array): number {
  return dot(values, values);
}
