import { requireNumber } from "../../check/mod.ts";

/**
 * The effect on the two-party share of electronic ballots that would have made a state's margin: if that
 * share of the ballots had been switched from one candidate to the other, undoing it reverses the state.
 * In points: 100 m / (2 b), for a margin of m votes and b ballots cast on the machines.
 *
 * @throws {RangeError} if the margin is negative, the ballots are not positive, or the ballots are too few
 *   (the margin is more than 2 b: no switch on these machines could have made it)
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { flipEffect } from "tallybook/election";
 *
 * // Switching 5% of 1,000 ballots moves 50 votes from one side to the other: a margin of 100.
 * assertEquals(flipEffect(100, 1000), 5);
 * ```
 */
export function flipEffect(margin: number, ballots: number): number {
  const task = "find the share of ballots that would have to be altered";
  requireNumber(task, "ballots", ballots, { above: 0, maximum: 1e15 });
  requireNumber(task, "margin", margin, { minimum: 0, maximum: 2 * ballots });
  return 100 * margin / (2 * ballots);
}

/**
 * The votes by which an effect on the two-party share, in points, moves the margin when it acts on
 * `ballots` ballots: each ballot switched counts twice. The inverse of `flipEffect`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { marginMoved } from "tallybook/election";
 *
 * assertEquals(marginMoved(5, 1000), 100);
 * ```
 */
export function marginMoved(effect: number, ballots: number): number {
  const task = "find the margin that an effect moves";
  requireNumber(task, "effect", effect, { minimum: -100, maximum: 100 });
  requireNumber(task, "ballots", ballots, { minimum: 0, maximum: 1e15 });
  return 2 * ballots * effect / 100;
}
