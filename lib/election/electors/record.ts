import * as special from "../../stats/special_functions.ts";
import type { Estimate } from "../../stats/estimate.ts";
import {
  requireCount,
  requireDistinct,
  requireList,
  requireProper,
  requireRecord,
  requireShare,
} from "../../check/mod.ts";

/** One election's record of electors who did not vote as pledged. */
export interface FaithlessRecord {
  /** The year of the election. */
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
  const task = "estimate the rate of faithless electors";
  requireProper(task, "level", level);
  requireList(task, "elections", records, { least: 2 });
  let electors = 0;
  let faithless = 0;
  for (const [i, record] of records.entries()) {
    requireRecord(task, `elections[${i}]`, record);
    requireCount(task, `year of elections[${i}]`, record.year);
    requireCount(task, `electors of ${record.year}`, record.electors, { minimum: 1 });
    requireCount(task, `faithless electors of ${record.year}`, record.faithless, {
      maximum: record.electors,
    });
    electors += record.electors;
    faithless += record.faithless;
  }
  requireDistinct(task, "years of the elections", records.map(({ year }) => year));
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
    lower: hits === 0 ? 0 : special.betaQuantile(tail, hits, misses + 1),
    upper: misses === 0 ? 1 : special.betaQuantile(1 - tail, hits + 1, misses),
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
  const task = "find the chance of defections";
  requireRecord(task, "model", model);
  const { electors, atLeast, rate, correlation } = model;
  requireCount(task, "electors", electors, { maximum: 1_000_000 });
  requireCount(task, "defections", atLeast);
  requireShare(task, "rate", rate);
  requireShare(task, "correlation", correlation);
  if (atLeast === 0) return 1;
  if (atLeast > electors || rate === 0) return 0;
  if (rate === 1) return 1;
  if (correlation === 1) return rate;
  // The beta-binomial by products, (ρ₀)(ρ₀ + θ)…(ρ₀ + (k − 1)θ) and so on, with θ = c / (1 − c):
  // exact in the logarithms, and the binomial where the correlation is 0.
  const theta = correlation / (1 - correlation);
  const defect = logProducts(electors, rate, theta);
  const keep = logProducts(electors, 1 - rate, theta);
  const all = logProducts(electors, 1, theta)[electors]!;
  const factorials = logProducts(electors, 1, 1);
  let tail = 0;
  for (let count = electors; count >= atLeast; count--) {
    const choose = factorials[electors]! - factorials[count]! - factorials[electors - count]!;
    tail += Math.exp(choose + defect[count]! + keep[electors - count]! - all);
  }
  return Math.min(1, tail);
}

/** Logarithms of first × (first + step) × …, of 0 to `count` factors. */
function logProducts(count: number, first: number, step: number): Float64Array {
  const logs = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) logs[i + 1] = logs[i]! + Math.log(first + i * step);
  return logs;
}
