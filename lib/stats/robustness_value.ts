import { studentQuantile } from "./distribution.ts";
import { coefficientIndex, leastSquares, type LeastSquaresFit } from "./least_squares.ts";
import { numeric } from "./term.ts";

/** How strong an unobserved confounder would have to be to change a conclusion. */
export interface Robustness {
  /** The coefficient's classical t statistic. */
  readonly t: number;
  /** Share of the outcome's residual variance that the treatment explains. */
  readonly partialRSquared: number;
  /** Share of residual variance, of both treatment and outcome, that would remove the effect. */
  readonly value: number;
  /** The same to bring the interval at 1 − alpha to include 0; 0 if it already does. */
  readonly valueAtAlpha: number;
}

/**
 * Cinelli and Hazlett's robustness value (2020): a confounder that explains this share of the residual
 * variance of treatment and of outcome alike would bring the estimate to 0 (`value`), or to the edge of
 * significance (`valueAtAlpha`). RV = ½(√(f⁴ + 4f²) − f²) with f = |t| / √df; for significance f loses
 * t* / √(df − 1).
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { robustnessValue } from "tallybook/stats";
 *
 * // t = 10 on 100 degrees of freedom: f = 1, RV = (√5 − 1)/2.
 * assertAlmostEquals(robustnessValue({ t: 10, degreesOfFreedom: 100 }).value, 0.6180339887, 1e-9);
 * ```
 */
export function robustnessValue(
  estimate: { readonly t: number; readonly degreesOfFreedom: number },
  options: { readonly alpha?: number } = {},
): Robustness {
  const { alpha = 0.05 } = options;
  const { t, degreesOfFreedom: df } = estimate;
  if (!Number.isFinite(t)) throw new RangeError(`t statistic is ${t}, expected a finite number`);
  if (!(df > 1)) throw new RangeError(`Degrees of freedom are ${df}, expected more than 1`);
  const f = Math.abs(t) / Math.sqrt(df);
  const significant = f - studentQuantile(1 - alpha / 2, df - 1) / Math.sqrt(df - 1);
  return {
    t,
    partialRSquared: t * t / (t * t + df),
    value: threshold(f),
    valueAtAlpha: significant > 0 ? threshold(significant) : 0,
  };
}

function threshold(f: number): number {
  return (Math.sqrt(f ** 4 + 4 * f ** 2) - f ** 2) / 2;
}

/** How much an unobserved confounder as strong as an observed covariate could move the estimate. */
export interface ConfounderBenchmark {
  /** The covariate that sets the strength. */
  readonly covariate: string;
  /** Its partial R² with the outcome, given treatment and the other covariates. */
  readonly outcomeRSquared: number;
  /** Its partial R² with the treatment, given the other covariates. */
  readonly treatmentRSquared: number;
  /** The largest bias of such a confounder, in the outcome's unit; it may go either way. */
  readonly bias: number;
  /** The estimate after a bias of that size toward 0. */
  readonly adjusted: number;
}

/**
 * Benchmark a fit's sensitivity against one of its covariates: the largest bias of a confounder, unrelated
 * to the covariates, that explains as much of treatment and of outcome as this one does once the others
 * have explained theirs.
 *
 * Cinelli and Hazlett (2020, section 4.4). The covariate's own partial R², x of the treatment and y of the
 * outcome, are not yet the confounder's: both are relative to what the covariate itself leaves. The
 * confounder's are at most D = x / (1 − x) and Y = (1 + D) / (1 − D) · y / (1 − y), cut off at 1; the bias
 * is se · √df · √(Y D / (1 − D)). A covariate that explains half of the treatment or more sets no bound:
 * the bias is infinite.
 *
 * @throws {RangeError} if the fit has no coefficient of either name
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { confounderBenchmark, leastSquares, numeric } from "tallybook/stats";
 *
 * // Rurality is unrelated to the machines here (1, 0, 0, 1 against 0, 0, 1, 1): no bias.
 * const fit = leastSquares({
 *   outcome: [1, 3, 2, 5],
 *   terms: [numeric("machines", [0, 0, 1, 1]), numeric("rural", [1, 0, 0, 1])],
 * });
 * assertAlmostEquals(confounderBenchmark(fit, "machines", "rural").bias, 0, 1e-12);
 * ```
 */
export function confounderBenchmark(
  fit: LeastSquaresFit,
  treatment: string,
  covariate: string,
): ConfounderBenchmark {
  const at = coefficientIndex(fit, treatment);
  const outcomeRSquared = partialRSquared(fit, covariate);
  const others = fit.names.filter((name) => name !== treatment && name !== "(intercept)");
  const column = (name: string): Float64Array =>
    fit.design.columns[fit.design.names.indexOf(name)]!;
  const treatmentFit = leastSquares({
    outcome: column(treatment),
    terms: others.map((name) => numeric(name, column(name))),
    ...(fit.weights ? { weights: fit.weights } : {}),
  });
  const treatmentRSquared = partialRSquared(treatmentFit, covariate);
  const bias = fit.standardErrors[at]! * Math.sqrt(fit.degreesOfFreedom) *
    confounding(treatmentRSquared, outcomeRSquared);
  const point = fit.coefficients[at]!;
  return {
    covariate,
    outcomeRSquared,
    treatmentRSquared,
    bias,
    adjusted: Math.sign(point) * (Math.abs(point) - bias),
  };
}

/** √(Y D / (1 − D)) for a confounder as strong as a covariate of these partial R². */
function confounding(treatmentRSquared: number, outcomeRSquared: number): number {
  const ofTreatment = treatmentRSquared / (1 - treatmentRSquared);
  if (!(ofTreatment < 1)) return Infinity;
  const ofOutcome = (1 + ofTreatment) / (1 - ofTreatment) * outcomeRSquared / (1 - outcomeRSquared);
  return Math.sqrt(Math.min(1, ofOutcome) * ofTreatment / (1 - ofTreatment));
}

/**
 * Share of the outcome's variance left by the other columns that this one explains: t² / (t² + df).
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { leastSquares, numeric, partialRSquared } from "tallybook/stats";
 *
 * // With one covariate it is R² itself.
 * const fit = leastSquares({ outcome: [1, 3, 2, 5], terms: [numeric("x", [1, 2, 3, 4])] });
 * assertAlmostEquals(partialRSquared(fit, "x"), fit.rSquared, 1e-12);
 * ```
 */
export function partialRSquared(fit: LeastSquaresFit, name: string): number {
  const index = coefficientIndex(fit, name);
  const t = fit.coefficients[index]! / fit.standardErrors[index]!;
  return t * t / (t * t + fit.degreesOfFreedom);
}
