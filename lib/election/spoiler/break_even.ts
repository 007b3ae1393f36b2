import { requireNumber, requireShare } from "../../check/mod.ts";

/** What third-party voters would have had to do for a trailing candidate to draw level. */
export interface BreakEven {
  /** Votes by which the candidate trails. Not positive: the candidate does not trail. */
  readonly lead: number;
  /** Votes of the candidates taken out. */
  readonly third: number;
  /** Net share g* = lead / third that makes a tie; without such voters ∞, or −∞ if ahead. */
  readonly netShare: number;
  /** Net votes that win: one more than the lead. */
  readonly netVotes: number;
  /** Whether any behavior of those voters would have been enough: `third > lead`. */
  readonly feasible: boolean;
  /** Preference p* = (1 + g*) / 2 that makes a tie if all of them had voted for one of the two. */
  readonly preferenceIfAllVote: number;
}

/**
 * The break-even of a third-party transfer. If a share v of the voters had voted for one of the
 * two remaining candidates, and a share p of those for the trailing one, the lead would have
 * become `lead − third · v(2p − 1)`; g = v(2p − 1) is their net share. It changes hands when g is
 * above g*.
 *
 * It assumes that the third candidates' absence changes nobody else's vote, and no campaign.
 *
 * @param lead Votes by which the candidate trails the opponent; negative if ahead.
 * @param third Votes of the candidates taken out.
 * @throws {RangeError} If the third candidates' votes are negative.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { breakEven } from "tallybook/election";
 *
 * const florida2000 = breakEven(537, 97_488); // Gore behind Bush, Nader's voters
 * assertEquals(florida2000.netShare.toFixed(6), "0.005508");
 * assertEquals(florida2000.preferenceIfAllVote.toFixed(6), "0.502754");
 * assert(florida2000.feasible);
 * ```
 */
export function breakEven(lead: number, third: number): BreakEven {
  const task = "find a break-even";
  requireNumber(task, "lead", lead, SAFE);
  requireNumber(task, "votes of the third candidates", third, { ...SAFE, minimum: 0 });
  const netShare = third === 0 ? (lead >= 0 ? Infinity : -Infinity) : lead / third;
  return {
    lead,
    third,
    netShare,
    netVotes: lead + 1,
    feasible: third > lead,
    preferenceIfAllVote: (1 + netShare) / 2,
  };
}

/**
 * The preference p*(v) = ½(1 + g* / v) that makes a tie when a share v of the third candidates'
 * voters vote for one of the two. Undefined where even everybody's preference is not enough.
 *
 * @param netShare The break-even net share g*.
 * @param turnout The share v, above 0 and up to 1.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { preferenceNeeded } from "tallybook/election";
 *
 * assertEquals(preferenceNeeded(0.2, 0.4), 0.75); // 0.4 × (2 × 0.75 − 1) = 0.2
 * assertEquals(preferenceNeeded(0.2, 0.1), undefined);
 * ```
 */
export function preferenceNeeded(netShare: number, turnout: number): number | undefined {
  const task = "find the preference needed";
  requireNumber(task, "net share", netShare, SAFE);
  requireNumber(task, "turnout", turnout, { above: 0, maximum: 1 });
  const preference = (1 + netShare / turnout) / 2;
  return preference >= 0 && preference <= 1 ? preference : undefined;
}

/**
 * The turnout v*(p) = g* / (2p − 1) that makes a tie when a share p of those who vote prefer the
 * trailing candidate. Undefined where not even everybody's vote is enough.
 *
 * @param netShare The break-even net share g*.
 * @param preference The share p, from 0 to 1.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { breakEven, turnoutNeeded } from "tallybook/election";
 *
 * // Florida 2000: at 60 to 40 for Gore, one Nader voter in 36 would have had to vote.
 * const needed = turnoutNeeded(breakEven(537, 97_488).netShare, 0.6);
 * assertEquals(needed?.toFixed(5), "0.02754");
 * assertEquals(turnoutNeeded(0.2, 0.55), undefined);
 * ```
 */
export function turnoutNeeded(netShare: number, preference: number): number | undefined {
  const task = "find the turnout needed";
  requireNumber(task, "net share", netShare, SAFE);
  requireShare(task, "preference", preference);
  // In a tie already, whatever they prefer.
  const turnout = netShare === 0 ? 0 : netShare / (2 * preference - 1);
  return turnout >= 0 && turnout <= 1 ? turnout : undefined;
}

/** Votes, or shares of them, that a number can hold whole. */
const SAFE = { minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
