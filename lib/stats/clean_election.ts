import gammaln from "@stdlib/math-base-special-gammaln";
import { checkColumn, type Column } from "./column.ts";
import { Xoshiro128 } from "./xoshiro128.ts";

/**
 * A binomial draw: successes in `trials` of probability p. By inversion outward from the mode, exact up to
 * rounding. Cost: O(√(trials p (1 − p))).
 *
 * @throws {RangeError} if trials are not a whole number of at least 0, or p is not from 0 to 1
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { binomialDraw, Xoshiro128 } from "tallybook/stats";
 *
 * assertEquals(binomialDraw(10, 1, new Xoshiro128(1)), 10);
 * ```
 */
export function binomialDraw(trials: number, p: number, random: Xoshiro128): number {
  if (!Number.isInteger(trials) || trials < 0) {
    throw new RangeError(`Trials are ${trials}, expected a whole number of at least 0`);
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Probability is ${p}, expected 0 to 1`);
  if (p === 0 || trials === 0) return 0;
  if (p === 1) return trials;
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  const odds = p / (1 - p);
  const atMode = Math.exp(
    gammaln(trials + 1) - gammaln(mode + 1) - gammaln(trials - mode + 1) + mode * Math.log(p) +
      (trials - mode) * Math.log1p(-p),
  );
  let left = random.uniform() - atMode;
  if (left <= 0) return mode;
  let below = mode;
  let above = mode;
  let pBelow = atMode;
  let pAbove = atMode;
  while (below > 0 || above < trials) {
    if (above < trials) {
      pAbove *= (trials - above) / (above + 1) * odds;
      above++;
      left -= pAbove;
      if (left <= 0) return above;
    }
    if (below > 0) {
      pBelow *= below / (trials - below + 1) / odds;
      below--;
      left -= pBelow;
      if (left <= 0) return below;
    }
    if (pAbove < 1e-18 && pBelow < 1e-18) break;
  }
  return mode; // the last 1e-16 of probability, lost to rounding
}

/** How often a test raises the alarm where there is nothing to find. */
export interface FalseAlarmRate {
  /** Share of clean elections that the test flags. */
  readonly rate: number;
  /** Monte Carlo standard error of the share. */
  readonly standardError: number;
  /** The level that the test was run at, which a calibrated test's rate would equal. */
  readonly alpha: number;
  /** Number of clean elections. */
  readonly elections: number;
}

/**
 * How often a test of counts flags elections in which nothing happened: each unit keeps its ballots and
 * its share, and each ballot is an independent choice. A rate above alpha means that the test's null is
 * not what honest counts look like.
 *
 * @throws {RangeError} if ballots and shares differ in length or are out of range
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { falseAlarmRate, secondDigitTest } from "tallybook/stats";
 *
 * // Units all of one size and leaning: the second digit is nearly constant, and honest.
 * const ballots = new Array(200).fill(1000);
 * const shares = new Array(200).fill(0.5);
 * const found = falseAlarmRate({ ballots, shares, test: secondDigitTest }, { elections: 20 });
 * assert(found.rate > 0.9);
 * ```
 */
export function falseAlarmRate(
  problem: {
    readonly ballots: Column;
    readonly shares: Column;
    readonly test: (counts: Column) => { readonly pValue: number };
  },
  options: { readonly elections?: number; readonly alpha?: number; readonly seed?: number } = {},
): FalseAlarmRate {
  const { elections = 400, alpha = 0.05, seed = 1 } = options;
  const { ballots, shares, test } = problem;
  checkColumn("ballots", ballots);
  checkColumn("shares", shares, ballots.length);
  const random = new Xoshiro128(seed);
  const counts = new Float64Array(ballots.length);
  let flagged = 0;
  for (let election = 0; election < elections; election++) {
    for (let i = 0; i < counts.length; i++) {
      counts[i] = binomialDraw(ballots[i]!, shares[i]!, random);
    }
    if (test(counts).pValue < alpha) flagged++;
  }
  const rate = flagged / elections;
  return { rate, standardError: Math.sqrt(rate * (1 - rate) / elections), alpha, elections };
}
