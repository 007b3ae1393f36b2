import { requireCount, requireProper } from "../../check/mod.ts";
import { MOST_TRIALS, tailOf, tiedToRight } from "./binomial_tail.ts";
import { requireWinningShare } from "./bravo.ts";

/**
 * Minerva's measured risk after a first round: the chance of so many ballots for
 * the winner or more in a tied election, over that chance if the report is right.
 * Unlike BRAVO's, it holds only for a round whose size was fixed beforehand.
 *
 * @param winner Ballots for the winner in the round.
 * @param drawn Ballots for winner or loser in the round.
 * @param share The winner's reported share of the two candidates' votes.
 * @throws {RangeError} if a count or the share makes no sense.
 * Source: Zagórski, McClearn, Morin, McBurnett and Vora (2021).
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { minervaRisk } from "tallybook/election";
 *
 * // One ballot, for a winner with 60%: ½ / .6
 * assertAlmostEquals(minervaRisk(1, 1, 0.6), 0.5 / 0.6);
 * ```
 */
export function minervaRisk(winner: number, drawn: number, share: number): number {
  const task = "measure the risk of a Minerva audit";
  requireCount(task, "ballots drawn", drawn, { minimum: 1, maximum: MOST_TRIALS });
  requireCount(task, "ballots for the winner", winner, { maximum: drawn });
  requireWinningShare(task, share);
  return tiedToRight(winner, drawn, share);
}

/**
 * The fewest ballots for the winner with which Minerva stops after a first round
 * of `drawn` ballots for either of the two, or null if no count within eight standard
 * deviations above the expected one suffices: the round is too small to stop.
 *
 * Cost: O(log drawn) tail probabilities.
 *
 * @throws {RangeError} if a count, the share or the limit makes no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { minervaStopsAt } from "tallybook/election";
 *
 * assertEquals(minervaStopsAt(100, 0.6, 0.1), 58); // BRAVO wants 61
 * ```
 */
export function minervaStopsAt(drawn: number, share: number, riskLimit: number): number | null {
  const task = "find where a Minerva audit stops";
  requireCount(task, "ballots drawn", drawn, { minimum: 1, maximum: MOST_TRIALS });
  requireWinningShare(task, share);
  requireProper(task, "risk limit", riskLimit);
  return minervaStoppingCount(drawn, share, riskLimit);
}

/** The same without checks. */
export function minervaStoppingCount(
  drawn: number,
  share: number,
  riskLimit: number,
): number | null {
  const stops = (winner: number) => {
    const right = tailOf(winner, drawn, share);
    return right > 0 && right * riskLimit >= tailOf(winner, drawn, 0.5);
  };
  const spread = 8 * Math.sqrt(drawn * share * (1 - share));
  let low = Math.floor(drawn / 2);
  let high = Math.min(drawn, Math.ceil(drawn * share + spread) + 1);
  if (!stops(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stops(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
