import { requireNumber, requireOptions } from "../../check/mod.ts";
import { course, type MartingaleCourse, requireSampleTerms } from "./martingale.ts";

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
export type AlphaCourse = MartingaleCourse;

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
 * @throws {TypeError} if a value is no number.
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
  requireOptions(TASK, options, KNOWN);
  const { population = Infinity, nullMean = 0.5, bound = 1, reportedMean, reportWeight = 100 } =
    options;
  const terms = requireSampleTerms(TASK, sample, { population, nullMean, bound });
  requireNumber(TASK, "reported mean", reportedMean, { above: nullMean, maximum: bound });
  requireNumber(TASK, "report weight", reportWeight, { above: 0 });
  const slack = options.slack ?? (reportedMean - nullMean) / 2;
  requireNumber(TASK, "slack", slack, { minimum: 0 });
  return course(sample, terms, (x, mean, { drawn, sum }) => {
    const estimate = shrunk(drawn, sum, mean, { reportedMean, reportWeight, slack, bound });
    return factor(x, estimate, mean, bound);
  });
}

const TASK = "audit with ALPHA";
const KNOWN = ["population", "nullMean", "bound", "reportedMean", "reportWeight", "slack"];

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
  const average = reportedMean + (sum - drawn * reportedMean) / weight;
  const lowest = mean * (1 + Number.EPSILON) + distance;
  const highest = bound * (1 - Number.EPSILON) - distance;
  // Below the null mean the product would be no martingale: with little weight on the report the
  // distance is wider than the room above the mean, and then nothing is bet.
  return Math.max(mean, Math.min(highest, Math.max(average, lowest)));
}

/** The factor by which a ballot multiplies the martingale. */
function factor(x: number, estimate: number, mean: number, bound: number): number {
  return (x / bound) * (estimate / mean) + (1 - x / bound) * ((bound - estimate) / (bound - mean));
}
