import {
  refusal,
  requireCount,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../../check/mod.ts";
import { compareRatios, type Ratio, ratioToNumber } from "../exact/ratio.ts";

import type { Apportionment, PrioritySeat } from "./apportionment.ts";
import { apportionByRemainders } from "./hamilton.ts";
import {
  APPORTIONMENT_METHODS,
  type ApportionmentMethod,
  type DivisorMethod,
  seatPriority,
} from "./method.ts";

/** Populations by unit; integers, as a census gives them. */
export type Populations = Readonly<Record<string, number | bigint>>;

/** Options of {@linkcode apportion}. */
export interface ApportionOptions {
  /** Seats to give out. 435 unless told. */
  readonly seats?: number;
  /** The method. Huntington–Hill, the law since 1941, unless told. */
  readonly method?: ApportionmentMethod;
  /** Seats that each unit has at least. 1, as the Constitution has it, unless told. */
  readonly minimum?: number;
  /** How many of the seats that just missed to list. 3 unless told. */
  readonly missed?: number;
}

/**
 * Apportions a House among units by population, exactly: priorities are compared
 * as fractions of integers, never as rounded numbers. Use the *apportionment*
 * population (with residents overseas in 1970 and since 1990), not the resident one.
 *
 * Cost: O(seats × units).
 *
 * @throws {RangeError} if a population is not a positive integer, or if there are
 * fewer seats than the minimum requires.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { apportion } from "tallybook/election";
 *
 * const populations = { north: 600, south: 300, west: 100 };
 * const { seats, order } = apportion(populations, { seats: 10, method: "jefferson" });
 * assertEquals(seats, { north: 6, south: 3, west: 1 });
 * assertEquals(order[0], { number: 4, unit: "north", unitSeat: 2, priority: 300 });
 * ```
 */
export function apportion(populations: Populations, options: ApportionOptions = {}): Apportionment {
  const task = "apportion seats";
  requireOptions(task, options, ["seats", "method", "minimum", "missed"]);
  const { seats = 435, method = "huntington-hill", minimum = 1, missed = 3 } = options;
  const units = requirePopulations(task, populations);
  requireOneOf(task, 'option "method"', method, APPORTIONMENT_METHODS);
  requireCount(task, "minimum of seats", minimum);
  requireCount(task, "missed seats to list", missed, { maximum: MOST_SEATS });
  requireCount(task, "seats", seats, {
    minimum: Math.max(1, units.size * minimum),
    maximum: Math.max(MOST_SEATS, Math.floor(MOST_CLAIMS / units.size)),
  });
  if (method === "hamilton") return apportionByRemainders(units, seats, minimum);

  const held = new Map([...units.keys()].map((unit) => [unit, minimum]));
  const given: Claim[] = [];
  for (let number = units.size * minimum + 1; number <= seats + missed; number++) {
    const claim = strongestClaim(units, held, method, number);
    held.set(claim.unit, claim.unitSeat);
    given.push(claim);
  }
  const order = given.slice(0, given.length - missed);
  for (const claim of given.slice(order.length)) held.set(claim.unit, held.get(claim.unit)! - 1);
  return {
    method,
    seats: Object.fromEntries(held),
    order: order.map((claim) => published(claim, method)),
    next: given.slice(order.length).map((claim) => published(claim, method)),
    tied: tiedForLast(units, held, method, order.at(-1)),
  };
}

/** Seats that any number of units may share, and claims to seats that take about a second. */
const MOST_SEATS = 10_000;
const MOST_CLAIMS = 1_000_000;

/** A claim to one seat, with its exact priority. */
interface Claim {
  readonly number: number;
  readonly unit: string;
  readonly unitSeat: number;
  readonly exact: Ratio;
}

function strongestClaim(
  units: ReadonlyMap<string, bigint>,
  held: ReadonlyMap<string, number>,
  method: DivisorMethod,
  number: number,
): Claim {
  let best: Claim | undefined;
  for (const [unit, population] of units) {
    const exact = seatPriority(population, held.get(unit)!, method);
    const stronger = best === undefined ||
      (compareRatios(exact, best.exact) || Number(population - units.get(best.unit)!) ||
          (unit < best.unit ? 1 : -1)) > 0;
    if (stronger) best = { number, unit, unitSeat: held.get(unit)! + 1, exact };
  }
  return best!;
}

/** Whoever's next claim equals the last one served was left out by a tie. */
function tiedForLast(
  units: ReadonlyMap<string, bigint>,
  held: ReadonlyMap<string, number>,
  method: DivisorMethod,
  last: Claim | undefined,
): string[] {
  if (last === undefined) return [];
  const equal = [...units].filter(([unit, population]) =>
    compareRatios(seatPriority(population, held.get(unit)!, method), last.exact) === 0
  ).map(([unit]) => unit);
  return equal.length === 0 ? [] : [last.unit, ...equal.filter((unit) => unit !== last.unit)];
}

function published(claim: Claim, method: DivisorMethod): PrioritySeat {
  const value = ratioToNumber(claim.exact);
  const priority = method === "huntington-hill" ? Math.sqrt(value) : value;
  return { number: claim.number, unit: claim.unit, unitSeat: claim.unitSeat, priority };
}

/** The populations as exact integers, or an error that names the unit at fault. */
export function requirePopulations(task: string, populations: Populations): Map<string, bigint> {
  requireRecord(task, "populations", populations);
  const units = new Map<string, bigint>();
  for (const [unit, population] of Object.entries(populations)) {
    const where = `population of ${unit}`;
    if (typeof population !== "bigint") requireCount(task, where, population, { minimum: 1 });
    else if (population <= 0n) {
      throw new RangeError(
        refusal({ task, where, found: population, expected: "a whole number of at least 1" }),
      );
    }
    units.set(unit, BigInt(population));
  }
  if (units.size === 0) {
    throw new RangeError(
      refusal({ task, where: "populations", found: "none", expected: "at least one" }),
    );
  }
  return units;
}
