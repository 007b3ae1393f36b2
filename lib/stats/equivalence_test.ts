import { requireNumber, requireOptions, requireProper, requireRecord } from "../check/mod.ts";
import { studentQuantile, studentTail } from "./distribution.ts";
import { noncentralStudentTail } from "./noncentral_t.ts";

/** An estimate with the uncertainty that a t-based decision needs. */
export interface Uncertain {
  /** The estimate itself. */
  readonly point: number;
  /** Its standard error. */
  readonly standardError: number;
  /** The degrees of freedom of that error. */
  readonly degreesOfFreedom: number;
}

/** The result of two one-sided tests. */
export interface EquivalenceTest {
  /** The bound: effects of this size or more, either way, are what is to be ruled out. */
  readonly bound: number;
  /** p-value of the effect being at or below −bound. */
  readonly lowerPValue: number;
  /** p-value of the effect being at or above +bound. */
  readonly upperPValue: number;
  /** The larger of the two: below 0.05, effects as large as the bound are ruled out. */
  readonly pValue: number;
  /** The 90% interval (for alpha 0.05), which lies inside the bounds exactly when p < alpha. */
  readonly lower: number;
  /** The upper end of the interval. */
  readonly upper: number;
  /** Whether effects as large as the bound are ruled out at alpha. */
  readonly equivalent: boolean;
}

/**
 * Equivalence test by two one-sided tests (Schuirmann 1987): is the effect smaller than the one that would
 * matter? "Not significant" does not say so; this does, when it rejects.
 *
 * @throws {RangeError} if the bound is not positive
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { equivalenceTest } from "tallybook/stats";
 *
 * // The 90% interval is about −1.66 to 1.66 standard errors: inside ±4.
 * const test = equivalenceTest({ point: 0, standardError: 1, degreesOfFreedom: 100 }, 4);
 * assert(test.equivalent);
 * ```
 */
export function equivalenceTest(
  estimate: Uncertain,
  bound: number,
  options: { readonly alpha?: number } = {},
): EquivalenceTest {
  const task = "test equivalence";
  requireOptions(task, options, ["alpha"]);
  const alpha = requireNumber(task, 'option "alpha"', options.alpha ?? 0.05, {
    above: 0,
    below: 0.5,
  });
  requireNumber(task, "bound", bound, { above: 0 });
  const { standardError, degreesOfFreedom } = requireUncertain(task, estimate);
  const point = requireNumber(task, "point", estimate.point);
  const lowerPValue = studentTail((point + bound) / standardError, degreesOfFreedom);
  const upperPValue = studentTail(-(point - bound) / standardError, degreesOfFreedom);
  const half = studentQuantile(1 - alpha, degreesOfFreedom) * standardError;
  const pValue = Math.max(lowerPValue, upperPValue);
  return {
    bound,
    lowerPValue,
    upperPValue,
    pValue,
    lower: point - half,
    upper: point + half,
    equivalent: pValue < alpha,
  };
}

/**
 * The smallest true effect that a two-sided test at `alpha` would have detected with probability `power`.
 * State it beside every "no effect found".
 *
 * Under an effect of δ standard errors the t statistic follows the noncentral t distribution: δ is where its
 * two tails beyond ±t at 1 − alpha/2 add up to the power. (Adding the central t's quantiles, as is often
 * done, overstates δ: by 6 percent at 5 degrees of freedom.)
 *
 * @throws {RangeError} if the standard error or the degrees of freedom are not positive, or power is not
 *   between alpha and 1
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { detectableEffect } from "tallybook/stats";
 *
 * // With many degrees of freedom: 1.96 + 0.84 = 2.80 standard errors.
 * const least = detectableEffect({ standardError: 1, degreesOfFreedom: 1e6 });
 * assertAlmostEquals(least, 2.8016, 1e-3);
 * ```
 */
export function detectableEffect(
  estimate: Pick<Uncertain, "standardError" | "degreesOfFreedom">,
  options: { readonly power?: number; readonly alpha?: number } = {},
): number {
  const task = "find the detectable effect";
  requireOptions(task, options, ["power", "alpha"]);
  const alpha = requireProper(task, 'option "alpha"', options.alpha ?? 0.05);
  const power = requireNumber(task, 'option "power"', options.power ?? 0.8, {
    above: alpha,
    below: 1,
  });
  const { standardError, degreesOfFreedom } = requireUncertain(task, estimate);
  // Below one degree of freedom a t statistic is so wide that the search would take seconds.
  requireNumber(task, "degreesOfFreedom", degreesOfFreedom, { minimum: 1 });
  const critical = studentQuantile(1 - alpha / 2, degreesOfFreedom);
  const powerAt = (delta: number): number =>
    noncentralStudentTail(critical, degreesOfFreedom, delta) +
    noncentralStudentTail(critical, degreesOfFreedom, -delta);
  let low = 0;
  let high = 1;
  while (powerAt(high) < power) {
    low = high;
    high = requireNumber(task, "the effect in standard errors", high * 2, { maximum: 1e6 });
  }
  // Bisection to a double's last digits: the power rises with the effect.
  for (let round = 0; round < 60 && high - low > 1e-15 * high; round++) {
    const middle = (low + high) / 2;
    if (powerAt(middle) < power) low = middle;
    else high = middle;
  }
  return standardError * (low + high) / 2;
}

function requireUncertain<E extends Pick<Uncertain, "standardError" | "degreesOfFreedom">>(
  task: string,
  estimate: E,
): E {
  requireRecord(task, "estimate", estimate);
  requireNumber(task, "standardError", estimate.standardError, { above: 0, maximum: 1e250 });
  requireNumber(task, "degreesOfFreedom", estimate.degreesOfFreedom, {
    minimum: 0.1,
    maximum: 1e15,
  });
  return estimate;
}
