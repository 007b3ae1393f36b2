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
  if (!(margin >= 0)) throw new RangeError(`Margin is ${margin}, expected at least 0`);
  if (!(ballots > 0)) throw new RangeError(`Ballots are ${ballots}, expected more than 0`);
  if (margin > 2 * ballots) {
    throw new RangeError(
      `Margin is ${margin}, expected at most ${2 * ballots}: ${ballots} ballots can't make more`,
    );
  }
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
  return 2 * ballots * effect / 100;
}
