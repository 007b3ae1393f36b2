import { requireOptions, requireProper, requireText } from "../check/mod.ts";
import type { Margins } from "./bounds.ts";
import { studentQuantile } from "./distribution.ts";
import { ecologicalPlaces } from "./ecological_places.ts";
import type { Estimate } from "./estimate.ts";
import { leastSquares } from "./least_squares.ts";
import { robustCovariance } from "./robust_covariance.ts";
import { numeric } from "./term.ts";

const TASK = "regress over places";

/**
 * Goodman's ecological regression: the share of the first kind that is also of the second, from places where
 * only the two counts are known. The second's share is regressed on the first's, weighted by size; the line's
 * height where everybody is of the first kind is the estimate, with HC1 errors. Goodman (1953).
 *
 * Nothing keeps the estimate between 0 and 1 or within the bounds of `duncanDavisBounds`: an estimate outside
 * says that the model is wrong. It is right only where the share does not vary with the place's make-up.
 *
 * @param units Places with their two counts; those without anybody are left out.
 * @throws {RangeError} if a count is not possible, or fewer than 3 places have different make-ups
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { ecologicalRegression } from "tallybook/stats";
 *
 * // 90 percent of the first kind and 20 percent of the others, in every place.
 * const found = ecologicalRegression([10, 30, 60, 80].map((first) => ({
 *   first: 10 * first, second: 9 * first + 2 * (100 - first), total: 1000,
 * })));
 * assertAlmostEquals(found.point, 0.9, 1e-12);
 * ```
 */
export function ecologicalRegression(
  units: readonly Margins[],
  options: { readonly level?: number; readonly estimand?: string } = {},
): Estimate {
  requireOptions(TASK, options, ["level", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const level = requireProper(TASK, 'option "level"', options.level ?? 0.95);
  const places = ecologicalPlaces(TASK, units);
  const fit = leastSquares({
    outcome: places.map(({ share }) => share),
    terms: [numeric("first", places.map(({ make }) => make))],
    weights: places.map(({ total }) => total),
  });
  const covariance = robustCovariance(fit, "HC1");
  const point = fit.coefficients[0]! + fit.coefficients[1]!;
  const variance = covariance[0]![0]! + 2 * covariance[0]![1]! + covariance[1]![1]!;
  const half = studentQuantile(0.5 + level / 2, fit.degreesOfFreedom) * Math.sqrt(variance);
  return {
    estimand: options.estimand ?? "Share of the first kind that is also of the second",
    point,
    lower: point - half,
    upper: point + half,
    level,
    method: "Goodman's regression, weighted by size, HC1",
    assumptions: ["The share is the same, on average, whatever a place's make-up"],
    n: places.length,
  };
}
