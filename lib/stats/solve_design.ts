import type { DesignMatrix } from "./design_matrix.ts";
import { backSubstitute, type DroppedColumn, inverseRows, orthogonalize } from "./householder.ts";
import { dot, refineSolution } from "./refine.ts";

/** A least-squares problem solved, on the weighted scale. */
export interface SolvedDesign {
  /** Positions, in the design, of the columns kept. */
  readonly kept: readonly number[];
  /** The columns left out, in order. */
  readonly dropped: readonly DroppedColumn[];
  /** Orthonormal columns, as many as are kept, of the same span. */
  readonly basis: readonly Float64Array[];
  /** Row j maps scores on the basis to coefficient j. */
  readonly inverseTriangle: readonly Float64Array[];
  /** One a column kept. */
  readonly coefficients: Float64Array;
  /** Target minus fitted value. */
  readonly residuals: Float64Array;
}

/** Solves by Householder QR of all columns, in their order, and sharpens the solution. */
export function solveDesign(
  design: DesignMatrix,
  weighted: readonly Float64Array[],
  target: Float64Array,
): SolvedDesign {
  const factors = orthogonalize(weighted, design.names);
  const { kept, dropped, basis, triangle } = factors;
  const first = backSubstitute(triangle, basis.map((q) => dot(q, target)));
  const columns = kept.map((position) => weighted[position]!);
  return {
    kept,
    dropped,
    basis,
    inverseTriangle: inverseRows(triangle),
    ...refineSolution(factors, columns, target, first),
  };
}
