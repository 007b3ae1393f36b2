import { refusal, requireCount, requireShare } from "../check/mod.ts";
import { logGammaAbove } from "./log_gamma_above.ts";
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
  return binomialOnce(trials, p, random);
}

/** Refuse what is no generator of this room. */
export function requireGenerator(task: string, random: Xoshiro128): void {
  if (random instanceof Xoshiro128) return;
  const expected = "a generator, new Xoshiro128(seed)";
  throw new TypeError(refusal({ task, where: "random", found: random, expected }));
}

/**
 * One draw from a binomial distribution: the same that its sampler gives, which a draw alone has no use for.
 */
export function binomialOnce(trials: number, p: number, random: Xoshiro128): number {
  if (p === 0 || trials === 0) return 0;
  if (p === 1) return trials;
  const mode = modeOf(trials, p);
  const atMode = chanceAt(mode, trials, p);
  const uniform = random.uniform();
  if (uniform <= atMode) return mode;
  return outward(uniform, { trials, mode, odds: p / (1 - p) }, 0, atMode, atMode, atMode);
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
  const mode = modeOf(trials, p);
  const odds = p / (1 - p);
  const atMode = chanceAt(mode, trials, p);
  let away = 0;
  let pAbove = atMode;
  let pBelow = atMode;
  let sum = atMode;
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
      away++;
      pAbove *= rise(trials, mode + away, odds);
      pBelow *= fall(trials, mode - away, odds);
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
    return outward(uniform, { trials, mode, odds }, away, pAbove, pBelow, sum);
  };
}

/**
 * A draw farther out than `away` counts from the mode, where the probabilities on either side are `above` and
 * `below`, and `sum` that of all so far.
 */
function outward(
  uniform: number,
  { trials, mode, odds }: { readonly trials: number; readonly mode: number; readonly odds: number },
  away: number,
  above: number,
  below: number,
  sum: number,
): number {
  while (!(above < NOTHING && below < NOTHING)) {
    away++;
    above *= rise(trials, mode + away, odds);
    sum += above;
    if (uniform <= sum) return mode + away;
    below *= fall(trials, mode - away, odds);
    sum += below;
    if (uniform <= sum) return mode - away;
  }
  // The last 1e-16 of probability, lost to rounding, is the mode's.
  return mode;
}

function modeOf(trials: number, p: number): number {
  return Math.min(trials, Math.floor((trials + 1) * p));
}

function chanceAt(k: number, trials: number, p: number): number {
  return Math.exp(
    logGammaAbove(trials) - logGammaAbove(k) - logGammaAbove(trials - k) + k * Math.log(p) +
      (trials - k) * Math.log1p(-p),
  );
}

/** The chance of k over that of k − 1; 0 beyond the trials. */
function rise(trials: number, k: number, odds: number): number {
  return (trials - k + 1) / k * odds;
}

/** The chance of k over that of k + 1; 0 below 0. */
function fall(trials: number, k: number, odds: number): number {
  return (k + 1) / (trials - k) / odds;
}

/** A probability that is not seen beside 1. */
const NOTHING = 1e-18;
