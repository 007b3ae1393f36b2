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
import { conditional, logPosterior, type Normal, parameters } from "./king_posterior.ts";
import { nelderMead } from "./nelder_mead.ts";
import { normalDraw } from "./normal_draw.ts";
import { Xoshiro128 } from "./xoshiro128.ts";
import { requireWork } from "./work.ts";

const TASK = "fit King's model";

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
 * @throws {RangeError} if a count is not possible or fewer than 3 places have different make-ups, or the posterior has no mode with spread, as where all places lie on one line or are few
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
  requireWork(TASK, { draws, places: places.length, parameters: 5 });
  const cost = (x: Float64Array) => -logPosterior(places, x);
  const mode = nelderMead(cost, [0, 0, Math.log(0.2), Math.log(0.2), 0], 0.5);
  const bent = curvature(cost, mode.x);
  if (!bent.every((row) => row.every(Number.isFinite))) {
    throw new RangeError(refusal({
      task: TASK,
      where: "units",
      found: "no mode with spread, as where all places lie on one line or are few",
      expected: "places whose shares vary",
    }));
  }
  const factor = choleskyOf(bent);
  // Importance sampling: normal draws around the mode, weighted by posterior over proposal.
  const sampled = Array.from({ length: 4 * draws }, () => {
    const z = Float64Array.from(mode.x, () => normalDraw(random.uniform()));
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
