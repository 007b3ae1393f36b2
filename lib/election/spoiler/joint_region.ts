import { requireCount, requireList, requireOneOf } from "../../check/mod.ts";
import { requireSpoilerUnits, type SpoilerUnit } from "./spoiler_units.ts";

/** Net shares of two candidates' voters. */
export interface NetShares {
  /** Of the first candidate's voters. */
  readonly one: number;
  /** Of the second's. */
  readonly two: number;
}

/** Where two groups of voters would have had to be for several units to turn at once. */
export interface JointRegion {
  /** Each unit's line of ties, within net shares of −1 to 1. Empty if the line passes outside. */
  readonly lines: readonly { readonly unit: string; readonly points: readonly NetShares[] }[];
  /** The region's lower edge: above it all units turn. Empty if there is no such region. */
  readonly frontier: readonly NetShares[];
  /** Whether a pair of net shares turns all units. */
  readonly contains: (shares: NetShares) => boolean;
}

/**
 * The joint condition of two candidates taken out with a net share each, common to all units: the
 * units turn where `votes₁ · g₁ + votes₂ · g₂ > lead` for every one of them, an intersection of
 * half-planes.
 *
 * @param units The units that must all turn, of {@link spoilerUnits}.
 * @param candidates The two, both taken out in the question.
 * @param steps How finely the first net share is stepped through from −1 to 1.
 * @throws {RangeError} If a candidate was not taken out, or there are no units.
 *
 * @example
 * ```ts
 * import { assert, assertFalse } from "@std/assert";
 * import { jointRegion, spoilerUnits } from "tallybook/election";
 *
 * const units = spoilerUnits([
 *   { unit: "A", electors: 3, votes: { X: 50, Y: 45, Z: 10, W: 5 } },
 *   { unit: "B", electors: 3, votes: { X: 50, Y: 46, Z: 4, W: 8 } },
 * ], { beneficiary: "Y", opponent: "X", without: ["Z", "W"] });
 * const { contains } = jointRegion(units, ["Z", "W"]);
 * assert(contains({ one: 0.5, two: 0.5 })); // 7.5 > 5 and 6 > 4
 * assertFalse(contains({ one: 0.5, two: 0.2 })); // 6 > 5 but 3.6 < 4
 * ```
 */
export function jointRegion(
  units: readonly SpoilerUnit[],
  candidates: readonly [one: string, two: string],
  steps = 400,
): JointRegion {
  const task = "draw a joint region";
  requireSpoilerUnits(task, units);
  requireList(task, "candidates", candidates, { length: 2 });
  const known = Object.keys(units[0]!.thirds);
  for (const name of candidates) requireOneOf(task, "candidate", name, known);
  requireCount(task, "steps", steps, { minimum: 1, maximum: 100_000 });
  const [one, two] = candidates;
  const needs = units.map(({ unit, lead, thirds }) => {
    return { unit, lead, ofOne: thirds[one]!, ofTwo: thirds[two]! };
  });
  const across = Array.from({ length: steps + 1 }, (_, i) => -1 + 2 * i / steps);
  /** The second net share at which a unit ties; beyond reach where the second has no votes. */
  const tie = ({ lead, ofOne, ofTwo }: typeof needs[number], g: number): number => {
    const rest = lead - ofOne * g;
    return ofTwo > 0 ? rest / ofTwo : rest < 0 ? -Infinity : Infinity;
  };
  return {
    lines: needs.map((need) => ({
      unit: need.unit,
      points: across.map((g) => ({ one: g, two: tie(need, g) }))
        .filter((point) => Math.abs(point.two) <= 1),
    })),
    frontier: across
      .map((g) => ({ one: g, two: Math.max(-1, ...needs.map((need) => tie(need, g))) }))
      .filter((point) => point.two <= 1),
    contains: (shares) =>
      needs.every(({ lead, ofOne, ofTwo }) => ofOne * shares.one + ofTwo * shares.two > lead),
  };
}
