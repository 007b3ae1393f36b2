import { Xoshiro128 } from "./xoshiro128.ts";

/** The names of the sets of weights. */
export type WildWeights = "webb" | "rademacher";

/** The points that a wild bootstrap's weights take, each equally likely: mean 0, variance 1. */
export const WILD_POINTS: Readonly<Record<WildWeights, readonly number[]>> = {
  webb: [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)],
  rademacher: [-1, 1],
};

/** Every assignment of weights to the clusters, or undefined where there are more than `limit`. */
export function allWildWeights(
  clusters: number,
  kind: WildWeights,
  limit: number,
): Generator<Float64Array> | undefined {
  return WILD_POINTS[kind].length ** clusters <= limit ? list(clusters, kind) : undefined;
}

function* list(clusters: number, kind: WildWeights): Generator<Float64Array> {
  const points = WILD_POINTS[kind];
  const weights = new Float64Array(clusters);
  const count = points.length ** clusters;
  for (let code = 0; code < count; code++) {
    let rest = code;
    for (let g = 0; g < clusters; g++) {
      weights[g] = points[rest % points.length]!;
      rest = Math.floor(rest / points.length);
    }
    yield weights;
  }
}

/** Random weights, one a cluster, drawn afresh into one array. */
export function* randomWildWeights(
  clusters: number,
  kind: WildWeights,
  draws: number,
  seed: number,
): Generator<Float64Array> {
  const points = WILD_POINTS[kind];
  const random = new Xoshiro128(seed);
  const weights = new Float64Array(clusters);
  for (let draw = 0; draw < draws; draw++) {
    for (let g = 0; g < clusters; g++) weights[g] = points[random.below(points.length)]!;
    yield weights;
  }
}
