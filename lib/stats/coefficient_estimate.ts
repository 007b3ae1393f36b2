import { CLUSTER_KINDS, clusterCovariance, type ClusterKind } from "./cluster_covariance.ts";
import {
  refusal,
  requireList,
  requireOneOf,
  requireOptions,
  requireProper,
  requireText,
} from "../check/mod.ts";
import { requireFit } from "./column.ts";
import { studentQuantile, studentTail } from "./distribution.ts";
import type { Estimate } from "./estimate.ts";
import { coefficientIndex, type LeastSquaresFit } from "./least_squares.ts";
import { ROBUST_KINDS, robustCovariance, type RobustKind } from "./robust_covariance.ts";

/** A regression coefficient with its uncertainty. */
export interface CoefficientEstimate extends Estimate {
  /** The coefficient's name. */
  readonly name: string;
  /** Its standard error, in its unit. */
  readonly standardError: number;
  /** Degrees of freedom of its t statistic. */
  readonly degreesOfFreedom: number;
  /** Two-sided p-value of the coefficient being 0. */
  readonly pValue: number;
}

/** Which standard error to take, and how to name what is estimated. */
export interface CoefficientOptions {
  /** "classical", HC0 to HC3, or CR1 to CR3, which need `clusters`. Default: CR2 with `clusters`, else HC3. */
  readonly errors?: "classical" | RobustKind | ClusterKind;
  /** The cluster of each unit; the standard errors named otherwise know nothing of it. */
  readonly clusters?: ArrayLike<string>;
  /** The interval's level. Default: 0.95. */
  readonly level?: number;
  /** What the coefficient is, in words with its unit. Default: names coefficient and outcome plainly. */
  readonly estimand?: string;
  /** What must be true for the coefficient to mean that, beside what the standard error assumes. */
  readonly assumptions?: readonly string[];
}

const TASK = "estimate a coefficient";

/**
 * One coefficient of a fit with standard error, interval and p-value, all from Student's t distribution
 * with the degrees of freedom that belong to the standard error: n − k for classical and HC, clusters − 1
 * for CR1 and CR3, Satterthwaite's for CR2.
 *
 * @throws {RangeError} if the fit has no such coefficient, or a clustered error is asked for without clusters
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { coefficientEstimate, leastSquares } from "tallybook/stats";
 *
 * // The mean of 1, 3, 5, 7 is 4, with classical standard error sqrt(20/3)/2.
 * const fit = leastSquares({ outcome: [1, 3, 5, 7], terms: [] });
 * const mean = coefficientEstimate(fit, "(intercept)", { errors: "classical" });
 * assertAlmostEquals(mean.standardError, Math.sqrt(20 / 3) / 2, 1e-12);
 * ```
 */
export function coefficientEstimate(
  fit: LeastSquaresFit,
  name: string,
  options: CoefficientOptions = {},
): CoefficientEstimate {
  requireOptions(TASK, options, ["errors", "clusters", "level", "estimand", "assumptions"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const given = requireList(TASK, 'option "assumptions"', options.assumptions ?? []);
  given.forEach((one, i) => requireText(TASK, `option "assumptions"[${i}]`, one));
  const errors = requireOneOf(
    TASK,
    'option "errors"',
    options.errors ?? (options.clusters ? "CR2" : "HC3"),
    [
      "classical",
      ...ROBUST_KINDS,
      ...CLUSTER_KINDS,
    ],
  );
  const level = requireProper(TASK, 'option "level"', options.level ?? 0.95);
  requireFit(TASK, fit);
  const index = coefficientIndex(fit, name);
  const { standardError, degreesOfFreedom, assumption } = uncertainty(fit, index, errors, options);
  const point = fit.coefficients[index]!;
  const half = studentQuantile(0.5 + level / 2, degreesOfFreedom) * standardError;
  return {
    name,
    estimand: options.estimand ?? `Coefficient of "${name}", in the outcome's unit`,
    point,
    lower: point - half,
    upper: point + half,
    level,
    method: `${fit.weights ? "Weighted" : "Ordinary"} least squares, ${errors} standard error`,
    assumptions: [...given, assumption],
    n: fit.n,
    standardError,
    degreesOfFreedom,
    // A perfect fit has no error: its coefficient is then certain, 0 or not.
    pValue: standardError === 0
      ? (point === 0 ? 1 : 0)
      : 2 * studentTail(Math.abs(point / standardError), degreesOfFreedom),
  };
}

function uncertainty(
  fit: LeastSquaresFit,
  index: number,
  errors: NonNullable<CoefficientOptions["errors"]>,
  options: CoefficientOptions,
): { standardError: number; degreesOfFreedom: number; assumption: string } {
  if (errors === "classical") {
    return {
      standardError: fit.standardErrors[index]!,
      degreesOfFreedom: fit.degreesOfFreedom,
      assumption: "Errors are independent with one variance",
    };
  }
  if (isClusterKind(errors)) {
    if (!options.clusters) {
      throw new RangeError(refusal({
        task: TASK,
        where: 'option "clusters"',
        found: options.clusters,
        expected: `a label a unit, for "errors" ${errors}`,
      }));
    }
    const found = clusterCovariance(fit, options.clusters, errors);
    return {
      standardError: Math.sqrt(found.covariance[index]![index]!),
      degreesOfFreedom: found.degreesOfFreedom(fit.names[index]!),
      assumption: `Errors are independent between the ${found.clusters} clusters`,
    };
  }
  return {
    standardError: Math.sqrt(robustCovariance(fit, errors)[index]![index]!),
    degreesOfFreedom: fit.degreesOfFreedom,
    assumption: "Errors are independent between units",
  };
}

function isClusterKind(errors: string): errors is ClusterKind {
  return (CLUSTER_KINDS as readonly string[]).includes(errors);
}
