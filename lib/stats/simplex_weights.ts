import defer * as matrices from "ml-matrix";

/**
 * The weights of at least 0, summing to 1, with which the columns' mean is nearest to a target: a
 * least-squares problem on the simplex.
 *
 * Lawson and Hanson's active set for weights of at least 0, on the columns minus the target with one more
 * row that holds 1: minimizing |Σ w (x − t)|² + (1 − Σ w)² over w ≥ 0 and dividing by Σ w solves the problem
 * on the simplex exactly, because its minimum along each ray depends on the ray's direction alone (Wolfe's
 * nearest point in a polytope). Lawson and Hanson (1974), chapter 23.
 */
export function simplexWeights(
  columns: readonly (readonly number[])[],
  target: readonly number[],
): number[] {
  const size = Math.max(
    Number.MIN_VALUE, // where all columns are the target
    ...columns.map((column) => Math.max(...column.map((v, i) => Math.abs(v - target[i]!)))),
  );
  const rows = columns.map((column) => [
    ...column.map((value, i) => (value - target[i]!) / size),
    1,
  ]);
  const goal = [...target.map(() => 0), 1];
  const weights = nonnegative(rows, goal);
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.map((weight) => weight / total);
}

function nonnegative(columns: readonly (readonly number[])[], goal: readonly number[]): number[] {
  const x = columns.map(() => 0);
  const active = new Set<number>();
  const residual = (): number[] =>
    goal.map((value, row) => columns.reduce((sum, c, j) => sum - c[row]! * x[j]!, value));
  // Each round lowers the error, so that no set of columns comes twice; the bound only stops rounding.
  for (let round = 0; round < 10 * columns.length; round++) {
    const left = residual();
    let best = -1;
    let steepest = 1e-13;
    for (const [j, column] of columns.entries()) {
      if (active.has(j)) continue;
      const slope = column.reduce((sum, value, row) => sum + value * left[row]!, 0);
      if (slope > steepest) [best, steepest] = [j, slope];
    }
    if (best < 0) break;
    active.add(best);
    for (;;) {
      const set = [...active];
      const solution = solve(set.map((j) => columns[j]!), goal);
      if (solution.every((value) => value > 0)) {
        for (const [at, j] of set.entries()) x[j] = solution[at]!;
        break;
      }
      let step = 1;
      for (const [at, j] of set.entries()) {
        if (solution[at]! <= 0) step = Math.min(step, x[j]! / (x[j]! - solution[at]!));
      }
      for (const [at, j] of set.entries()) {
        x[j] = x[j]! + step * (solution[at]! - x[j]!);
        if (x[j]! <= 1e-15) {
          x[j] = 0;
          active.delete(j);
        }
      }
      if (active.size === 0) break;
    }
  }
  return x;
}

function solve(columns: readonly (readonly number[])[], goal: readonly number[]): number[] {
  const matrix = new matrices.Matrix(columns.map((column) => [...column])).transpose();
  const tall = matrix.rows >= matrix.columns;
  const svd = new matrices.SVD(matrix, { autoTranspose: !tall });
  return svd.solve(matrices.Matrix.columnVector([...goal])).to1DArray();
}
