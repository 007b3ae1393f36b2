import {
  refusal,
  requireCount,
  requireInteger,
  requireNumber,
  requireOptions,
  requireProper,
  requireShare,
} from "../check/mod.ts";
import { type Column, requireColumn } from "./column.ts";
import { betaBinomialSampler } from "./beta_binomial/draw.ts";
import { binomialSampler } from "./binomial_draw.ts";
import { Xoshiro128 } from "./xoshiro128.ts";
import { requireWork } from "./work.ts";

export { binomialDraw } from "./binomial_draw.ts";

/** So many probabilities on either side of the mode: what a precinct's draws ever ask for. */
const KEPT = 256;

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
 * its share, and each ballot is an independent choice, unless `correlation` says how much a unit's ballots
 * vary together (ρ of the beta-binomial, as `betaBinomialFit` finds it in real precincts). A rate above alpha
 * means that the test's null is not what honest counts look like.
 *
 * Cost: `elections` times the test and a draw a unit; a binomial unit's probabilities are computed once.
 *
 * @throws {RangeError} if ballots and shares differ in length or are out of range, or the test gives no
 *   p-value between 0 and 1
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
  options: {
    readonly elections?: number;
    readonly alpha?: number;
    readonly seed?: number;
    readonly correlation?: number;
  } = {},
): FalseAlarmRate {
  const task = "find a false-alarm rate";
  requireOptions(task, problem, ["ballots", "shares", "test"]);
  requireOptions(task, options, ["elections", "alpha", "seed", "correlation"]);
  const elections = requireCount(task, 'option "elections"', options.elections ?? 400, {
    minimum: 1,
    maximum: 1e6,
  });
  const alpha = requireProper(task, 'option "alpha"', options.alpha ?? 0.05);
  const seed = requireInteger(task, 'option "seed"', options.seed ?? 1);
  const correlation = requireNumber(task, 'option "correlation"', options.correlation ?? 0, {
    minimum: 0,
    below: 1,
  });
  const { ballots, shares, test } = problem;
  const n = requireColumn(task, "ballots", ballots).length;
  requireColumn(task, "shares", shares, n);
  requireWork(task, { elections, counts: n });
  if (typeof test !== "function") {
    const expected = "a function of counts that gives a pValue";
    throw new TypeError(refusal({ task, where: "test", found: test, expected }));
  }
  const samplers = Array.from({ length: n }, (_, i) => {
    const trials = requireCount(task, `ballots[${i}]`, ballots[i], { maximum: 1e10 });
    const share = requireShare(task, `shares[${i}]`, shares[i]);
    return correlation > 0
      ? betaBinomialSampler(trials, share, correlation)
      : binomialSampler(trials, share, KEPT);
  });
  const random = new Xoshiro128(seed);
  const counts = new Float64Array(n);
  let flagged = 0;
  for (let election = 0; election < elections; election++) {
    for (let i = 0; i < n; i++) counts[i] = samplers[i]!(random);
    if (requireShare(task, "the test's pValue", test(counts)?.pValue) < alpha) flagged++;
  }
  const rate = flagged / elections;
  return { rate, standardError: Math.sqrt(rate * (1 - rate) / elections), alpha, elections };
}
