import { checkColumn, checkWeights, type Column } from "./column.ts";

/**
 * Mean of values, each counted by its weight: a mean over voters when the weights are votes.
 *
 * @throws {RangeError} if a value is not finite or a weight is not positive
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { weightedMean } from "tallybook/stats";
 *
 * assertEquals(weightedMean([10, 20], [3, 1]), 12.5);
 * ```
 */
export function weightedMean(values: Column, weights: Column): number {
  checkColumn("values", values);
  checkWeights("weights", weights, values.length);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    total += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  return sum / total;
}
