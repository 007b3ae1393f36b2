import {
  refusal,
  requireCount,
  requireNumber,
  requireOneOf,
  requireRecord,
} from "../../check/mod.ts";
import { type Contest, isDistrict, stateOf } from "../contest.ts";
import { plurality } from "../plurality.ts";
import { requireContests, requireTwo } from "../require_contests.ts";
import { groupBy } from "../group_by.ts";

/**
 * The four ways in which the Electoral College departs from the popular vote. Each is a switch:
 * - "senators' electors": two electors for every state, besides those for its Representatives;
 * - "apportionment": whole House seats by the last census, instead of seats in proportion to the
 *   population given;
 * - "turnout": a state's seats stand for persons, instead of for votes cast;
 * - "winner takes all": a unit's electors go to its winner, instead of in proportion to the two
 *   candidates' votes.
 */
export const collegeSwitches = [
  "senators' electors",
  "apportionment",
  "turnout",
  "winner takes all",
] as const;

/** One of the four switches. */
export type CollegeSwitch = typeof collegeSwitches[number];

/** A candidate's share less the other's, in one of the sixteen worlds between the two counts. */
export interface CollegeWorld {
  /** The switches that are on. */
  readonly on: readonly CollegeSwitch[];
  /** Margin of `candidate` over `against`, in points of the world's whole weight. */
  readonly points: number;
}

/** How much each switch moves the result, on average over all orders of turning them on. */
export interface CollegeDecomposition {
  /** The candidate's name. */
  readonly candidate: string;
  /** The candidate compared with. */
  readonly against: string;
  /** Margin in points of the two-party popular vote: all switches off. */
  readonly popular: number;
  /** Margin in points of the electors: all switches on. */
  readonly electoral: number;
  /** Points that each switch contributes; they sum to `electoral − popular`. */
  readonly contributions: Readonly<Record<CollegeSwitch, number>>;
  /** All sixteen worlds. */
  readonly worlds: readonly CollegeWorld[];
}

/** A state as the decomposition sees it. */
interface State {
  readonly seats: number;
  readonly senators: number;
  readonly votes: number;
  readonly population: number;
  /** Two-party margin, −1 to 1. */
  readonly voteMargin: number;
  /** Margin among the House part of the electors won, −1 to 1. */
  readonly seatMargin: number;
  /** 1, −1, or 0 where neither won. */
  readonly senatorMargin: number;
}

/**
 * Decompose the distance between the popular and the electoral margin over the four switches by
 * Shapley's value: the mean change that a switch makes over all 24 orders of turning the four on.
 * No switch's share depends on an order chosen by the analyst, and they sum exactly to the whole.
 *
 * The world with all off weighs each state by its two-party votes and divides it in proportion:
 * its margin is the national two-party margin. The world with all on is the Electoral College.
 * Between them a state weighs h + 2s, where s is 1 with the senators' electors on, and h is in
 * proportion to seats (apportionment on) or population (off), times votes per person where turnout
 * is off; the h of all states always sum to the House seats. Maine's and Nebraska's districts are
 * their House part, the at-large electors their senators' part. The District of Columbia counts as
 * a state with one seat. Where a third candidate won, winner takes all gives neither anything.
 *
 * What "apportionment" holds depends on the population given. With persons eligible to vote it
 * holds, besides the lag since the census and the rounding to whole seats, the residents who may
 * not vote. Turnout is two-party votes per person of that population.
 *
 * @param contests All contests of the election, each state's at-large contest among them.
 * @param candidates Between whom.
 * @param population Persons by state.
 * @throws {RangeError} If a state lacks votes or population, or has fewer than three electors.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { decomposeCollege } from "tallybook/election";
 *
 * // Two states alike but for their size: seats in proportion, equal turnout.
 * const contests = [
 *   { unit: "A", electors: 4 + 2, votes: { X: 160, Y: 240 } },
 *   { unit: "B", electors: 1 + 2, votes: { X: 70, Y: 30 } },
 * ];
 * const { popular, electoral, contributions } = decomposeCollege(contests, {
 *   candidate: "X",
 *   against: "Y",
 * }, { A: 800, B: 200 });
 * assertAlmostEquals(popular, -8); // 230 against 270 of 500
 * assertAlmostEquals(electoral, -100 / 3); // 3 electors against 6
 * assertAlmostEquals(contributions["apportionment"], 0);
 * assertAlmostEquals(contributions["turnout"], 0);
 * assertEquals(contributions["senators' electors"] > 0, true); // the small state is X's
 * ```
 */
