import { refusal, requireCount, requireRecord } from "../../check/mod.ts";
import { ratioToNumber } from "../exact/ratio.ts";

/** A weighted voting game: weights by player. */
export type Weights = Readonly<Record<string, number>>;

/**
 * The number of coalitions of each total weight, exactly: the coefficients of the
 * generating function ∏(1 + x^w). Index is the weight.
 *
 * Cost: O(players × total weight) additions of big integers.
 *
 * @throws {RangeError} if a weight is not a positive integer, or there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { coalitionCounts } from "tallybook/election";
 *
 * // Weights 1, 1, 2: two coalitions weigh 1, two weigh 2 (the pair, or the 2 alone).
 * assertEquals(coalitionCounts({ a: 1, b: 1, c: 2 }), [1n, 2n, 2n, 2n, 1n]);
 * ```
 */
export function coalitionCounts(weights: Weights): bigint[] {
  const total = sumOfWeights("count coalitions", weights);
  const counts = new Array<bigint>(total + 1).fill(0n);
  counts[0] = 1n;
  for (const weight of Object.values(weights)) {
    for (let sum = total; sum >= weight; sum--) {
      counts[sum] = counts[sum]! + counts[sum - weight]!;
    }
  }
  return counts;
}

/**
 * The chance that a coin toss in every unit gives exactly `votes` to one side: for
 * 269 of 538, that of a tie if every unit were as likely to go either way and
 * independent of the others. A property of the weights, not a forecast.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { coinTossChance } from "tallybook/election";
 *
 * assertEquals(coinTossChance({ a: 1, b: 1 }, 1), 0.5);
 * ```
 */
export function coinTossChance(weights: Weights, votes: number): number {
  const total = sumOfWeights("find the chance of a sum by coin toss", weights);
  requireCount("find the chance of a sum by coin toss", "votes", votes, { maximum: total });
  const counts = coalitionCounts(weights);
  const all = 2n ** BigInt(Object.keys(weights).length);
  return ratioToNumber({ numerator: counts[votes] ?? 0n, denominator: all });
}

/** Steps of exact integers that take about a second. */
const MOST_STEPS = 5e6;

/** The weights' sum, after checks. Every method here counts by player, or pairs of players, and sum. */
export function sumOfWeights(task: string, weights: Weights, pairs = false): number {
  requireRecord(task, "weights", weights);
  const entries = Object.entries(weights);
  if (entries.length === 0) {
    throw new RangeError(
      refusal({ task, where: "weights", found: "none", expected: "at least one" }),
    );
  }
  for (const [player, weight] of entries) {
    requireCount(task, `weight of ${player}`, weight, { minimum: 1 });
  }
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  if (total * entries.length * (pairs ? entries.length : 1) > MOST_STEPS) {
    throw new RangeError(
      refusal({
        task,
        where: "weights",
        found: `${entries.length} players with ${total} votes`,
        expected: `fewer: at most ${MOST_STEPS} steps (players${
          pairs ? " squared" : ""
        } times votes)`,
      }),
    );
  }
  return total;
}

/** Checks that a quota is a majority of the total: otherwise two opposed coalitions could both win. */
export function requireQuota(task: string, quota: number, total: number): void {
  requireCount(task, "quota", quota, { minimum: Math.floor(total / 2) + 1, maximum: total });
}
