import { minusDot, takeProducts, takeValues } from "./double_double.ts";
import { backSubstitute, type OrthogonalFactors } from "./householder.ts";

/**
 * Sharpen a least-squares solution: find coefficients b and residuals r that satisfy r + X b = y and
 * X' r = 0 together, with both equations' errors summed in twice the working precision. Plain refinement
 * of b alone stalls when residuals are large and columns nearly collinear (NIST's Wampler5: 6 digits;
 * with this: 15). Björck (1967), "Iterative refinement of linear least squares solutions I".
 *
 * `columns` are the (weighted) columns kept, `target` the (weighted) outcome. Cost: O(n k) a round.
 */
export function refineSolution(
  factors: OrthogonalFactors,
  columns: readonly Float64Array[],
  target: Float64Array,
  coefficients: Float64Array,
  rounds = 3,
): { coefficients: Float64Array; residuals: Float64Array } {
  const { basis, triangle, rows } = factors;
  const b = coefficients.slice();
  const r = new Float64Array(rows);
  const low = new Float64Array(rows);
  const factor = new Float64Array(rows);
  for (let round = 0; round < rounds; round++) {
    const f = target.slice();
    low.fill(0);
    takeValues(f, low, r);
    for (const [j, column] of columns.entries()) takeProducts(f, low, column, factor.fill(b[j]!));
    for (let i = 0; i < rows; i++) f[i] = f[i]! + low[i]!;
    const g = columns.map((column) => minusDot(column, r));
    // With X = QR: step for b is R⁻¹(Q'f − h) and for r is f − Q(Q'f − h), where R'h = g.
    const h = forwardSubstitute(triangle, g);
    const d = basis.map((q, j) => dot(q, f) - h[j]!);
    const step = backSubstitute(triangle, d);
    const settled = addStep(b, step);
    for (const [j, q] of basis.entries()) {
      const along = d[j]!;
      for (let i = 0; i < rows; i++) f[i] = f[i]! - q[i]! * along;
    }
    for (let i = 0; i < rows; i++) r[i] = r[i]! + f[i]!;
    if (settled) break;
  }
  return { coefficients: b, residuals: r };
}

/** Adds a step to coefficients; whether it left all of them as they were, up to the last digit. */
export function addStep(coefficients: Float64Array, step: Float64Array): boolean {
  let settled = true;
  for (let j = 0; j < coefficients.length; j++) {
    if (Math.abs(step[j]!) > Number.EPSILON * Math.abs(coefficients[j]!)) settled = false;
    coefficients[j] = coefficients[j]! + step[j]!;
  }
  return settled;
}

/** The sum of products of two columns. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Solve R' h = g for an upper triangular R held by columns. */
export function forwardSubstitute(
  triangle: readonly Float64Array[],
  g: readonly number[],
): Float64Array {
  const h = Float64Array.from(g);
  for (const [j, column] of triangle.entries()) {
    let value = h[j]!;
    for (let i = 0; i < j; i++) value -= column[i]! * h[i]!;
    h[j] = value / column[j]!;
  }
  return h;
}
