import {
  refusal,
  requireCount,
  requireInteger,
  requireNumber,
  requireOptions,
} from "../check/mod.ts";
import { type Column, requireColumn } from "./column.ts";
import { chordLimit, type Coordinates, type Distances, distances } from "./distance.ts";
import { normalTail } from "./distribution.ts";
import { shuffles } from "./permuted_orders.ts";
import { requireWork } from "./work.ts";

/** Who counts as a neighbor, and how the permutations are drawn. */
export interface MoranOptions {
  /** The k nearest units are a unit's neighbors. Default: 5, unless `within` is given. */
  readonly nearest?: number;
  /** All units within so many kilometers are neighbors; a unit without any has none. */
  readonly within?: number;
  /** Random permutations. Default: 999. */
  readonly draws?: number;
  /** Seed of the permutations. Default: 1. */
  readonly seed?: number;
}

/** Whether neighbors' values are alike. */
export interface MoransI {
  /** Moran's I with each unit's neighbors' weights summing to 1: about a correlation with their mean. */
  readonly value: number;
  /** Its mean when values are dealt out at random: −1/(n − 1) where every unit has a neighbor. */
  readonly expected: number;
  /** Its standard deviation over all permutations, exact. */
  readonly standardDeviation: number;
  /** Value minus expected, over the standard deviation. */
  readonly z: number;
  /** Share of permutations with an I at least as large: (extreme + 1) / (draws + 1). One-sided. */
  readonly pValue: number;
  /** The normal approximation of the same, from z. */
  readonly normalPValue: number;
  /** Units, and those without a neighbor. */
  readonly n: number;
  /** Those without a neighbor. */
  readonly alone: number;
}

const TASK = "measure spatial dependence";

/**
 * Moran's I of values at places, with a permutation test: are the residuals of neighboring counties alike
 * beyond chance? If so, standard errors that take units as independent are too small.
 *
 * I = (n / S₀) Σ w_ij z_i z_j / Σ z_i², with z the values minus their mean, and row-standardized weights
 * w_ij. Mean and variance over all permutations as in Cliff and Ord (1981). For residuals of a regression
 * the permutations are an approximation, since residuals are tied to the covariates.
 *
 * Cost: O(n² + draws × neighbors).
 *
 * @throws {RangeError} if the values do not vary, there are fewer than 4, or nobody has a neighbor
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { moransI } from "tallybook/stats";
 *
 * // Values that rise from west to east.
 * const longitude = [0, 1, 2, 3, 4, 5, 6, 7];
 * const found = moransI([1, 2, 3, 4, 5, 6, 7, 8], { longitude, latitude: longitude.map(() => 0) }, {
 *   nearest: 2,
 * });
 * assert(found.value > 0.5 && found.pValue < 0.05);
 * ```
 */
export function moransI(
  values: Column,
  coordinates: Coordinates,
  options: MoranOptions = {},
): MoransI {
  requireOptions(TASK, options, ["nearest", "within", "draws", "seed"]);
  const n = requireColumn(TASK, "values", values).length;
  if (n < 4) {
    throw new RangeError(
      refusal({ task: TASK, where: "values", found: `${n} members`, expected: "at least 4" }),
    );
  }
  const draws = requireCount(TASK, 'option "draws"', options.draws ?? 999, {
    minimum: 1,
    maximum: 1e6,
  });
  const seed = requireInteger(TASK, 'option "seed"', options.seed ?? 1);
  requireWork(TASK, { units: n, others: n });
  const distance = distances(TASK, coordinates, n);
  const neighbors = options.within === undefined
    ? nearestNeighbors(
      n,
      requireCount(TASK, 'option "nearest"', options.nearest ?? Math.min(5, n - 1), {
        minimum: 1,
        maximum: n - 1,
      }),
      distance,
    )
    : within(n, requireNumber(TASK, 'option "within"', options.within, { above: 0 }), distance);
  const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / n;
  const largest = Math.max(...Array.from(values, (value) => Math.abs(value - mean))) || 1;
  const z = Float64Array.from(values, (value) => (value - mean) / largest);
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  const connected = neighbors.filter((own) => own.length > 0).length;
  requireWork(TASK, { draws, neighbors: neighbors.reduce((sum, own) => sum + own.length, 0) });
  const require = (holds: boolean, where: string, found: unknown, expected: string): void => {
    if (!holds) throw new RangeError(refusal({ task: TASK, where, found, expected }));
  };
  require(
    squares > 0 && largest > 1e-12 * Math.abs(mean),
    "values",
    "one value for all units",
    "values that differ",
  );
  require(
    connected > 0,
    'option "within"',
    options.within,
    "a distance within which units have neighbors",
  );
  const statistic = (order?: Uint32Array): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const own = neighbors[i]!;
      let around = 0;
      for (const j of own) around += z[order ? order[j]! : j]!;
      if (own.length > 0) sum += z[order ? order[i]! : i]! * around / own.length;
    }
    return n * sum / (connected * squares);
  };
  const value = statistic();
  let extreme = 0;
  const everybody = [Array.from({ length: n }, (_, i) => i)];
  for (const order of shuffles(everybody, draws, seed)) {
    if (statistic(order) >= value - 1e-12) extreme++;
  }
  const expected = -1 / (n - 1);
  const standardDeviation = Math.sqrt(permutationVariance(neighbors, z, squares));
  return {
    value,
    expected,
    standardDeviation,
    z: (value - expected) / standardDeviation,
    pValue: (extreme + 1) / (draws + 1),
    normalPValue: normalTail((value - expected) / standardDeviation),
    n,
    alone: n - connected,
  };
}

