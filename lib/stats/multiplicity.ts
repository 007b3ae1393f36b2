import { requireShare } from "../check/mod.ts";
import { type Column, requireColumn } from "./column.ts";

/**
 * Holm's adjusted p-values: below 0.05 after adjustment means that the chance of even one false finding
 * among all the tests is at most 5%, whatever their dependence. Order kept. Cost: O(m log m). Why these few
 * lines and no package: docs/libraries.md.
 *
 * @throws {RangeError} if a p-value is not between 0 and 1
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { holm } from "tallybook/stats";
 *
 * // Smallest times 2, then the larger of that and the next times 1.
 * assertEquals(holm([0.5, 0.125]), [0.5, 0.25]);
 * ```
 */
export function holm(pValues: Column): number[] {
  return adjust(pValues, (sorted) => {
    let highest = 0;
    return sorted.map((p, rank) => {
      highest = Math.max(highest, Math.min(1, p * (sorted.length - rank)));
      return highest;
    });
  });
}

/**
 * Benjamini and Hochberg's adjusted p-values: taking those below 0.05 as findings, at most 5% of findings
 * are false on average, for independent or positively dependent tests. Order kept. Cost: O(m log m).
 *
 * @throws {RangeError} if a p-value is not between 0 and 1
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { benjaminiHochberg } from "tallybook/stats";
 *
 * // 0.125 × 2/1 = 0.25, 0.5 × 2/2 = 0.5.
 * assertEquals(benjaminiHochberg([0.5, 0.125]), [0.5, 0.25]);
 * ```
 */
export function benjaminiHochberg(pValues: Column): number[] {
  return adjust(pValues, (sorted) => {
    const adjusted = new Array<number>(sorted.length);
    let lowest = 1;
    for (let rank = sorted.length - 1; rank >= 0; rank--) {
      lowest = Math.min(lowest, sorted[rank]! * sorted.length / (rank + 1));
      adjusted[rank] = lowest;
    }
    return adjusted;
  });
}

function adjust(pValues: Column, step: (sorted: number[]) => number[]): number[] {
  const task = "adjust p-values";
  requireColumn(task, "pValues", pValues);
  const order = Array.from(pValues, (p, i) => {
    requireShare(task, `pValues[${i}]`, p);
    return i;
  }).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = step(order.map((i) => pValues[i]!));
  const result = new Array<number>(order.length);
  for (const [rank, i] of order.entries()) result[i] = adjusted[rank]!;
  return result;
}
