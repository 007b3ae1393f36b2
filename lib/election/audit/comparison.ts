import {
  requireCount,
  requireInteger,
  requireList,
  requireNumber,
  requireOptions,
  requireProper,
  requireShare,
} from "../../check/mod.ts";

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
  /** Ballots with each discrepancy already found, besides those that the rates plan for. */
  readonly found?: Discrepancies;
  /** The error inflation factor γ, above 1. 1.03905, SuperSimple's, unless told. */
  readonly inflator?: number;
}

/** SuperSimple's error inflation factor. */
const INFLATOR = 1.03905;

/**
 * How many ballots a comparison of ballots with their electronic records needs,
 * if it finds discrepancies at the rates planned for, none unless told:
 * Kaplan–Markov in SuperSimple's form, −2γ [ln α + Σ errors × ln(1 ∓ …)] / μ, rounded up, and no
 * fewer than have a discrepancy already.
 *
 * @param dilutedMargin The margin over all ballots cast.
 * @returns Ballots, or null if at such rates of error no sample would do, or none below 2⁵³.
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
  const task = "size a comparison audit";
  requireOptions(task, options, ["rates", "found", "inflator"]);
  const { rates = {}, found = {}, inflator = INFLATOR } = options;
  requireMargin(task, dilutedMargin, inflator);
  requireProper(task, "risk limit", riskLimit);
  requireOptions(task, rates, KINDS);
  for (const [kind, rate] of Object.entries(rates)) requireShare(task, `rate of ${kind}`, rate);
  requireFound(task, found);
  // n = (base + errors found in n ballots) / margin: linear in n, so that it is solved at once.
  const base = (-2 * inflator * (Math.log(riskLimit) + logOfErrors(found, inflator))) /
    dilutedMargin;
  const perBallot = (-2 * inflator * logOfErrors(rates, inflator)) / dilutedMargin;
  // Each more ballot brings more errors, which want more ballots: a series that may not end.
  if (perBallot >= 1) return null;
  // Whatever was found was found on ballots, each of which has one discrepancy at most.
  const had = KINDS.reduce((sum, kind) => sum + (found[kind] ?? 0), 0);
  const ballots = Math.max(had, Math.ceil(base / (1 - perBallot)));
  // Next to the rates at which it does not end, it ends at numbers that no election has.
  return ballots > Number.MAX_SAFE_INTEGER ? null : ballots;
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
  const task = "measure the risk of a comparison audit";
  requireCount(task, "ballots compared", ballots);
  requireMargin(task, dilutedMargin, inflator);
  requireFound(task, found, ballots);
  const logRisk = ballots * Math.log1p(-dilutedMargin / (2 * inflator)) -
    logOfErrors(found, inflator);
  return Math.min(1, Math.exp(logRisk));
}

/**
 * The measured risk after each ballot of a comparison, in the order drawn: what a state publishes
 * that audits until the limit is met, as Colorado does.
 *
 * @param overstatements For each ballot drawn, by how many votes its record overstates the margin:
 * 2, 1, 0, −1 or −2.
 * @param dilutedMargin The margin over all ballots cast.
 * @throws {RangeError} if an overstatement, the margin or the inflator makes no sense.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { comparisonCourse } from "tallybook/election";
 *
 * const [first, second] = comparisonCourse([0, 1], 0.1);
 * assertAlmostEquals(first!, 1 - 0.1 / 2.0781);
 * assertAlmostEquals(second!, 1); // the error weighs more than both ballots
 * ```
 */
export function comparisonCourse(
  overstatements: readonly number[],
  dilutedMargin: number,
  options: { readonly inflator?: number } = {},
): number[] {
  const task = "follow a comparison audit";
  requireList(task, "overstatements", overstatements);
  requireOptions(task, options, ["inflator"]);
  const { inflator = INFLATOR } = options;
  requireMargin(task, dilutedMargin, inflator);
  const right = Math.log1p(-dilutedMargin / (2 * inflator));
  let log = 0;
  return overstatements.map((overstated, i) => {
    requireInteger(task, `overstatements[${i}]`, overstated, { minimum: -2, maximum: 2 });
    log += right - Math.log1p(-overstated / (2 * inflator));
    return Math.min(1, Math.exp(log));
  });
}

function logOfErrors(found: Discrepancies, inflator: number): number {
  const { oneOver = 0, twoOver = 0, oneUnder = 0, twoUnder = 0 } = found;
  return oneOver * Math.log1p(-1 / (2 * inflator)) + twoOver * Math.log1p(-1 / inflator) +
    oneUnder * Math.log1p(1 / (2 * inflator)) + twoUnder * Math.log1p(1 / inflator);
}

const KINDS = ["oneOver", "twoOver", "oneUnder", "twoUnder"] as const;

function requireMargin(task: string, dilutedMargin: number, inflator: number): void {
  requireNumber(task, "margin", dilutedMargin, { above: 0, maximum: 1 });
  requireNumber(task, "inflator", inflator, { above: 1, maximum: 1e6 });
}

function requireFound(task: string, found: Discrepancies, maximum = Number.MAX_SAFE_INTEGER): void {
  requireOptions(task, found, KINDS);
  for (const [kind, count] of Object.entries(found)) {
    requireCount(task, `ballots with ${kind}`, count, { maximum });
  }
}
