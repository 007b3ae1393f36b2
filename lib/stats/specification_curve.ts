/** The three statistics of a specification curve. */
export interface CurveStatistics {
  readonly median: number;
  readonly significant: number;
  readonly stouffer: number;
}

/** A specification curve: its statistics and its estimates in ascending order. */
export interface Curve {
  readonly statistics: CurveStatistics;
  readonly sorted: readonly number[];
}

/** The curve of estimates with their z values and whether each is significant. */
export function curveOf(
  estimates: readonly number[],
  z: readonly number[],
  significant: readonly boolean[],
): Curve {
  const sorted = [...estimates].sort((a, b) => a - b);
  const positive = estimates.filter((estimate) => estimate > 0).length;
  const direction = positive * 2 >= estimates.length ? 1 : -1;
  const agree =
    estimates.filter((estimate, s) => significant[s] && estimate * direction > 0).length;
  return {
    statistics: {
      median: quantileOf(sorted, 0.5),
      significant: agree / estimates.length,
      stouffer: z.reduce((sum, value) => sum + value, 0) / Math.sqrt(z.length),
    },
    sorted,
  };
}

/** A quantile of sorted values, by linear interpolation. */
export function quantileOf(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
