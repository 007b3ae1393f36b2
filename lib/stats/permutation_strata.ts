import { type Column, requireColumn, requireLabels, requireTreatment } from "./column.ts";

/** The part of a permutation test's data that one stratum holds. */
export interface Stratum {
  /** The stratum's label. */
  readonly label: string;
  /** Outcomes minus the stratum's mean. */
  readonly centered: Float64Array;
  /** Number of treated units. */
  readonly treated: number;
  /** Sum of the treated units' centered outcomes, as observed. */
  readonly observed: number;
}

/** Strata that can inform a within-stratum comparison, and the labels of those that can't. */
export interface StrataSplit {
  /** Strata with both treated units and controls. */
  readonly informative: readonly Stratum[];
  /** Labels of strata with only one kind of unit, a stratum of one unit among them. */
  readonly uninformative: readonly string[];
}

/**
 * Split units into strata. The statistic needs only each stratum's centered outcomes: with weights
 * w = n₁n₀/n, the sum of w times the difference of means is the sum of the treated units' centered outcomes.
 */
export function splitStrata(
  outcome: Column,
  treated: Column,
  strata?: ArrayLike<string>,
): StrataSplit {
  const task = "permute treatment";
  const n = requireColumn(task, "outcome", outcome).length;
  requireTreatment(task, "treated", treated, n);
  if (strata !== undefined) requireLabels(task, "strata", strata, n);
  const members = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    const label = strata ? strata[i]! : "all units";
    const rows = members.get(label);
    if (rows) rows.push(i);
    else members.set(label, [i]);
  }
  const informative: Stratum[] = [];
  const uninformative: string[] = [];
  for (const [label, rows] of members) {
    const count = rows.reduce((sum, i) => sum + treated[i]!, 0);
    if (count === 0 || count === rows.length) {
      uninformative.push(label);
      continue;
    }
    const mean = rows.reduce((sum, i) => sum + outcome[i]!, 0) / rows.length;
    const centered = Float64Array.from(rows, (i) => outcome[i]! - mean);
    const observed = rows.reduce((sum, i, p) => sum + treated[i]! * centered[p]!, 0);
    informative.push({ label, centered, treated: count, observed });
  }
  return { informative, uninformative };
}

/**
 * Sum of n₁n₀/n over strata (the statistic's denominator) and the exact variance of its numerator over
 * all permutations within strata: the sum of n₁n₀/n times the stratum's outcome variance.
 */
export function permutationMoments(
  strata: readonly Stratum[],
): { readonly weight: number; readonly variance: number } {
  let weight = 0;
  let variance = 0;
  for (const { centered, treated } of strata) {
    const n = centered.length;
    const w = treated * (n - treated) / n;
    let squares = 0;
    for (const value of centered) squares += value * value;
    weight += w;
    variance += w * squares / (n - 1);
  }
  return { weight, variance };
}

/** Number of ways to choose which units are treated, within strata; Infinity when beyond a double. */
export function permutationCount(strata: readonly Stratum[]): number {
  let count = 1;
  for (const { centered, treated } of strata) {
    const n = centered.length;
    let ways = 1;
    for (let i = 1; i <= Math.min(treated, n - treated); i++) ways = ways * (n - i + 1) / i;
    count *= Math.round(ways);
  }
  return count;
}
