import { checkColumn, checkLevel, type Column } from "./column.ts";
import type { Estimate } from "./estimate.ts";
import { Xoshiro128 } from "./xoshiro128.ts";

/** How a bootstrap is drawn. */
export interface BootstrapOptions {
  /** Number of resamples. Default: 2,000. */
  readonly draws?: number;
  /** Seed. Default: 1. */
  readonly seed?: number;
}

/**
 * Bootstrap any statistic: resample units with replacement and recompute it. The statistic is given the
 * rows drawn, with repeats. Cost: `draws` times the statistic.
 *
 * @throws {RangeError} if there is no unit, or the statistic of a resample is not finite, saying which
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bootstrap } from "tallybook/stats";
 *
 * const values = [1, 2, 3];
 * const draws = bootstrap(3, (rows) => rows.reduce((sum, i) => sum + values[i]!, 0) / 3, { draws: 50 });
 * assertEquals(draws.length, 50);
 * ```
 */
export function bootstrap(
  units: number,
  statistic: (rows: Uint32Array) => number,
  options: BootstrapOptions = {},
): Float64Array {
  const { draws = 2_000, seed = 1 } = options;
  checkDraws(units, draws);
  const random = new Xoshiro128(seed);
  const rows = new Uint32Array(units);
  return Float64Array.from({ length: draws }, (_, draw) => {
    for (let i = 0; i < units; i++) rows[i] = random.below(units);
    const value = statistic(rows);
    if (!Number.isFinite(value)) {
      throw new RangeError(`Statistic of resample ${draw} is ${value}, expected a finite number`);
    }
    return value;
  });
}

/**
 * Percentile interval of bootstrap draws as an estimate around the full sample's value.
 *
 * @throws {RangeError} if there are too few draws for the level (fewer than 2 beyond either end)
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { percentileInterval } from "tallybook/stats";
 *
 * const draws = Float64Array.from({ length: 101 }, (_, i) => i);
 * const found = percentileInterval(draws, { point: 50, estimand: "example", n: 9, level: 0.9 });
 * assertEquals([Math.round(found.lower), Math.round(found.upper)], [5, 95]);
 * ```
 */
export function percentileInterval(
  draws: Column,
  options: {
    readonly point: number;
    readonly estimand: string;
    readonly n: number;
    readonly level?: number;
  },
): Estimate {
  const { level = 0.95, point, estimand, n } = options;
  checkLevel(level);
  checkColumn("draws", draws);
  const tail = (1 - level) / 2;
  if (draws.length * tail < 2) {
    throw new RangeError(
      `Draws are ${draws.length}, expected at least ${Math.ceil(2 / tail)} for level ${level}`,
    );
  }
  const sorted = Float64Array.from(draws).sort();
  const quantile = (p: number): number => {
    const at = p * (sorted.length - 1);
    const low = Math.floor(at);
    const high = Math.min(low + 1, sorted.length - 1);
    return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
  };
  return {
    estimand,
    point,
    lower: quantile(tail),
    upper: quantile(1 - tail),
    level,
    method: `Bootstrap of units, percentile interval, ${draws.length} draws`,
    assumptions: ["Units are independent draws from one population"],
    n,
  };
}

/** Refuse an empty sample and a number of draws that is not a positive whole number. */
export function checkDraws(units: number, draws: number): void {
  if (!Number.isInteger(units) || units < 1) {
    throw new RangeError(`Units are ${units}, expected a whole number of at least 1`);
  }
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`Draws are ${draws}, expected a whole number of at least 1`);
  }
}
