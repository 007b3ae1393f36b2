import { refusal, requireList, requireName, requireOneOf, requireRecord } from "../../check/mod.ts";
import { type Contest, popularVote, stateOf } from "../contest.ts";
import { plurality } from "../plurality.ts";
import { type RuleResult, settle, whole } from "./settle.ts";
import { eligibleVotes, requireKnown, type RuleOptions, takeAll } from "./single_member.ts";

/**
 * A national popular vote: all electors to whoever has most votes in all states
 * together. A plurality suffices; a tie leaves all electors unallocated.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { nationalPopularVote } from "tallybook/election";
 *
 * const result = nationalPopularVote([
 *   { unit: "A", electors: 3, votes: { x: 60, y: 10 } },
 *   { unit: "B", electors: 4, votes: { x: 40, y: 50 } },
 * ]);
 * assertEquals(result.electors, { x: 7 });
 * ```
 */
export function nationalPopularVote(
  contests: readonly Contest[],
  options: RuleOptions = {},
): RuleResult {
  requireKnown("apply the national popular vote", contests, options);
  const electors = contests.reduce((sum, contest) => sum + contest.electors, 0);
  const leader = nationalLeader(contests, options);
  const shares = leader === null ? {} : { [leader]: whole(electors) };
  return settle("national popular vote", [{ unit: "US", electors, shares }]);
}

/** A state's entry into the interstate compact. */
export interface CompactEntry {
  /** The state's name or code, as the contests name it. */
  readonly state: string;
  /** When its law was enacted: "2011", or with month and day "2011-08-08". */
  readonly joined: string;
}

/**
 * The states that had joined the compact by a date. An entry known only by its
 * year counts from the start of that year.
 *
 * @throws {RangeError} if a date is not a year, a month or a day in ISO form.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compactMembers } from "tallybook/election";
 *
 * const log = [{ state: "CA", joined: "2011" }, { state: "CT", joined: "2018" }];
 * assertEquals(compactMembers(log, "2016-11-08"), ["CA"]);
 * ```
 */
export function compactMembers(entries: readonly CompactEntry[], asOf: string): string[] {
  requireDate("day asked about", asOf);
  requireList(COMPACT, "entries", entries);
  entries.forEach((entry, i) => {
    requireRecord(COMPACT, `entries[${i}]`, entry);
    requireName(COMPACT, `state of entries[${i}]`, entry.state);
    requireDate(`day on which ${entry.state} joined`, entry.joined);
  });
  return entries.filter(({ joined }) => {
    const length = Math.min(joined.length, asOf.length);
    return joined.slice(0, length) <= asOf.slice(0, length);
  }).map(({ state }) => state);
}

const COMPACT = "list the compact's members";

function requireDate(where: string, date: string): void {
  if (typeof date === "string" && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return;
  const message = refusal({
    task: COMPACT,
    where,
    found: date,
    expected: "a date like 2011, 2011-08 or 2011-08-08",
  });
  throw typeof date === "string" ? new RangeError(message) : new TypeError(message);
}

/** A {@linkcode RuleResult} with the state of the compact. */
export interface CompactResult extends RuleResult {
  /** Whether the members' electors reach the threshold, so that the compact governs. */
  readonly active: boolean;
  /** Electors of the members. */
  readonly memberElectors: number;
  /** Electors of the members that the compact asks for: a majority of all. */
  readonly threshold: number;
}

/** Options of {@linkcode compactRule}. */
export interface CompactOptions extends RuleOptions {
  /** The member states, by the name of their contest. */
  readonly members: readonly string[];
}

/**
 * The National Popular Vote Interstate Compact. Members give their electors to
 * the winner of the national popular vote if together they have a majority of all
 * electors; otherwise, and for other states, the winner of each unit takes all. Districts of a
 * member that divides its electors (Maine) belong to it.
 *
 * @throws {RangeError} if a member has no contest.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compactRule } from "tallybook/election";
 *
 * const contests = [
 *   { unit: "A", electors: 3, votes: { x: 60, y: 10 } },
 *   { unit: "B", electors: 4, votes: { x: 40, y: 50 } },
 * ];
 * assertEquals(compactRule(contests, { members: ["A"] }).winner, "y");
 * assertEquals(compactRule(contests, { members: ["B"] }).winner, "x");
 * ```
 */
export function compactRule(
  contests: readonly Contest[],
  options: CompactOptions,
): CompactResult {
  const task = "apply the compact";
  requireKnown(task, contests, options, ["members"]);
  requireList(task, 'option "members"', options.members);
  const members = new Set(options.members);
  const known = [...new Set(contests.map((contest) => stateOf(contest.unit)))];
  for (const member of members) requireOneOf(task, "member", member, known);
  const total = contests.reduce((sum, contest) => sum + contest.electors, 0);
  const memberElectors = contests.filter((contest) => members.has(stateOf(contest.unit)))
    .reduce((sum, contest) => sum + contest.electors, 0);
  const threshold = Math.floor(total / 2) + 1;
  const active = memberElectors >= threshold;
  const leader = nationalLeader(contests, options);
  const units = contests.map((contest) => {
    if (!active || !members.has(stateOf(contest.unit))) return takeAll(contest, options);
    const shares = leader === null ? {} : { [leader]: whole(contest.electors) };
    return { unit: contest.unit, electors: contest.electors, shares };
  });
  return { ...settle("compact", units), active, memberElectors, threshold };
}

function nationalLeader(contests: readonly Contest[], options: RuleOptions): string | null {
  const votes = eligibleVotes(
    { unit: "the nation", electors: 0, votes: popularVote(contests) },
    options,
  );
  const result = plurality({ votes });
  return result.kind === "won" ? result.winner : null;
}
