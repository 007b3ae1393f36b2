export type { Estimate } from "./estimate.ts";
export * from "./distribution.ts";
export { factor, interaction, numeric, type Term } from "./term.ts";
export type { DesignMatrix } from "./design_matrix.ts";
export type { DroppedColumn } from "./householder.ts";
export {
  coefficientIndex,
  leastSquares,
  type LeastSquaresFit,
  type LeastSquaresProblem,
} from "./least_squares.ts";
export { robustCovariance, type RobustKind } from "./robust_covariance.ts";
export { type ClusterCovariance, clusterCovariance } from "./cluster_covariance.ts";
export {
  type CoefficientEstimate,
  coefficientEstimate,
  type CoefficientOptions,
} from "./coefficient_estimate.ts";
