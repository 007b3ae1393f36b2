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
  const b = Float64Array.from(coefficients);
  const r = new Float64Array(rows);
  const sum = new DoubleDouble();
  for (let round = 0; round < rounds; round++) {
    const f = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      sum.set(target[i]!);
      sum.add(-r[i]!);
      for (let j = 0; j < columns.length; j++) sum.addProduct(-columns[j]![i]!, b[j]!);
      f[i] = sum.value;
    }
    const g = columns.map((column) => {
      sum.set(0);
      for (let i = 0; i < rows; i++) sum.addProduct(-column[i]!, r[i]!);
      return sum.value;
    });
    // With X = QR: step for b is R⁻¹(Q'f − h) and for r is f − Q(Q'f − h), where R'h = g.
    const h = forwardSubstitute(triangle, g);
    const d = basis.map((q, j) => q.reduce((dot, value, i) => dot + value * f[i]!, 0) - h[j]!);
    const step = backSubstitute(triangle, d);
    let settled = true;
    for (let j = 0; j < b.length; j++) {
      if (Math.abs(step[j]!) > Number.EPSILON * Math.abs(b[j]!)) settled = false;
      b[j] = b[j]! + step[j]!;
    }
    for (const [j, q] of basis.entries()) {
      for (let i = 0; i < rows; i++) f[i] = f[i]! - q[i]! * d[j]!;
    }
    for (let i = 0; i < rows; i++) r[i] = r[i]! + f[i]!;
    if (settled) break;
  }
  return { coefficients: b, residuals: r };
}

/** Solve R' h = g for an upper triangular R held by columns. */
function forwardSubstitute(triangle: readonly Float64Array[], g: readonly number[]): Float64Array {
  const h = Float64Array.from(g);
  for (const [j, column] of triangle.entries()) {
    let value = h[j]!;
    for (let i = 0; i < j; i++) value -= column[i]! * h[i]!;
    h[j] = value / column[j]!;
  }
  return h;
}

/** A running sum in two doubles, with Dekker's exact product (there is no fused multiply-add to call). */
class DoubleDouble {
  #high = 0;
  #low = 0;

  set(value: number): void {
    this.#high = value;
    this.#low = 0;
  }

  get value(): number {
    return this.#high + this.#low;
  }

  add(value: number): void {
    const sum = this.#high + value;
    const part = sum - this.#high;
    this.#low += (this.#high - (sum - part)) + (value - part);
    this.#high = sum;
  }

  addProduct(a: number, b: number): void {
    const product = a * b;
    const a1 = upperHalf(a);
    const b1 = upperHalf(b);
    const a2 = a - a1;
    const b2 = b - b1;
    this.add(product);
    this.#low += ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2;
  }
}

/** The leading 26 bits of a double. */
function upperHalf(value: number): number {
  const shifted = 134217729 * value; // 2^27 + 1
  return shifted - (shifted - value);
}
