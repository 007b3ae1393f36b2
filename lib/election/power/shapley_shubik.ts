import { type Ratio, ratioToNumber } from "../exact/ratio.ts";
import { requireQuota, sumOfWeights, type Weights } from "./coalitions.ts";

/** A player's power by Shapley's and Shubik's count. */
export interface ShapleyShubikPower {
  /** Its weight. */
  readonly weight: number;
  /** Orders in which the player is pivotal, over all orders. Exact, not reduced. */
  readonly exact: Ratio;
  /** The same as a number; the values of all players sum to one. */
  readonly value: number;
}

/**
 * The Shapley–Shubik index of every player of a weighted voting game, exactly:
 * the share of all orders of the players in which one completes the majority. By
 * a generating function in coalition size and weight.
 *
 * Cost: O(players × players × total weight) for the table, and O(players ×
 * total weight) for each distinct weight; about 10 ms for the Electoral College.
 *
 * @throws {RangeError} if a weight is not a positive integer, or the quota is not
 * more than half of the total.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shapleyShubik } from "tallybook/election";
 *
 * const power = shapleyShubik({ a: 4, b: 3, c: 2, d: 1 }, 6);
 * assertEquals(Object.values(power).map(({ value }) => value), [5 / 12, 1 / 4, 1 / 4, 1 / 12]);
 * ```
 */
export function shapleyShubik(weights: Weights, quota: number): Record<string, ShapleyShubikPower> {
  const task = "count Shapley's and Shubik's power";
  requireQuota(task, quota, sumOfWeights(task, weights, true));
  const players = Object.keys(weights).length;
  const bySize = countsBySize(Object.values(weights), quota);
  const factorials = [1n];
  for (let n = 1; n <= players; n++) factorials.push(factorials[n - 1]! * BigInt(n));
  const pivots = new Map<number, bigint>();
  for (const weight of new Set(Object.values(weights))) {
    pivots.set(weight, pivotsOf(weight, quota, bySize, factorials));
  }
  return Object.fromEntries(
    Object.entries(weights).map(([player, weight]) => {
      const exact = { numerator: pivots.get(weight)!, denominator: factorials[players]! };
      return [player, { weight, exact, value: ratioToNumber(exact) }];
    }),
  );
}

/** Coalitions by size and by weight below the quota: heavier ones already win. */
function countsBySize(weights: readonly number[], quota: number): bigint[][] {
  const counts = Array.from(
    { length: weights.length + 1 },
    () => new Array<bigint>(quota).fill(0n),
  );
  counts[0]![0] = 1n;
  weights.forEach((weight, index) => {
    for (let size = index + 1; size > 0; size--) {
      const row = counts[size]!;
      const smaller = counts[size - 1]!;
      for (let sum = quota - 1; sum >= weight; sum--) {
        const added = smaller[sum - weight]!;
        if (added !== 0n) row[sum] = row[sum]! + added;
      }
    }
  });
  return counts;
}

function pivotsOf(
  weight: number,
  quota: number,
  bySize: readonly (readonly bigint[])[],
  factorials: readonly bigint[],
): bigint {
  const players = bySize.length - 1;
  let smaller = new Array<bigint>(quota).fill(0n);
  let pivots = 0n;
  for (let size = 0; size < players; size++) {
    // Coalitions of this size without the player: all less those that the player joined.
    const row = bySize[size]!;
    const without = row.map((count, sum) => sum < weight ? count : count - smaller[sum - weight]!);
    let swings = 0n;
    for (let sum = Math.max(0, quota - weight); sum < quota; sum++) swings += without[sum]!;
    pivots += swings * factorials[size]! * factorials[players - size - 1]!;
    smaller = without;
  }
  return pivots;
}
