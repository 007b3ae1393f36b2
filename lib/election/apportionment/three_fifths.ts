import {
  refusal,
  requireCount,
  requireList,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../../check/mod.ts";
import { addRatios, type Ratio, ratioToNumber } from "../exact/ratio.ts";

import { apportion } from "./apportion.ts";

/** A state's count at a census: all persons, and those of them held as slaves. */
export interface CensusOfSlavery {
  /** All inhabitants. */
  readonly total: number;
  /** Those of them who were enslaved. */
  readonly enslaved: number;
}

/** The weight of an enslaved person in the count, as an exact fraction: `[3, 5]`. */
export type Weight = readonly [numerator: number, denominator: number];

/**
 * How the size of the House follows from the populations. Under a fixed
 * `divisor` (33,000 persons a seat in 1792) it shrinks with what is counted;
 * under fixed `seats` it does not. Jefferson's method either way.
 */
export type Closure = { readonly divisor: number } | { readonly seats: number };

/** Electors that each candidate received, by state. */
export type CastByState = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Options of {@linkcode reweightedElection}. */
export interface ReweightedOptions {
  /** What an enslaved person counts. */
  readonly weight: Weight;
  /** How the House's size is set. */
  readonly closure: Closure;
  /** Seats of states admitted after the census, which keep what they had: `{ TN: 1 }`. */
  readonly admittedLater?: Readonly<Record<string, number>>;
}

/** An election run again on electors apportioned with another weight. */
export interface ReweightedElection {
  /** Seats in the House, by state. */
  readonly seats: Readonly<Record<string, number>>;
  /** All seats in the House. */
  readonly house: number;
  /** All electors. */
  readonly electors: number;
  /** Electors by candidate; fractions where a state's divided vote is scaled. */
  readonly votes: Readonly<Record<string, number>>;
  /** The candidate with most electors, or null if the first two tie exactly. */
  readonly leader: string | null;
}

/**
 * Runs an election again on a House apportioned with another weight for the
 * enslaved: each state's electors (seats plus two) go to the candidates in the
 * proportion in which the state cast its actual ones. Exact until the last step.
 *
 * This holds everything but the arithmetic fixed: who could vote, which states
 * joined, and how legislatures chose.
 *
 * @throws {RangeError} if a weight, a count or a closure makes no sense, or if a
 * state that cast votes has no seats.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { reweightedElection } from "tallybook/election";
 *
 * const census = { S: { total: 100, enslaved: 50 }, N: { total: 100, enslaved: 0 } };
 * const cast = { S: { a: 1 }, N: { b: 1 } };
 * const all = reweightedElection(census, cast, { weight: [1, 1], closure: { divisor: 10 } });
 * const none = reweightedElection(census, cast, { weight: [0, 1], closure: { divisor: 10 } });
 * assertEquals([all.seats.S, none.seats.S], [10, 5]);
 * assertEquals(none.leader, "b");
 * ```
 */
export function reweightedElection(
  census: Readonly<Record<string, CensusOfSlavery>>,
  cast: CastByState,
  options: ReweightedOptions,
): ReweightedElection {
  const task = "run an election again on other weights";
  requireOptions(task, options, ["weight", "closure", "admittedLater"]);
  const { weight, closure, admittedLater = {} } = options;
  requireRecord(task, "electors cast", cast);
  requireRecord(task, "states admitted later", admittedLater);
  for (const [state, count] of Object.entries(admittedLater)) {
    requireCount(task, `seats of ${state}`, count);
  }
  const seats = { ...houseSeats(census, weight, closure), ...admittedLater };
  const exact = new Map<string, Ratio>();
  let electors = 0;
  for (const count of Object.values(seats)) electors += count + 2;
  for (const [state, byCandidate] of Object.entries(cast)) {
    requireOneOf(task, "state that cast electors", state, Object.keys(seats));
    const held = seats[state]!;
    requireRecord(task, `electors cast by ${state}`, byCandidate);
    for (const [candidate, votes] of Object.entries(byCandidate)) {
      requireCount(task, `electors for ${candidate} in ${state}`, votes);
    }
    const all = Object.values(byCandidate).reduce((sum, votes) => sum + votes, 0);
    requireCount(task, `electors cast by ${state}`, all, { minimum: 1 });
    for (const [candidate, votes] of Object.entries(byCandidate)) {
      const share = { numerator: BigInt(votes * (held + 2)), denominator: BigInt(all) };
      const before = exact.get(candidate);
      exact.set(candidate, before === undefined ? share : addRatios(before, share));
    }
  }
  const ranked = [...exact].sort(([, a], [, b]) => ratioToNumber(b) - ratioToNumber(a));
  const [first, second] = ranked;
  const even = first !== undefined && second !== undefined &&
    first[1].numerator * second[1].denominator === second[1].numerator * first[1].denominator;
  return {
    seats,
    house: Object.values(seats).reduce((sum, count) => sum + count, 0),
    electors,
    votes: Object.fromEntries([...exact].map(([name, ratio]) => [name, ratioToNumber(ratio)])),
    leader: first === undefined || even ? null : first[0],
  };
}

/**
 * Seats in the House by Jefferson's method, each state one at least, when the
 * enslaved are counted with a weight. With weight 3/5 and divisor 33,000 the 1790
 * census gives the apportionment of 1792.
 *
 * @throws {RangeError} if more people are enslaved than counted, or the closure makes no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { houseSeats } from "tallybook/election";
 *
 * const census = { VA: { total: 747_610, enslaved: 292_627 } };
 * assertEquals(houseSeats(census, [3, 5], { divisor: 33_000 }), { VA: 19 });
 * ```
 */
export function houseSeats(
  census: Readonly<Record<string, CensusOfSlavery>>,
  weight: Weight,
  closure: Closure,
): Record<string, number> {
  const task = "find the seats of a House";
  requireList(task, "weight", weight, { length: 2 });
  const [numerator, denominator] = weight;
  requireCount(task, "weight's denominator", denominator, { minimum: 1 });
  // More than a whole person is a fraction upside down.
  requireCount(task, "weight's numerator", numerator, { maximum: denominator });
  requireRecord(task, "closure", closure);
  requireRecord(task, "census", census);
  if (Object.keys(census).length === 0) {
    throw new RangeError(
      refusal({ task, where: "census", found: "no state", expected: "at least one" }),
    );
  }
  const counted: Record<string, bigint> = {};
  for (const [state, persons] of Object.entries(census)) {
    const { total, enslaved } = requireRecord(task, `census of ${state}`, persons);
    requireCount(task, `population of ${state}`, total, { minimum: 1 });
    requireCount(task, `enslaved population of ${state}`, enslaved, { maximum: total });
    // In units of 1/denominator of a person, so that every count is an integer.
    counted[state] = BigInt(total - enslaved) * BigInt(denominator) +
      BigInt(enslaved) * BigInt(numerator);
  }
  if ("seats" in closure) {
    return { ...apportion(counted, { seats: closure.seats, method: "jefferson" }).seats };
  }
  requireCount(task, "divisor", closure.divisor, { minimum: 1 });
  const divisor = BigInt(closure.divisor) * BigInt(denominator);
  return Object.fromEntries(
    Object.entries(counted).map(([state, people]) => {
      const whole = Number(people / divisor);
      return [state, Math.max(1, whole)];
    }),
  );
}
