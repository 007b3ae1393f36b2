import { requireOneOf } from "../check/mod.ts";
import { activeColumns, crossProducts } from "./basis_support.ts";
import { type ClusterPart, equalPart, unitPart } from "./cluster_part.ts";
import { requireFit, requireLabels } from "./column.ts";
import { jackknifeScore } from "./jackknife_scores.ts";
import { coefficientIndex, type LeastSquaresFit } from "./least_squares.ts";
import { sandwich } from "./robust_covariance.ts";

/** The kinds of cluster-robust covariance, by how each corrects for what the fit took from a cluster. */
export const CLUSTER_KINDS = ["CR1", "CR2", "CR3"] as const;

/** One of the kinds of cluster-robust covariance. */
export type ClusterKind = typeof CLUSTER_KINDS[number];

/** A cluster-robust covariance and what belongs to it. */
export interface ClusterCovariance {
  /** Rows of the k × k covariance of the coefficients. */
  readonly covariance: readonly Float64Array[];
  /** Degrees of freedom of a coefficient's t statistic, by its name; computed when asked for. */
  degreesOfFreedom(name: string): number;
  /** Number of clusters. */
  readonly clusters: number;
}

/**
 * Covariance of a fit's coefficients when units of one cluster (a county's municipalities) share errors.
 *
 * "CR1" multiplies by G/(G−1) · (n−1)/(n−k) and has G − 1 degrees of freedom, G being the number of
 * clusters. "CR2" corrects each cluster's residuals for what the fit took from them, taking independent
 * errors of one variance as the working model, and gives each coefficient its own (Satterthwaite)
 * degrees of freedom: few where few clusters carry the contrast, however many there are. "CR3" is the
 * jackknife, (G−1)/G Σ (b − b without cluster g)², with G − 1 degrees of freedom: the most careful of the
 * three when clusters differ much in size. It is computed without fitting again.
 *
 * Bell and McCaffrey (2002); Pustejovsky and Tipton (2018); MacKinnon, Nielsen and Webb (2023). Cost, where
 * c columns of the basis are not 0 in a cluster of m units: CR1 O(n c); CR2 adds O(m c² + min(c, m)³) a
 * cluster and O(G² c) a coefficient; CR3 adds O(m c² + c³) a cluster.
 *
 * @throws {RangeError} if there are fewer than 2 clusters, not one label a unit, or no such kind
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { clusterCovariance, leastSquares } from "tallybook/stats";
 *
 * // A mean of two clusters whose residuals sum to -4 and 4: (16 + 16) / 4² = 2, times 2/1 and 3/3.
 * const fit = leastSquares({ outcome: [1, 3, 5, 7], terms: [] });
 * const { covariance } = clusterCovariance(fit, ["a", "a", "b", "b"], "CR1");
 * assertAlmostEquals(covariance[0]![0]!, 4, 1e-12);
 * ```
 */
export function clusterCovariance(
  fit: LeastSquaresFit,
  clusters: ArrayLike<string>,
  kind: ClusterKind,
): ClusterCovariance {
  requireOneOf("estimate a clustered covariance", "kind", kind, CLUSTER_KINDS);
  requireFit("estimate a clustered covariance", fit);
  const members = clusterMembers(fit.n, clusters);
  const k = fit.basis.length;
  const groups = members.length;
  const meat = Array.from({ length: k }, () => new Float64Array(k));
  const cross = kind === "CR2" && fit.weights ? crossProducts(fit.basis, fit.weights) : undefined;
  const parts = members.map((rows) => {
    const active = activeColumns(fit.basis, rows);
    if (kind === "CR2") {
      return !fit.weights && active.length <= rows.length
        ? equalPart(fit, rows, active)
        : unitPart(fit, rows, active, cross);
    }
    const score = kind === "CR3"
      ? jackknifeScore(fit, rows, active)
      : plainScore(fit, rows, active);
    return { active, score };
  });
  const factor = kind === "CR1"
    ? groups / (groups - 1) * (fit.n - 1) / (fit.n - k)
    : kind === "CR3"
    ? (groups - 1) / groups
    : 1;
  for (const { active, score } of parts) {
    for (const [i, a] of active.entries()) {
      const [row, own] = [meat[a]!, factor * score[i]!];
      for (const [j, b] of active.entries()) row[b] = row[b]! + own * score[j]!;
    }
  }
  return {
    covariance: sandwich(fit.inverseTriangle, meat),
    degreesOfFreedom(name: string): number {
      const index = coefficientIndex(fit, name);
      return kind === "CR2" ? satterthwaite(fit, parts as ClusterPart[], cross, index) : groups - 1;
    },
    clusters: groups,
  };
}

