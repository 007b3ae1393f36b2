import { checkLevel } from "./column.ts";
import { studentQuantile, studentTail } from "./distribution.ts";
import type { Estimate } from "./estimate.ts";
import type { LeastSquaresFit } from "./least_squares.ts";

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
  refusePerfect(fit);
  const rss = fit.sigma ** 2 * fit.degreesOfFreedom;
  return fit.residuals.map((residual, i) => {
    const left = 1 - fit.leverage[i]!;
    if (left < 1e-10) {
      throw new RangeError(
        `Unit at row ${i} has leverage 1, expected less: no fit without it exists`,
      );
    }
    const scaled = residual * Math.sqrt(fit.weights ? fit.weights[i]! : 1);
    const variance = (rss - scaled ** 2 / left) / (fit.degreesOfFreedom - 1);
    return scaled / Math.sqrt(variance * left);
  });
}

/**
 * Cook's distance of each unit: how far all fitted values move when it is left out.
 *
 * @throws {RangeError} as `studentizedResiduals` does
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { cooksDistance, leastSquares } from "tallybook/stats";
 *
 * // Without the 7 the mean falls from 13/4 to 2: 4 (5/4)² over the variance 83/12.
 * const fit = leastSquares({ outcome: [1, 2, 3, 7], terms: [] });
 * assertAlmostEquals(cooksDistance(fit)[3]!, 4 * 1.25 ** 2 / (20.75 / 3), 1e-12);
 * ```
 */
export function cooksDistance(fit: LeastSquaresFit): Float64Array {
  refusePerfect(fit);
  const k = fit.names.length;
  return fit.residuals.map((residual, i) => {
    const h = fit.leverage[i]!;
    if (h > 1 - 1e-10) {
      throw new RangeError(
        `Unit at row ${i} has leverage 1, expected less: no fit without it exists`,
      );
    }
    const weight = fit.weights ? fit.weights[i]! : 1;
    return weight * residual ** 2 * h / (k * fit.sigma ** 2 * (1 - h) ** 2);
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
  return Math.min(1, 2 * fit.n * studentTail(Math.abs(studentized), fit.degreesOfFreedom - 1));
}

/** Residuals that are all 0, up to rounding, have no standard error to be measured in. */
function refusePerfect(fit: LeastSquaresFit): void {
  const largest = fit.fitted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (fit.degreesOfFreedom < 2 || fit.sigma <= 1e-13 * largest) {
    throw new RangeError(
      `Fit of ${fit.n} units has ${fit.degreesOfFreedom} degrees of freedom and residual deviation ${fit.sigma}, expected at least 2 and more than 0`,
    );
  }
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
  const { level = 0.95 } = options;
  checkLevel(level);
  if (!Number.isInteger(row) || row < 0 || row >= fit.n) {
    throw new RangeError(`Row is ${row}, expected 0 to ${fit.n - 1}`);
  }
  if (fit.degreesOfFreedom < 2) {
    throw new RangeError(`Fit has ${fit.degreesOfFreedom} degrees of freedom, expected at least 2`);
  }
  const h = fit.leverage[row]!;
  if (h > 1 - 1e-10) {
    throw new RangeError(
      `Unit at row ${row} has leverage 1, expected less: no fit without it exists`,
    );
  }
  const weight = fit.weights ? fit.weights[row]! : 1;
  const residual = fit.residuals[row]!;
  const observed = fit.fitted[row]! + residual;
  const excess = residual / (1 - h);
  const degrees = fit.degreesOfFreedom - 1;
  const rss = fit.sigma ** 2 * fit.degreesOfFreedom - weight * residual ** 2 / (1 - h);
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
