import {
  refusal,
  requireCount,
  requireInteger,
  requireOptions,
  requireText,
} from "../check/mod.ts";
import type { Margins } from "./bounds.ts";
import { normalQuantile, normalTail } from "./distribution.ts";
import { type EcologicalPlace, ecologicalPlaces } from "./ecological_places.ts";
import type { Estimate } from "./estimate.ts";
import { nelderMead } from "./nelder_mead.ts";
import { Xoshiro128 } from "./xoshiro128.ts";

const TASK = "fit King's model";
const PRIOR = 0.5; // standard deviation of the priors on the spreads and on the correlation

/** Options of `kingModel`. */
export interface KingOptions {
  /** Draws of the parameters; 400 unless given. */
  readonly draws?: number;
  /** Seeds the random numbers; the same seed gives the same result. */
  readonly seed?: number;
  /** What is estimated, in words. */
  readonly estimand?: string;
}

/**
 * King's ecological inference: in each place the two shares (of the first kind, of the others) are drawn from
 * one normal distribution of two dimensions, cut off at 0 and 1; what is known of a place, a line between its
 * bounds, is kept exactly. King (1997), with its default priors; the mode by Nelder and Mead, the uncertainty
 * by importance sampling around it, the places' shares from their truncated normal distributions.
 *
 * @param units Places with their two counts; those without anybody are left out.
 * @returns The share over all places, with the middle 95 percent of the draws.
 * @throws {RangeError} if a count is not possible or fewer than 3 places have different make-ups, or all places lie on one line
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { kingModel } from "tallybook/stats";
 *
 * // 90 percent of the first kind and 20 percent of the others, give or take.
 * const found = kingModel(Array.from({ length: 20 }, (_, i) => ({
 *   first: 100 + 40 * i, second: 270 + 28 * i + (i * 37) % 41 - 20, total: 1000,
 * })));
 * assert(Math.abs(found.point - 0.9) < 0.03);
 * ```
 */
