import { orthogonalize } from "./householder.ts";
import type { LeastSquaresFit } from "./least_squares.ts";
import { inverseRoot, SymmetricFunction } from "./symmetric_function.ts";

/**
 * How many times as many units as columns a cluster must have for its variance to be taken in the columns'
 * span: finding that takes time too.
 */
const MANY = 4;

/** The weights on errors that a cluster contributes to one coefficient, as products with the basis. */
export interface Contribution {
  /** Sum of the weights' squares. */
  readonly square: number;
  /** Their products with W^-½ Q and W^½ Q, a number an active column. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** What one cluster adds to a CR2 covariance. */
export interface ClusterPart {
  /** The columns of the basis that are not 0 in the cluster. */
  readonly active: Int32Array;
  /** Its corrected score, a number an active column. */
  readonly score: Float64Array;
  /** From the row of R⁻¹ that belongs to a coefficient. */
  contribution(row: Float64Array): Contribution;
}

/**
 * The part of a cluster whose units weigh the same. Residuals have the variance V = I − Q Q', and
 * V^-½ Q = Q (I − S)^-½ with S = Q'Q: no larger than the columns that are active, however many units
 * the cluster has.
 */
export function equalPart(
  fit: LeastSquaresFit,
  rows: readonly number[],
  active: Int32Array,
): ClusterPart {
  const k = active.length;
  const gram = new Float64Array(k * k);
  const raw = new Float64Array(k);
  const own = new Float64Array(k);
  for (const i of rows) {
    const residual = fit.residuals[i]!;
    for (let a = 0; a < k; a++) own[a] = fit.basis[active[a]!]![i]!;
    for (let a = 0; a < k; a++) {
      const q = own[a]!;
      raw[a] = raw[a]! + q * residual;
      for (let b = 0, at = a * k; b <= a; b++, at++) gram[at] = gram[at]! + q * own[b]!;
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) gram[b * k + a] = gram[a * k + b]!;
  const variance = new Float64Array(k * k);
  for (let at = 0; at < k * k; at++) variance[at] = -gram[at]!;
  for (let a = 0; a < k; a++) variance[a * k + a] = variance[a * k + a]! + 1;
  const root = new SymmetricFunction(variance, k);
  return {
    active,
    score: root.times(inverseRoot, raw),
    contribution(row) {
      const along = root.times(inverseRoot, pick(row, active));
      const products = times(gram, along, k);
      return { square: dot(along, products), lower: products, upper: products };
    },
  };
}

/**
 * The part of a cluster by its units: residuals have the variance V = I − L U' − U L' + L C L' with
 * L = W^-½ Q, U = W^½ Q and C = Q'WQ. V differs from I only in the span of L and U; where that is much
 * smaller than the cluster, V is taken there.
 */
export function unitPart(
  fit: LeastSquaresFit,
  rows: readonly number[],
  active: Int32Array,
  cross: readonly Float64Array[] | undefined,
): ClusterPart {
  const k = active.length;
  let m = rows.length;
  let lower: Float64Array = new Float64Array(m * k);
  let upper: Float64Array = new Float64Array(m * k);
  let residuals: Float64Array = Float64Array.from(rows, (i) => fit.residuals[i]!);
  for (const [p, i] of rows.entries()) {
    const weight = fit.weights ? Math.sqrt(fit.weights[i]!) : 1;
    for (let a = 0; a < k; a++) {
      const q = fit.basis[active[a]!]![i]!;
      lower[p * k + a] = q / weight;
      upper[p * k + a] = q * weight;
    }
  }
  if (m > MANY * k) {
    const columns = [...columnsOf(lower, m, k), ...columnsOf(upper, m, k)];
    const { basis } = orthogonalize(columns, [], 1e-14);
    const onto = (part: Float64Array, width: number): Float64Array => {
      const result = new Float64Array(basis.length * width);
      for (const [r, direction] of basis.entries()) {
        for (let p = 0; p < m; p++) {
          const share = direction[p]!;
          for (let a = 0; a < width; a++) {
            result[r * width + a] = result[r * width + a]! + share * part[p * width + a]!;
          }
        }
      }
      return result;
    };
    [lower, upper, residuals] = [onto(lower, k), onto(upper, k), onto(residuals, 1)];
    m = basis.length;
  }
  // C L' − U' by units; unweighted, C is the identity.
  const between = cross && crossOf(cross, active);
  const through = new Float64Array(m * k);
  for (let p = 0; p < m; p++) {
    const at = p * k;
    for (let a = 0; a < k; a++) through[at + a] = (between ? 0 : lower[at + a]!) - upper[at + a]!;
    if (between === undefined) continue;
    for (let b = 0; b < k; b++) {
      const own = lower[at + b]!;
      for (let a = 0; a < k; a++) through[at + a] = through[at + a]! + between[b * k + a]! * own;
    }
  }
  const variance = new Float64Array(m * m);
  for (let p = 0; p < m; p++) {
    for (let q = 0; q <= p; q++) {
      let added = p === q ? 1 : 0;
      let taken = 0;
      for (let a = 0, own = p * k, at = q * k; a < k; a++, own++, at++) {
        added += through[own]! * lower[at]!;
        taken += lower[own]! * upper[at]!;
      }
      variance[p * m + q] = added - taken;
    }
  }
  const root = new SymmetricFunction(variance, m);
  return {
    active,
    score: across(upper, root.times(inverseRoot, residuals), k),
    contribution(row) {
      const wanted = pick(row, active);
      const plain = new Float64Array(m);
      for (let p = 0, at = 0; p < m; p++) {
        let sum = 0;
        for (let a = 0; a < k; a++, at++) sum += upper[at]! * wanted[a]!;
        plain[p] = sum;
      }
      const weights = root.times(inverseRoot, plain);
      return {
        square: dot(weights, weights),
        lower: across(lower, weights, k),
        upper: across(upper, weights, k),
      };
    },
  };
}

/** The rows and columns of C that are active, one after another. */
function crossOf(cross: readonly Float64Array[], active: Int32Array): Float64Array {
  const k = active.length;
  const between = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    const row = cross[active[a]!]!;
    for (let b = 0; b < k; b++) between[a * k + b] = row[active[b]!]!;
  }
  return between;
}

/** The k columns of a matrix held by rows. */
function columnsOf(rows: Float64Array, m: number, k: number): Float64Array[] {
  const columns = Array.from({ length: k }, () => new Float64Array(m));
  for (const [a, column] of columns.entries()) {
    for (let p = 0; p < m; p++) column[p] = rows[p * k + a]!;
  }
  return columns;
}

/** A square matrix times a vector. */
function times(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n);
  for (let i = 0, at = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++, at++) sum += matrix[at]! * vector[j]!;
    result[i] = sum;
  }
  return result;
}

/** The products of each of k columns, held by rows, with a vector. */
function across(rows: Float64Array, vector: Float64Array, k: number): Float64Array {
  const result = new Float64Array(k);
  for (let p = 0, at = 0; p < vector.length; p++) {
    const share = vector[p]!;
    for (let a = 0; a < k; a++, at++) result[a] = result[a]! + share * rows[at]!;
  }
  return result;
}

function pick(values: Float64Array, positions: Int32Array): Float64Array {
  return Float64Array.from(positions, (a) => values[a]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
