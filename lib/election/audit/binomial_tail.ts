import * as special from "../../stats/special_functions.ts";
import { requireInteger, requireShare } from "../../check/mod.ts";

/**
 * The chance of at least `least` successes in `trials` draws with replacement:
 * accurate far into the tail, as the incomplete beta function is.
 *
 * @throws {RangeError} if a count is not whole, or the chance lies outside 0 to 1.
 * @throws {TypeError} if an argument is no number.
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
  const task = "find a binomial tail";
  requireInteger(task, "successes", least);
  requireInteger(task, "trials", trials, { minimum: 0, maximum: MOST_TRIALS });
  requireShare(task, "chance", chance);
  return tailOf(least, trials, chance);
}

/** More than all ballots ever cast; beyond, tails far out take seconds and lose digits. */
export const MOST_TRIALS = 1e12;

/** The same without checks, for inner loops. */
export function tailOf(least: number, trials: number, chance: number): number {
  if (least <= 0) return 1;
  if (least > trials || chance === 0) return 0;
  if (chance === 1) return 1;
  return special.betaCdf(chance, least, trials - least + 1);
}

/** Tails below this are lost as numbers, but their ratio is not. */
const LOST = 1e-280;

/**
 * The chance of at least `least` successes at chance ½, over the same at `share`, which is more
 * than ½; at most 1, also where both are smaller than a number can be.
 */
export function tiedToRight(least: number, trials: number, share: number): number {
  const right = tailOf(least, trials, share);
  if (right > LOST) return Math.min(1, tailOf(least, trials, 0.5) / right);
  // A tail is C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ F, and the coefficient is in both. As far out as this, F sums in
  // few steps: 1 + r₁ + r₁r₂ + …, with r < 1 falling.
  const log = (p: number) => least * Math.log(p) + (trials - least) * Math.log1p(-p);
  const ratio = Math.exp(log(0.5) - log(share)) * beyond(least, trials, 0.5) /
    beyond(least, trials, share);
  return Math.min(1, ratio);
}

/** F: the sum of the chances of `least` and more, over the chance of `least`. */
function beyond(least: number, trials: number, p: number): number {
  const odds = p / (1 - p);
  let [sum, term] = [1, 1];
  for (let count = least; count < trials && term > 1e-17 * sum; count++) {
    term *= (trials - count) / (count + 1) * odds;
    sum += term;
  }
  return sum;
}
