import {
  refusal,
  requireCount,
  requireNumber,
  requireOptions,
  requireRecord,
} from "../../check/mod.ts";
import { normalTail } from "../../stats/mod.ts";
import { majorityOf } from "../tally.ts";
import { requireUnits } from "../require_contests.ts";
import { requireSpoilerUnits, type SpoilerUnit } from "./spoiler_units.ts";

/** What is assumed of the net share, and which units must all be won. */
export interface JointFlipOptions {
  /** Units that the beneficiary must win together. */
  readonly required: readonly string[];
  /** The expected net share, common to all units, or one by unit. */
  readonly netShare: number | Readonly<Record<string, number>>;
  /** Standard deviation of an error in the net share that all units have in common. */
  readonly commonError: number;
  /** Standard deviation ω of each unit's own departure from the common net share. */
  readonly unitDeviation: number;
  /** Electors needed; more than half of all unless given. */
  readonly majority?: number;
}

/** Chances under the model, from 0 to 1. */
export interface JointFlip {
  /** All required units. */
  readonly allRequired: number;
  /** A majority of the electors, by whichever units. */
  readonly majority: number;
  /** Each required unit alone. */
  readonly each: Readonly<Record<string, number>>;
  /** The product of `each`: what assuming independence would have said. For comparison only. */
  readonly productOfEach: number;
}

/**
 * The chance that a beneficiary wins several units at once without the third candidates, when the
 * net share is uncertain and units depart from it.
 *
 * Model: in unit s the net share is g_s + e + η_s, with one error e ~ N(0, commonError²) for all
 * units and η_s ~ N(0, ω²) for each. Given e the units are independent; e is integrated out by the
 * trapezoid rule, which for a smooth integrand under a normal density converges faster than any
 * power of its step. Nothing is drawn at random. With ω = 0 the units rise and fall together, and
 * the chance of all is that of the hardest.
 *
 * Assumptions: normal errors, not cut off at −1 and 1; the other remaining candidates don't win a
 * unit; whatever the survey's bias, it is not in `commonError` unless put there.
 *
 * Cost: O(nodes × units × electors), a few million steps for the United States.
 *
 * @param units Units of {@link spoilerUnits}.
 * @throws {RangeError} If a required unit is not there, or a standard deviation is negative.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { jointFlip, spoilerUnits } from "tallybook/election";
 *
 * const units = spoilerUnits([
 *   { unit: "A", electors: 1, votes: { X: 50, Y: 40, Z: 20 } },
 *   { unit: "B", electors: 1, votes: { X: 50, Y: 40, Z: 20 } },
 * ], { beneficiary: "Y", opponent: "X", without: ["Z"] });
 * // Both tie at 0.5, the expected share. With a common error only, they go together: 1/2.
 * const options = { required: ["A", "B"], netShare: 0.5, commonError: 0.1, unitDeviation: 0 };
 * const together = jointFlip(units, options);
 * assertEquals([together.allRequired, together.productOfEach], [0.5, 0.25]);
 * ```
 */
export function jointFlip(units: readonly SpoilerUnit[], options: JointFlipOptions): JointFlip {
  requireOptions(TASK, options, [
    "required",
    "netShare",
    "commonError",
    "unitDeviation",
    "majority",
  ]);
  const { required, commonError, unitDeviation } = options;
  requireSpoilerUnits(TASK, units);
  requireNumber(TASK, "common error", commonError, { minimum: 0, maximum: 1e6 });
  requireNumber(TASK, "units' deviation", unitDeviation, { minimum: 0, maximum: 1e6 });
  requireRatio(commonError, unitDeviation);
  requireUnits(TASK, "required", required, units);
  if (typeof options.netShare === "number") requireNumber(TASK, "net share", options.netShare);
  else {
    requireRecord(TASK, "net shares", options.netShare);
    for (const { unit } of units) {
      requireNumber(TASK, `net share of ${unit}`, options.netShare[unit]);
    }
  }
  const majority = options.majority ??
    majorityOf(units.reduce((sum, { electors }) => sum + electors, 0));
  requireCount(TASK, "majority", majority, { minimum: 1, maximum: 100_000 });
  // How far each unit's expected net share lies above its break-even.
  const excess = units.map((unit) => {
    const expected = typeof options.netShare === "number"
      ? options.netShare
      : options.netShare[unit.unit]!;
    return expected - unit.breakEven.netShare;
  });
  const isRequired = units.map(({ unit }) => required.includes(unit));
  const each = Object.fromEntries(
    units.flatMap(({ unit }, i) =>
      isRequired[i]
        ? [[unit, chanceAbove(excess[i] as number, Math.hypot(commonError, unitDeviation))]]
        : []
    ),
  );

  let allRequired = 0;
  let reachesMajority = 0;
  for (const { error, weight } of nodes(excess, commonError, unitDeviation)) {
    const chances = excess.map((value) => chanceAbove(value + error, unitDeviation));
    allRequired += weight *
      chances.reduce((product, chance, i) => isRequired[i] ? product * chance : product, 1);
    reachesMajority += weight * chanceOfMajority(units, chances, majority);
  }
  return {
    allRequired,
    majority: reachesMajority,
    each,
    productOfEach: Object.values(each).reduce((product, chance) => product * chance, 1),
  };
}

