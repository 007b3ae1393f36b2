import type { CoefficientEstimate } from "../../stats/mod.ts";
import { requireList, requireOptions } from "../../check/mod.ts";
import { doseOf, machineEffect, type MachineErrors } from "./machine_model.ts";
import type { MachineUnit } from "./machine_unit.ts";

/** The comparison at one cut-off. */
export interface ThresholdPoint {
  /** A unit counts as electronic above this share of ballots. */
  readonly threshold: number;
  /** Number of units that do. */
  readonly electronic: number;
  /** Difference of mean shares, units equal. */
  readonly naive: CoefficientEstimate;
  /** Difference of mean shares, by votes. */
  readonly weighted: CoefficientEstimate;
  /** Difference of mean shares, covariates held fixed. */
  readonly levelAdjusted: CoefficientEstimate;
  /** Difference of the mean change in four years. */
  readonly change: CoefficientEstimate;
  /** Difference of the change in four years, covariates held fixed. */
  readonly adjusted: CoefficientEstimate;
}

/**
 * How the gap depends on where "uses electronic machines" begins: whoever may pick the cut-off may pick
 * the gap. Standard errors, unless `errors` says which, are CR2 by the units' group where there are groups of
 * several units, and HC3 otherwise.
 *
 * @throws {RangeError} if at some threshold all or none of the units are electronic
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { thresholdCurve } from "tallybook/election";
 *
 * const unit = (dose: number, share: number) => ({
 *   unit: "a", group: "ADAMS", votes: 100, votesBefore: 100, share, shareBefore: 45,
 *   twoParty: share, twoPartyBefore: 45, dose, covariates: { college: 20 },
 * });
 * const units = [unit(0, 44), unit(0.1, 46), unit(0.3, 40), unit(0.9, 30)];
 * const [low, high] = thresholdCurve(units, [0.2, 0.15], []);
 * // (40 + 30)/2 - (44 + 46)/2 at either cut-off.
 * assertAlmostEquals(low!.naive.point, -10, 1e-9);
 * assertAlmostEquals(high!.naive.point, -10, 1e-9);
 * ```
 */
export function thresholdCurve(
  units: readonly MachineUnit[],
  thresholds: readonly number[],
  covariates: readonly string[],
  options: { readonly errors?: MachineErrors } = {},
): ThresholdPoint[] {
  const task = "draw a threshold curve";
  requireOptions(task, options, ["errors"]);
  requireList(task, "thresholds", thresholds);
  requireList(task, "covariates", covariates);
  return Array.from(thresholds, (threshold) => {
    const effect = (outcome: "share" | "change", weights: "equal" | "votes", held: string[]) =>
      machineEffect(units, { outcome, dose: threshold, weights, covariates: held }, options)
        .estimate;
    return {
      threshold,
      electronic: doseOf(units, threshold).reduce((sum, value) => sum + value, 0),
      naive: effect("share", "equal", []),
      weighted: effect("share", "votes", []),
      levelAdjusted: effect("share", "equal", [...covariates]),
      change: effect("change", "equal", []),
      adjusted: effect("change", "equal", [...covariates]),
    };
  });
}
