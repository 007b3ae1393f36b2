import { refusal, requireCount, requireShare } from "../check/mod.ts";
import { logGamma } from "./distribution.ts";
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
  const task = "draw from a binomial distribution";
  requireCount(task, "trials", trials, { maximum: 1e12 });
  requireShare(task, "p", p);
  requireGenerator(task, random);
  return binomialSampler(trials, p)(random);
}

/** Refuse what is no generator of this room. */
export function requireGenerator(task: string, random: Xoshiro128): void {
  if (random instanceof Xoshiro128) return;
  const expected = "a generator, new Xoshiro128(seed)";
  throw new TypeError(refusal({ task, where: "random", found: random, expected }));
}

/**
 * What draws from one binomial distribution again and again: its mode's probability is computed once. The sums
 * of probabilities from the mode outward, over the `kept` counts next to it on either side, are kept when
 * they are first needed, and an index leads a draw near its place in them.
 */
export function binomialSampler(
  trials: number,
  p: number,
  kept = 0,
): (random: Xoshiro128) => number {
  if (p === 0 || trials === 0) return () => 0;
  if (p === 1) return () => trials;
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  const odds = p / (1 - p);
  const atMode = Math.exp(
    logGamma(trials + 1) - logGamma(mode + 1) - logGamma(trials - mode + 1) + mode * Math.log(p) +
      (trials - mode) * Math.log1p(-p),
  );
  let away = 0;
  let pAbove = atMode;
  let pBelow = atMode;
  let sum = atMode;
  /** One count further from the mode on either side. Beyond 0 and the trials the factor is 0. */
  const widen = () => {
    away++;
    pAbove *= (trials - mode - away + 1) / (mode + away) * odds;
    pBelow *= (mode - away + 1) / (trials - mode + away) / odds;
  };
  // Sums of the probabilities of mode, mode + 1, mode − 1, mode + 2, … and where those from b / 32 begin.
  const sums = [atMode];
  const begins = new Uint16Array(32);
  let begun = 0;
  const keep = (value: number) => {
    sums.push(value);
    while (begun < 31 && (begun + 1) / 32 <= value) begins[++begun] = sums.length - 1;
  };
  const widenKept = (uniform: number) => {
    while (away < kept && sum < uniform && !(pAbove < NOTHING && pBelow < NOTHING)) {
      widen();
      keep(sum += pAbove);
      keep(sum += pBelow);
    }
  };
  return (random) => {
    const uniform = random.uniform();
    if (uniform <= atMode) return mode;
    if (uniform > sums[sums.length - 1]!) widenKept(uniform);
    if (uniform <= sums[sums.length - 1]!) {
      let at = begins[Math.min(begun, Math.floor(uniform * 32))]!;
      while (sums[at]! < uniform) at++;
      return mode + ((at & 1) === 1 ? (at + 1) / 2 : -at / 2);
    }
    return beyond(uniform);
  };

  /** A draw farther out than what is kept. */
  function beyond(uniform: number): number {
    const [lastAway, lastAbove, lastBelow, lastSum] = [away, pAbove, pBelow, sum];
    // The last 1e-16 of probability, lost to rounding, is the mode's.
    let drawn = mode;
    let within = lastSum;
    while (!(pAbove < NOTHING && pBelow < NOTHING)) {
      widen();
      within += pAbove;
      if (uniform <= within) {
        drawn = mode + away;
        break;
      }
      within += pBelow;
      if (uniform <= within) {
        drawn = mode - away;
        break;
      }
    }
    [away, pAbove, pBelow] = [lastAway, lastAbove, lastBelow];
    return drawn;
  }
}

/** A probability that is not seen beside 1. */
const NOTHING = 1e-18;
