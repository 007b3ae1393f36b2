import {
  refusal,
  requireCount,
  requireName,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../check/mod.ts";
import { type Contest, isDistrict, popularVote, stateOf, totalVotes } from "./contest.ts";
import { cheapestCover, type Choice } from "./knapsack.ts";
import { plurality } from "./plurality.ts";
import { requireContests, requireRan, requireUnits, requireVotes } from "./require_contests.ts";
import { majorityOf, tally } from "./tally.ts";
import { groupBy } from "./group_by.ts";

/** What the changed votes must do. */
export interface FewestVotesGoal {
  /** "win": give `candidate` a majority. "deny": leave `candidate` without one. */
  readonly goal: "win" | "deny";
  /** Whose majority it is about. */
  readonly candidate: string;
  /** "switching": voters change candidate, each moving a margin by two. "adding": new voters. */
  readonly by: "switching" | "adding";
  /** Units that may change; all with returns unless given. */
  readonly among?: readonly string[];
  /** Electors needed to win; more than half of all unless given. */
  readonly majority?: number;
}

/** A unit that changes hands, and the votes it takes. */
export interface ChangedUnit {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** Votes changed here; 0 for a state's at-large electors that fall with its districts. */
  readonly votes: number;
}

/** The fewest votes that change an election, and where they are. */
export interface FewestVotes {
  /** Whether the candidate is to win, or another to be denied. */
  readonly goal: "win" | "deny";
  /** Whose majority it is about. */
  readonly candidate: string;
  /** Whether votes change sides or are added. */
  readonly by: "switching" | "adding";
  /** The least number of votes. */
  readonly votes: number;
  /** The same as a share of all votes cast in the election. */
  readonly shareOfAll: number;
  /** Electors that had to change hands. */
  readonly electorsNeeded: number;
  /** The units that do it, in the contests' order. */
  readonly units: readonly ChangedUnit[];
  /** Other sets of units that need exactly as many votes. */
  readonly alternatives: readonly (readonly ChangedUnit[])[];
  /** False if there are more such sets than are listed. */
  readonly complete: boolean;
}

/** Ways to change one state: a set of its units that change together. */
interface StateChoice extends Choice {
  readonly units: readonly ChangedUnit[];
}

/**
 * The fewest votes, placed where they count most, that would give a candidate a majority of the
 * electors or deny one: an exact 0/1 knapsack over units, not a sum over the closest states.
 *
 * It measures how near the counts came to another result. It is not a forecast and not a
 * probability: errors and swings are common to states, and nobody could have placed the votes so.
 *
 * In a state that divides its electors, a vote changed in a district is also changed statewide;
 * districts and at-large electors are chosen jointly, so that no vote is paid for twice. A unit
 * counts as changed only when it is won outright: a tie leaves electors to a lot or a court.
 *
 * @throws {RangeError} If no changes among the units allowed reach the goal, a name is unknown, or a
 * count is not whole.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { fewestVotes } from "tallybook/election";
 *
 * const close = [
 *   { unit: "A", electors: 10, votes: { X: 500, Y: 400 } },
 *   { unit: "B", electors: 6, votes: { X: 300, Y: 290 } },
 *   { unit: "C", electors: 5, votes: { X: 310, Y: 290 } },
 *   { unit: "D", electors: 8, votes: { X: 100, Y: 900 } },
 * ];
 * // Y has 8 of 29 and needs 15: B and C bring 11 for 6 + 11 switches, A alone 10 for 51.
 * const result = fewestVotes(close, { goal: "win", candidate: "Y", by: "switching" });
 * assertEquals([result.votes, result.units.map((u) => u.unit)], [17, ["B", "C"]]);
 * ```
 */
export function fewestVotes(contests: readonly Contest[], options: FewestVotesGoal): FewestVotes {
  const task = "find the fewest votes";
  requireOptions(task, options, ["goal", "candidate", "by", "among", "majority"]);
  const { goal, candidate, by } = options;
  requireOneOf(task, 'option "goal"', goal, ["win", "deny"]);
  requireOneOf(task, 'option "by"', by, WAYS);
  requireContests(task, contests);
  requireRan(task, "candidate", candidate, contests);
  if (options.among !== undefined) requireUnits(task, "among", options.among, contests);
  const total = contests.reduce((sum, contest) => sum + contest.electors, 0);
  const majority = options.majority ?? majorityOf(total);
  requireCount(task, "majority", majority, { minimum: 1, maximum: MOST_ELECTORS });
  const held = tally(contests).electors[candidate] ?? 0;
  const electorsNeeded = Math.max(0, goal === "win" ? majority - held : held - (majority - 1));
  const among = options.among === undefined ? undefined : new Set(options.among);
  const changes: ChangedUnit[] = [];
  for (const contest of contests) {
    if (among !== undefined && !among.has(contest.unit)) continue;
    const votes = goal === "win"
      ? winning(contest, candidate, by)
      : denying(contest, candidate, by);
    if (votes !== undefined) {
      changes.push({ unit: contest.unit, electors: contest.electors, votes });
    }
  }
  const byState = groupBy(changes, ({ unit }) => stateOf(unit));
  const cover = cheapestCover([...byState.values()].map(stateChoices), electorsNeeded);
  if (cover === undefined) {
    const electors = changes.reduce((sum, unit) => sum + unit.electors, 0);
    throw new RangeError(
      refusal({
        task: `${goal === "win" ? "give" : "deny"} ${candidate} a majority`,
        where: "units that may change",
        found: `${electors} electors`,
        expected: `${electorsNeeded}`,
      }),
    );
  }
  const sets = cover.selections.map((choices) => choices.flatMap((choice) => choice.units));
  return {
    goal,
    candidate,
    by,
    votes: cover.cost,
    shareOfAll: cover.cost / totalVotes(popularVote(contests)),
    electorsNeeded,
    units: sets[0] ?? [],
    alternatives: sets.slice(1),
    complete: cover.complete,
  };
}

/**
 * The fewest votes that make a candidate win a unit; undefined where that is already so or there
 * are no returns.
 *
 * Switched votes come from whoever is ahead: with k switches the candidate has v + k, and every
 * other must fall to v + k − 1 or less. Between two candidates that is half the margin, rounded
 * down, plus one; a strong third candidate can make it more.
 *
 * @throws {RangeError} If the candidate is not among the contest's, or votes are not whole.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { votesToWin } from "tallybook/election";
 *
 * const florida = { unit: "FL", electors: 25, votes: { Bush: 2_912_790, Gore: 2_912_253 } };
 * assertEquals(votesToWin(florida, "Gore", "switching"), 269); // 537 = 2 × 268 + 1
 * assertEquals(votesToWin(florida, "Gore", "adding"), 538);
 * assertEquals(votesToWin(florida, "Bush", "adding"), undefined);
 * ```
 */
export function votesToWin(
  contest: Contest,
  candidate: string,
  by: "switching" | "adding",
): number | undefined {
  requireChange("find the votes to win", contest, candidate, by);
  return winning(contest, candidate, by);
}

function winning(
  contest: Contest,
  candidate: string,
  by: "switching" | "adding",
): number | undefined {
  const result = plurality(contest);
  if (result.kind === "missing" || (result.kind === "won" && result.winner === candidate)) {
    return undefined;
  }
  const own = contest.votes[candidate] ?? 0;
  const others = Object.entries(contest.votes)
    .filter(([name]) => name !== candidate).map(([, votes]) => votes);
  const highest = Math.max(...others);
  if (by === "adding") return highest - own + 1;
  const enough = (k: number) =>
    others.reduce((sum, votes) => sum + Math.max(0, votes - (own + k - 1)), 0) <= k;
  let low = 0; // not enough: somebody has as many votes as the candidate
  let high = highest - own + 1; // enough: nobody is left ahead
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The fewest votes that make a candidate lose a unit to the runner-up; undefined where the
 * candidate has not won it or is unopposed.
 *
 * @throws {RangeError} If the candidate is not among the contest's, or votes are not whole.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { votesToDeny } from "tallybook/election";
 *
 * const florida = { unit: "FL", electors: 25, votes: { Bush: 2_912_790, Gore: 2_912_253 } };
 * assertEquals(votesToDeny(florida, "Bush", "switching"), 269);
 * assertEquals(votesToDeny(florida, "Gore", "switching"), undefined);
 * ```
 */
export function votesToDeny(
  contest: Contest,
  candidate: string,
  by: "switching" | "adding",
): number | undefined {
  requireChange("find the votes to deny", contest, candidate, by);
  return denying(contest, candidate, by);
}

function denying(
  contest: Contest,
  candidate: string,
  by: "switching" | "adding",
): number | undefined {
  const result = plurality(contest);
  if (result.kind !== "won" || result.winner !== candidate || result.runnerUp === undefined) {
    return undefined;
  }
  return by === "adding" ? result.lead + 1 : Math.floor(result.lead / 2) + 1;
}

/**
 * All ways to change units of one state. The at-large electors fall by themselves when the votes
 * changed in districts are enough statewide, and otherwise cost the rest.
 */
function stateChoices(units: readonly ChangedUnit[]): StateChoice[] {
  const districts = units.filter(({ unit }) => isDistrict(unit));
  const atLarge = units.find(({ unit }) => !isDistrict(unit));
  const choices: StateChoice[] = [];
  for (let mask = 0; mask < 2 ** districts.length; mask++) {
    const chosen = districts.filter((_, i) => (mask >> i) & 1);
    const votes = chosen.reduce((sum, unit) => sum + unit.votes, 0);
    const electors = chosen.reduce((sum, unit) => sum + unit.electors, 0);
    const more = atLarge === undefined ? Infinity : Math.max(0, atLarge.votes - votes);
    if (chosen.length > 0 && more > 0) {
      choices.push({ weight: electors, cost: votes, units: chosen });
    }
    if (atLarge !== undefined) {
      choices.push({
        weight: electors + atLarge.electors,
        cost: votes + more,
        units: [{ ...atLarge, votes: more }, ...chosen],
      });
    }
  }
  return choices;
}

const WAYS = ["switching", "adding"] as const;
/** Electors for which the knapsack's table still fits. */
const MOST_ELECTORS = 100_000;

function requireChange(task: string, contest: Contest, candidate: string, by: string): void {
  requireRecord(task, "contest", contest);
  requireName(task, "unit", contest.unit);
  requireRecord(task, "contest", contest);
  requireVotes(task, ` in ${contest.unit}`, contest.votes);
  requireOneOf(task, 'option "by"', by, WAYS);
  // Of a contest without returns nothing is known, so no name is wrong there.
  const names = Object.keys(contest.votes);
  if (names.length > 0) requireOneOf(task, `candidate in ${contest.unit}`, candidate, names);
}
