import { requireCount, requireName, requireOneOf, requireRecord } from "../check/mod.ts";
import { requireContests, requireRows, requireVotes } from "./require_contests.ts";

/**
 * One contest of an election: a unit that chooses electors, with its votes by candidate.
 *
 * A unit is a state ("WI"), a district of Maine or Nebraska ("ME-01"), or such a state's two
 * at-large electors, which go by the state's own name ("ME") and by its statewide vote.
 */
export interface Contest {
  /** The unit's name: "WI", "ME-01", or "ME" for the state's at-large electors. */
  readonly unit: string;
  /** How many electors the unit chooses. */
  readonly electors: number;
  /** Votes by candidate. Empty when the unit's returns are missing; never zero for "unknown". */
  readonly votes: Readonly<Record<string, number>>;
}

/** One row of returns: a candidate's votes in a unit, or on one party's line there. */
export interface VoteRow {
  /** The unit; takes precedence over `state_po`. */
  readonly unit?: string;
  /** The state's postal code, read as the unit where `unit` is absent. */
  readonly state_po?: string;
  /** The candidate's name. */
  readonly candidate: string;
  /** A count of votes. */
  readonly votes: number;
}

/**
 * Build one contest a unit from rows of returns and a table of electors.
 *
 * Rows of one candidate in one unit are added, so that the party lines of a fusion ticket become
 * the candidate's total. A unit that has electors but no rows gets a contest without votes, which
 * every function here treats as missing. Candidates keep the order in which the rows name them.
 *
 * @param rows Returns. Cost is linear in their number.
 * @param electors Electors by unit; its order is the order of the result.
 * @throws {RangeError} If a row names a unit without electors, or a count is not a whole number
 * from 0 up.
 * @throws {TypeError} If a row, a name or a count is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { contests } from "tallybook/election";
 *
 * const rows = [
 *   { state_po: "NY", candidate: "Clinton", votes: 4_379_783 }, // Democratic line
 *   { state_po: "NY", candidate: "Clinton", votes: 140_043 }, // Working Families line
 *   { state_po: "NY", candidate: "Trump", votes: 2_819_534 },
 * ];
 * assertEquals(contests(rows, { NY: 29, MI: 16 }), [
 *   { unit: "NY", electors: 29, votes: { Clinton: 4_519_826, Trump: 2_819_534 } },
 *   { unit: "MI", electors: 16, votes: {} },
 * ]);
 * ```
 */
export function contests(
  rows: Iterable<VoteRow>,
  electors: Readonly<Record<string, number>>,
): Contest[] {
  const votes = new Map<string, Record<string, number>>();
  const task = "build contests";
  requireRecord(task, "electors", electors);
  for (const [unit, count] of Object.entries(electors)) {
    requireCount(task, `electors of ${unit}`, count);
    votes.set(unit, {});
  }
  const units = [...votes.keys()];
  for (const row of requireRows(task, "rows", rows)) {
    const unit = row.unit ?? row.state_po;
    const ofUnit = votes.get(unit as string);
    if (ofUnit === undefined) {
      requireOneOf(task, `unit of a row of ${row.candidate}`, unit, units);
      continue;
    }
    requireName(task, `candidate of a row in ${unit}`, row.candidate);
    if (!Number.isSafeInteger(row.votes) || row.votes < 0) {
      requireCount(task, `votes for ${row.candidate} in ${unit}`, row.votes);
    }
    ofUnit[row.candidate] = (ofUnit[row.candidate] ?? 0) + row.votes;
  }
  return [...votes].map(([unit, ofUnit]) => ({
    unit,
    electors: electors[unit] as number,
    votes: ofUnit,
  }));
}

/**
 * Whether a unit is a district of a state that divides its electors ("ME-02"), whose votes are
 * also in the state's own contest.
 *
 * @example
 * ```ts
 * import { assert, assertFalse } from "@std/assert";
 * import { isDistrict } from "tallybook/election";
 *
 * assert(isDistrict("NE-02"));
 * assertFalse(isDistrict("NE"));
 * ```
 */
export function isDistrict(unit: string): boolean {
  return /-\d+$/.test(requireName("tell a district", "unit", unit));
}

/**
 * The state that a unit belongs to: "ME" for "ME-02" and for "ME".
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { stateOf } from "tallybook/election";
 *
 * assertEquals(stateOf("ME-02"), "ME");
 * ```
 */
export function stateOf(unit: string): string {
  return requireName("find a unit's state", "unit", unit).replace(/-\d+$/, "");
}

/**
 * Votes by candidate over many contests, each ballot counted once: a district is left out where
 * its state's own contest is present with votes, since the state's votes include the district's.
 *
 * @throws {RangeError} If votes are not finite.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { popularVote } from "tallybook/election";
 *
 * const maine = [
 *   { unit: "ME", electors: 2, votes: { Clinton: 357_735, Trump: 335_593 } },
 *   { unit: "ME-01", electors: 1, votes: { Clinton: 212_774, Trump: 154_384 } },
 *   { unit: "ME-02", electors: 1, votes: { Clinton: 144_817, Trump: 181_177 } },
 * ];
 * assertEquals(popularVote(maine), { Clinton: 357_735, Trump: 335_593 });
 * ```
 */
export function popularVote(contests: readonly Contest[]): Record<string, number> {
  requireContests("add the popular vote", contests, { kind: "numbers", least: 0 });
  const counted = new Set(
    contests.filter((c) => !isDistrict(c.unit) && Object.keys(c.votes).length > 0)
      .map((c) => c.unit),
  );
  const total: Record<string, number> = {};
  for (const { unit, votes } of contests) {
    if (isDistrict(unit) && counted.has(stateOf(unit))) continue;
    for (const [candidate, count] of Object.entries(votes)) {
      total[candidate] = (total[candidate] ?? 0) + count;
    }
  }
  return total;
}

/**
 * The sum of all candidates' votes.
 *
 * @throws {RangeError} If votes are not finite.
 * @throws {TypeError} If they are no record of numbers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { totalVotes } from "tallybook/election";
 *
 * assertEquals(totalVotes({ Bush: 3, Gore: 2, Nader: 1 }), 6);
 * ```
 */
export function totalVotes(votes: Readonly<Record<string, number>>): number {
  requireVotes("add votes", "", votes, "numbers");
  let total = 0;
  for (const candidate in votes) total += votes[candidate]!;
  return total;
}
