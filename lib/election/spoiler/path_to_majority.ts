import { requireCount, requireFlag, requireOptions } from "../../check/mod.ts";
import { majorityOf } from "../tally.ts";
import { breakEven } from "./break_even.ts";
import { requireSpoilerUnits, type SpoilerUnit } from "./spoiler_units.ts";

/** A step of a rising net share: the unit that changes there and the electors from then on. */
export interface PathStep {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** The net share at which the unit ties; above it the beneficiary wins it. */
  readonly netShare: number;
  /** The beneficiary's electors once this unit and those before it are won. */
  readonly cumulative: number;
}

/** What one net share, common to all units, would have had to be. */
export interface PathToMajority {
  /** The beneficiary's electors at net share 0, without the third candidates' votes. */
  readonly start: number;
  /** The units gained as the net share rises above 0, up to the majority or to 1. */
  readonly steps: readonly PathStep[];
  /** Whether a net share of at most 1 gives the majority. */
  readonly reachesMajority: boolean;
  /** The net share that must be exceeded for the majority; undefined if none does. */
  readonly netShare: number | undefined;
  /** How many electors are a majority. */
  readonly majority: number;
}

/**
 * The order in which units would have changed hands if the net share had been the same
 * everywhere, and the share that gives a majority.
 *
 * Not the fewest votes: a common share takes the units in the order of their break-even, needed or
 * not. Units that another remaining candidate leads are never gained by this path.
 *
 * @param units Units of {@link spoilerUnits}.
 * @param options `majority`: electors needed, more than half unless given. `all`: go on past the
 * majority to every unit that a share up to 1 would gain.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pathToMajority, spoilerUnits } from "tallybook/election";
 *
 * const units = spoilerUnits([
 *   { unit: "A", electors: 5, votes: { X: 50, Y: 40, Z: 20 } },
 *   { unit: "B", electors: 5, votes: { X: 50, Y: 45, Z: 20 } },
 *   { unit: "C", electors: 6, votes: { X: 30, Y: 60, Z: 10 } },
 * ], { beneficiary: "Y", opponent: "X", without: ["Z"] });
 * const path = pathToMajority(units); // Y has 6 of 16 and needs 9
 * assertEquals(path.steps.map(({ unit, netShare }) => [unit, netShare]), [["B", 0.25]]);
 * ```
 */
export function pathToMajority(
  units: readonly SpoilerUnit[],
  options: { readonly majority?: number; readonly all?: boolean } = {},
): PathToMajority {
  const task = "find the path to a majority";
  requireOptions(task, options, ["majority", "all"]);
  requireSpoilerUnits(task, units);
  if (options.all !== undefined) requireFlag(task, 'option "all"', options.all);
  const majority = options.majority ??
    majorityOf(units.reduce((sum, { electors }) => sum + electors, 0));
  requireCount(task, "majority", majority, { minimum: 1 });
  const ranked = units
    .map((unit) => ({ unit, netShare: unitBreakEven(unit) }))
    .sort((a, b) => a.netShare - b.netShare || (a.unit.unit < b.unit.unit ? -1 : 1));
  const start = ranked.filter(({ netShare }) => netShare < 0)
    .reduce((sum, { unit }) => sum + unit.electors, 0);
  const gained = ranked.filter(({ netShare }) => netShare >= 0 && netShare < 1);
  const steps: PathStep[] = [];
  let cumulative = start;
  let netShare: number | undefined = start >= majority ? 0 : undefined;
  for (const step of gained) {
    if (cumulative >= majority && !options.all) break;
    const { unit, electors } = step.unit;
    cumulative += electors;
    steps.push({ unit, electors, netShare: step.netShare, cumulative });
    if (netShare === undefined && cumulative >= majority) netShare = step.netShare;
  }
  return { start, steps, reachesMajority: netShare !== undefined, netShare, majority };
}

/** The share above which the beneficiary leads the opponent and every other remaining candidate. */
function unitBreakEven(unit: SpoilerUnit): number {
  const strongest = Math.max(0, ...Object.values(unit.others));
  return Math.max(
    unit.breakEven.netShare,
    breakEven(strongest - unit.beneficiaryVotes, unit.third).netShare,
  );
}
