/** A column that is a linear combination of columns before it, and so has no coefficient of its own. */
export interface DroppedColumn {
  /** The column's name. */
  readonly name: string;
  /** Why: the columns it is a combination of. */
  readonly combinationOf: readonly string[];
}

/** The thin factorization X = Q R of a matrix's independent columns. */
export interface OrthogonalFactors {
  /** Number of rows of X. */
  readonly rows: number;
  /** Positions, in X, of the columns kept. */
  readonly kept: readonly number[];
  /** Orthonormal columns, one a column kept. */
  readonly basis: readonly Float64Array[];
  /** R, upper triangular: `triangle[j]` is its column j, of length j + 1. */
  readonly triangle: readonly Float64Array[];
  /** The columns left out, in order. */
  readonly dropped: readonly DroppedColumn[];
}

/**
 * Householder QR that keeps the columns' order and leaves out each column that is a combination of those
 * before it.
 *
 * Why not a package: the linear-algebra packages at hand either do not pivot, so that a collinear column
 * gives infinite coefficients, or pivot by norm, so that which column is left out depends on its unit.
 * Keeping the order makes the answer predictable ("the later one goes") and lets the message name it.
 *
 * `tolerance` is the length that a column must have left, relative to its own, once its projection on the
 * columns before it is taken away: 1e-11 lets NIST's Filip polynomial of degree 10 pass (its last column
 * has 4e-10 left) and stops a sum of other columns (which has about 1e-15 left).
 *
 * Golub and Van Loan, Matrix Computations, algorithm 5.2.1. Cost: O(n k²).
 */
export function orthogonalize(
  columns: readonly Float64Array[],
  names: readonly string[],
  tolerance = 1e-11,
): OrthogonalFactors {
  const rows = columns[0]?.length ?? 0;
  const reflectors: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  const kept: number[] = [];
  const dropped: DroppedColumn[] = [];
  const works = columns.map((column) => column.slice());
  for (const [position, work] of works.entries()) {
    const whole = norm(columns[position]!, 0);
    const rank = reflectors.length;
    const left = rank < rows ? norm(work, rank) : 0;
    if (left <= tolerance * whole) {
      const combination = backSubstitute(triangle, work.subarray(0, rank));
      const size = combination.map((value, j) => Math.abs(value) * norm(columns[kept[j]!]!, 0));
      const combinationOf = kept.filter((_, j) => size[j]! > 1e-9 * whole).map((k) => names[k]!);
      dropped.push({ name: names[position]!, combinationOf });
      continue;
    }
    // The reflector sends the rest of the column to ∓left on its first axis; the sign avoids cancellation.
    const alpha = work[rank]! > 0 ? -left : left;
    const reflector = work.slice(rank);
    reflector[0] = reflector[0]! - alpha;
    const length = norm(reflector, 0);
    for (let i = 0; i < reflector.length; i++) reflector[i] = reflector[i]! / length;
    reflectors.push(reflector);
    const r = work.slice(0, rank + 1);
    r[rank] = alpha;
    triangle.push(r);
    kept.push(position);
    reflectAll(reflector, rank, works.slice(position + 1));
  }
  const basis = kept.map((_, j) => {
    const unit = new Float64Array(rows);
    unit[j] = 1;
    return unit;
  });
  // A reflector leaves the first rows as they are, and so each unit before its own.
  for (let i = reflectors.length - 1; i >= 0; i--) reflectAll(reflectors[i]!, i, basis.slice(i));
  return { rows, kept, basis, triangle, dropped };
}

/** Solve R x = b for an upper triangular R held by columns. */
export function backSubstitute(
  triangle: readonly Float64Array[],
  b: ArrayLike<number>,
): Float64Array {
  const x = Float64Array.from(b);
  for (let j = triangle.length - 1; j >= 0; j--) {
    const column = triangle[j]!;
    const value = x[j]! / column[j]!;
    x[j] = value;
    for (let i = 0; i < j; i++) x[i] = x[i]! - value * column[i]!;
  }
  return x;
}

/** The rows of R⁻¹, each of full length: row j maps scores on the basis to coefficient j. */
export function inverseRows(triangle: readonly Float64Array[]): Float64Array[] {
  const size = triangle.length;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    const column = backSubstitute(triangle, unit);
    for (let i = 0; i <= j; i++) rows[i]![j] = column[i]!;
  }
  return rows;
}

/** Scaled, so that a column of huge or tiny values neither overflows nor underflows. */
function norm(values: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < values.length; i++) {
    const scaled = values[i]! / largest;
    sum += scaled * scaled;
  }
  return largest * Math.sqrt(sum);
}

/** Reflects vectors, four at a time: a sum waits for itself, and four need not wait for each other. */
function reflectAll(
  reflector: Float64Array,
  offset: number,
  targets: readonly Float64Array[],
): void {
  const n = reflector.length;
  let j = 0;
  for (; j + 4 <= targets.length; j += 4) {
    const [a, b, c, d] = [targets[j]!, targets[j + 1]!, targets[j + 2]!, targets[j + 3]!];
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const value = reflector[i]!;
      p += value * a[offset + i]!;
      q += value * b[offset + i]!;
      r += value * c[offset + i]!;
      s += value * d[offset + i]!;
    }
    p *= 2, q *= 2, r *= 2, s *= 2;
    for (let i = 0; i < n; i++) {
      const value = reflector[i]!;
      a[offset + i] = a[offset + i]! - p * value;
      b[offset + i] = b[offset + i]! - q * value;
      c[offset + i] = c[offset + i]! - r * value;
      d[offset + i] = d[offset + i]! - s * value;
    }
  }
  for (; j < targets.length; j++) reflect(reflector, offset, targets[j]!);
}

function reflect(reflector: Float64Array, offset: number, target: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < reflector.length; i++) dot += reflector[i]! * target[offset + i]!;
  dot *= 2;
  for (let i = 0; i < reflector.length; i++) {
    target[offset + i] = target[offset + i]! - dot * reflector[i]!;
  }
}