export function decomposeCollege(
  contests: readonly Contest[],
  candidates: { readonly candidate: string; readonly against: string },
  population: Readonly<Record<string, number>>,
): CollegeDecomposition {
  requireRecord(TASK, "candidates", candidates);
  const { candidate, against } = candidates;
  requireContests(TASK, contests);
  requireTwo(TASK, [["candidate", candidate], ["opponent", against]], contests);
  requireRecord(TASK, "population", population);
  const states = statesOf(contests, candidate, against, population);
  const worlds: CollegeWorld[] = [];
  for (let mask = 0; mask < 16; mask++) {
    const on = collegeSwitches.filter((_, i) => (mask >> i) & 1);
    worlds.push({ on, points: worldPoints(states, new Set(on)) });
  }
  const contributions = Object.fromEntries(collegeSwitches.map((name, i) => {
    let sum = 0;
    for (let mask = 0; mask < 16; mask++) {
      if ((mask >> i) & 1) continue;
      const before = worlds[mask] as CollegeWorld;
      const after = worlds[mask | (1 << i)] as CollegeWorld;
      // Orders of four in which exactly the switches of `before` precede this one: k!(3 − k)!.
      const orders = [6, 2, 2, 6][before.on.length] as number;
      sum += orders / 24 * (after.points - before.points);
    }
    return [name, sum];
  })) as Record<CollegeSwitch, number>;
  return {
    candidate,
    against,
    popular: (worlds[0] as CollegeWorld).points,
    electoral: (worlds[15] as CollegeWorld).points,
    contributions,
    worlds,
  };
}

const TASK = "decompose a result";

function worldPoints(states: readonly State[], on: ReadonlySet<CollegeSwitch>): number {
  const raw = states.map(({ seats, population, votes }) =>
    (on.has("apportionment") ? seats : population) * (on.has("turnout") ? 1 : votes / population)
  );
  const rawTotal = raw.reduce((sum, weight) => sum + weight, 0);
  const seatTotal = states.reduce((sum, { seats }) => sum + seats, 0);
  const winnerTakesAll = on.has("winner takes all");
  let difference = 0;
  let whole = 0;
  states.forEach((state, i) => {
    const house = (raw[i] as number) / rawTotal * seatTotal;
    const senate = on.has("senators' electors") ? state.senators : 0;
    difference += house * (winnerTakesAll ? state.seatMargin : state.voteMargin) +
      senate * (winnerTakesAll ? state.senatorMargin : state.voteMargin);
    whole += house + senate;
  });
  return 100 * difference / whole;
}

function statesOf(
  contests: readonly Contest[],
  candidate: string,
  against: string,
  population: Readonly<Record<string, number>>,
): State[] {
  const side = (contest: Contest): number => {
    const result = plurality(contest);
    if (result.kind !== "won") return 0;
    return result.winner === candidate ? 1 : result.winner === against ? -1 : 0;
  };
  const byState = groupBy(contests, ({ unit }) => stateOf(unit));
  return [...byState].map(([name, units]) => {
    const atLarge = units.find(({ unit }) => !isDistrict(unit));
    const districts = units.filter(({ unit }) => isDistrict(unit));
    requireOneOf(TASK, "state without a population", name, Object.keys(population));
    const persons = requireNumber(TASK, `population of ${name}`, population[name], {
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
    });
    const own = atLarge?.votes[candidate] ?? 0;
    const other = atLarge?.votes[against] ?? 0;
    const electors = units.reduce((sum, unit) => sum + unit.electors, 0);
    if (atLarge === undefined || own + other === 0) {
      throw new RangeError(
        refusal({
          task: TASK,
          where: `votes for ${candidate} or ${against} in ${name}`,
          found: own + other,
          expected: "more than 0",
        }),
      );
    }
    requireCount(TASK, `electors of ${name}`, electors, { minimum: 3 });
    const seats = electors - 2;
    // At-large electors besides the two for senators are House seats won by the statewide winner.
    const atLargeSeats = seats - districts.reduce((sum, unit) => sum + unit.electors, 0);
    const seatsWon = districts.reduce((sum, unit) => sum + unit.electors * side(unit), 0) +
      atLargeSeats * side(atLarge);
    return {
      seats,
      senators: 2,
      votes: own + other,
      population: persons,
      voteMargin: (own - other) / (own + other),
      seatMargin: seatsWon / seats,
      senatorMargin: side(atLarge),
    };
  });
}