/** A cluster's sums of the basis times its residuals, on the weighted scale. */
function plainScore(
  fit: LeastSquaresFit,
  rows: readonly number[],
  active: Int32Array,
): Float64Array {
  return Float64Array.from(active, (a) => {
    const column = fit.basis[a]!;
    let sum = 0;
    for (const i of rows) {
      sum += column[i]! * fit.residuals[i]! * (fit.weights ? Math.sqrt(fit.weights[i]!) : 1);
    }
    return sum;
  });
}

/**
 * Degrees of freedom that match the variance estimate's first two moments under the working model:
 * (Σ p_g'p_g)² / ΣΣ (p_g'p_h)², p_g being the weights on the errors that cluster g contributes to one
 * coefficient's estimate.
 */
function satterthwaite(
  fit: LeastSquaresFit,
  parts: readonly ClusterPart[],
  cross: readonly Float64Array[] | undefined,
  index: number,
): number {
  const k = fit.basis.length;
  // The degrees of freedom have no unit; the traces would overflow with a coefficient's fourth power.
  const inverse = fit.inverseTriangle[index]!;
  const largest = inverse.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // A power of two takes no digit away.
  const size = 2 ** Math.round(Math.log2(largest));
  const row = inverse.map((value) => value / size);
  const contributions = parts.map((part) => part.contribution(row));
  const lower = new Float64Array(k);
  const rest = new Float64Array(k);
  let trace = 0;
  let squares = 0;
  for (
    const [h, { active, contribution: own }] of parts.map((part, h) => ({
      active: part.active,
      contribution: contributions[h]!,
    })).entries()
  ) {
    lower.fill(0);
    rest.fill(0);
    for (const [i, a] of active.entries()) {
      lower[a] = own.lower[i]!;
      rest[a] = rest[a]! - own.upper[i]!;
      if (cross === undefined) rest[a] = rest[a]! + own.lower[i]!;
      else {
        const products = cross[a]!;
        for (let b = 0; b < k; b++) rest[b] = rest[b]! + products[b]! * own.lower[i]!;
      }
    }
    // (p_g'p_h) = own − lower_g'upper_h − upper_g'lower_h + lower_g'C lower_h.
    for (let g = h; g < parts.length; g++) {
      const other = contributions[g]!;
      const columns = parts[g]!.active;
      let product = g === h ? own.square : 0;
      for (let i = 0; i < columns.length; i++) {
        const a = columns[i]!;
        product += other.lower[i]! * rest[a]! - other.upper[i]! * lower[a]!;
      }
      if (g === h) trace += product;
      squares += (g === h ? 1 : 2) * product * product;
    }
  }
  return trace * trace / squares;
}

/** The rows of each cluster, in the order in which the clusters first occur. */
export function clusterMembers(n: number, clusters: ArrayLike<string>): number[][] {
  requireLabels("estimate a clustered covariance", "clusters", clusters, n, 2);
  const members = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    const label = clusters[i]!;
    const rows = members.get(label);
    if (rows) rows.push(i);
    else members.set(label, [i]);
  }
  return [...members.values()];
}
