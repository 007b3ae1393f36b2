import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Estimate } from "../../stats/estimate.ts";
import { requireCount, requireProper, requireShare } from "../exact/check.ts";

/** One group of ballots still to be counted: a state, or a way of voting within one. */
export interface RemainingGroup {
  readonly group: string;
  /** The candidate's lead so far. */
  readonly lead: number;
  /** Votes left. */
  readonly remaining: number;
  /** Standard deviation of the votes left. 0 unless told. */
  readonly remainingError?: number;
  /** The candidate's margin per vote expected of those left, from −1 to 1. */
  readonly margin: number;
  /** Standard deviation of that margin. */
  readonly marginError: number;
}

/**
 * The final lead over several groups, whose margins may err together: the sum of
 * leads and expected gains, with the variance of products of uncertain sizes and
 * uncertain margins in closed form. `correlation` is that of two groups' margin
 * errors; 1 if all err alike, which is nearer the truth than 0.
 *
 * @throws {RangeError} if a margin or a correlation is out of range, or there is no group.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { projectGroups } from "tallybook/election";
 *
 * const group = { lead: 0, remaining: 100, margin: 0.2, marginError: 0.1 };
 * const groups = [{ group: "mail", ...group }, { group: "provisional", ...group }];
 * const alike = projectGroups(groups, "a", { correlation: 1 });
 * assertAlmostEquals(alike.point, 40);
 * assertAlmostEquals(alike.upper - alike.point, 1.96 * 20, 1e-3); // 100 × .1 twice, added
 * ```
 */
export function projectGroups(
  groups: readonly RemainingGroup[],
  candidate: string,
  options: { readonly correlation?: number; readonly level?: number } = {},
): Estimate {
  const { correlation = 1, level = 0.95 } = options;
  requireShare(correlation, "the correlation");
  requireProper(level, "the level");
  if (groups.length === 0) throw new RangeError("Expected at least one group, but found none");
  let point = 0;
  let own = 0;
  let shared = 0;
  for (const { group, lead, remaining, remainingError = 0, margin, marginError } of groups) {
    requireCount(remaining, `votes remaining in ${group}`);
    if (!(Math.abs(margin) <= 1) || !(marginError >= 0) || !(remainingError >= 0)) {
      throw new RangeError(
        `Expected a margin from −1 to 1 and errors of at least 0 in ${group}, but found ` +
          `${margin}, ${marginError} and ${remainingError}`,
      );
    }
    point += lead + remaining * margin;
    own += (remainingError * margin) ** 2 + (remainingError * marginError) ** 2 +
      (1 - correlation) * (remaining * marginError) ** 2;
    shared += remaining * marginError;
  }
  const half = normalQuantile((1 + level) / 2, 0, 1) *
    Math.sqrt(own + correlation * shared ** 2);
  return {
    estimand: `final lead of ${candidate}, in votes`,
    point,
    lower: point - half,
    upper: point + half,
    level,
    method: "sum over groups of votes left times margin, variance of products, normal interval",
    assumptions: [
      `the groups' margin errors correlate at ${correlation}`,
      "sizes and margins err independently of each other",
    ],
    n: groups.length,
  };
}
