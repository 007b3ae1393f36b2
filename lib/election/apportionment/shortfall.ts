import { refusal, requireCount, requireOneOf, requireOptions } from "../../check/mod.ts";
import { compareRatios, type Ratio } from "../exact/ratio.ts";

import { apportion, type Populations, requirePopulations } from "./apportion.ts";
import { DIVISOR_METHODS, type DivisorMethod, seatPriority } from "./method.ts";

/** Options of {@linkcode personsShort}. */
export interface ShortfallOptions {
  /** How many seats are given. */
  readonly seats?: number;
  /** The divisor method. */
  readonly method?: DivisorMethod;
  /** The seats that each state has at least. */
  readonly minimum?: number;
}

/**
 * By how many persons a unit missed its next seat: the smallest growth of its own
 * population, all others unchanged, with which it would have taken the last seat
 * given to another unit. Exact.
 *
 * Cost: one apportionment and O(log population) comparisons.
 *
 * @throws {RangeError} if the unit is not among the populations, or if all seats are minimum seats.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { apportion, personsShort } from "tallybook/election";
 *
 * const populations = { north: 600, south: 310, west: 90 };
 * const short = personsShort(populations, "west", { seats: 10 });
 * assertEquals(apportion({ ...populations, west: 90 + short }, { seats: 10 }).seats.west, 2);
 * assertEquals(apportion({ ...populations, west: 89 + short }, { seats: 10 }).seats.west, 1);
 * ```
 */
export function personsShort(
  populations: Populations,
  unit: string,
  options: ShortfallOptions = {},
): number {
  const task = "find how many persons a unit fell short of a seat";
  requireOptions(task, options, ["seats", "method", "minimum"]);
  const { seats = 435, method = "huntington-hill", minimum = 1 } = options;
  const units = requirePopulations(task, populations);
  requireOneOf(task, "unit", unit, [...units.keys()]);
  requireOneOf(task, 'option "method"', method, DIVISOR_METHODS);
  const population = units.get(unit)!;
  requireCount(task, "minimum of seats", minimum);
  requireCount(task, "seats", seats, { minimum: units.size * minimum + 1 });
  const held = apportion(populations, { seats, method, minimum, missed: 0 }).seats;
  const weakest = weakestSeatOfOthers(units, held, unit, method, minimum);
  if (weakest === undefined) {
    throw new RangeError(
      refusal({
        task,
        where: `units other than ${unit} with more than the minimum of seats`,
        found: "none",
        expected: "at least one",
      }),
    );
  }
  const enough = (growth: bigint) =>
    compareRatios(seatPriority(population + growth, held[unit]!, method), weakest) > 0;
  let high = 1n;
  while (!enough(high)) high *= 2n;
  let low = 0n;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (enough(middle)) high = middle;
    else low = middle + 1n;
  }
  return Number(low);
}

/** The lowest priority at which another unit took a seat above its minimum. */
function weakestSeatOfOthers(
  units: ReadonlyMap<string, bigint>,
  held: Readonly<Record<string, number>>,
  unit: string,
  method: DivisorMethod,
  minimum: number,
): Ratio | undefined {
  let weakest: Ratio | undefined;
  for (const [other, population] of units) {
    if (other === unit || held[other]! <= minimum) continue;
    const priority = seatPriority(population, held[other]! - 1, method);
    if (weakest === undefined || compareRatios(priority, weakest) < 0) weakest = priority;
  }
  return weakest;
}
