import {
  refusal,
  requireCount,
  requireDistinct,
  requireList,
  requireOneOf,
  requireOptions,
} from "../../check/mod.ts";
import { type Contest, isDistrict, stateOf } from "../contest.ts";
import { plurality } from "../plurality.ts";

import { requireContests } from "../require_contests.ts";
import { type RuleResult, settle, type UnitAllocation, whole } from "./settle.ts";

/** Options shared by the rules. */
export interface RuleOptions {
  /**
   * Who may receive electors. Everybody with votes, unless told: name the candidates where a
   * table has a row of "other" votes that belong to no one person.
   */
  readonly candidates?: readonly string[];
}

/**
 * Winner take all: each unit's electors go to whoever has most votes there. Give
 * whole states for the rule of 48 states applied to all, or Maine's and
 * Nebraska's units for the rule in force.
 *
 * @throws {RangeError} if votes or electors are not whole numbers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { winnerTakeAll } from "tallybook/election";
 *
 * const result = winnerTakeAll([
 *   { unit: "A", electors: 3, votes: { x: 51, y: 49 } },
 *   { unit: "B", electors: 4, votes: { x: 10, y: 90 } },
 * ]);
 * assertEquals(result.electors, { y: 4, x: 3 });
 * assertEquals(result.winner, "y");
 * ```
 */
export function winnerTakeAll(
  contests: readonly Contest[],
  options: RuleOptions = {},
): RuleResult {
  requireKnown("apply winner take all", contests, options);
  return settle("winner take all", contests.map((contest) => takeAll(contest, options)));
}

/**
 * The district rule of Maine and Nebraska for every state: one elector for the
 * winner of each district, the others for the winner of the state. The District
 * of Columbia, without districts, goes as a whole.
 *
 * @param states Whole states with all their electors.
 * @param districts One contest a congressional district, named "WI-03".
 * @throws {RangeError} if a district's state is missing or has more districts than electors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { districtRule } from "tallybook/election";
 *
 * const { electors } = districtRule(
 *   [{ unit: "ME", electors: 4, votes: { Clinton: 357_735, Trump: 335_593 } }],
 *   [
 *     { unit: "ME-01", electors: 1, votes: { Clinton: 212_774, Trump: 154_384 } },
 *     { unit: "ME-02", electors: 1, votes: { Clinton: 144_817, Trump: 181_177 } },
 *   ],
 * );
 * assertEquals(electors, { Clinton: 3, Trump: 1 });
 * ```
 */
export function districtRule(
  states: readonly Contest[],
  districts: readonly Contest[],
  options: RuleOptions = {},
): RuleResult {
  const task = "apply the district rule";
  requireKnown(task, states, options);
  requireContests(task, districts, { least: 0 });
  const known = new Map(states.map((state) => [state.unit, state.electors]));
  for (const district of districts) {
    const state = stateOf(district.unit);
    const left = known.get(state);
    if (left === undefined || !isDistrict(district.unit)) {
      throw new RangeError(
        refusal({
          task,
          where: "districts",
          found: district.unit,
          expected: `a district of one of the ${states.length} states, like "ME-02"`,
        }),
      );
    }
    requireCount(task, `electors of ${state} left for ${district.unit}`, left, { minimum: 1 });
    known.set(state, left - 1);
  }
  return settle("district", [
    ...states.map((state) => takeAll({ ...state, electors: known.get(state.unit)! }, options)),
    ...districts.map((district) => takeAll({ ...district, electors: 1 }, options)),
  ]);
}

/**
 * Winner take all without the two electors that each state has for its senators:
 * 436 electors in all. What is left of an inversion then is not the senators' doing.
 * Maine's and Nebraska's units lose both from the at-large contest.
 *
 * @throws {RangeError} if a state's own contest has fewer than two electors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { withoutSenators } from "tallybook/election";
 *
 * const florida = { unit: "FL", electors: 25, votes: { Bush: 2_912_790, Gore: 2_912_253 } };
 * assertEquals(withoutSenators([florida]).electors, { Bush: 23 });
 * ```
 */
export function withoutSenators(
  contests: readonly Contest[],
  options: RuleOptions = {},
): RuleResult {
  const task = "leave out the senators' electors";
  requireKnown(task, contests, options);
  const reduced = contests.map((contest) => {
    if (isDistrict(contest.unit)) return contest;
    requireCount(task, `electors of ${contest.unit}`, contest.electors, { minimum: 2 });
    return { ...contest, electors: contest.electors - 2 };
  });
  return settle("without senators' electors", reduced.map((contest) => takeAll(contest, options)));
}

/** One unit's electors to whoever leads there; to nobody if tied or without returns. */
export function takeAll(contest: Contest, options: RuleOptions): UnitAllocation {
  const votes = eligibleVotes(contest, options);
  const result = plurality({ votes });
  return {
    unit: contest.unit,
    electors: contest.electors,
    shares: result.kind === "won" ? { [result.winner]: whole(contest.electors) } : {},
  };
}

/** Checks contests and options; a candidate with a row in no contest is most likely misspelt. */
export function requireKnown(
  task: string,
  contests: readonly Contest[],
  options: RuleOptions,
  more: readonly string[] = [],
): void {
  requireContests(task, contests);
  requireOptions(task, options, ["candidates", ...more]);
  if (options.candidates === undefined) return;
  requireList(task, 'option "candidates"', options.candidates);
  const known = [...new Set(contests.flatMap(({ votes }) => Object.keys(votes)))];
  for (const name of options.candidates) requireOneOf(task, "candidate", name, known);
  requireDistinct(task, 'option "candidates"', options.candidates);
}

/** The votes of those who may receive electors. */
export function eligibleVotes(
  contest: Contest,
  { candidates }: RuleOptions,
): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const [candidate, count] of Object.entries(contest.votes)) {
    if (candidates === undefined || candidates.includes(candidate)) votes[candidate] = count;
  }
  return votes;
}
