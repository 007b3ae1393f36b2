import { ratioToNumber } from "../exact/ratio.ts";
import { coalitionCounts, requireQuota, sumOfWeights, type Weights } from "./coalitions.ts";

/** A player's power by Banzhaf's count. */
export interface BanzhafPower {
  /** Its weight. */
  readonly weight: number;
  /** Coalitions of the others that lose without the player and win with it. Exact. */
  readonly swings: bigint;
  /** Swings over all coalitions of the others: the chance to decide if all toss coins. */
  readonly absolute: number;
  /** Swings over the sum of all players' swings; these sum to one. */
  readonly normalized: number;
}

/**
 * Banzhaf's index of every player of a weighted voting game, exactly, by the
 * generating function: divide it by the player's own factor and add up the
 * coefficients where the player turns a losing coalition into a winning one.
 *
 * The index takes every unit to vote as a coin falls, independently. States do
 * not, and their voters do not either: read it as a property of the weights,
 * never as the influence of a state or of a voter.
 *
 * Cost: O(players × total weight).
 *
 * @throws {RangeError} if a weight is not a positive integer, or the quota is not
 * more than half of the total.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { banzhaf } from "tallybook/election";
 *
 * const power = banzhaf({ a: 4, b: 3, c: 2, d: 1 }, 6);
 * assertEquals(Object.values(power).map(({ swings }) => swings), [5n, 3n, 3n, 1n]);
 * ```
 */
export function banzhaf(weights: Weights, quota: number): Record<string, BanzhafPower> {
  const task = "count Banzhaf's power";
  requireQuota(task, quota, sumOfWeights(task, weights));
  const counts = coalitionCounts(weights);
  const others = 2n ** BigInt(Object.keys(weights).length - 1);
  const swings = new Map<number, bigint>();
  for (const weight of new Set(Object.values(weights))) {
    swings.set(weight, swingsOf(weight, quota, counts));
  }
  const all = Object.values(weights).reduce((sum, weight) => sum + swings.get(weight)!, 0n);
  return Object.fromEntries(
    Object.entries(weights).map(([player, weight]) => {
      const own = swings.get(weight)!;
      return [player, {
        weight,
        swings: own,
        absolute: ratioToNumber({ numerator: own, denominator: others }),
        normalized: ratioToNumber({ numerator: own, denominator: all }),
      }];
    }),
  );
}

function swingsOf(weight: number, quota: number, counts: readonly bigint[]): bigint {
  const without: bigint[] = [];
  let swings = 0n;
  for (let sum = 0; sum < quota; sum++) {
    without[sum] = counts[sum]! - (sum >= weight ? without[sum - weight]! : 0n);
    if (sum >= quota - weight) swings += without[sum]!;
  }
  return swings;
}
