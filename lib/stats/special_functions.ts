/**
 * The special functions and distributions that both rooms rest on. Loading all of them takes several times
 * as long as loading the rooms, so each family is loaded when one of it is first called: whoever only counts
 * votes loads none, and whoever wants a normal quantile the smallest.
 *
 * @module
 */
import { centralBeta } from "./central_beta.ts";
import defer * as beta from "./special/beta.ts";
import defer * as gamma from "./special/gamma.ts";
import defer * as normal from "./special/normal.ts";
import defer * as student from "./special/student.ts";

/** The regularized incomplete beta function I_x(a, b). */
export function betainc(x: number, a: number, b: number): number {
  return centralBeta(x, a, b) ?? beta.betainc(x, a, b);
}

/** The inverse of the complementary error function. */
export function erfcinv(p: number): number {
  return normal.erfcinv(p);
}

/** The regularized incomplete gamma function: the lower one, or the upper one Q(s, x). */
export function gammainc(x: number, s: number, upper = false): number {
  return gamma.gammainc(x, s, true, upper);
}

/** The logarithm of the gamma function. */
export function gammaln(x: number): number {
  return gamma.gammaln(x);
}

/** P(X ≤ x) of the beta distribution. */
export function betaCdf(x: number, a: number, b: number): number {
  return centralBeta(x, a, b) ?? beta.betaCdf(x, a, b);
}

/** The x with P(X ≤ x) = p of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  return beta.betaQuantile(p, a, b);
}

/** P(X ≤ x) of the normal distribution. */
export function normalCdf(x: number, mean: number, standardDeviation: number): number {
  return normal.normalCdf(x, mean, standardDeviation);
}

/** The x with P(X ≤ x) = p of the normal distribution. */
export function normalQuantile(p: number, mean: number, standardDeviation: number): number {
  return normal.normalQuantile(p, mean, standardDeviation);
}

/** P(T ≤ t) of Student's t. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return student.studentCdf(t, degreesOfFreedom);
}

/** The density of Student's t. */
export function studentPdf(t: number, degreesOfFreedom: number): number {
  return student.studentPdf(t, degreesOfFreedom);
}

/** The t with P(T ≤ t) = p of Student's t. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return student.studentQuantile(p, degreesOfFreedom);
}
