import { type Column, requireLogisticFit, requireWeights } from "./column.ts";
import { normalQuantile, normalTail, studentQuantile, studentTail } from "./distribution.ts";
import type { Estimate } from "./estimate.ts";
import { coefficientIndex } from "./least_squares.ts";
import { requireOptions, requireProper, requireText } from "../check/mod.ts";
import { logisticClusterCovariance } from "./logistic_covariance.ts";
import { logistic, type LogisticFit } from "./logistic_regression.ts";

/** An average marginal effect with its uncertainty. */
export interface MarginalEffect extends Estimate {
  /** The column whose effect it is. */
  readonly name: string;
  /** Its standard error, by the delta method. */
  readonly standardError: number;
  /** Degrees of freedom of its t statistic; infinite where interval and p-value are normal. */
  readonly degreesOfFreedom: number;
  /** Two-sided p-value of no effect. */
  readonly pValue: number;
}

/**
 * What one unit more of a covariate, or one level of a factor instead of its reference level, adds to the
 * probability of success, averaged over the units as they are: an effect in shares (of ballots), which
 * log odds are not.
 *
 * For a number it is the derivative; for a factor's column, everybody at that level minus everybody at
 * the reference. `weights` says whose average it is: trials by default (each ballot counts once).
 * Standard error by the delta method. Where the variance is estimated, interval and p-value are Student's
 * t: with n − k degrees of freedom for the quasi-binomial family, clusters − 1 where `clusters` are given
 * (CR1). Only the binomial family without clusters has a normal interval.
 *
 * @throws {RangeError} if the fit has no such coefficient, or the term is part of an interaction: then
 *   its effect is not one column's
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { averageMarginalEffect, factor, logisticRegression } from "tallybook/stats";
 *
 * // Saturated: 10 of 100 against 30 of 100, so the effect is 0.2.
 * const fit = logisticRegression({
 *   successes: [10, 30, 10, 30],
 *   trials: [100, 100, 100, 100],
 *   terms: [factor("machine", ["a", "b", "a", "b"])],
 * });
 * assertAlmostEquals(averageMarginalEffect(fit, "machine=b").point, 0.2, 1e-12);
 * ```
 */
export function averageMarginalEffect(
  fit: LogisticFit,
  name: string,
  options: {
    readonly weights?: Column;
    readonly clusters?: ArrayLike<string>;
    readonly level?: number;
    readonly estimand?: string;
  } = {},
): MarginalEffect {
  const task = "average a marginal effect";
  requireLogisticFit(task, fit);
  requireOptions(task, options, [
    "weights",
    "clusters",
    "level",
    "estimand",
  ]);
  const level = requireProper(task, 'option "level"', options.level ?? 0.95);
  const index = coefficientIndex(fit, name);
  const weights = options.weights ?? fit.trials;
  requireWeights(task, "weights", weights, fit.n);
  const term = fit.design.terms.find((t) => t.columns.some((column) => column.name === name))!;
  const entangled = fit.design.terms.find((t) =>
    t.name !== term.name && (t.of?.includes(term.name) ?? false)
  );
  if (entangled || term.kind === "interaction" || term.kind === "intercept") {
    throw new RangeError(
      `Cannot ${task}: "${name}": found ${
        entangled ? `a part of the interaction "${entangled.name}"` : `an ${term.kind}`
      }, expected a number or a factor's level with an effect of its own`,
    );
  }
  const found = term.kind === "numeric"
    ? derivative(fit, index, weights)
    : contrast(fit, index, term.columns.map((column) => column.name), weights);
  if (options.estimand !== undefined) requireText(task, 'option "estimand"', options.estimand);
  const { point, gradient } = found;
  const clustered = options.clusters ? logisticClusterCovariance(fit, options.clusters) : undefined;
  const degreesOfFreedom = clustered?.degreesOfFreedom ??
    (fit.family === "quasibinomial" ? fit.degreesOfFreedom : Infinity);
  let variance = 0;
  for (const [a, row] of (clustered?.covariance ?? fit.covariance).entries()) {
    for (let b = 0; b < row.length; b++) variance += gradient[a]! * row[b]! * gradient[b]!;
  }
  const standardError = Math.sqrt(variance);
  const normal = degreesOfFreedom === Infinity;
  const half = standardError *
    (normal ? normalQuantile(0.5 + level / 2) : studentQuantile(0.5 + level / 2, degreesOfFreedom));
  const z = point === 0 ? 0 : Math.abs(point) / standardError;
  const what = term.kind === "numeric"
    ? `Change of the probability for one unit more of "${name}"`
    : `Probability at "${name}" minus that at "${term.name}=${term.reference}"`;
  return {
    name,
    estimand: options.estimand ?? `${what}, averaged over the units as they are`,
    point,
    lower: point - half,
    upper: point + half,
    level,
    method: `Logistic regression, average marginal effect, delta method, ${
      clustered ? "CR1 standard error, t" : normal ? "normal" : "t"
    } interval`,
    assumptions: [
      "The log odds are linear in the covariates",
      clustered
        ? `Errors are independent between the ${clustered.clusters} clusters`
        : normal
        ? "Trials are independent"
        : "Units are independent, with a variance that is a multiple of the binomial's",
    ],
    n: fit.n,
    standardError,
    degreesOfFreedom,
    pValue: 2 * (normal ? normalTail(z) : studentTail(z, degreesOfFreedom)),
  };
}

interface Effect {
  readonly point: number;
  readonly gradient: Float64Array;
}

/** Mean of b p(1 − p); its derivative by coefficient a is the mean of [a is b] p(1−p) + b p(1−p)(1−2p) x_a. */
function derivative(fit: LogisticFit, index: number, weights: Column): Effect {
  const columns = keptColumns(fit);
  const b = fit.coefficients[index]!;
  const gradient = new Float64Array(columns.length);
  let total = 0;
  let point = 0;
  for (let i = 0; i < fit.n; i++) {
    const p = fit.probabilities[i]!;
    const w = weights[i]!;
    total += w;
    point += w * b * p * (1 - p);
    const slope = w * b * p * (1 - p) * (1 - 2 * p);
    for (const [a, column] of columns.entries()) gradient[a] = gradient[a]! + slope * column[i]!;
    gradient[index] = gradient[index]! + w * p * (1 - p);
  }
  return { point: point / total, gradient: gradient.map((value) => value / total) };
}

/** Mean of p with the factor at this level minus p with the factor at its reference. */
function contrast(
  fit: LogisticFit,
  index: number,
  levels: readonly string[],
  weights: Column,
): Effect {
  const columns = keptColumns(fit);
  const own = fit.names.map((name) => levels.includes(name));
  const gradient = new Float64Array(columns.length);
  let total = 0;
  let point = 0;
  for (let i = 0; i < fit.n; i++) {
    const w = weights[i]!;
    let rest = 0;
    for (const [a, column] of columns.entries()) {
      if (!own[a]) rest += fit.coefficients[a]! * column[i]!;
    }
    const at = logistic(rest + fit.coefficients[index]!);
    const reference = logistic(rest);
    total += w;
    point += w * (at - reference);
    const slopeAt = w * at * (1 - at);
    const slope = slopeAt - w * reference * (1 - reference);
    for (const [a, column] of columns.entries()) {
      if (!own[a]) gradient[a] = gradient[a]! + slope * column[i]!;
    }
    gradient[index] = gradient[index]! + slopeAt;
  }
  return { point: point / total, gradient: gradient.map((value) => value / total) };
}

function keptColumns(fit: LogisticFit): Float64Array[] {
  return fit.names.map((name) => fit.design.columns[fit.design.names.indexOf(name)]!);
}
