import { requireCount, requireInteger, requireOptions, requireText } from "../check/mod.ts";
import type { Margins } from "./bounds.ts";
import { logGamma, normalQuantile } from "./distribution.ts";
import { type EcologicalPlace, ecologicalPlaces } from "./ecological_places.ts";
import { ecologicalRegression } from "./ecological_regression.ts";
import type { Estimate } from "./estimate.ts";
import { Xoshiro128 } from "./xoshiro128.ts";
import { requireWork } from "./work.ts";

const TASK = "fit the binomial-beta model";
// The prior of each shape: a gamma distribution of shape 4 and rate 2, as the R package eiPack has it.
const [PRIOR_SHAPE, PRIOR_RATE] = [4, 2];
const TINY = 1e-12;

/** Options of `binomialBeta`. */
export interface BinomialBetaOptions {
  /** Sweeps over all places that are kept; 3,000 unless given. A fourth as many before are not. */
  readonly sweeps?: number;
  /** Seeds the random numbers; the same seed gives the same result. */
  readonly seed?: number;
  /** What is estimated, in words. */
  readonly estimand?: string;
}

/**
 * The multinomial-Dirichlet model of ecological inference for two kinds and two choices, where it is the
 * binomial-beta model: a place's second kind is binomial, its two shares are drawn from a beta distribution
 * each. King, Rosen and Tanner (1999); Rosen, Jiang, King and Tanner (2001). By Metropolis steps: one share at
 * a time, and both along the line on which the place's total does not change, without which chains stand still.
 *
 * @param units Places with their two counts; those without anybody are left out.
 * @returns The share over all places, with the middle 95 percent of the sweeps.
 * @throws {RangeError} if a count is not possible or fewer than 3 places have different make-ups
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { binomialBeta } from "tallybook/stats";
 *
 * // 90 percent of the first kind and 20 percent of the others, give or take.
 * const found = binomialBeta(Array.from({ length: 20 }, (_, i) => ({
 *   first: 100 + 40 * i, second: 270 + 28 * i + (i * 37) % 41 - 20, total: 1000,
 * })));
 * assert(found.lower < 0.9 && found.upper > 0.9);
 * ```
 */
