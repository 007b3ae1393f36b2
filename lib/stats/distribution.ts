import * as special from "./special_functions.ts";
import { requireNumber, requireProper } from "../check/mod.ts";

/**
 * The standard normal distribution's upper tail, P(Z > z). Accurate far out: it is computed as the
 * lower tail of −z, so nothing is lost to 1 − p.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { normalTail } from "tallybook/stats";
 *
 * assertEquals(normalTail(0), 0.5);
 * ```
 */
export function normalTail(z: number): number {
  requireBound("find a normal tail", "z", z);
  return special.normalCdf(-z, 0, 1);
}

/**
 * Student's t distribution's upper tail, P(T > t), for any positive degrees of freedom, whole or not;
 * infinite ones give the normal distribution.
 *
 * @throws {RangeError} if the degrees of freedom are not positive
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { studentTail } from "tallybook/stats";
 *
 * // With one degree of freedom t is Cauchy: P(T > 1) = 1/4.
 * assertEquals(Math.round(studentTail(1, 1) * 1e12) / 1e12, 0.25);
 * ```
 */
export function studentTail(t: number, degreesOfFreedom: number): number {
  const task = "find a t tail";
  requireBound(task, "t", t);
  if (requireDegrees(task, degreesOfFreedom) === Infinity) return normalTail(t);
  return special.studentCdf(-t, degreesOfFreedom);
}

/**
 * The chi-square distribution's upper tail, P(X > x).
 *
 * @throws {RangeError} if the degrees of freedom are not positive
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { chiSquareTail } from "tallybook/stats";
 *
 * // With two degrees of freedom the tail is exp(-x/2).
 * assertAlmostEquals(chiSquareTail(3, 2), Math.exp(-1.5), 1e-15);
 * ```
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  const task = "find a chi-square tail";
  requireBound(task, "x", x);
  requireNumber(task, "degreesOfFreedom", degreesOfFreedom, { minimum: 1e-6, maximum: 1e10 });
  if (x === Infinity) return 0;
  return x <= 0 ? 1 : special.gammainc(x / 2, degreesOfFreedom / 2, true);
}

/**
 * The standard normal quantile: the z with P(Z ≤ z) = p.
 *
 * Through the inverse of the complementary error function, because the one of the error function itself
 * loses small p to 2p − 1.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { normalQuantile } from "tallybook/stats";
 *
 * assertAlmostEquals(normalQuantile(0.975), 1.959963984540054, 1e-12);
 * ```
 */
export function normalQuantile(p: number): number {
  requireProper("find a normal quantile", "p", p);
  return -Math.SQRT2 * special.erfcinv(2 * p);
}

/**
 * Student's t quantile: the t with P(T ≤ t) = p.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { studentQuantile } from "tallybook/stats";
 *
 * // With one degree of freedom t is Cauchy: its upper quartile is 1.
 * assertAlmostEquals(studentQuantile(0.75, 1), 1, 1e-9);
 * ```
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  const task = "find a t quantile";
  requireProper(task, "p", p);
  // With so many the two are the same to a double's last digit.
  if (requireDegrees(task, degreesOfFreedom) > 1e15) return normalQuantile(p);
  // With fewer degrees of freedom a quantile may be beyond a double's range.
  requireNumber(task, "degreesOfFreedom", degreesOfFreedom, { minimum: 0.1 });
  return special.studentQuantile(p, degreesOfFreedom);
}

/**
 * The natural logarithm of the gamma function, for x above 0: ln (x − 1)!.
 *
 * @throws {RangeError} if x is not above 0
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { logGamma } from "tallybook/stats";
 *
 * assertAlmostEquals(logGamma(5), Math.log(24), 1e-14);
 * ```
 */
export function logGamma(x: number): number {
  requireNumber("find the logarithm of a gamma function", "x", x, { above: 0, maximum: 1e305 });
  return special.gammaln(x);
}

/**
 * The beta distribution's quantile: the x with I_x(a, b) = p; 0 where it is below a double's range. By
 * Newton's method, kept within a bracket that halves where Newton would leave it.
 *
 * @throws {RangeError} if p is not strictly between 0 and 1, or below 1e-200, or a or b is not positive, or
 *   above 1e13
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { betaQuantile } from "tallybook/stats";
 *
 * // Beta(1, 2) has the distribution function 1 − (1 − x)².
 * assertAlmostEquals(betaQuantile(0.75, 1, 2), 0.5, 1e-14);
 * ```
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const task = "find a beta quantile";
  // Of smaller ones the distribution function can be 0 where it is not: below 1e-250 for b of 33.
  requireNumber(task, "p", requireProper(task, "p", p), { minimum: LEAST_PROBABILITY });
  requireNumber(task, "a", a, { above: 0, maximum: 1e13 });
  requireNumber(task, "b", b, { above: 0, maximum: 1e13 });
  let [low, high] = [0, 1];
  let x = a / (a + b);
  const logBeta = special.gammaln(a) + special.gammaln(b) - special.gammaln(a + b);
  for (let round = 0; round < ROUNDS; round++) {
    const below = special.betainc(x, a, b);
    if (below < p) low = x;
    else high = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
    const next = x - (below - p) / density;
    const inside = next > low && next < high;
    const moved = inside ? next : (low + high) / 2;
    if (moved === x) return moved;
    x = moved;
  }
  return x;
}

const LEAST_PROBABILITY = 1e-200;

/** As many halvings lead from 1 to 0: a double's smallest number is 2^−1074. */
const ROUNDS = 1100;

/** A bound may be infinite: the tail is then 0 or 1. */
function requireBound(task: string, where: string, value: number): void {
  if (value === Infinity || value === -Infinity) return;
  requireNumber(task, where, value);
}

function requireDegrees(task: string, degrees: number): number {
  if (degrees === Infinity) return degrees;
  return requireNumber(task, "degreesOfFreedom", degrees, { above: 0 });
}
