import {
  refusal,
  requireCount,
  requireFunction,
  requireList,
  requireName,
  requireNumber,
  requireRecord,
} from "../../check/mod.ts";
import type { StateSwing } from "./state_deviation.ts";
import { groupBy } from "../group_by.ts";

/**
 * How alike states of a region swing: the correlation of two states' deviations from the nation's
 * swing when both lie in one region, between consecutive elections. It is the intraclass
 * correlation of the analysis of variance with unequal groups, the sums of squares between and
 * within regions added over the pairs of elections (Searle, Casella and McCulloch 1992, chapter 3);
 * a negative estimate is given as 0.
 *
 * @param swings States' swings less the nation's, from {@link stateDeviation}.
 * @param region The region of a state.
 * @throws {RangeError} If no pair of elections has two regions, one of them with two states.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { regionalCorrelation } from "tallybook/election";
 *
 * // Two regions that move as one each.
 * const swings = [["A1", 3], ["A2", 3], ["B1", -1], ["B2", -1]].map(([unit, deviation]) => ({
 *   from: 2000, to: 2004, unit: String(unit), deviation: Number(deviation),
 * }));
 * assertEquals(regionalCorrelation(swings, (unit) => unit[0]!), 1);
 * ```
 */
export function regionalCorrelation(
  swings: readonly StateSwing[],
  region: (unit: string) => string,
): number {
  const task = "estimate how alike states of a region swing";
  requireList(task, "swings", swings, { least: 3 });
  requireFunction(task, "region", region);
  for (let i = 0; i < swings.length; i++) {
    const { unit, from, to, deviation } = requireRecord(task, `swings[${i}]`, swings[i]!);
    requireName(task, `unit of swings[${i}]`, unit);
    requireCount(task, `first year of ${unit}`, from);
    requireCount(task, `second year of ${unit}`, to);
    requireNumber(task, `deviation of ${unit}`, deviation, { minimum: -200, maximum: 200 });
  }
  const regionOf = (unit: string) => requireName(task, `region of ${unit}`, region(unit));
  let [between, within, freeBetween, freeWithin, size] = [0, 0, 0, 0, 0];
  for (const pair of groupBy(swings, ({ from, to }) => `${from} ${to}`).values()) {
    const groups = [...groupBy(pair, ({ unit }) => regionOf(unit)).values()];
    const all = meanOf(pair);
    for (const group of groups) {
      const own = meanOf(group);
      between += group.length * (own - all) ** 2;
      within += group.reduce((sum, { deviation }) => sum + (deviation - own) ** 2, 0);
    }
    freeBetween += groups.length - 1;
    freeWithin += pair.length - groups.length;
    // The regions' size on average, less for their being unequal.
    size += pair.length - groups.reduce((sum, group) => sum + group.length ** 2, 0) / pair.length;
  }
  if (freeBetween === 0 || freeWithin === 0) {
    throw new RangeError(refusal({
      task,
      where: freeBetween === 0 ? "regions with swings" : "states in each region",
      found: 1,
      expected: "two or more",
    }));
  }
  const own = within / freeWithin;
  const shared = Math.max(0, (between / freeBetween - own) / (size / freeBetween));
  return shared + own === 0 ? 0 : shared / (shared + own);
}

function meanOf(swings: readonly StateSwing[]): number {
  return swings.reduce((sum, { deviation }) => sum + deviation, 0) / swings.length;
}
