import defer * as matrices from "ml-matrix";
import { requireOneOf } from "../check/mod.ts";
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
 * Bell and McCaffrey (2002); Pustejovsky and Tipton (2018); MacKinnon, Nielsen and Webb (2023). Cost: CR1
 * O(n k); CR2 adds O(m³) a cluster of m units and O(G² k) a coefficient; CR3 adds O(n k² + G k³).
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
  const adjusted = kind === "CR2" ? members.map((rows) => adjust(fit, rows)) : undefined;
  const factor = kind === "CR1"
    ? groups / (groups - 1) * (fit.n - 1) / (fit.n - k)
    : kind === "CR3"
    ? (groups - 1) / groups
    : 1;
  for (const [g, rows] of members.entries()) {
    const score = kind === "CR3" ? jackknifeScore(fit, rows) : new Float64Array(k);
    for (const [position, i] of kind === "CR3" ? [] : rows.entries()) {
      const root = fit.weights ? Math.sqrt(fit.weights[i]!) : 1;
      for (let a = 0; a < k; a++) {
        // CR2's adjustment matrix is symmetric, so it may stand on the basis's side.
        const q = adjusted ? adjusted[g]![a]![position]! : root * fit.basis[a]![i]!;
        score[a] = score[a]! + q * fit.residuals[i]!;
      }
    }
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) meat[a]![b] = meat[a]![b]! + factor * score[a]! * score[b]!;
    }
  }
  return {
    covariance: sandwich(fit.inverseTriangle, meat),
    degreesOfFreedom(name: string): number {
      const index = coefficientIndex(fit, name);
      return adjusted ? satterthwaite(fit, members, adjusted, index) : groups - 1;
    },
    clusters: groups,
  };
}

/**
 * The columns of A W^½ Q for one cluster, where A is the inverse square root of the residuals' variance
 * under the working model: V = I − H − H' + (H H') restricted to the cluster, H the hat matrix. Directions
 * in which V is 0 (a cluster's own fixed effect) get 0.
 */
function adjust(fit: LeastSquaresFit, rows: readonly number[]): Float64Array[] {
  const { basis } = fit;
  const m = rows.length;
  const k = basis.length;
  const cross = fit.weights ? weightedCross(fit) : undefined;
  // Row by row, because the sums below run along a unit's row.
  const lower = new Float64Array(m * k);
  const upper = new Float64Array(m * k);
  for (const [p, i] of rows.entries()) {
    const root = fit.weights ? Math.sqrt(fit.weights[i]!) : 1;
    for (let a = 0; a < k; a++) {
      lower[p * k + a] = basis[a]![i]! / root;
      upper[p * k + a] = basis[a]![i]! * root;
    }
  }
  const variance = matrices.Matrix.eye(m, m);
  const through = new Float64Array(k);
  for (let p = 0; p < m; p++) {
    const own = lower.subarray(p * k, p * k + k);
    // (H H')_pq = own' C lower_q with C = Q'WQ; unweighted, C is the identity and two terms cancel.
    for (let a = 0; a < k; a++) through[a] = cross ? dot(cross[a]!, own) : own[a]!;
    const scaled = upper.subarray(p * k, p * k + k);
    for (let q = 0; q <= p; q++) {
      let sum = p === q ? 1 : 0;
      const at = q * k;
      for (let a = 0; a < k; a++) {
        sum += (through[a]! - scaled[a]!) * lower[at + a]! - own[a]! * upper[at + a]!;
      }
      variance.set(p, q, sum);
      variance.set(q, p, sum);
    }
  }
  return inverseRootTimes(variance, upper, k);
}

/** V^(−½) U by columns, for a symmetric V and a U held by rows; directions in which V is 0 give 0. */
function inverseRootTimes(
  variance: matrices.Matrix,
  rows: Float64Array,
  k: number,
): Float64Array[] {
  const m = variance.rows;
  const { realEigenvalues, eigenvectorMatrix } = new matrices.EigenvalueDecomposition(variance, {
    assumeSymmetric: true,
  });
  const result = Array.from({ length: k }, () => new Float64Array(m));
  const projected = new Float64Array(k);
  for (const [e, value] of realEigenvalues.entries()) {
    if (value < 1e-10) continue;
    const vector = eigenvectorMatrix.getColumn(e);
    projected.fill(0);
    for (let p = 0; p < m; p++) {
      const v = vector[p]!;
      for (let a = 0; a < k; a++) projected[a] = projected[a]! + v * rows[p * k + a]!;
    }
    const scale = 1 / Math.sqrt(value);
    for (let a = 0; a < k; a++) {
      const factor = scale * projected[a]!;
      const column = result[a]!;
      for (let p = 0; p < m; p++) column[p] = column[p]! + factor * vector[p]!;
    }
  }
  return result;
}

/** Q'WQ, the identity when there are no weights. Kept with the fit that it belongs to. */
const crossProducts = new WeakMap<LeastSquaresFit, Float64Array[]>();

function weightedCross(fit: LeastSquaresFit): Float64Array[] {
  const known = crossProducts.get(fit);
  if (known) return known;
  const cross = fit.basis.map((q) =>
    Float64Array.from(fit.basis, (other) => {
      let sum = 0;
      for (let i = 0; i < fit.n; i++) {
        sum += q[i]! * other[i]! * (fit.weights ? fit.weights[i]! : 1);
      }
      return sum;
    })
  );
  crossProducts.set(fit, cross);
  return cross;
}

function combine(row: Float64Array, columns: readonly Float64Array[], m: number): Float64Array {
  const sum = new Float64Array(m);
  for (const [a, column] of columns.entries()) {
    for (let p = 0; p < m; p++) sum[p] = sum[p]! + row[a]! * column[p]!;
  }
  return sum;
}

/**
 * Degrees of freedom that match the variance estimate's first two moments under the working model:
 * (Σ p_g'p_g)² / ΣΣ (p_g'p_h)², p_g being the weights on the errors that cluster g contributes to one
 * coefficient's estimate.
 */
function satterthwaite(
  fit: LeastSquaresFit,
  members: readonly (readonly number[])[],
  adjusted: readonly (readonly Float64Array[])[],
  index: number,
): number {
  const k = fit.basis.length;
  const cross = fit.weights ? weightedCross(fit) : undefined;
  const row = fit.inverseTriangle[index]!;
  const own: number[] = [];
  const lower: Float64Array[] = [];
  const upper: Float64Array[] = [];
  const through: Float64Array[] = [];
  for (const [g, rows] of members.entries()) {
    const v = combine(row, adjusted[g]!, rows.length);
    const a = new Float64Array(k);
    const b = new Float64Array(k);
    let square = 0;
    for (const [p, i] of rows.entries()) {
      const value = v[p]!;
      square += value * value;
      const root = fit.weights ? Math.sqrt(fit.weights[i]!) : 1;
      for (let j = 0; j < k; j++) {
        const q = fit.basis[j]![i]!;
        a[j] = a[j]! + q / root * value;
        b[j] = b[j]! + q * root * value;
      }
    }
    own.push(square);
    lower.push(a);
    upper.push(b);
    through.push(cross ? Float64Array.from(cross, (c) => dot(c, a)) : a);
  }
  let trace = 0;
  let squares = 0;
  for (let g = 0; g < members.length; g++) {
    for (let h = 0; h <= g; h++) {
      const product = (g === h ? own[g]! : 0) - dot(lower[g]!, upper[h]!) -
        dot(lower[h]!, upper[g]!) + dot(lower[g]!, through[h]!);
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
