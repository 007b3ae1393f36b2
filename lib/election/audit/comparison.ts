import { requireCount, requireProper, requireShare } from "../exact/check.ts";

/** Discrepancies that a ballot comparison found between record and paper, in ballots. */
export interface Discrepancies {
  /** The record overstated the margin by one vote: winner on the record, nobody on paper. */
  readonly oneOver?: number;
  /** By two votes: winner on the record, loser on paper. */
  readonly twoOver?: number;
  /** The record understated the margin by one vote. */
  readonly oneUnder?: number;
  /** By two votes. */
  readonly twoUnder?: number;
}

/** Options of the ballot-comparison functions. */
export interface ComparisonOptions {
  /** The share of ballots, not the number, with each discrepancy that planning allows for. */
  readonly rates?: Discrepancies;
  /** The error inflation factor γ, above 1. 1.03905, SuperSimple's, unless told. */
  readonly inflator?: number;
}

/** SuperSimple's error inflation factor. */
const INFLATOR = 1.03905;

/**
 * How many ballots a comparison of ballots with their electronic records needs,
 * if it finds discrepancies at the rates planned for, none unless told:
 * Kaplan–Markov in SuperSimple's form, −2γ [ln α + Σ errors × ln(1 ∓ …)] / μ, rounded up.
 *
 * @param dilutedMargin The margin over all ballots cast.
 * @returns Ballots, or null if at such rates of error no sample would do.
 * @throws {RangeError} if margin, limit, rates or inflator make no sense.
 * Source: Stark, *Super-simple simultaneous single-ballot risk-limiting audits* (2010).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparisonBallots } from "tallybook/election";
 *
 * // −2 × 1.03905 × ln .05 / .1 = 62.25
 * assertEquals(comparisonBallots(0.1, 0.05), 63);
 * ```
 */
export function comparisonBallots(
  dilutedMargin: number,
  riskLimit: number,
  options: ComparisonOptions = {},
): number | null {
  const { rates = {}, inflator = INFLATOR } = options;
  requireMargin(dilutedMargin, inflator);
  requireProper(riskLimit, "the risk limit");
  for (const [kind, rate] of Object.entries(rates)) requireShare(rate, `the rate of ${kind}`);
  // n = (base + errors found in n ballots) / margin: linear in n, so that it is solved at once.
  const base = (-2 * inflator * Math.log(riskLimit)) / dilutedMargin;
  const perBallot = (-2 * inflator * logOfErrors(rates, inflator)) / dilutedMargin;
  // Each more ballot brings more errors, which want more ballots: a series that may not end.
  if (perBallot >= 1) return null;
  return Math.ceil(base / (1 - perBallot));
}

/**
 * The measured risk of a ballot comparison: Kaplan–Markov's P-value from the number
 * of ballots compared and the discrepancies found.
 *
 * @throws {RangeError} if a count, the margin or the inflator makes no sense.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { comparisonRisk } from "tallybook/election";
 *
 * assert(comparisonRisk(63, 0.1, {}) <= 0.05);
 * assert(comparisonRisk(63, 0.1, { oneOver: 1 }) > 0.05);
 * ```
 */
export function comparisonRisk(
  ballots: number,
  dilutedMargin: number,
  found: Discrepancies,
  inflator = INFLATOR,
): number {
  requireCount(ballots, "ballots compared");
  requireMargin(dilutedMargin, inflator);
  for (const [kind, count] of Object.entries(found)) requireCount(count, `ballots with ${kind}`);
  const logRisk = ballots * Math.log1p(-dilutedMargin / (2 * inflator)) -
    logOfErrors(found, inflator);
  return Math.min(1, Math.exp(logRisk));
}

function logOfErrors(found: Discrepancies, inflator: number): number {
  const { oneOver = 0, twoOver = 0, oneUnder = 0, twoUnder = 0 } = found;
  return oneOver * Math.log1p(-1 / (2 * inflator)) + twoOver * Math.log1p(-1 / inflator) +
    oneUnder * Math.log1p(1 / (2 * inflator)) + twoUnder * Math.log1p(1 / inflator);
}

function requireMargin(dilutedMargin: number, inflator: number): void {
  if (!(dilutedMargin > 0 && dilutedMargin <= 1)) {
    throw new RangeError(`Expected a margin above 0 and at most 1, but found ${dilutedMargin}`);
  }
  if (!(inflator > 1)) throw new RangeError(`Expected an inflator above 1, but found ${inflator}`);
}
