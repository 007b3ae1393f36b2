import { requireOptions } from "../check/mod.ts";
import { type Column, requireColumn, requireTreatment } from "./column.ts";
import { type LogisticFit, logisticRegression } from "./logistic_regression.ts";
import type { Term } from "./term.ts";

/** How far apart the two groups are on one covariate, before and after weighting. */
export interface Balance {
  /** The covariate's column. */
  readonly name: string;
  /** Treated mean minus control mean, unweighted. */
  readonly before: number;
  /** The same with overlap weights. */
  readonly after: number;
  /** `before` over the pooled standard deviation. */
  readonly standardizedBefore: number;
  /** `after` over the same standard deviation. */
  readonly standardizedAfter: number;
}

/** Overlap weights and what they rest on. */
export interface OverlapWeights {
  /** A weight a unit: 1 − e for the treated, e for controls. */
  readonly weights: Float64Array;
  /** The propensity e of each unit: its fitted probability of treatment. */
  readonly propensity: Float64Array;
  /** The fitted propensity model. */
  readonly model: LogisticFit;
  /** Balance on every column of the model; exact after weighting, by construction. */
  readonly balance: readonly Balance[];
  /** Kish's effective sample size of the treated: (Σw)² / Σw². */
  readonly effectiveTreated: number;
  /** The same for the controls. */
  readonly effectiveControls: number;
  /** Weighted difference of an outcome, treated minus controls. */
  difference(outcome: Column): number;
}

/**
 * Overlap weights: compare treated and untreated units where both kinds are plausible, instead of
 * extrapolating to units that could only have been one. The estimand is the average effect in the overlap
 * population. With a logistic propensity, weighted means of the model's covariates agree exactly.
 * Li, Morgan and Zaslavsky (2018).
 *
 * @throws {RangeError} if treatment is not 0 or 1, or covariates predict it perfectly (no overlap)
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { numeric, overlapWeights } from "tallybook/stats";
 *
 * const size = [1, 2, 3, 4, 5, 6];
 * const found = overlapWeights({ treated: [0, 0, 1, 0, 1, 1], terms: [numeric("size", size)] });
 * assertAlmostEquals(found.difference(size), 0, 1e-9);
 * ```
 */
export function overlapWeights(
  problem: { readonly treated: Column; readonly terms: readonly Term[] },
): OverlapWeights {
  requireOptions("weight by overlap", problem, ["treated", "terms"]);
  const { treated, terms } = problem;
  const task = "weight by overlap";
  requireTreatment(task, "treated", treated);
  const model = logisticRegression({ successes: treated, terms });
  const propensity = model.probabilities;
  const weights = propensity.map((e, i) => (treated[i] === 1 ? 1 - e : e));
  const equal = new Float64Array(model.n).fill(1);
  const balance = model.names.slice(1).map((name) => {
    const column = model.design.columns[model.design.names.indexOf(name)]!;
    const before = meanDifference(column, treated, equal);
    const after = meanDifference(column, treated, weights);
    const pooled = Math.sqrt((variance(column, treated, 1) + variance(column, treated, 0)) / 2);
    return {
      name,
      before,
      after,
      standardizedBefore: before / pooled,
      standardizedAfter: after / pooled,
    };
  });
  return {
    weights,
    propensity,
    model,
    balance,
    effectiveTreated: effectiveSize(weights, treated, 1),
    effectiveControls: effectiveSize(weights, treated, 0),
    difference(outcome: Column): number {
      requireColumn(task, "outcome", outcome, model.n);
      return meanDifference(outcome, treated, weights);
    },
  };
}

/** Weighted mean where treated is 1, minus that where it is 0. */
function meanDifference(values: Column, treated: Column, weights: Float64Array): number {
  const sums = [0, 0];
  const totals = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const group = treated[i]!;
    sums[group] = sums[group]! + weights[i]! * values[i]!;
    totals[group] = totals[group]! + weights[i]!;
  }
  return sums[1]! / totals[1]! - sums[0]! / totals[0]!;
}

function variance(values: Column, treated: Column, group: 0 | 1): number {
  const own = Array.from(values).filter((_, i) => treated[i] === group);
  const mean = own.reduce((a, b) => a + b, 0) / own.length;
  return own.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(own.length - 1, 1);
}

function effectiveSize(weights: Float64Array, treated: Column, group: 0 | 1): number {
  let total = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    if (treated[i] !== group) continue;
    total += weights[i]!;
    squares += weights[i]! ** 2;
  }
  return total * total / squares;
}
