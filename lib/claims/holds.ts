import { refusal, unknownName } from "../check/mod.ts";
import type { Claim, Quantity } from "./claim.ts";
import { boundsOf } from "./quantity.ts";

/** The number stated, how a value must stand to it, and how far off it may be. */
export type Stated = Pick<Claim, "id" | "relation" | "stated" | "tolerance">;

/** The values that agree with a claim, from `lower` to `upper`. */
interface Range {
  readonly lower: number;
  readonly upper: number;
  /** Whether the ends themselves agree. */
  readonly closed: boolean;
}

const RELATIONS = ["equals", "almost", "at least", "at most", "more than", "less than"] as const;

function agreeing({ id, relation, stated, tolerance }: Stated): Range {
  const slack = tolerance ?? 0;
  if (relation === "none" || stated === null) {
    throw new RangeError(refusal({
      task: `judge claim ${id}`,
      where: "stated",
      found: stated,
      expected: "a number",
    }));
  }
  switch (relation) {
    case "equals":
      return { lower: stated - slack, upper: stated + slack, closed: true };
    case "almost":
      return { lower: stated - slack, upper: stated, closed: true };
    case "at least":
      return { lower: stated - slack, upper: Infinity, closed: true };
    case "at most":
      return { lower: -Infinity, upper: stated + slack, closed: true };
    case "more than":
      return { lower: stated, upper: Infinity, closed: false };
    case "less than":
      return { lower: -Infinity, upper: stated, closed: false };
    default:
      throw new RangeError(unknownName(`judge claim ${id}`, "relation", relation, RELATIONS));
  }
}

/** Sums of decimal fractions such as 46.7 + 0.05 are off in the last bit. */
const ROUNDING = 1e-9;

/**
 * Whether a value agrees with the number that a claim states.
 *
 * A quantity that is only known to lie between two bounds agrees unless all that it may be
 * disagrees: what cannot be refuted is not counted against whoever said it.
 *
 * @throws {RangeError} for a claim that states no number.
 *
 * @example "almost 60 more Electoral College votes"
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { holds } from "tallybook/claims";
 *
 * const claim = { id: "E2", relation: "almost" as const, stated: 60, tolerance: 3 };
 * assertEquals([58, 74].map((electors) => holds(claim, electors)), [true, false]);
 * ```
 */
export function holds(claim: Stated, value: Quantity): boolean {
  const range = agreeing(claim);
  const [lower, upper] = boundsOf(value);
  const slack = ROUNDING * Math.max(1, Math.abs(claim.stated!));
  return range.closed
    ? upper >= range.lower - slack && lower <= range.upper + slack
    : upper > range.lower && lower < range.upper;
}

/**
 * How far a value lies from the number that a claim states, as a share of that number; 0 where it
 * agrees. Of a quantity between two bounds, the nearest that it may be.
 *
 * @throws {RangeError} for a claim that states no number.
 *
 * @example "some seven million votes"
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { missesBy } from "tallybook/claims";
 *
 * const claim = { id: "T1", relation: "equals" as const, stated: 7_000_000, tolerance: 350_000 };
 * assertEquals(missesBy(claim, 5_946_559).toFixed(3), "0.150"); // (7 − 5.946559) / 7
 * ```
 */
export function missesBy(claim: Stated, value: Quantity): number {
  if (holds(claim, value)) return 0;
  const stated = claim.stated!;
  const [lower, upper] = boundsOf(value);
  const distance = upper < stated ? stated - upper : lower > stated ? lower - stated : 0;
  return distance === 0 ? 0 : stated === 0 ? Infinity : distance / Math.abs(stated);
}
