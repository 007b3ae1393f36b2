import { normalQuantile } from "./distribution.ts";

/** The largest probability below 1 of which the quantile is finite. */
const MOST = 1 - 2 ** -53;

/**
 * A draw from the standard normal distribution, by the inverse of its distribution function.
 *
 * @param uniform A draw from [0, 1). At 0, which comes once in 2⁵³ draws, the quantile would be
 * infinite: it is the largest that is not.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { normalDraw } from "./normal_draw.ts";
 *
 * assertAlmostEquals(normalDraw(0.025), 1.959963984540054, 1e-12);
 * // scipy: norm.isf(2 ** -53).
 * assertAlmostEquals(normalDraw(0), 8.209536151601387, 1e-9);
 * ```
 */
export function normalDraw(uniform: number): number {
  return normalQuantile(Math.min(MOST, 1 - uniform * (1 - 1e-16)));
}
