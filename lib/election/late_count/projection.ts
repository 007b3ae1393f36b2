import * as special from "../../stats/special_functions.ts";
import type { Estimate } from "../../stats/estimate.ts";
import {
  refusal,
  requireCount,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireProper,
} from "../../check/mod.ts";
import { requireVotes } from "../require_contests.ts";
import { increments, type Snapshot } from "./snapshot.ts";

/**
 * The projection that misleads: the ballots left split as those counted did.
 *
 * @returns The final lead of `candidate` over `rival`, in votes.
 * @throws {RangeError} if a count is not whole or a candidate is not among those counted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { naiveProjection } from "tallybook/election";
 *
 * // 60 to 40 so far; fifty more of the same make 90 to 60.
 * assertEquals(naiveProjection({ a: 60, b: 40 }, 50, "a", "b"), 30);
 * ```
 */
export function naiveProjection(
  counted: Readonly<Record<string, number>>,
  remaining: number,
  candidate: string,
  rival: string,
): number {
  const task = "project a lead";
  requireVotes(task, "", counted);
  requireCount(task, "votes remaining", remaining);
  const lead = leadOf(task, counted, candidate, rival);
  const all = Object.values(counted).reduce((sum, votes) => sum + votes, 0);
  requireCount(task, "votes counted", all, { minimum: 1 });
  return lead + remaining * (lead / all);
}

/** Options of {@linkcode projectFromIncrements}. */
export interface IncrementOptions {
  /** Whose lead is projected. */
  readonly candidate: string;
  /** Over whom. */
  readonly rival: string;
  /** Votes left, of the same kind as the snapshots hold: of two candidates, or of all. */
  readonly remaining: number;
  /** Standard deviation of the report of votes left, in votes. 0 unless told. */
  readonly remainingError?: number;
  /** The level of the interval, 0.95 unless given. */
  readonly level?: number;
}

/**
 * The final lead if the ballots left are like those lately counted, not like all
 * so far: lead + votes left × the margin per vote of the increments.
 *
 * The interval is a prediction interval: the increments' margins scatter around
 * their mean with a variance inverse to their size, and so will the remainder's.
 * It takes them to be draws from one process. They are not a random sample: mail
 * comes in order of county and of date, so a drift is not covered. Corrections
 * are left out. Works with any number of candidates.
 *
 * @throws {RangeError} if fewer than two increments are left after corrections,
 * or a count is not whole.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { projectFromIncrements } from "tallybook/election";
 *
 * const snapshots = [
 *   { asOf: "1", votes: { a: 500, b: 500 } },
 *   { asOf: "2", votes: { a: 560, b: 540 } }, // 60 to 40
 *   { asOf: "3", votes: { a: 630, b: 570 } }, // 70 to 30
 * ];
 * const lead = projectFromIncrements(snapshots, { candidate: "a", rival: "b", remaining: 100 });
 * assertEquals(lead.point, 90); // 60 now, and 65 to 35 of what is left
 * assert(lead.lower < 60);
 * ```
 */
export function projectFromIncrements(
  snapshots: readonly Snapshot[],
  options: IncrementOptions,
): Estimate {
  const task = "project a lead from increments";
  requireOptions(task, options, ["candidate", "rival", "remaining", "remainingError", "level"]);
  const { candidate, rival, remaining, remainingError = 0, level = 0.95 } = options;
  requireCount(task, "votes remaining", remaining);
  requireProper(task, "level", level);
  requireNumber(task, "error of the votes remaining", remainingError, {
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
  });
  const steps = increments(snapshots);
  const lead = leadOf(task, snapshots.at(-1)!.votes, candidate, rival);
  const batches = steps.filter((step) => !step.correction && step.size > 0);
  if (batches.length < 2) {
    throw new RangeError(
      refusal({
        task,
        where: "increments that are not corrections",
        found: batches.length,
        expected: "at least two",
      }),
    );
  }
  const size = batches.reduce((sum, step) => sum + step.size, 0);
  const margin = batches.reduce((sum, { votes }) => sum + votes[candidate]! - votes[rival]!, 0) /
    size;
  // Var(margin of a batch of n) = s²/n, so residuals are weighted by size.
  const scatter = batches.reduce((sum, { votes, size: n }) => {
    const residual = (votes[candidate]! - votes[rival]!) / n - margin;
    return sum + n * residual ** 2;
  }, 0) / (batches.length - 1);
  const marginVariance = remaining === 0 ? 0 : scatter * (1 / size + 1 / remaining);
  const variance = remaining ** 2 * marginVariance + remainingError ** 2 * margin ** 2 +
    remainingError ** 2 * marginVariance;
  const half = special.studentQuantile((1 + level) / 2, batches.length - 1) * Math.sqrt(variance);
  const point = lead + remaining * margin;
  // No count can leave the range that holds without a model, if the number left is certain.
  const limit = (value: number) =>
    remainingError > 0 ? value : Math.max(lead - remaining, Math.min(lead + remaining, value));
  return {
    estimand: `final lead of ${candidate} over ${rival}, in votes`,
    point,
    lower: limit(point - half),
    upper: limit(point + half),
    level,
    method: "margin per vote of the observed increments; prediction interval, t quantile",
    assumptions: [
      "the votes left are like the increments observed, without drift",
      remainingError > 0
        ? `${remaining} votes are left, give or take ${remainingError}`
        : `${remaining} votes are left`,
      `${steps.length - batches.length} corrections left out`,
    ],
    n: batches.length,
  };
}

function leadOf(
  task: string,
  votes: Readonly<Record<string, number>>,
  candidate: string,
  rival: string,
): number {
  const names = Object.keys(votes);
  requireOneOf(task, "candidate", candidate, names);
  requireOneOf(task, "rival", rival, names.filter((name) => name !== candidate));
  return votes[candidate]! - votes[rival]!;
}
