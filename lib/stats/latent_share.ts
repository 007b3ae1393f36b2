import { logBetaBinomial } from "./log_factorial.ts";

/** A distribution of shares: Beta densities with fixed whole shapes, and their weights. */
export interface LatentShare {
  readonly weights: readonly number[];
  readonly shapes: readonly (readonly [number, number])[];
}

/** Beta densities in the mixture: enough for several humps, too few for a spike. */
const DEGREE = 12;

/**
 * The distribution of units' latent shares as a Bernstein polynomial: the weights that make the counts most
 * likely. The likelihood is concave in them, so that it has one maximum, which expectation-maximization climbs.
 */
export function bernsteinWeights(
  units: readonly { readonly count: number; readonly of: number }[],
): LatentShare {
  const shapes = Array.from({ length: DEGREE }, (_, j) => [j + 1, DEGREE - j] as const);
  const likelihood = units.map(({ count, of }) => {
    const logs = shapes.map(([a, b]) => logBetaBinomial(count, of, a, b));
    const most = Math.max(...logs);
    return Float64Array.from(logs, (log) => Math.exp(log - most));
  });
  let weights = new Float64Array(DEGREE).fill(1 / DEGREE);
  for (let round = 0; round < 500; round++) {
    const next = new Float64Array(DEGREE);
    for (const row of likelihood) {
      let all = 0;
      for (let j = 0; j < DEGREE; j++) all += weights[j]! * row[j]!;
      const part = 1 / all;
      for (let j = 0; j < DEGREE; j++) next[j]! += weights[j]! * row[j]! * part;
    }
    let moved = 0;
    for (let j = 0; j < DEGREE; j++) {
      next[j]! /= units.length;
      moved = Math.max(moved, Math.abs(next[j]! - weights[j]!));
    }
    weights = next;
    if (moved < 1e-5) break;
  }
  return { weights: [...weights], shapes };
}
