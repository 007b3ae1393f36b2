import {
  requireCount,
  requireNumber,
  requireOptions,
  requireProper,
  requireText,
} from "../check/mod.ts";
import { requireFit } from "./column.ts";
import { studentQuantile, studentTail } from "./distribution.ts";
import type { Estimate } from "./estimate.ts";
import type { LeastSquaresFit } from "./least_squares.ts";

const TASK = "measure an outlier";

/**
 * Externally studentized residuals: each unit's residual over its standard error as estimated without
 * that unit. Under the model each follows t with one degree of freedom fewer than the fit.
 *
 * @throws {RangeError} if a unit has leverage 1 (the fit without it does not exist), or the fit is perfect
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { leastSquares, studentizedResiduals } from "tallybook/stats";
 *
 * // 7 is 5 above the mean of 1, 2, 3, whose deviation is 1: 5 / sqrt(1 + 1/3).
 * const fit = leastSquares({ outcome: [1, 2, 3, 7], terms: [] });
 * assertAlmostEquals(studentizedResiduals(fit)[3]!, 5 / Math.sqrt(4 / 3), 1e-12);
 * ```
 */
export function studentizedResiduals(fit: LeastSquaresFit): Float64Array {
  refusePerfect(requireFit(TASK, fit));
  const rss = fit.sigma ** 2 * fit.degreesOfFreedom;
  return fit.residuals.map((residual, i) => {
    const left = 1 - fit.leverage[i]!;
    if (left < 1e-10) throw fullLeverage(i);
    const scaled = residual * Math.sqrt(fit.weights ? fit.weights[i]! : 1);
    const variance = (rss - scaled ** 2 / left) / (fit.degreesOfFreedom - 1);
    return scaled / Math.sqrt(variance * left);
  });
}

/**
 * Two-sided p-value of one studentized residual, multiplied by the number of units looked at (Bonferroni)
 * because the largest one was picked after looking.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { leastSquares, outlierPValue } from "tallybook/stats";
 *
 * // A residual of 0 is no outlier: 1 after any number of looks.
 * assertEquals(outlierPValue(leastSquares({ outcome: [1, 2, 3, 7], terms: [] }), 0), 1);
 * ```
 */
export function outlierPValue(fit: LeastSquaresFit, studentized: number): number {
  requireFit(TASK, fit);
  requireNumber(TASK, "studentized", studentized);
  requireDegrees(fit);
  return Math.min(1, 2 * fit.n * studentTail(Math.abs(studentized), fit.degreesOfFreedom - 1));
}

/** Residuals that are all 0, up to rounding, have no standard error to be measured in. */
function refusePerfect(fit: LeastSquaresFit): void {
  const largest = fit.fitted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  requireDegrees(fit);
  if (fit.sigma > 1e-13 * largest) return;
  throw new RangeError(
    `Cannot ${TASK}: residual deviation: found ${fit.sigma}, expected more than 0 (the fit is perfect)`,
  );
}

function requireDegrees(fit: LeastSquaresFit): void {
  requireNumber(TASK, "degrees of freedom", fit.degreesOfFreedom, { minimum: 2 });
}

function fullLeverage(row: number): RangeError {
  return new RangeError(
    `Cannot ${TASK}: unit at row ${row}: found leverage 1, expected less (no fit without it exists)`,
  );
}

/** What the other units predict for one unit. */
export interface LeftOutPrediction extends Estimate {
  /** What was observed. */
  readonly observed: number;
  /** Observed minus predicted. */
  readonly excess: number;
}

/**
 * What the fit without unit `row` predicts for it, with a prediction interval (which covers a new unit,
 * not only the mean). Computed from the full fit by the deletion formulas, without fitting again:
 * prediction = y − e/(1 − h), variance = s² without the unit × (1/w + h/(w(1 − h))).
 *
 * @throws {RangeError} if the row is not one of the fit's, or has leverage 1
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { leastSquares, leftOutPrediction } from "tallybook/stats";
 *
 * // Without the 100, the mean is 2.
 * const fit = leastSquares({ outcome: [1, 2, 3, 100], terms: [] });
 * assertAlmostEquals(leftOutPrediction(fit, 3).point, 2, 1e-12);
 * ```
 */
export function leftOutPrediction(
  fit: LeastSquaresFit,
  row: number,
  options: { readonly level?: number; readonly estimand?: string } = {},
): LeftOutPrediction {
  requireFit(TASK, fit);
  requireOptions(TASK, options, ["level", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const level = requireProper(TASK, 'option "level"', options.level ?? 0.95);
  requireCount(TASK, "row", row, { maximum: fit.n - 1 });
  requireDegrees(fit);
  const h = fit.leverage[row]!;
  if (h > 1 - 1e-10) throw fullLeverage(row);
  const weight = fit.weights ? fit.weights[row]! : 1;
  const residual = fit.residuals[row]!;
  const observed = fit.fitted[row]! + residual;
  const excess = residual / (1 - h);
  const degrees = fit.degreesOfFreedom - 1;
  const rss = Math.max(
    0,
    fit.sigma ** 2 * fit.degreesOfFreedom - weight * residual ** 2 / (1 - h),
  );
  const spread = Math.sqrt(rss / degrees / weight / (1 - h));
  const half = studentQuantile(0.5 + level / 2, degrees) * spread;
  const point = observed - excess;
  return {
    estimand: options.estimand ?? "The unit's outcome as the other units predict it",
    point,
    lower: point - half,
    upper: point + half,
    level,
    method: "Least squares without the unit, prediction interval",
    assumptions: ["The unit follows the others' line", "Errors are normal with one variance"],
    n: fit.n - 1,
    observed,
    excess,
  };
}
