import type { Quantity } from "./claim.ts";

/**
 * The single best value of a quantity: itself, or an estimate's point.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pointOf } from "tallybook/claims";
 *
 * assertEquals(pointOf(58), 58);
 * ```
 */
export function pointOf(value: Quantity): number {
  return typeof value === "number" ? value : value.point;
}

/**
 * The least and the greatest that a quantity may be: itself twice, or an estimate's bounds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { boundsOf } from "tallybook/claims";
 *
 * assertEquals(boundsOf(58), [58, 58]);
 * ```
 */
export function boundsOf(value: Quantity): readonly [lower: number, upper: number] {
  return typeof value === "number" ? [value, value] : [value.lower, value.upper];
}
