import { requireNumber, requireOptions, requireProper, requireRecord } from "../check/mod.ts";
import { requireFit } from "./column.ts";
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
 * significance (`valueAtAlpha`). RV = ½(√(f⁴ + 4f²) − f²) with f = |t| / √df. For significance f loses
 * f* = t* / √(df − 1); where f ≥ 1/f*, which takes few degrees of freedom, it is (f² − f*²) / (1 + f²).
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
  const task = "find a robustness value";
  requireOptions(task, options, ["alpha"]);
  const alpha = requireProper(task, 'option "alpha"', options.alpha ?? 0.05);
  requireRecord(task, "estimate", estimate);
  const t = requireNumber(task, "t", estimate.t);
  const df = requireNumber(task, "degreesOfFreedom", estimate.degreesOfFreedom, {
    above: 1,
    maximum: 1e15,
  });
  const f = Math.abs(t) / Math.sqrt(df);
  const critical = studentQuantile(1 - alpha / 2, df - 1) / Math.sqrt(df - 1);
  return {
    t,
    partialRSquared: share(f),
    value: threshold(f),
    valueAtAlpha: thresholdBeyond(f, critical),
  };
}

/** f² / (1 + f²), without overflow. */
function share(f: number): number {
  return 1 - 1 / (1 + f * f);
}

/** ½(√(f⁴ + 4f²) − f²), without the difference of two large numbers. */
function threshold(f: number): number {
  return f === 0 ? 0 : 2 / (1 + Math.sqrt(1 + 4 / f ** 2));
}

/**
 * The share of both that leaves the estimate at the edge of significance. A confounder that explains much
 * of the outcome also shrinks the standard error, so that with few degrees of freedom the worst one does
 * not explain as much of the outcome as of the treatment: where f exceeds 1/f*, the extreme case holds,
 * (f² − f*²) / (1 + f²), in which it explains the whole outcome (Cinelli and Hazlett 2020, appendix).
 */
function thresholdBeyond(f: number, critical: number): number {
  if (f <= critical) return 0;
  return critical < 1 / f
    ? threshold(f - critical)
    : (share(f) - share(critical)) / (1 - share(critical));
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
  requireFit("benchmark a confounder", fit);
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
  requireFit("find a partial R²", fit);
  const index = coefficientIndex(fit, name);
  const [b, error] = [fit.coefficients[index]!, fit.standardErrors[index]!];
  // A perfect fit: what explains anything explains all that is left.
  return error === 0 ? (b === 0 ? 0 : 1) : share(b / error / Math.sqrt(fit.degreesOfFreedom));
}
