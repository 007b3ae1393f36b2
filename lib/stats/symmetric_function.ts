/**
 * Functions of a symmetric matrix, V^-½ or V^-1, times vectors: by Householder's tridiagonal form and implicit
 * QR steps with Wilkinson's shift, whose reflections and rotations are kept and applied to a vector. The
 * eigenvectors are never written out, which would be most of the work.
 *
 * Ours because a clustered variance needs one a cluster, of 10 to 30 rows, times two vectors, and is mostly
 * this; a package gives eigenvectors.
 *
 * Golub and Van Loan, Matrix Computations, section 8.3. Cost: O(n³), O(n²) a vector. For entries near 1:
 * squares of what is below 1e-150 count as 0.
 */
export class SymmetricFunction {
  readonly #n: number;
  /** The eigenvalues. */
  readonly values: Float64Array;
  /** Beside the diagonal of the tridiagonal form. */
  readonly #beside: Float64Array;
  /** Reflectors, in the matrix's upper triangle: row k has the one of the rows after k. */
  readonly #reflectors: Float64Array;
  /** Rotations in order: the first of the two rows, cosine and sine. */
  readonly #rows: number[] = [];
  readonly #turns: number[] = [];

  /** Of a matrix of n rows, one after another in an array: its lower triangle is read, and all is kept. */
  constructor(matrix: Float64Array, n: number) {
    this.#n = n;
    this.#beside = new Float64Array(n);
    this.#reflectors = matrix;
    this.#tridiagonalize(matrix);
    this.values = new Float64Array(n);
    for (let i = 0; i < n; i++) this.values[i] = matrix[i * n + i]!;
    let last = n - 1;
    // Two or three turns a value are usual.
    for (let turn = 0; last > 0 && turn < 60 * n; turn++) {
      if (this.#parted(last - 1)) {
        last--;
        continue;
      }
      let first = last - 1;
      while (first > 0 && !this.#parted(first - 1)) first--;
      this.#step(first, last);
    }
  }

  /** The function of the matrix, given by what it makes of an eigenvalue, times a vector. */
  times(of: (value: number) => number, vector: Float64Array): Float64Array {
    const n = this.#n;
    const rows = this.#rows;
    const turns = this.#turns;
    const result = vector.slice();
    for (let k = 0; k + 2 < n; k++) this.#reflect(k, result);
    for (let t = 0; t < rows.length; t++) {
      const c = turns[2 * t]!;
      const s = turns[2 * t + 1]!;
      const i = rows[t]!;
      const p = result[i]!;
      const q = result[i + 1]!;
      result[i] = c * p + s * q;
      result[i + 1] = c * q - s * p;
    }
    for (let e = 0; e < n; e++) result[e] = of(this.values[e]!) * result[e]!;
    for (let t = rows.length - 1; t >= 0; t--) {
      const c = turns[2 * t]!;
      const s = turns[2 * t + 1]!;
      const i = rows[t]!;
      const p = result[i]!;
      const q = result[i + 1]!;
      result[i] = c * p - s * q;
      result[i + 1] = c * q + s * p;
    }
    for (let k = n - 3; k >= 0; k--) this.#reflect(k, result);
    return result;
  }

  #reflect(k: number, vector: Float64Array): void {
    const n = this.#n;
    const reflectors = this.#reflectors;
    let sum = 0;
    for (let i = k + 1, at = k * n + i; i < n; i++, at++) sum += reflectors[at]! * vector[i]!;
    sum *= 2;
    for (let i = k + 1, at = k * n + i; i < n; i++, at++) {
      vector[i] = vector[i]! - sum * reflectors[at]!;
    }
  }

  #parted(i: number): boolean {
    const size = Math.abs(this.values[i]!) + Math.abs(this.values[i + 1]!);
    return Math.abs(this.#beside[i]!) <= 1e-16 * size;
  }

  #tridiagonalize(matrix: Float64Array): void {
    const n = this.#n;
    const beside = this.#beside;
    const p = new Float64Array(n);
    const v = new Float64Array(n);
    for (let k = 0; k + 2 < n; k++) {
      let rest = 0;
      for (let i = k + 1; i < n; i++) {
        v[i] = matrix[i * n + k]!;
        if (i > k + 1) rest += v[i]! * v[i]!;
      }
      const head = v[k + 1]!;
      const length = Math.sqrt(rest + head * head);
      beside[k] = head > 0 ? -length : length;
      v[k + 1] = head - beside[k]!;
      const size = Math.sqrt(rest + v[k + 1]! * v[k + 1]!);
      // A row that is 0 already stays, and its reflector is 0.
      const scale = size === 0 ? 0 : 1 / size;
      for (let i = k + 1; i < n; i++) {
        v[i] = v[i]! * scale;
        matrix[k * n + i] = v[i]!;
      }
      p.fill(0);
      for (let i = k + 1; i < n; i++) {
        const own = v[i]!;
        let sum = 0;
        let at = i * n + k + 1;
        for (let j = k + 1; j < i; j++, at++) {
          const value = matrix[at]!;
          sum += value * v[j]!;
          p[j] = p[j]! + value * own;
        }
        p[i] = sum + matrix[at]! * own;
      }
      let along = 0;
      for (let i = k + 1; i < n; i++) along += p[i]! * v[i]!;
      for (let i = k + 1; i < n; i++) p[i] = 2 * (p[i]! - along * v[i]!);
      for (let i = k + 1; i < n; i++) {
        const a = v[i]!;
        const b = p[i]!;
        for (let j = k + 1, at = i * n + j; j <= i; j++, at++) {
          matrix[at] = matrix[at]! - a * p[j]! - b * v[j]!;
        }
      }
    }
    if (n > 1) beside[n - 2] = matrix[n * n - 2]!;
  }

  /** One implicit QR step on the rows from `first` to `last`. */
  #step(first: number, last: number): void {
    const values = this.values;
    const beside = this.#beside;
    const half = (values[last - 1]! - values[last]!) / 2;
    const end = beside[last - 1]!;
    const far = Math.sqrt(half * half + end * end);
    const shift = values[last]! - end * end / (half + (half < 0 ? -far : far));
    let x = values[first]! - shift;
    let z = beside[first]!;
    for (let k = first; k < last; k++) {
      const r = Math.sqrt(x * x + z * z);
      const c = r === 0 ? 1 : x / r;
      const s = r === 0 ? 0 : z / r;
      this.#rows.push(k);
      this.#turns.push(c, s);
      if (k > first) beside[k - 1] = r;
      const a = values[k]!;
      const b = values[k + 1]!;
      const e = beside[k]!;
      values[k] = c * c * a + 2 * c * s * e + s * s * b;
      values[k + 1] = s * s * a - 2 * c * s * e + c * c * b;
      beside[k] = c * s * (b - a) + (c * c - s * s) * e;
      if (k + 1 < last) {
        x = beside[k]!;
        z = s * beside[k + 1]!;
        beside[k + 1] = c * beside[k + 1]!;
      }
    }
  }
}

/** V^-½ as a function of eigenvalues; a direction in which V is 0 (a cluster's own effect) gives 0. */
export const inverseRoot = (value: number): number => value < NOTHING ? 0 : 1 / Math.sqrt(value);

/** V^-1 likewise. */
export const inverse = (value: number): number => value < NOTHING ? 0 : 1 / value;

const NOTHING = 1e-10;
