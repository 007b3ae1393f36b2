import { refusal, requireNumber, requireOptions } from "../../check/mod.ts";
import { course, type MartingaleCourse, requireSampleTerms } from "./martingale.ts";

/** Options of {@linkcode bettingMartingale}. */
export interface BettingOptions {
  /** Ballots in all, for draws without replacement. Infinity, for draws with it, unless told. */
  readonly population?: number;
  /** The mean that the null hypothesis allows at most. ½ unless told. */
  readonly nullMean?: number;
  /** The largest value a ballot can have. 1 unless told. */
  readonly bound?: number;
  /**
   * What is bet on each ballot: a number λ for the same bet throughout, or "adaptive", which learns
   * from the ballots seen. "adaptive" unless told.
   */
  readonly bet?: number | "adaptive";
  /** The first bet where bets adapt, before anything was seen. ½ unless told. */
  readonly firstBet?: number;
}

/**
 * A betting martingale for the mean of bounded values: T = Π [1 + λ (x − μ)], with a bet λ fixed
 * before the ballot is seen, from 0 to 1/μ, so that the product is never negative. Under the null
 * hypothesis it exceeds 1/α with a chance of at most α, whenever one looks. For ballot comparison
 * the values are overstatement values and the bound is 2 / (2 − margin).
 *
 * The adaptive bet is (m − μ) / (s² + (m − μ)²), which nearly maximizes the growth of the product
 * if the rest is like the ballots seen, with their mean m and variance s².
 *
 * Source: Waudby-Smith and Ramdas, *Estimating means of bounded random variables by betting*
 * (2024); Waudby-Smith, Stark and Ramdas, *RiLACS: Risk limiting audits via confidence sequences*
 * (2021). Cost: O(sample).
 *
 * @param sample Values of the ballots in the order drawn, each from 0 to the bound.
 * @throws {RangeError} if a value is out of bounds, more ballots are given than there are, or a bet
 * could make the product negative.
 * @throws {TypeError} if a value is no number.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { bettingMartingale } from "tallybook/election";
 *
 * const { values } = bettingMartingale([1, 0], { bet: 0.5 });
 * assertAlmostEquals(values[1]!, 1.25 * 0.75); // (1 + .5 × .5)(1 − .5 × .5)
 * ```
 */
export function bettingMartingale(
  sample: readonly number[],
  options: BettingOptions = {},
): MartingaleCourse {
  requireOptions(TASK, options, ["population", "nullMean", "bound", "bet", "firstBet"]);
  const { population = Infinity, nullMean = 0.5, bound = 1, bet = "adaptive", firstBet = 0.5 } =
    options;
  const terms = requireSampleTerms(TASK, sample, { population, nullMean, bound });
  if (typeof bet === "string" && bet !== "adaptive") {
    throw new RangeError(
      refusal({ task: TASK, where: "bet", found: bet, expected: 'a number or "adaptive"' }),
    );
  }
  if (bet !== "adaptive") requireNumber(TASK, "bet", bet, { minimum: 0, maximum: 1 / nullMean });
  requireNumber(TASK, "first bet", firstBet, { minimum: 0, maximum: 1 / nullMean });
  const learn = learner(firstBet);
  return course(sample, terms, (x, mean) => {
    const wanted = bet === "adaptive" ? learn.bet() : bet;
    learn.see(x, mean);
    // A mean that has risen over the first one leaves less to bet.
    return 1 + Math.min(wanted, MOST / mean) * (x - mean);
  });
}

const TASK = "audit with a betting martingale";
/** A bet of 1/μ whole would leave nothing after one ballot of value 0. */
const MOST = 1 - Number.EPSILON;

/** Mean and variance of the ballots seen, by Welford's updates, and the bet that follows. */
function learner(first: number) {
  let [seen, mean, squares, bet] = [0, 0, 0, first];
  return {
    bet: () => bet,
    see(x: number, nullMean: number): void {
      seen++;
      const difference = x - mean;
      mean += difference / seen;
      squares += difference * (x - mean);
      const excess = mean - nullMean;
      bet = excess > 0 ? excess / (squares / seen + excess ** 2) : 0;
    },
  };
}

/**
 * The bet that is best for ballot comparison if a share of the records overstates the margin by
 * two votes and the others are right: λ for {@linkcode bettingMartingale} with the bound
 * 2 / (2 − margin) and the null mean ½. With no errors expected it bets all it may.
 *
 * Source: Spertus, *COBRA: Comparison-optimal betting for risk-limiting audits* (2023). Derived:
 * a right record has the value a = 1 / (2 − v), another 0; (1 − p) ln(1 + λ(a − ½)) +
 * p ln(1 − λ/2) has its greatest value where its derivative is 0, which is linear in λ.
 *
 * @param dilutedMargin The margin v over all ballots cast.
 * @param twoOver The share p of records that overstate by two votes, 0.00001 unless told.
 * @throws {RangeError} if the margin or the share makes no sense.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { comparisonBet } from "tallybook/election";
 *
 * // a = 1/1.5: the derivative (1 − p)(a − ½)/(1 + λ(a − ½)) − p/(2 − λ) is 0 at λ = 1.92.
 * assertAlmostEquals(comparisonBet(0.5, 0.01), 1.92);
 * ```
 */
export function comparisonBet(dilutedMargin: number, twoOver = 1e-5): number {
  const task = "find the bet of a comparison audit";
  requireNumber(task, "margin", dilutedMargin, { above: 0, maximum: 1 });
  requireNumber(task, "share of overstatements by two", twoOver, { minimum: 0, maximum: 1 });
  const above = dilutedMargin / (2 * (2 - dilutedMargin)); // a − ½
  // (1 − p) above (1 − λ/2) = (p/2) (1 + λ above): linear in λ.
  const best = ((1 - twoOver) * above - twoOver / 2) / (above / 2);
  return Math.max(0, best);
}
