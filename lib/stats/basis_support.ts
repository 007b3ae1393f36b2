/** The rows at which a column is not 0, or undefined where they are more than half: then all count. */
export function supportOf(column: Float64Array): Int32Array | undefined {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] !== 0) count++;
  if (2 * count > column.length) return undefined;
  const rows = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < column.length; i++) if (column[i] !== 0) rows[at++] = i;
  return rows;
}

/** The columns of a basis that are not 0 in these rows: those alone say anything of a cluster. */
export function activeColumns(
  basis: readonly Float64Array[],
  rows: readonly number[],
): Int32Array {
  const active: number[] = [];
  for (const [a, column] of basis.entries()) {
    for (const i of rows) {
      if (column[i] === 0) continue;
      active.push(a);
      break;
    }
  }
  return Int32Array.from(active);
}

/** Q' W Q: sums over units of each two columns' products, times a weight a unit. */
export function crossProducts(
  basis: readonly Float64Array[],
  weights: Float64Array,
): Float64Array[] {
  const cross = basis.map(() => new Float64Array(basis.length));
  const supports = basis.map(supportOf);
  const scaled = new Float64Array(weights.length);
  for (const [a, q] of basis.entries()) {
    for (let i = 0; i < scaled.length; i++) scaled[i] = q[i]! * weights[i]!;
    for (let b = 0; b <= a; b++) {
      const other = basis[b]!;
      const support = supports[b] ?? supports[a];
      let sum = 0;
      if (support === undefined) {
        for (let i = 0; i < scaled.length; i++) sum += scaled[i]! * other[i]!;
      } else {
        for (const i of support) sum += scaled[i]! * other[i]!;
      }
      cross[a]![b] = sum;
      cross[b]![a] = sum;
    }
  }
  return cross;
}
