import { requireCount } from "../exact/check.ts";

/** Options of {@linkcode alphaMartingale}. */
export interface AlphaOptions {
  /** Ballots in all, for draws without replacement. Infinity, for draws with it, unless told. */
  readonly population?: number;
  /** The mean that the null hypothesis allows at most. ½ unless told. */
  readonly nullMean?: number;
  /** The largest value a ballot can have. 1 unless told. */
  readonly bound?: number;
  /** The mean that the report implies: where the estimate starts. */
  readonly reportedMean: number;
  /** Ballots that the report weighs as much as. 100 unless told. */
  readonly reportWeight?: number;
  /** How far the estimate stays above the null mean at first. Half the reported excess unless told. */
  readonly slack?: number;
}

/** The course of an ALPHA audit. */
export interface AlphaCourse {
  /** The martingale after each ballot. */
  readonly values: readonly number[];
  /** The P-value at each ballot: 1 / value, at most 1. */
  readonly pValues: readonly number[];
  /** The measured risk: the smallest of them, valid whenever one looks. */
  readonly risk: number;
}

/**
 * ALPHA: a test martingale for the mean of a bounded list of values, such as the
 * assorter values of ballots, with or without replacement. It bets on an estimate
 * that starts at the reported mean and shrinks toward what the sample shows,
 * truncated to stay above the null mean: T = Π [x η/μ + (u − x)(u − η)/(u − μ)] / u.
 * Unlike BRAVO it does not fail when the winner's true share is below the reported one.
 *
 * Source: Stark, *ALPHA: Audit that learns from previously hand-audited ballots* (2023).
 * Cost: O(sample).
 *
 * @param sample Values of the ballots in the order drawn, each from 0 to the bound.
 * @throws {RangeError} if a value is out of bounds, the means make no sense, or more
 * ballots are given than there are.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { alphaMartingale } from "tallybook/election";
 *
 * const { values } = alphaMartingale([1, 0], { reportedMean: 0.55, reportWeight: 10 });
 * assertAlmostEquals(values[0]!, 1.1); // 1 × .55 / .5
 * ```
 */
export function alphaMartingale(sample: readonly number[], options: AlphaOptions): AlphaCourse {
  const { population = Infinity, nullMean = 0.5, bound = 1, reportedMean, reportWeight = 100 } =
    options;
  const slack = options.slack ?? (reportedMean - nullMean) / 2;
  if (!(nullMean > 0 && nullMean < reportedMean && reportedMean <= bound)) {
    throw new RangeError(
      `Expected 0 < null mean < reported mean ≤ bound, but found ${nullMean}, ${reportedMean} ` +
        `and ${bound}`,
    );
  }
  if (population !== Infinity) requireCount(population, "the ballots in all", 1);
  if (sample.length > population) {
    throw new RangeError(`Expected at most ${population} ballots, but found ${sample.length}`);
  }
  if (!(reportWeight > 0)) {
    throw new RangeError(`Expected a report weight above 0, but found ${reportWeight}`);
  }
  const values: number[] = [];
  const pValues: number[] = [];
  let sum = 0;
  let value = 1;
  for (const [index, x] of sample.entries()) {
    if (!(x >= 0 && x <= bound)) {
      throw new RangeError(`Expected ballot ${index + 1} from 0 to ${bound}, but found ${x}`);
    }
    // Without replacement, the null fixes what the mean of the ballots left would be.
    const mean = population === Infinity
      ? nullMean
      : (population * nullMean - sum) / (population - index);
    if (mean < 0) value = Infinity;
    else if (mean > bound) value = 0;
    else if (value !== 0 && value !== Infinity) {
      const estimate = shrunk(index, sum, mean, { reportedMean, reportWeight, slack, bound });
      value *= bet(x, estimate, mean, bound);
    }
    sum += x;
    values.push(value);
    pValues.push(value > 1 ? 1 / value : 1);
  }
  return { values, pValues, risk: Math.min(1, ...pValues) };
}

/** The shrink-truncate estimate of the mean before a draw. */
function shrunk(
  drawn: number,
  sum: number,
  mean: number,
  { reportedMean, reportWeight, slack, bound }: {
    reportedMean: number;
    reportWeight: number;
    slack: number;
    bound: number;
  },
): number {
  const weight = reportWeight + drawn;
  const distance = slack / Math.sqrt(weight);
  const average = (reportWeight * reportedMean + sum) / weight;
  const lowest = mean * (1 + Number.EPSILON) + distance;
  return Math.min(bound * (1 - Number.EPSILON) - distance, Math.max(average, lowest));
}

/** The factor by which a ballot multiplies the martingale; sure things are not bet on. */
function bet(x: number, estimate: number, mean: number, bound: number): number {
  if (mean === 0) return x > 0 ? Infinity : 1;
  if (mean === bound) return 1;
  return ((x * estimate) / mean + ((bound - x) * (bound - estimate)) / (bound - mean)) / bound;
}

/**
 * Kaplan–Markov's P-value that the mean of non-negative values is at most
 * `nullMean`, drawing with replacement: the smallest product so far of
 * (t + g)/(x + g). `padding` g above 0 keeps a single 0 from ending the test.
 *
 * @throws {RangeError} if a value or the padding is negative, or the null mean not positive.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { kaplanMarkovRisk } from "tallybook/election";
 *
 * assertAlmostEquals(kaplanMarkovRisk([1, 1, 1], 0.5, 0), 0.125);
 * ```
 */
export function kaplanMarkovRisk(
  sample: readonly number[],
  nullMean: number,
  padding: number,
): number {
  if (!(nullMean > 0) || !(padding >= 0)) {
    throw new RangeError(
      `Expected a null mean above 0 and padding of at least 0, but found ${nullMean}, ${padding}`,
    );
  }
  let product = 1;
  let least = 1;
  for (const [index, x] of sample.entries()) {
    if (!(x >= 0)) throw new RangeError(`Expected ballot ${index + 1} of at least 0, found ${x}`);
    product *= (nullMean + padding) / (x + padding);
    least = Math.min(least, product);
  }
  return least;
}