/** P(N(value, sd²) > 0); a certainty for a unit without third-party voters. */
function chanceAbove(value: number, deviation: number): number {
  if (deviation > 0 && Number.isFinite(value)) return normalTail(-value / deviation);
  return value > 0 ? 1 : 0;
}

/**
 * Values of the common error with weights that sum to one. Without unit deviations the outcome is
 * a step function of the error: then one node for each interval between the units' steps, with
 * its exact probability.
 */
function nodes(
  excess: readonly number[],
  commonError: number,
  unitDeviation: number,
): { error: number; weight: number }[] {
  if (commonError === 0) return [{ error: 0, weight: 1 }];
  if (unitDeviation === 0) {
    const steps = [...new Set(excess.filter(Number.isFinite).map((value) => -value))]
      .sort((a, b) => a - b);
    return [-Infinity, ...steps].map((from, i) => {
      const to = steps[i] ?? Infinity;
      const error = from === -Infinity ? to - 1 : to === Infinity ? from + 1 : (from + to) / 2;
      return { error, weight: normalTail(from / commonError) - normalTail(to / commonError) };
    });
  }
  const reach = 8.5; // standard deviations: beyond is less than 1e-16
  const step = Math.min(1, unitDeviation / commonError) / 4;
  const half = Math.ceil(reach / step);
  const raw = Array.from({ length: 2 * half + 1 }, (_, i) => {
    const z = (i - half) * step;
    return { error: z * commonError, weight: Math.exp(-z * z / 2) };
  });
  const total = raw.reduce((sum, { weight }) => sum + weight, 0);
  return raw.map(({ error, weight }) => ({ error, weight: weight / total }));
}

/** P(electors ≥ majority) for independent units, by convolution. */
function chanceOfMajority(
  units: readonly SpoilerUnit[],
  chances: readonly number[],
  majority: number,
): number {
  let certain = 0;
  const open: { electors: number; chance: number }[] = [];
  units.forEach(({ electors }, i) => {
    const chance = chances[i] as number;
    if (chance === 1) certain += electors;
    else if (chance > 0) open.push({ electors, chance });
  });
  // Index = electors won, all of `majority` and above together in the last cell.
  const distribution = new Float64Array(majority + 1);
  distribution[Math.min(majority, certain)] = 1;
  for (const { electors, chance } of open) {
    // What has reached the majority stays there; below it, from the top, so that no unit counts twice.
    for (let won = majority - 1; won >= 0; won--) {
      const here = distribution[won]!;
      distribution[won] = here * (1 - chance);
      distribution[Math.min(majority, won + electors)]! += here * chance;
    }
  }
  return distribution[majority] as number;
}

const TASK = "find the chance of flips";
/** How much larger than the units' deviations the common error may be, for a grid of some 30,000. */
const MOST_RATIO = 500;

function requireRatio(commonError: number, unitDeviation: number): void {
  if (unitDeviation === 0 || commonError / unitDeviation <= MOST_RATIO) return;
  throw new RangeError(
    refusal({
      task: TASK,
      where: "units' deviation",
      found: unitDeviation,
      expected: `0, or at least a ${MOST_RATIO}th of the common error of ${commonError}`,
    }),
  );
}
