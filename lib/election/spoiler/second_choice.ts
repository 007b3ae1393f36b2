import {
  refusal,
  requireName,
  requireNumber,
  requireProper,
  requireRecord,
  requireShare,
} from "../../check/mod.ts";
import { type Estimate, proportionInterval } from "../../stats/mod.ts";
import { netShareInterval } from "./net_share_interval.ts";
import type { Transfer } from "./transfer.ts";

/** What a survey says of a candidate's voters: whom they would have chosen of the two. */
export interface SecondChoiceShares {
  /** The candidate whose voters were asked. */
  readonly candidate: string;
  /** Share of all of them for the beneficiary. */
  readonly beneficiary: number;
  /** Share of all of them for the opponent. */
  readonly opponent: number;
  /**
   * Effective sample size: the respondents divided by the design effect. If the survey did not
   * publish it, whatever is put here is an assumption; say so.
   */
  readonly effectiveSize: number;
}

/** A survey's second choices with their sampling error. */
export interface SecondChoice {
  /** The shares as a transfer, abstainers kept: they go to neither. */
  readonly transfer: Transfer;
  /** Net share g = a − b of all the candidate's voters. */
  readonly netShare: Estimate;
  /** Share v = a + b who would have voted for one of the two. */
  readonly turnout: Estimate;
  /** Share p = a / (a + b) for the beneficiary among those. */
  readonly preference: Estimate;
  /** Standard error of the net share. */
  readonly standardError: number;
}

/**
 * A survey's second choices as estimates. Var(g) = [a + b − (a − b)²] / n, from the multinomial;
 * Var(v) = v(1 − v) / n; Var(p) = p(1 − p) / (n v).
 *
 * Share ± 1.96 standard errors holds too rarely in samples of tens (docs/coverage.md). The intervals of v and
 * p are Wilson's; that of g is Bonett and Price's (2012): the same normal interval after one more answer for
 * each of the two.
 *
 * Sampling error only: what people say of a ballot that did not exist, and who answers surveys,
 * are not in the interval.
 *
 * @param shares Shares of all of the candidate's voters, those who would have stayed home included.
 * @param level The intervals' level; 0.95 unless given.
 * @throws {RangeError} If shares are negative or sum to more than one, or the size is not positive.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { secondChoice } from "tallybook/election";
 *
 * const stein = secondChoice({
 *   candidate: "Stein",
 *   beneficiary: 0.25,
 *   opponent: 0.14,
 *   effectiveSize: 120,
 * });
 * // (0.39 − 0.11²) / 120 = 0.00315, of which the root is 0.0561.
 * assertEquals(stein.standardError.toFixed(4), "0.0561");
 * // 31 and 17.8 of 122 differ by 0.108, with standard error 0.0564.
 * assertEquals([stein.netShare.lower.toFixed(3), stein.netShare.upper.toFixed(3)], ["-0.002", "0.219"]);
 * ```
 */
export function secondChoice(shares: SecondChoiceShares, level = 0.95): SecondChoice {
  requireRecord("use second choices", "shares", shares);
  const { candidate, beneficiary: a, opponent: b, effectiveSize: n } = shares;
  const task = "use second choices";
  requireName(task, "candidate", candidate);
  requireShare(task, `share of ${candidate}'s voters for the beneficiary`, a);
  requireShare(task, `share of ${candidate}'s voters for the opponent`, b);
  if (!(a + b > 0 && a + b <= 1 + 1e-12)) {
    throw new RangeError(
      refusal({
        task,
        where: `shares of ${candidate}'s voters for the two`,
        found: a + b,
        expected: "a sum of more than 0 and at most 1",
      }),
    );
  }
  requireNumber(task, "effective sample size", n, {
    minimum: 1e-3,
    maximum: Number.MAX_SAFE_INTEGER,
  });
  requireProper(task, "level", level);
  const v = Math.min(1, a + b);
  const p = a / (a + b);
  const standardError = Math.sqrt((v - (a - b) ** 2) / n);
  const assumptions = [
    "Respondents are like a simple random sample of the effective size",
    "They would have done what they said",
  ];
  const proportion = (estimand: string, share: number, size: number): Estimate => ({
    ...proportionInterval(share * size, size, { level, estimand }),
    point: share,
    assumptions,
    n,
  });
  return {
    transfer: { beneficiary: a, opponent: b },
    netShare: {
      estimand: `Net share of all ${candidate} voters for the beneficiary`,
      point: a - b,
      ...netShareInterval({ beneficiary: a, opponent: b }, n, level),
      level,
      method: "Difference of multinomial proportions, Bonett and Price's interval",
      assumptions,
      n,
    },
    turnout: proportion(
      `Share of ${candidate} voters who would have voted for one of the two`,
      v,
      n,
    ),
    preference: proportion(
      `Share for the beneficiary among ${candidate} voters who would have voted for one of the two`,
      p,
      n * v,
    ),
    standardError,
  };
}

/** A survey's shares read rightly, and as if nobody had stayed home. */
export interface RenormalizationTrap {
  /** The shares as answered, those who would have stayed home among them. */
  readonly kept: Transfer;
  /** The net share of these. */
  readonly keptNetShare: number;
  /** The same answers with the abstainers left out and the rest blown up to 100 percent. */
  readonly renormalized: Transfer;
  /** The net share of these. */
  readonly renormalizedNetShare: number;
  /** By how many times leaving out the abstainers overstates the net share: 1 / v. */
  readonly overstatement: number;
}

/**
 * The commonest misreading of such a survey: dividing by those who named one of the two, so that
 * everybody who would have stayed home is counted as voting like the rest.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { renormalizationTrap } from "tallybook/election";
 *
 * const trap = renormalizationTrap({ beneficiary: 0.25, opponent: 0.14 });
 * assertEquals(trap.keptNetShare.toFixed(2), "0.11");
 * assertEquals(trap.renormalizedNetShare.toFixed(2), "0.28");
 * assertEquals(trap.overstatement.toFixed(2), "2.56");
 * ```
 */
export function renormalizationTrap(shares: Transfer): RenormalizationTrap {
  const task = "renormalize second choices";
  requireRecord(task, "shares", shares);
  const { beneficiary: a, opponent: b } = shares;
  requireShare(task, "share for the beneficiary", a);
  requireShare(task, "share for the opponent", b);
  requireNumber(task, "sum of the two shares", a + b, { minimum: 1e-12, maximum: 1 + 1e-12 });
  const v = a + b;
  return {
    kept: { beneficiary: a, opponent: b },
    keptNetShare: a - b,
    renormalized: { beneficiary: a / v, opponent: b / v },
    renormalizedNetShare: (a - b) / v,
    overstatement: 1 / v,
  };
}
