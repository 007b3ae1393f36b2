import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import gammaln from "@stdlib/math-base-special-gammaln";
import type { Estimate } from "../../stats/estimate.ts";
import { requireCount, requireProper, requireShare } from "../exact/check.ts";

/** One election's record of electors who did not vote as pledged. */
export interface FaithlessRecord {
  readonly year: number;
  /** Electors who voted. */
  readonly electors: number;
  /** Of them, those who voted for somebody other than whom they were pledged to. */
  readonly faithless: number;
}

/**
 * The share of electors who broke their pledge, with an exact binomial interval
 * on the effective number of electors: electors of one election act together, so
 * the count is divided by the variance between elections over the binomial one.
 *
 * @throws {RangeError} if there are fewer than two elections, or a count is not whole.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { faithlessRate } from "tallybook/election";
 *
 * const rate = faithlessRate([
 *   { year: 2012, electors: 538, faithless: 0 },
 *   { year: 2016, electors: 538, faithless: 7 },
 * ]);
 * assert(rate.lower < rate.point && rate.point < rate.upper);
 * ```
 */
export function faithlessRate(records: readonly FaithlessRecord[], level = 0.95): Estimate {
  requireProper(level, "the level");
  if (records.length < 2) {
    throw new RangeError(`Expected at least two elections, but found ${records.length}`);
  }
  let electors = 0;
  let faithless = 0;
  for (const record of records) {
    requireCount(record.electors, `electors of ${record.year}`, 1);
    requireCount(record.faithless, `faithless electors of ${record.year}`);
    if (record.faithless > record.electors) {
      throw new RangeError(`Expected at most ${record.electors} faithless in ${record.year}`);
    }
    electors += record.electors;
    faithless += record.faithless;
  }
  const rate = faithless / electors;
  const dispersion = rate === 0 || rate === 1 ? 1 : records.reduce((sum, record) => {
    const expected = record.electors * rate;
    return sum + (record.faithless - expected) ** 2 / (expected * (1 - rate));
  }, 0) / (records.length - 1);
  const effect = Math.max(1, dispersion);
  const hits = faithless / effect;
  const misses = (electors - faithless) / effect;
  const tail = (1 - level) / 2;
  return {
    estimand: "share of electors who vote for somebody other than whom they are pledged to",
    point: rate,
    lower: hits === 0 ? 0 : betaQuantile(tail, hits, misses + 1),
    upper: misses === 0 ? 1 : betaQuantile(1 - tail, hits + 1, misses),
    level,
    method: `exact binomial on counts divided by the dispersion between elections (${
      effect.toFixed(2)
    })`,
    assumptions: [
      "the elections listed are draws from one process",
      "laws, and what electors think will come of it, stay as they were",
    ],
    n: records.length,
  };
}

/** What {@linkcode chanceOfDefections} is asked. */
export interface DefectionModel {
  /** Electors who could defect. */
  readonly electors: number;
  /** Defections needed. */
  readonly atLeast: number;
  /** Mean share who defect. */
  readonly rate: number;
  /** Correlation between two electors: 0 if they act independently, 1 if all act as one. */
  readonly correlation: number;
}

/**
 * The chance of at least so many defections when electors' choices are correlated:
 * a beta-binomial tail. An illustration of how much hangs on the correlation, not
 * a forecast: with none the chance is absurdly small, and nothing identifies it.
 *
 * Cost: O(electors).
 *
 * @throws {RangeError} if a count is not whole, or a share is not one.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { chanceOfDefections } from "tallybook/election";
 *
 * // Two independent coins, at least one head.
 * const coins = { electors: 2, atLeast: 1, rate: 0.5, correlation: 0 };
 * assertAlmostEquals(chanceOfDefections(coins), 0.75);
 * ```
 */
export function chanceOfDefections(model: DefectionModel): number {
  const { electors, atLeast, rate, correlation } = model;
  requireCount(electors, "electors");
  requireCount(atLeast, "defections");
  requireShare(rate, "the rate");
  requireShare(correlation, "the correlation");
  if (atLeast === 0) return 1;
  if (atLeast > electors || rate === 0) return 0;
  if (rate === 1) return 1;
  if (correlation === 1) return rate;
  let tail = 0;
  for (let count = electors; count >= atLeast; count--) {
    tail += Math.exp(logChance(count, electors, rate, correlation));
  }
  return Math.min(1, tail);
}

function logChance(count: number, electors: number, rate: number, correlation: number): number {
  const choose = gammaln(electors + 1) - gammaln(count + 1) - gammaln(electors - count + 1);
  if (correlation === 0) {
    return choose + count * Math.log(rate) + (electors - count) * Math.log1p(-rate);
  }
  const size = 1 / correlation - 1;
  const a = rate * size;
  const b = (1 - rate) * size;
  const beta = (x: number, y: number) => gammaln(x) + gammaln(y) - gammaln(x + y);
  return choose + beta(count + a, electors - count + b) - beta(a, b);
}
