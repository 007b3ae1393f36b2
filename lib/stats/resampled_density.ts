import { refusal, requireCount, requireInteger, requireOptions } from "../check/mod.ts";
import { type Column, requireColumn, requireSuccesses } from "./column.ts";
import { bernsteinWeights } from "./latent_share.ts";
import { CountAgain } from "./count_again.ts";
import { Xoshiro128 } from "./xoshiro128.ts";
import { requireWork } from "./work.ts";

/** A point at which the density of shares stands above all resampled ones. */
export interface DensityPeak {
  /** The share, a point of the grid. */
  readonly share: number;
  /** Units more than resampled ones have there in the mean; at least 0. */
  readonly units: number;
  /** The density of the units' shares there. */
  readonly density: number;
  /** The highest density that any resample has there. */
  readonly envelope: number;
}

/** Shares that occur more often than resampling explains. */
export interface ResampledDensity {
  /** Units with any trials. */
  readonly n: number;
  /** Estimated share of the units whose share was made round: the sum of the peaks' units over n. */
  readonly excess: number;
  /** The share of resamples, each beside the others, with an excess as large; this one counted among them. */
  readonly pValue: number;
  /** Where the excess lies, by the grid. */
  readonly peaks: readonly DensityPeak[];
  /** Resamples drawn. */
  readonly resamples: number;
}

const TASK = "resample a density of shares";

/**
 * The resampled kernel density method of Rozenas (2017): do shares such as 1/2 or 3/5 occur more often than
 * units of their sizes would show? The latent share of each unit is drawn from its distribution given its
 * count, its count again from the binomial distribution, and so all units many times over. Round shares are
 * frequent by arithmetic in the resamples too. Where the density of the observed shares stands above that of
 * every resample, the mass above the resamples' mean is the estimated share of units that were made round.
 *
 * Differences from the author's program: a unit keeps its trials, since turnout needs registered voters; the
 * distribution of latent shares is a Bernstein polynomial (a mixture of Beta densities with fixed shapes),
 * whose likelihood has one maximum; and the means are exact. The kernel is a triangle as wide as the grid's
 * step to either side: the program asks R's `density` for a normal one of 0.0001, far below the step to which
 * that function first bins, so that a triangle of that width is what it gives. An excess above 0 is usual by
 * chance, since a grid has many points: `pValue`, which the program lacks, sets the observed excess beside
 * those of the resamples, each against the envelope of the others.
 *
 * Cost: some 3 µs a unit for its distribution, and 17 ns a unit and resample.
 *
 * @param options.resamples How many elections are drawn; default 1,000, the author's.
 * @param options.points Points of the grid from 0 to 1; default 1,001, the author's.
 * @throws {RangeError} if counts are not whole, successes exceed trials, or no unit has trials
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { resampledDensity } from "tallybook/stats";
 *
 * // 60 units of several hundred votes of which 30 report exactly three fifths.
 * const trials = Array.from({ length: 60 }, (_, i) => 505 + 5 * i);
 * const successes = trials.map((n, i) => i % 2 === 0 ? 0.6 * n : Math.round((0.5 + i / 400) * n));
 * const found = resampledDensity(successes, trials, { resamples: 200 });
 * assert(found.excess > 0.4 && found.pValue < 0.01);
 * ```
 */
export function resampledDensity(
  successes: Column,
  trials: Column,
  options: {
    readonly resamples?: number;
    readonly points?: number;
    readonly seed?: number;
  } = {},
): ResampledDensity {
  requireOptions(TASK, options, ["resamples", "points", "seed"]);
  const resamples = requireCount(TASK, 'option "resamples"', options.resamples ?? 1000, {
    minimum: 2,
    maximum: 1e5,
  });
  const points = requireCount(TASK, 'option "points"', options.points ?? 1001, {
    minimum: 3,
    maximum: 1e5,
  });
  const seed = requireInteger(TASK, 'option "seed"', options.seed ?? 1);
  const length = requireColumn(TASK, "trials", trials).length;
  requireColumn(TASK, "successes", successes, length);
  requireSuccesses(TASK, successes, trials, 1e7);
  const units: { count: number; of: number }[] = [];
  for (let i = 0; i < length; i++) {
    const of = trials[i]!;
    if (of > 0) units.push({ count: successes[i]!, of });
  }
  const n = units.length;
  if (n === 0) {
    throw new RangeError(
      refusal({ task: TASK, where: "trials", found: "none above 0", expected: "some" }),
    );
  }

  requireWork(TASK, { resamples, "places and points": n + points });
  const last = points - 1;
  const [observed, mean] = [new Float64Array(points), new Float64Array(points)];
  const observedDensity = new Float64Array(points);
  // The kernels' sum at each point, and the units in each bin, of all resamples point by point: what one unit
  // touches then lies together.
  const densities = new Float64Array(resamples * points);
  const binned = new Uint32Array(resamples * points);
  const random = new Xoshiro128(seed);
  const uniforms = new Float64Array(resamples);
  const again = new CountAgain(bernsteinWeights(units));
  for (const { count, of } of units) {
    again.of(count, of);
    const scale = last / of;
    observed[binOf(count * scale)]!++;
    // Between two points a unit counts for each by its distance from the other.
    const own = Math.min(last - 1, Math.floor(count * scale));
    observedDensity[own]! += 1 - (count * scale - own);
    observedDensity[own + 1]! += count * scale - own;
    for (let k = again.from; k <= again.to; k++) {
      mean[binOf(k * scale)]! += again.chance(k);
    }
    random.fill(uniforms);
    for (let draw = 0; draw < resamples; draw++) {
      const at = again.draw(uniforms[draw]!) * scale;
      const below = Math.min(last - 1, at | 0);
      const place = below * resamples + draw;
      binned[binOf(at) * resamples + draw]!++;
      densities[place]! += 1 - (at - below);
      densities[place + resamples]! += at - below;
    }
  }
  // The highest and the second highest density at each point, the envelope without one resample, and whose the
  // highest is.
  const highest = new Float64Array(points);
  const second = new Float64Array(points);
  const leader = new Uint32Array(points);
  for (let x = 0, place = 0; x < points; x++) {
    let first = 0;
    let next = 0;
    for (let draw = 0; draw < resamples; draw++, place++) {
      const density = densities[place]!;
      if (density > first) {
        next = first;
        first = density;
        leader[x] = draw;
      } else if (density > next) next = density;
    }
    highest[x] = first;
    second[x] = next;
  }
  const scale = last / n;
  const peaks: DensityPeak[] = [];
  for (let x = 0; x < points; x++) {
    const more = observed[x]! - mean[x]!;
    if (observedDensity[x]! > highest[x]! && more > 0) {
      peaks.push({
        share: x / last,
        units: more,
        density: scale * observedDensity[x]!,
        envelope: scale * highest[x]!,
      });
    }
  }
  const found = peaks.reduce((sum, { units }) => sum + units, 0);
  const excesses = new Float64Array(resamples);
  for (let x = 0; x < points; x++) {
    // Only the highest curve at a point stands above the others there.
    if (highest[x]! <= second[x]!) continue;
    const draw = leader[x]!;
    excesses[draw]! += Math.max(0, binned[x * resamples + draw]! - mean[x]!);
  }
  const asLarge = excesses.filter((excess) => excess >= found - 1e-9).length;
  return { n, excess: found / n, pValue: (1 + asLarge) / (1 + resamples), peaks, resamples };
}

/** The bin of a place on the grid, which has a bin around each of its points, the upper edge in it. */
function binOf(at: number): number {
  return (at + 0.5 - 1e-9) | 0;
}
