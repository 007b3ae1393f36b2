import { refusal, requireCount, requireList, requireOptions, requireText } from "../check/mod.ts";
import type { Estimate } from "./estimate.ts";

/** What is known of one unit (a precinct): two counts of its ballots, but not how they overlap. */
export interface Margins {
  /** Ballots of one kind: of a group, or for a president. */
  readonly first: number;
  /** Ballots of the other kind: for a candidate, or without a vote for the Senate. */
  readonly second: number;
  /** All ballots. */
  readonly total: number;
}

const TASK = "bound an overlap";

/**
 * How many ballots are of both kinds at least and at most, when only the two counts are known: from
 * max(0, first + second − total) to min(first, second). Fréchet (1940). No model: the bounds hold for sure.
 *
 * @throws {RangeError} if a count is negative or not whole, or a part exceeds the total
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frechetBounds } from "tallybook/stats";
 *
 * // 70 of 100 voted for president R, 60 for no senator: 30 to 60 did both.
 * assertEquals(frechetBounds({ first: 70, second: 60, total: 100 }), { lower: 30, upper: 60 });
 * ```
 */
export function frechetBounds(
  margins: Margins,
): { readonly lower: number; readonly upper: number } {
  return boundsOf(margins, "");
}

/**
 * The share of the first kind that is also of the second, bounded over many units: each unit's Fréchet
 * bounds are added up, which narrows them wherever a unit is nearly all of one kind. Duncan and Davis (1953).
 *
 * The estimate's point is the middle of the bounds and has no claim to be likelier; its level is 1.
 *
 * @throws {RangeError} as `frechetBounds` does, or if no unit has any of the first kind
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { duncanDavisBounds } from "tallybook/stats";
 *
 * // Together 10 of 20 and 9 of 20: 0 to 9 of 10. By unit: 7 to 8, and 0 to 1.
 * const found = duncanDavisBounds([
 *   { first: 9, second: 8, total: 10 },
 *   { first: 1, second: 1, total: 10 },
 * ]);
 * assertEquals([found.lower, found.upper], [0.7, 0.9]);
 * ```
 */
export function duncanDavisBounds(
  units: readonly Margins[],
  options: { readonly estimand?: string } = {},
): Estimate {
  requireOptions(TASK, options, ["estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  requireList(TASK, "units", units, { least: 1 });
  let lower = 0;
  let upper = 0;
  let first = 0;
  for (const [i, unit] of units.entries()) {
    const bounds = boundsOf(unit, `units[${i}].`);
    lower += bounds.lower;
    upper += bounds.upper;
    first += unit.first;
  }
  if (first === 0) {
    throw new RangeError(refusal({
      task: TASK,
      where: "first, added over units",
      found: 0,
      expected: "at least 1, whose share of the second kind is asked for",
    }));
  }
  return {
    estimand: options.estimand ?? "Share of the first kind that is also of the second",
    point: (lower + upper) / 2 / first,
    lower: lower / first,
    upper: upper / first,
    level: 1,
    method: `Duncan and Davis's bounds over ${units.length} units`,
    assumptions: ["None but that the counts are right; the point is only the middle of the bounds"],
    n: first,
  };
}

function boundsOf(margins: Margins, prefix: string): { lower: number; upper: number } {
  if (typeof margins !== "object" || margins === null) {
    throw new TypeError(refusal({
      task: TASK,
      where: prefix === "" ? "margins" : prefix.slice(0, -1),
      found: margins,
      expected: "an object with first, second and total",
    }));
  }
  const total = requireCount(TASK, `${prefix}total`, margins.total);
  const first = requireCount(TASK, `${prefix}first`, margins.first, { maximum: total });
  const second = requireCount(TASK, `${prefix}second`, margins.second, { maximum: total });
  return { lower: Math.max(0, first + second - total), upper: Math.min(first, second) };
}
