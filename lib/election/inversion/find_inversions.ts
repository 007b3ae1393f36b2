import {
  requireCount,
  requireDistinct,
  requireFlag,
  requireList,
  requireName,
  requireOneOf,
  requireOptions,
  requireRecord,
} from "../../check/mod.ts";
import { type Margin, margin } from "../margin.ts";
import { requireRows } from "../require_contests.ts";
import { majorityOf } from "../tally.ts";

/** An election's national result. */
export interface NationalResult {
  /** The year of the election. */
  readonly year: number;
  /** Who became president, by the electors or by the House. */
  readonly president: string;
  /** Popular votes and electoral votes by candidate. Others may be one row without electors. */
  readonly candidates: readonly {
    readonly name: string;
    readonly votes: number;
    readonly electors: number;
  }[];
  /** Electors appointed. */
  readonly electors: number;
  /** States that chose electors without a popular vote, whose people are in no count. */
  readonly statesWithoutVote?: readonly string[];
  /** Persons eligible to vote, where known. */
  readonly eligible?: number;
}

/** What counts as an inversion. */
export interface InversionToggles {
  /** Only where the president had a majority of the electors; leaves 1824 out. */
  readonly requireElectoralMajority?: boolean;
  /** Only where every state held a popular vote. */
  readonly requirePopularVoteEverywhere?: boolean;
}

/** An election whose president had fewer popular votes than somebody else. */
export interface Inversion {
  /** The year of the election. */
  readonly year: number;
  /** Who led in votes. */
  readonly leader: string;
  /** Who became president. */
  readonly president: string;
  /** The leader's margin over the president, of all votes. */
  readonly ofAll: Margin;
  /** The same of the two candidates' votes. */
  readonly ofTwo: Margin;
  /** The same of eligible voters, where their number is known. */
  readonly ofEligible: Margin | undefined;
  /** The leader's electors. */
  readonly leaderElectors: number;
  /** The president's electors. */
  readonly presidentElectors: number;
  /** Whether the president had a majority of the electors appointed. */
  readonly electoralMajority: boolean;
  /** States whose legislatures chose the electors. */
  readonly statesWithoutVote: readonly string[];
}

/**
 * Find the elections whose president was not the leader in popular votes. How many there have been
 * depends on what one calls an inversion, so the definition is an argument.
 *
 * The popular vote of an election with states that held none is a sum over the others, and the
 * president may have led among people whom nobody asked.
 *
 * @param results National results, in any order.
 * @throws {RangeError} If a president is not among the candidates of the year.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findInversions } from "tallybook/election";
 *
 * const results = [{
 *   year: 1824,
 *   president: "Adams",
 *   electors: 261,
 *   candidates: [
 *     { name: "Jackson", votes: 151_271, electors: 99 },
 *     { name: "Adams", votes: 113_122, electors: 84 },
 *     { name: "Crawford", votes: 40_856, electors: 41 },
 *     { name: "Clay", votes: 47_531, electors: 37 },
 *   ],
 * }];
 * assertEquals(findInversions(results).map(({ leader }) => leader), ["Jackson"]);
 * assertEquals(findInversions(results, { requireElectoralMajority: true }), []);
 * ```
 */
export function findInversions(
  results: Iterable<NationalResult>,
  toggles: InversionToggles = {},
): Inversion[] {
  requireOptions(TASK, toggles, ["requireElectoralMajority", "requirePopularVoteEverywhere"]);
  for (const [name, value] of Object.entries(toggles)) {
    if (value !== undefined) requireFlag(TASK, `option "${name}"`, value);
  }
  const found: Inversion[] = [];
  for (const result of requireRows(TASK, "results", results)) {
    requireResult(result);
    const { year, candidates, electors, statesWithoutVote = [] } = result;
    const president = candidates.find(({ name }) => name === result.president)!;
    const leader = candidates.reduce((best, one) => one.votes > best.votes ? one : best, president);
    const electoralMajority = president.electors >= majorityOf(electors);
    if (leader === president) continue;
    if (toggles.requireElectoralMajority && !electoralMajority) continue;
    if (toggles.requirePopularVoteEverywhere && statesWithoutVote.length > 0) continue;
    const votes = Object.fromEntries(candidates.map(({ name, votes }) => [name, votes]));
    const [first, second] = [leader.name, president.name];
    found.push({
      year,
      leader: first,
      president: second,
      ofAll: margin(votes, first, second),
      ofTwo: margin(votes, first, second, "two-party vote"),
      ofEligible: result.eligible === undefined
        ? undefined
        : margin(votes, first, second, { name: "eligible voters", count: result.eligible }),
      leaderElectors: leader.electors,
      presidentElectors: president.electors,
      electoralMajority,
      statesWithoutVote,
    });
  }
  return found.sort((a, b) => a.year - b.year);
}

const TASK = "look for inversions";

function requireResult(result: NationalResult): void {
  const { year, candidates, electors, president, eligible, statesWithoutVote } = result;
  requireCount(TASK, "year", year);
  requireCount(TASK, `electors of ${year}`, electors, { minimum: 1 });
  requireList(TASK, `candidates of ${year}`, candidates, { least: 1 });
  candidates.forEach((candidate, i) => {
    requireRecord(TASK, `candidates[${i}] of ${year}`, candidate);
    requireName(TASK, `candidates[${i}] of ${year}`, candidate.name);
    requireCount(TASK, `votes for ${candidate.name} in ${year}`, candidate.votes);
    requireCount(TASK, `electors of ${candidate.name} in ${year}`, candidate.electors);
  });
  requireDistinct(TASK, `candidates of ${year}`, candidates.map(({ name }) => name));
  requireOneOf(TASK, `president of ${year}`, president, candidates.map(({ name }) => name));
  if (eligible !== undefined) {
    requireCount(TASK, `eligible voters of ${year}`, eligible, { minimum: 1 });
  }
  if (statesWithoutVote !== undefined) {
    requireList(TASK, `states without a vote in ${year}`, statesWithoutVote);
    for (const state of statesWithoutVote) {
      requireName(TASK, `state without a vote in ${year}`, state);
    }
    requireDistinct(TASK, `states without a vote in ${year}`, statesWithoutVote);
  }
}
