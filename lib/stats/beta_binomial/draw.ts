import { requireCount, requireNumber, requireShare } from "../../check/mod.ts";
import { binomialOnce, binomialSampler, requireGenerator } from "../binomial_draw.ts";
import type { Xoshiro128 } from "../xoshiro128.ts";
import { logGammaDraw } from "./gamma_draw.ts";

/**
 * A beta-binomial draw: successes in `trials` whose probability is itself drawn, with mean p, so that two
 * trials of one unit are correlated by `correlation`: how precincts vary beyond a coin's tosses.
 *
 * @throws {RangeError} if trials are not a whole number of at least 0, p not from 0 to 1, or the
 *   correlation not from 0 to less than 1
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { betaBinomialDraw, Xoshiro128 } from "tallybook/stats";
 *
 * const draw = betaBinomialDraw(10, 0.5, 0.1, new Xoshiro128(1));
 * assert(draw >= 0 && draw <= 10);
 * ```
 */
export function betaBinomialDraw(
  trials: number,
  p: number,
  correlation: number,
  random: Xoshiro128,
): number {
  const task = "draw from a beta-binomial distribution";
  requireCount(task, "trials", trials, { maximum: 1e12 });
  requireShare(task, "p", p);
  requireNumber(task, "correlation", correlation, { minimum: 0, below: 1 });
  requireGenerator(task, random);
  return betaBinomialSampler(trials, p, correlation)(random);
}

/** What draws from one beta-binomial distribution again and again. */
export function betaBinomialSampler(
  trials: number,
  p: number,
  correlation: number,
): (random: Xoshiro128) => number {
  const size = 1 / correlation - 1;
  const [successes, failures] = [p * size, (1 - p) * size];
  // Where a probability is 0 or 1, or the shapes are beyond a double, nothing varies but the binomial.
  if (!(successes > 0 && failures > 0 && size < 1e15)) return binomialSampler(trials, p);
  return (random) => {
    // The ratio in logarithms: a gamma draw of small shape may underflow.
    const success = logGammaDraw(successes, random);
    const failure = logGammaDraw(failures, random);
    return binomialOnce(trials, 1 / (1 + Math.exp(failure - success)), random);
  };
}
