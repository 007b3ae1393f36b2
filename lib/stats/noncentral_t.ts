import { requireNumber } from "../check/mod.ts";
import { normalTail } from "./distribution.ts";

/**
 * Upper tail P(T > t) of Student's t distribution with noncentrality δ: of (Z + δ)/√(χ²/ν). It is what a t
 * statistic follows when the true effect is δ standard errors, and so gives a test's power.
 *
 * The integral of the normal tail over s = √(χ²/ν), in u = ln s, where the density falls off on both sides
 * so that the trapezoidal rule converges geometrically. All terms are positive: small tails keep their
 * digits. `degreesOfFreedom` may be Infinity (the normal distribution). Cost: some 100 to 2,000 terms.
 *
 * @throws {RangeError} if the degrees of freedom are less than 0.1 or finite and beyond 1e15, or |δ| or |t| is beyond 1e6
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { noncentralStudentTail, studentTail } from "tallybook/stats";
 *
 * // Without noncentrality it is Student's t; and P(T > 0) is P(Z > −δ).
 * assertAlmostEquals(noncentralStudentTail(2, 5, 0), studentTail(2, 5), 1e-12);
 * assertAlmostEquals(noncentralStudentTail(0, 5, 1), 0.8413447460685429, 1e-12);
 * ```
 */
export function noncentralStudentTail(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const task = "find a noncentral t tail";
  requireNumber(task, "t", t, { minimum: -1e6, maximum: 1e6 });
  requireNumber(task, "noncentrality", noncentrality, { minimum: -1e6, maximum: 1e6 });
  if (degreesOfFreedom === Infinity) return normalTail(t - noncentrality);
  const nu = requireNumber(task, "degreesOfFreedom", degreesOfFreedom, {
    minimum: 0.1,
    maximum: 1e15,
  });
  // The density of u is exp(ν (u − (e^2u − 1)/2)) up to a constant, which the sum of weights replaces.
  // Beyond 42/ν below its top the density is nothing, but there the normal tail of −|t| s is larger by up
  // to |t|^ν: a far tail comes from small s.
  const depth = Math.min(700 / nu, 42 / nu + Math.log1p(Math.abs(t)));
  const from = depth < 0.5 ? -Math.sqrt(depth) - depth : -depth - 0.5;
  const above = 42 / nu;
  const to = Math.min(Math.sqrt(above), Math.log1p(2 * above) / 2 + 0.5);
  // A step of a fifth of the density's width; finer where the normal tail turns over within it.
  const turn = 1 / (1 + Math.abs(t) + Math.abs(noncentrality));
  const step = Math.min(0.2 / Math.sqrt(2 * nu), 0.25 * turn + 0.02 * Math.min(1, turn * 10), 0.05);
  const terms = Math.ceil((to - from) / step);
  let total = 0;
  let tail = 0;
  for (let i = 0; i <= terms; i++) {
    const u = from + i * step;
    const weight = Math.exp(nu * (u - Math.expm1(2 * u) / 2));
    total += weight;
    tail += weight * normalTail(t * Math.exp(u) - noncentrality);
  }
  return tail / total;
}
