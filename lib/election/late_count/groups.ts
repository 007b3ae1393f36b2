import * as special from "../../stats/special_functions.ts";
import type { Estimate } from "../../stats/estimate.ts";
import {
  requireCount,
  requireDistinct,
  requireInteger,
  requireList,
  requireName,
  requireNumber,
  requireOptions,
  requireProper,
  requireRecord,
  requireShare,
} from "../../check/mod.ts";

/** One group of ballots still to be counted: a state, or a way of voting within one. */
export interface RemainingGroup {
  /** The group's name. */
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
  const task = "project a lead by groups";
  requireOptions(task, options, ["correlation", "level"]);
  const { correlation = 1, level = 0.95 } = options;
  requireShare(task, "correlation", correlation);
  requireProper(task, "level", level);
  requireName(task, "candidate", candidate);
  requireList(task, "groups", groups, { least: 1 });
  let point = 0;
  let own = 0;
  let shared = 0;
  for (const [i, one] of groups.entries()) {
    requireRecord(task, `groups[${i}]`, one);
    const { group, lead, remaining, remainingError = 0, margin, marginError } = one;
    requireName(task, "group", group);
    requireInteger(task, `lead in ${group}`, lead);
    requireCount(task, `votes remaining in ${group}`, remaining);
    requireNumber(task, `margin in ${group}`, margin, { minimum: -1, maximum: 1 });
    requireNumber(task, `error of the margin in ${group}`, marginError, {
      minimum: 0,
      maximum: 1e6,
    });
    requireNumber(task, `error of the votes remaining in ${group}`, remainingError, {
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
    });
    point += lead + remaining * margin;
    own += (remainingError * margin) ** 2 + (remainingError * marginError) ** 2 +
      (1 - correlation) * (remaining * marginError) ** 2;
    shared += remaining * marginError;
  }
  requireDistinct(task, "groups", groups.map(({ group }) => group));
  const half = special.normalQuantile((1 + level) / 2, 0, 1) *
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