export function kingModel(units: readonly Margins[], options: KingOptions = {}): Estimate {
  requireOptions(TASK, options, ["draws", "seed", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const draws = requireCount(TASK, 'option "draws"', options.draws ?? 400, {
    minimum: 40,
    maximum: 1e6,
  });
  const random = new Xoshiro128(requireInteger(TASK, 'option "seed"', options.seed ?? 1));
  const places = ecologicalPlaces(TASK, units);
  const cost = (x: Float64Array) => -logPosterior(places, x);
  const mode = nelderMead(cost, [0, 0, Math.log(0.2), Math.log(0.2), 0], 0.5);
  const bent = curvature(cost, mode.x);
  if (!bent.every((row) => row.every(Number.isFinite))) {
    throw new RangeError(refusal({
      task: TASK,
      where: "units",
      found: "no mode with spread: all places lie on one line",
      expected: "places whose shares vary",
    }));
  }
  const factor = choleskyOf(bent);
  // Importance sampling: normal draws around the mode, weighted by posterior over proposal.
  const sampled = Array.from({ length: 4 * draws }, () => {
    const z = Float64Array.from(mode.x, () => normalQuantile(1 - random.uniform() * (1 - 1e-16)));
    const x = backSolve(factor, z).map((v, k) => v + mode.x[k]!);
    const log = mode.value - cost(x) + z.reduce((sum, v) => sum + v * v, 0) / 2;
    return { x, log };
  });
  const most = sampled.reduce((max, { log }) => Math.max(max, log), -Infinity);
  const weights = sampled.map(({ log }) => Math.exp(log - most));
  const total = weights.reduce((a, b) => a + b);
  const all = places.reduce((sum, place) => sum + place.first, 0);
  const shares = new Float64Array(draws);
  // Systematic resampling: evenly spaced points on the weights laid end to end.
  let reached = weights[0]!;
  let i = 0;
  for (let draw = 0; draw < draws; draw++) {
    const at = (draw + random.uniform()) / draws * total;
    while (reached < at && i < weights.length - 1) reached += weights[++i]!;
    const normal = parameters(sampled[i]!.x);
    let sum = 0;
    for (const place of places) {
      if (place.first > 0) sum += place.first * drawShare(place, normal, random);
    }
    shares[draw] = sum / all;
  }
  shares.sort();
  return {
    estimand: options.estimand ?? "Share of the first kind that is also of the second",
    point: shares.reduce((a, b) => a + b) / draws,
    lower: shares[Math.floor(0.025 * (draws - 1))]!,
    upper: shares[Math.ceil(0.975 * (draws - 1))]!,
    level: 0.95,
    method: "King's truncated normal model, importance sampling",
    assumptions: [
      "Shares do not vary with a place's make-up",
      "No place's shares tell of another's",
    ],
    n: places.length,
  };
}

interface Normal {
  readonly meanFirst: number;
  readonly meanOther: number;
  readonly sdFirst: number;
  readonly sdOther: number;
  readonly rho: number;
}

/** King's scales: means in units that keep them near the square, logarithms of spreads, Fisher's z. */
function parameters(x: Float64Array): Normal {
  const [sdFirst, sdOther] = [Math.exp(x[2]!), Math.exp(x[3]!)];
  return {
    meanFirst: x[0]! * (0.25 + sdFirst ** 2) + 0.5,
    meanOther: x[1]! * (0.25 + sdOther ** 2) + 0.5,
    sdFirst,
    sdOther,
    rho: Math.tanh(x[4]!),
  };
}

function logPosterior(places: readonly EcologicalPlace[], x: Float64Array): number {
  const normal = parameters(x);
  const { meanFirst, meanOther, sdFirst, sdOther, rho } = normal;
  // Without spread the likelihood has no maximum; nor do precincts lie on a line.
  if (Math.min(sdFirst, sdOther) < 1e-3 || Math.max(sdFirst, sdOther) > 50) return -Infinity;
  if (Math.abs(rho) > 0.9999) return -Infinity;
  const square = logInSquare(normal);
  if (square === -Infinity) return square;
  let sum = -places.length * square;
  for (const { share: t, make: m, lower, upper } of places) {
    if (m > 0 && m < 1 && (t < 1e-4 || t > 1 - 1e-4)) {
      // Both shares are 0, or both 1: the density of the pair.
      const a = (Math.round(t) - meanFirst) / sdFirst;
      const b = (Math.round(t) - meanOther) / sdOther;
      sum -= (a * a - 2 * rho * a * b + b * b) / (2 * (1 - rho * rho)) +
        Math.log(2 * Math.PI * sdFirst * sdOther * Math.sqrt(1 - rho * rho));
      continue;
    }
    const o = 1 - m;
    const variance = (sdFirst * m) ** 2 + (sdOther * o) ** 2 + 2 * rho * sdFirst * sdOther * m * o;
    const e = t - meanFirst * m - meanOther * o;
    sum -= (Math.log(variance) + e * e / variance) / 2;
    // Where all are of one kind, it is the other kind's share that is free.
    const { mean, sd } = m === 1
      ? { mean: meanOther + rho * sdOther / sdFirst * e, sd: sdOther * Math.sqrt(1 - rho * rho) }
      : conditional(normal, m, e, variance);
    sum += Math.log(between((lower - mean) / sd, (upper - mean) / sd));
  }
  const away = (v: number) => v < 0 ? v : v > 1 ? v - 1 : 0;
  sum -= (sdFirst ** 2 + sdOther ** 2 + x[4]! ** 2) / (2 * PRIOR ** 2);
  sum -= (away(meanFirst) ** 2 + away(meanOther) ** 2) / (2 * PRIOR);
  return Number.isNaN(sum) ? -Infinity : sum;
}

/** The first kind's share, given the place's total share. */
function conditional(
  { sdFirst, sdOther, rho, meanFirst }: Normal,
  m: number,
  e: number,
  v: number,
) {
  const along = sdFirst ** 2 * m + rho * sdFirst * sdOther * (1 - m);
  return {
    mean: meanFirst + along / v * e,
    sd: Math.sqrt(Math.max(sdFirst ** 2 - along * along / v, 1e-12)),
  };
}

function drawShare(place: EcologicalPlace, normal: Normal, random: Xoshiro128): number {
  const { share, make, lower, upper } = place;
  if (make === 1) return share;
  if (!(upper > lower)) return lower;
  const e = share - normal.meanFirst * make - normal.meanOther * (1 - make);
  const v = (normal.sdFirst * make) ** 2 + (normal.sdOther * (1 - make)) ** 2 +
    2 * normal.rho * normal.sdFirst * normal.sdOther * make * (1 - make);
  const { mean, sd } = conditional(normal, make, e, v);
  let [a, b] = [(lower - mean) / sd, (upper - mean) / sd];
  // In the upper tail, where differences of probabilities keep their digits.
  const flipped = a + b < 0;
  if (flipped) [a, b] = [-b, -a];
  const p = normalTail(b) + random.uniform() * (normalTail(a) - normalTail(b));
  const z = p > 0 ? -normalQuantile(p) : a;
  return Math.min(upper, Math.max(lower, mean + sd * (flipped ? -z : z)));
}

/** The normal probability from a to b. */
function between(a: number, b: number): number {
  return a + b > 0 ? normalTail(a) - normalTail(b) : normalTail(-b) - normalTail(-a);
}

/**
 * The logarithm of the probability of the unit square, by Simpson's rule along the first share, over the part
 * that holds all but 1e-17 of it; -Infinity where a double can't hold it.
 */
function logInSquare({ meanFirst, meanOther, sdFirst, sdOther, rho }: Normal): number {
  const [low, high] = [-meanFirst / sdFirst, (1 - meanFirst) / sdFirst];
  const nearest = low > 0 ? low : high < 0 ? high : 0;
  const reach = Math.sqrt(nearest * nearest + 80);
  const [from, to] = [Math.max(low, -reach), Math.min(high, reach)];
  const sd = sdOther * Math.sqrt(1 - rho * rho);
  const steps = 120;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = from + (to - from) * i / steps;
    const mean = meanOther + rho * sdOther * z;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((nearest * nearest - z * z) / 2) *
      between(-mean / sd, (1 - mean) / sd);
  }
  return Math.log(sum * (to - from) / steps / 3 / Math.sqrt(2 * Math.PI)) - nearest * nearest / 2;
}

/** Second differences of a function at its minimum. */
function curvature(f: (x: Float64Array) => number, at: Float64Array): Float64Array[] {
  const h = 1e-3;
  const moved = (i: number, a: number, j: number, b: number) => {
    const x = Float64Array.from(at);
    x[i]! += a * h;
    x[j]! += b * h;
    return f(x);
  };
  return Array.from(
    at,
    (_, i) =>
      Float64Array.from(
        at,
        (_, j) =>
          (moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1)) /
          (4 * h * h),
      ),
  );
}

/** The lower triangle L of H = L Lᵀ; where H is flat in a direction, more curvature is added until it is not. */
function choleskyOf(h: readonly Float64Array[]): Float64Array[] {
  const n = h.length;
  for (let ridge = 0;; ridge = ridge === 0 ? 1e-3 : 4 * ridge) {
    const l = h.map(() => new Float64Array(n));
    let positive = true;
    for (let i = 0; i < n && positive; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = h[i]![j]! + (i === j ? ridge : 0);
        for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
        if (i === j && !(sum > 1e-8)) positive = false;
        l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
      }
    }
    if (positive || ridge > 1e9) return l;
  }
}

/** x with Lᵀ x = z, whose covariance is H⁻¹. */
function backSolve(l: readonly Float64Array[], z: Float64Array): Float64Array {
  const x = Float64Array.from(z);
  for (let i = z.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < z.length; k++) x[i]! -= l[k]![i]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  return x;
}
