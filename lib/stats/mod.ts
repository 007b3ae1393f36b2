/**
 * Inference: regressions with robust errors, permutation, wild bootstrap, equivalence, sensitivity, digits.
 *
 * Pure functions on plain and typed arrays, for notebooks and browsers alike. Results are checked against
 * R and NIST's certified regressions; what is wrong with an input is an error that names it, never NaN.
 *
 * @module
 */
export type { Column } from "./column.ts";
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
export {
  type ClusterCovariance,
  clusterCovariance,
  type ClusterKind,
} from "./cluster_covariance.ts";
export {
  type WildClusterOptions,
  type WildClusterTest,
  wildClusterTest,
} from "./wild_cluster_test.ts";
export type { WildWeights } from "./wild_weights.ts";
export {
  type JointStatistic,
  type Specification,
  type SpecificationOptions,
  type SpecificationTest,
  specificationTest,
} from "./specification_test.ts";
export type { Coordinates } from "./distance.ts";
export { conleyCovariance } from "./conley_covariance.ts";
export { type MoranOptions, type MoransI, moransI } from "./morans_i.ts";
export {
  type CoefficientEstimate,
  coefficientEstimate,
  type CoefficientOptions,
} from "./coefficient_estimate.ts";
export {
  logistic,
  type LogisticFit,
  type LogisticProblem,
  logisticRegression,
} from "./logistic_regression.ts";
export {
  type LogisticClusterCovariance,
  logisticClusterCovariance,
} from "./logistic_covariance.ts";
export { averageMarginalEffect, type MarginalEffect } from "./marginal_effect.ts";
export { type Balance, type OverlapWeights, overlapWeights } from "./overlap_weights.ts";
export { Xoshiro128 } from "./xoshiro128.ts";
export {
  type PermutationOptions,
  type PermutationProblem,
  type PermutationTest,
  permutationTest,
} from "./permutation_test.ts";
export {
  type DosePermutationOptions,
  type DosePermutationTest,
  dosePermutationTest,
  type DoseProblem,
} from "./dose_permutation.ts";
export {
  detectableEffect,
  type EquivalenceTest,
  equivalenceTest,
  type Uncertain,
} from "./equivalence_test.ts";
export {
  type ConfounderBenchmark,
  confounderBenchmark,
  partialRSquared,
  type Robustness,
  robustnessValue,
} from "./robustness_value.ts";
export { benjaminiHochberg, holm } from "./multiplicity.ts";
export {
  type LeftOutPrediction,
  leftOutPrediction,
  outlierPValue,
  studentizedResiduals,
} from "./outlier.ts";
export { type LeftOutCount, leftOutCount } from "./left_out_count.ts";
export { type DigitTest, lastDigitTest, secondDigitLaw, secondDigitTest } from "./digit_test.ts";
export { binomialDraw, type FalseAlarmRate, falseAlarmRate } from "./clean_election.ts";
export {
  betaBinomialDraw,
  type BetaBinomialFit,
  betaBinomialFit,
  type BetaBinomialProblem,
} from "./beta_binomial/mod.ts";
export { duncanDavisBounds, frechetBounds, type Margins } from "./bounds.ts";
export { binomialBeta, type BinomialBetaOptions } from "./binomial_beta.ts";
export { type IntegerPercentages, integerPercentages } from "./integer_percentages.ts";
export { randomIntercept, type RandomInterceptFit } from "./random_intercept.ts";
export { type DensityPeak, type ResampledDensity, resampledDensity } from "./resampled_density.ts";
export { kingModel, type KingOptions } from "./king_model.ts";
export { ecologicalRegression } from "./ecological_regression.ts";
export { noncentralStudentTail } from "./noncentral_t.ts";
export { proportionInterval, type ProportionOptions } from "./proportion_interval.ts";
export {
  type SyntheticControl,
  syntheticControl,
  type SyntheticFit,
  type SyntheticProblem,
} from "./synthetic_control.ts";