export function binomialBeta(
  units: readonly Margins[],
  options: BinomialBetaOptions = {},
): Estimate {
  requireOptions(TASK, options, ["sweeps", "seed", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const sweeps = requireCount(TASK, 'option "sweeps"', options.sweeps ?? 3000, {
    minimum: 100,
    maximum: 1e6,
  });
  const random = new Xoshiro128(requireInteger(TASK, 'option "seed"', options.seed ?? 1));
  const places = ecologicalPlaces(TASK, units);
  requireWork(TASK, { sweeps, places: places.length, steps: 3 });
  // The chain begins on the regression's line, as far as each place's bounds allow.
  const { point: start } = ecologicalRegression(units);
  const chain = places.map(({ lower, upper, make, share }) => {
    const first = within(make === 1 ? share : Math.min(upper, Math.max(lower, start)));
    return {
      first,
      other: within(make === 1 ? share : (share - make * first) / (1 - make)),
      widths: [0.1, 0.1, 0.1] as [number, number, number],
    };
  });
  const kinds = [
    beginning(chain.map(({ first }) => first)),
    beginning(chain.map(({ other }) => other)),
  ] as const;
  const all = places.reduce((sum, place) => sum + place.first, 0);
  const early = Math.ceil(sweeps / 4);
  const shares = new Float64Array(sweeps);
  for (let sweep = -early; sweep < sweeps; sweep++) {
    let sum = 0;
    for (const [i, place] of places.entries()) {
      movePlace(place, chain[i]!, kinds, random, sweep < 0);
      sum += place.first * chain[i]!.first;
    }
    moveShapes(kinds[0], chain.map(({ first }) => first), random, sweep < 0);
    moveShapes(kinds[1], chain.map(({ other }) => other), random, sweep < 0);
    if (sweep >= 0) shares[sweep] = sum / all;
  }
  const point = shares.reduce((a, b) => a + b) / sweeps;
  shares.sort();
  return {
    estimand: options.estimand ?? "Share of the first kind that is also of the second",
    point,
    lower: shares[Math.floor(0.025 * (sweeps - 1))]!,
    upper: shares[Math.ceil(0.975 * (sweeps - 1))]!,
    level: 0.95,
    method: "Multinomial-Dirichlet model of two by two, Metropolis steps",
    assumptions: [
      "Shares do not vary with a place's make-up",
      "No place's shares tell of another's",
    ],
    n: places.length,
  };
}

interface Shapes {
  yes: number;
  no: number;
  readonly widths: [number, number];
}
type Chain = { first: number; other: number; readonly widths: [number, number, number] };

/** Shapes with the shares' mean, and the weight of twenty ballots. */
function beginning(shares: readonly number[]): Shapes {
  const mean = shares.reduce((a, b) => a + b) / shares.length;
  return { yes: 20 * mean, no: 20 * (1 - mean), widths: [0.1, 0.1] };
}
const within = (share: number) => Math.min(1 - 1e-3, Math.max(1e-3, share));
const logBeta = (x: number, { yes, no }: Shapes) =>
  (yes - 1) * Math.log(x) + (no - 1) * Math.log1p(-x);

/** Three steps of one place: each share alone, and both along the line of the place's total. */
function movePlace(
  { make, second, total }: EcologicalPlace,
  chain: Chain,
  [first, other]: readonly [Shapes, Shapes],
  random: Xoshiro128,
  adapt: boolean,
): void {
  const likelihood = (a: number, b: number) => {
    const p = make * a + (1 - make) * b;
    return second * Math.log(p) + (total - second) * Math.log1p(-p);
  };
  for (let kind = 0; kind < 3; kind++) {
    const step = chain.widths[kind]! * (2 * random.uniform() - 1);
    const a = chain.first + (kind === 0 ? step : kind === 2 ? step * (1 - make) : 0);
    const b = chain.other + (kind === 1 ? step : kind === 2 ? -step * make : 0);
    let accepted = false;
    if (a > TINY && a < 1 - TINY && b > TINY && b < 1 - TINY) {
      const gain = logBeta(a, first) - logBeta(chain.first, first) + logBeta(b, other) -
        logBeta(chain.other, other) +
        (kind === 2 ? 0 : likelihood(a, b) - likelihood(chain.first, chain.other));
      accepted = Math.log(1 - random.uniform()) < gain;
    }
    if (accepted) [chain.first, chain.other] = [a, b];
    if (adapt) {
      chain.widths[kind] = Math.min(2, chain.widths[kind]! * (accepted ? 1.1 : 0.95));
    }
  }
}

/** Steps of a beta distribution's two shapes: both together, and one against the other. */
function moveShapes(
  shapes: Shapes,
  shares: readonly number[],
  random: Xoshiro128,
  adapt: boolean,
): void {
  const n = shares.length;
  let [logs, others] = [0, 0];
  for (const share of shares) {
    logs += Math.log(share);
    others += Math.log1p(-share);
  }
  const posterior = (yes: number, no: number) =>
    n * (logGamma(yes + no) - logGamma(yes) - logGamma(no)) + yes * logs + no * others +
    // The prior, and the Jacobian of steps in logarithms.
    PRIOR_SHAPE * Math.log(yes * no) - PRIOR_RATE * (yes + no);
  for (let round = 0; round < 6; round++) {
    const kind = round % 2;
    const step = shapes.widths[kind]! * normalQuantile(1 - random.uniform() * (1 - 1e-16));
    const yes = shapes.yes * Math.exp(step);
    const no = shapes.no * Math.exp(kind === 0 ? step : -step);
    const accepted = Math.log(1 - random.uniform()) <
      posterior(yes, no) - posterior(shapes.yes, shapes.no);
    if (accepted) [shapes.yes, shapes.no] = [yes, no];
    if (adapt) shapes.widths[kind] = Math.min(2, shapes.widths[kind]! * (accepted ? 1.1 : 0.95));
  }
}
