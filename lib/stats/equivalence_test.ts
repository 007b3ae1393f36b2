import { checkLevel } from "./column.ts";
import { studentQuantile, studentTail } from "./distribution.ts";

/** An estimate with the uncertainty that a t-based decision needs. */
export interface Uncertain {
  readonly point: number;
  readonly standardError: number;
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
  const { alpha = 0.05 } = options;
  checkLevel(alpha);
  if (!(bound > 0)) throw new RangeError(`Equivalence bound is ${bound}, expected more than 0`);
  const { point, standardError, degreesOfFreedom } = estimate;
  checkError(standardError);
  if (!Number.isFinite(point)) {
    throw new RangeError(`Estimate is ${point}, expected a finite number`);
  }
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
 * The smallest true effect that a two-sided test at `alpha` would have detected with probability `power`:
 * (t at 1 − alpha/2 plus t at power) standard errors. State it beside every "no effect found".
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
  const { power = 0.8, alpha = 0.05 } = options;
  checkLevel(alpha);
  checkLevel(power);
  const { standardError, degreesOfFreedom } = estimate;
  checkError(standardError);
  return standardError *
    (studentQuantile(1 - alpha / 2, degreesOfFreedom) + studentQuantile(power, degreesOfFreedom));
}

function checkError(standardError: number): void {
  if (!(standardError > 0 && Number.isFinite(standardError))) {
    throw new RangeError(`Standard error is ${standardError}, expected a finite number above 0`);
  }
}
