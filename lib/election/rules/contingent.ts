import {
  requireCount,
  requireDistinct,
  requireList,
  requireName,
  requireNumber,
  requireRecord,
} from "../../check/mod.ts";

/** What the Twelfth Amendment asks of the House when nobody has a majority of the electors. */
export interface ContingentNeed {
  /**
   * Who may be chosen: those with the most electors' votes, three at most. More than three only
   * if a tie leaves the third open, on which the amendment is silent.
   */
  readonly candidates: readonly string[];
  /** States, one vote each. */
  readonly delegations: number;
  /** Delegations needed: a majority of all states, present or not. */
  readonly needed: number;
}

/**
 * Who may be chosen by the House, and how many delegations that takes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { contingentNeed } from "tallybook/election";
 *
 * const need = contingentNeed({ Jackson: 99, Adams: 84, Crawford: 41, Clay: 37 }, 24);
 * assertEquals(need.candidates, ["Jackson", "Adams", "Crawford"]);
 * assertEquals(need.needed, 13);
 * ```
 */
export function contingentNeed(
  electors: Readonly<Record<string, number>>,
  delegations = 50,
): ContingentNeed {
  const task = "find what the House needs";
  requireRecord(task, "electors", electors);
  for (const [name, votes] of Object.entries(electors)) {
    // Fractions come from the rule that divides electors.
    requireNumber(task, `electors of ${name}`, votes, { minimum: 0 });
  }
  requireCount(task, "delegations", delegations, { minimum: 1 });
  const ranked = Object.entries(electors).filter(([, votes]) => votes > 0)
    .sort(([, a], [, b]) => b - a);
  const third = ranked[Math.min(3, ranked.length) - 1]?.[1] ?? 0;
  return {
    candidates: ranked.filter(([, votes]) => votes >= third).map(([name]) => name),
    delegations,
    needed: Math.floor(delegations / 2) + 1,
  };
}

/** One state's members of the House, by the candidate they would vote for. */
export interface Delegation {
  /** The state's abbreviation. */
  readonly state: string;
  /** The delegation's members by party. */
  readonly members: Readonly<Record<string, number>>;
}

/** A ballot in the House, one vote a state. */
export interface ContingentBallot {
  /** Delegations by candidate. */
  readonly votes: Readonly<Record<string, number>>;
  /** States whose members are divided evenly at the top, or absent: they cast no vote. */
  readonly divided: readonly string[];
  /** How many states are a majority. */
  readonly needed: number;
  /** Who has a majority of all states, or null: the House would ballot again. */
  readonly winner: string | null;
}

/**
 * One ballot of the House's contingent election: each delegation votes for whom
 * most of its members prefer, and a majority of all states decides. What it
 * assumes of members is the caller's: party loyalty is the usual guess. A House
 * that wanted a majority within the delegation, as in 1825, would leave more
 * states divided when three candidates run.
 *
 * @throws {RangeError} if a state appears twice or a count is not a whole number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { contingentElection } from "tallybook/election";
 *
 * const ballot = contingentElection([
 *   { state: "A", members: { Adams: 1 } },
 *   { state: "B", members: { Adams: 3, Jackson: 2 } },
 *   { state: "C", members: { Adams: 2, Jackson: 2 } },
 * ]);
 * assertEquals(ballot.winner, "Adams");
 * assertEquals(ballot.divided, ["C"]);
 * ```
 */
export function contingentElection(delegations: readonly Delegation[]): ContingentBallot {
  const task = "ballot in the House";
  requireList(task, "delegations", delegations, { least: 1 });
  const votes: Record<string, number> = {};
  const divided: string[] = [];
  for (const [i, delegation] of delegations.entries()) {
    const { state, members } = requireRecord(task, `delegations[${i}]`, delegation);
    requireName(task, `state of delegations[${i}]`, state);
    requireRecord(task, `members of ${state}`, members);
    for (const [candidate, count] of Object.entries(members)) {
      requireCount(task, `members for ${candidate} in ${state}`, count);
    }
    const ranked = Object.entries(members).sort(([, a], [, b]) => b - a);
    const [first, second] = ranked;
    if (first === undefined || first[1] === 0 || first[1] === second?.[1]) divided.push(state);
    else votes[first[0]] = (votes[first[0]] ?? 0) + 1;
  }
  requireDistinct(task, "delegations", delegations.map(({ state }) => state));
  const needed = Math.floor(delegations.length / 2) + 1;
  const winner = Object.entries(votes).find(([, count]) => count >= needed)?.[0] ?? null;
  return { votes, divided, needed, winner };
}
