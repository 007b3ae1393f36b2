import { requireOneOf } from "../../check/mod.ts";
import type { Contest } from "../contest.ts";
import { apportion } from "../apportionment/apportion.ts";
import type { Ratio } from "../exact/ratio.ts";
import { type RuleResult, settle, whole } from "./settle.ts";
import { eligibleVotes, requireKnown, type RuleOptions } from "./single_member.ts";

/** How a state's electors are divided in proportion to its votes. */
export type ProportionalMethod = "largest-remainder" | "dhondt" | "fractional";

/** Options of {@linkcode proportionalRule}. */
export interface ProportionalOptions extends RuleOptions {
  /** The method. Largest remainder unless told. */
  readonly method?: ProportionalMethod;
}

/**
 * Divides each state's electors in proportion to its votes: whole electors by the
 * largest remainder (Hamilton) or D'Hondt (Jefferson), or fractions of electors.
 * Name two candidates to divide by the two-party vote. Whole electors that tie
 * exactly are left unallocated.
 *
 * @throws {RangeError} if votes or electors are not whole numbers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { proportionalRule } from "tallybook/election";
 *
 * const florida = { unit: "FL", electors: 25, votes: { Bush: 2_912_790, Gore: 2_912_253 } };
 * assertEquals(proportionalRule([florida]).electors, { Bush: 13, Gore: 12 });
 * ```
 */
export function proportionalRule(
  states: readonly Contest[],
  options: ProportionalOptions = {},
): RuleResult {
  const task = "divide electors in proportion";
  requireKnown(task, states, options, ["method"]);
  const { method = "largest-remainder" } = options;
  requireOneOf(task, 'option "method"', method, ["largest-remainder", "dhondt", "fractional"]);
  return settle(
    `proportional (${method})`,
    states.map((state) => {
      const cast = Object.entries(eligibleVotes(state, options)).filter(([, count]) => count > 0);
      const votes = Object.fromEntries(cast);
      const shares = cast.length === 0 || state.electors === 0
        ? {}
        : method === "fractional"
        ? fractions(votes, state.electors)
        : wholeElectors(votes, state.electors, method);
      return { unit: state.unit, electors: state.electors, shares };
    }),
  );
}

function fractions(votes: Votes, electors: number): Record<string, Ratio> {
  const denominator = BigInt(sum(votes));
  return Object.fromEntries(
    Object.entries(votes).map(([candidate, count]) => [
      candidate,
      { numerator: BigInt(count) * BigInt(electors), denominator },
    ]),
  );
}

function wholeElectors(
  votes: Votes,
  electors: number,
  method: "largest-remainder" | "dhondt",
): Record<string, Ratio> {
  const given = method === "dhondt" ? byDivisors(votes, electors) : byRemainders(votes, electors);
  return Object.fromEntries(Object.entries(given).map(([name, count]) => [name, whole(count)]));
}

type Votes = Readonly<Record<string, number>>;

function sum(votes: Votes): number {
  return Object.values(votes).reduce((total, count) => total + count, 0);
}

/** D'Hondt is Jefferson's method on votes; a tie for the last electors leaves them out. */
function byDivisors(votes: Votes, electors: number): Readonly<Record<string, number>> {
  for (let seats = electors; seats > 0; seats--) {
    const given = apportion(votes, { seats, method: "jefferson", minimum: 0 });
    if (given.tied.length === 0) return given.seats;
  }
  return {};
}

/** The largest remainder is Hamilton's method on votes; a tie leaves out what it would decide. */
function byRemainders(votes: Votes, electors: number): Readonly<Record<string, number>> {
  const given = apportion(votes, { seats: electors, method: "hamilton", minimum: 0 });
  const seats = { ...given.seats };
  for (const name of given.tied) {
    seats[name] = Number(BigInt(votes[name]!) * BigInt(electors) / BigInt(sum(votes)));
  }
  return seats;
}
