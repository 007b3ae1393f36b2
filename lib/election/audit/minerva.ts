import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import { requireCount, requireProper } from "../exact/check.ts";
import { requireWinningShare } from "./bravo.ts";

/**
 * The chance of at least `least` successes in `trials` draws with replacement:
 * accurate far into the tail, as the incomplete beta function is.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { binomialTail } from "tallybook/election";
 *
 * assertAlmostEquals(binomialTail(2, 3, 0.5), 0.5);
 * ```
 */
export function binomialTail(least: number, trials: number, chance: number): number {
  if (least <= 0) return 1;
  if (least > trials) return 0;
  return betaCdf(chance, least, trials - least + 1);
}

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
  requireCount(drawn, "ballots drawn", 1);
  requireCount(winner, "ballots for the winner");
  if (winner > drawn) throw new RangeError(`Expected at most ${drawn} for the winner`);
  requireWinningShare(share);
  return Math.min(1, binomialTail(winner, drawn, 0.5) / binomialTail(winner, drawn, share));
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
  requireCount(drawn, "ballots drawn", 1);
  requireWinningShare(share);
  requireProper(riskLimit, "the risk limit");
  const stops = (winner: number) => {
    const right = binomialTail(winner, drawn, share);
    return right > 0 && right * riskLimit >= binomialTail(winner, drawn, 0.5);
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

/**
 * The size of a first round with which Minerva stops with the chance asked for, if
 * the report is right: the smallest near where that chance is first reached. The
 * chance is a sawtooth in the size, so a slightly larger round can do slightly worse.
 *
 * Cost: O(√n) tail probabilities for a round of n.
 *
 * @returns Ballots for either of the two, the winner's count that stops, and the chance.
 * @throws {RangeError} if the share, the limit or the chance makes no sense.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { minervaFirstRound } from "tallybook/election";
 *
 * assertEquals(minervaFirstRound(0.6, 0.1).drawn, 173);
 * ```
 */
export function minervaFirstRound(
  share: number,
  riskLimit: number,
  chance = 0.9,
): { readonly drawn: number; readonly stopsAt: number; readonly chance: number } {
  requireWinningShare(share);
  requireProper(riskLimit, "the risk limit");
  requireProper(chance, "the chance to stop");
  const power = (drawn: number) => {
    const stopsAt = minervaStopsAt(drawn, share, riskLimit);
    return stopsAt === null ? 0 : binomialTail(stopsAt, drawn, share);
  };
  let high = 16;
  while (power(high) < chance) high *= 2;
  let low = Math.floor(high / 2);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (power(middle) >= chance) high = middle;
    else low = middle + 1;
  }
  // Bisection lands on some tooth of the saw; start a few teeth before it.
  let drawn = Math.max(1, low - Math.max(60, Math.floor(3 * Math.sqrt(low))));
  while (power(drawn) < chance) drawn++;
  return { drawn, stopsAt: minervaStopsAt(drawn, share, riskLimit)!, chance: power(drawn) };
}