/** Of so many neighbors or fewer the nearest are picked out before they are sorted. */
const PICKED = 64;

function nearestNeighbors(n: number, k: number, { kilometers, chord }: Distances): number[][] {
  const chords = new Float64Array(n);
  return Array.from({ length: n }, (_, i) => {
    for (let j = 0; j < n; j++) chords[j] = j === i ? Infinity : chord(i, j);
    const most = k <= PICKED ? chordLimit(smallest(chords, k)) : Number.MAX_VALUE;
    const near: { j: number; far: number }[] = [];
    for (let j = 0; j < n; j++) if (chords[j]! <= most) near.push({ j, far: kilometers(i, j) });
    return near.sort((a, b) => a.far - b.far || a.j - b.j).slice(0, k).map(({ j }) => j);
  });
}

/** The k-th smallest value, by keeping the k smallest so far in order. */
function smallest(values: Float64Array, k: number): number {
  const kept = new Float64Array(k).fill(Infinity);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value >= kept[k - 1]!) continue;
    let at = k - 1;
    for (; at > 0 && kept[at - 1]! > value; at--) kept[at] = kept[at - 1]!;
    kept[at] = value;
  }
  return kept[k - 1]!;
}

function within(n: number, most: number, { kilometers, beyond }: Distances): number[][] {
  const far = beyond(most);
  return Array.from({ length: n }, (_, i) => {
    const own: number[] = [];
    for (let j = 0; j < n; j++) {
      if (j !== i && !far(i, j) && kilometers(i, j) <= most) own.push(j);
    }
    return own;
  });
}

/** The variance of I over all permutations: Cliff and Ord's S₀, S₁, S₂ and the values' kurtosis. */
function permutationVariance(
  neighbors: readonly (readonly number[])[],
  z: Float64Array,
  squares: number,
): number {
  const n = z.length;
  const weight = new Map<number, number>();
  const incoming = new Float64Array(n);
  let s0 = 0;
  for (const [i, own] of neighbors.entries()) {
    for (const j of own) {
      weight.set(i * n + j, 1 / own.length);
      incoming[j] = incoming[j]! + 1 / own.length;
      s0 += 1 / own.length;
    }
  }
  let s1 = 0;
  for (const [at, w] of weight) {
    const back = weight.get((at % n) * n + Math.floor(at / n));
    // Each pair of neighbors is met from both sides where the neighborhood is mutual.
    s1 += back === undefined ? w * w : (w + back) ** 2 / 2;
  }
  let s2 = 0;
  for (let i = 0; i < n; i++) s2 += ((neighbors[i]!.length > 0 ? 1 : 0) + incoming[i]!) ** 2;
  const kurtosis = n * z.reduce((sum, value) => sum + value ** 4, 0) / squares ** 2;
  const mean = 1 / (n - 1);
  const first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
  const second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  return (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - mean * mean;
}
