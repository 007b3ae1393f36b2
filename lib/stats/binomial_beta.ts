import { requireCount, requireInteger, requireOptions, requireText } from "../check/mod.ts";
import type { Margins } from "./bounds.ts";
import { logGamma } from "./distribution.ts";
import { type EcologicalPlace, ecologicalPlaces } from "./ecological_places.ts";
import { ecologicalRegression } from "./ecological_regression.ts";
import type { Estimate } from "./estimate.ts";
import { normalDraw } from "./normal_draw.ts";
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
  const chain = places.map(({ lower, upper, make, share }): Chain => {
    const first = within(make === 1 ? share : Math.min(upper, Math.max(lower, start)));
    const other = within(make === 1 ? share : (share - make * first) / (1 - make));
    return {
      first: { share: first, log: Math.log(first), logNot: Math.log1p(-first) },
      other: { share: other, log: Math.log(other), logNot: Math.log1p(-other) },
      likelihood: NaN,
      widths: [0.1, 0.1, 0.1],
    };
  });
  const kinds = [
    beginning(chain.map(({ first }) => first.share)),
    beginning(chain.map(({ other }) => other.share)),
  ] as const;
  const all = places.reduce((sum, place) => sum + place.first, 0);
  const early = Math.ceil(sweeps / 4);
  const shares = new Float64Array(sweeps);
  for (let sweep = -early; sweep < sweeps; sweep++) {
    let sum = 0;
    for (let i = 0; i < places.length; i++) {
      movePlace(places[i]!, chain[i]!, kinds, random, sweep < 0);
      sum += places[i]!.first * chain[i]!.first.share;
    }
    moveShapes(kinds[0], chain, "first", random, sweep < 0);
    moveShapes(kinds[1], chain, "other", random, sweep < 0);
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
/** A share with its logarithms, which are asked for at each step and change where one is accepted. */
interface LoggedShare {
  share: number;
  log: number;
  logNot: number;
}
interface Chain {
  readonly first: LoggedShare;
  readonly other: LoggedShare;
  /** The likelihood's logarithm at both; NaN where it is not known. */
  likelihood: number;
  readonly widths: [number, number, number];
}

/** Shapes with the shares' mean, and the weight of twenty ballots. */
function beginning(shares: readonly number[]): Shapes {
  const mean = shares.reduce((a, b) => a + b) / shares.length;
  return { yes: 20 * mean, no: 20 * (1 - mean), widths: [0.1, 0.1] };
}
const within = (share: number) => Math.min(1 - 1e-3, Math.max(1e-3, share));
const logBeta = (log: number, logNot: number, { yes, no }: Shapes) =>
  (yes - 1) * log + (no - 1) * logNot;

function logLikelihood({ make, second, total }: EcologicalPlace, a: number, b: number): number {
  const p = make * a + (1 - make) * b;
  return second * Math.log(p) + (total - second) * Math.log1p(-p);
}

/** Three steps of one place: each share alone, and both along the line of the place's total. */
function movePlace(
  place: EcologicalPlace,
  chain: Chain,
  kinds: readonly [Shapes, Shapes],
  random: Xoshiro128,
  adapt: boolean,
): void {
  const { make } = place;
  const { first, other, widths } = chain;
  for (let kind = 0; kind < 3; kind++) {
    const step = widths[kind]! * (2 * random.uniform() - 1);
    const a = first.share + (kind === 0 ? step : kind === 2 ? step * (1 - make) : 0);
    const b = other.share + (kind === 1 ? step : kind === 2 ? -step * make : 0);
    let accepted = false;
    if (a > TINY && a < 1 - TINY && b > TINY && b < 1 - TINY) {
      const logA = kind === 1 ? first.log : Math.log(a);
      const logNotA = kind === 1 ? first.logNot : Math.log1p(-a);
      const logB = kind === 0 ? other.log : Math.log(b);
      const logNotB = kind === 0 ? other.logNot : Math.log1p(-b);
      // Along the line of the total the likelihood stays.
      let likelihood = NaN;
      let more = 0;
      if (kind !== 2) {
        if (Number.isNaN(chain.likelihood)) {
          chain.likelihood = logLikelihood(place, first.share, other.share);
        }
        likelihood = logLikelihood(place, a, b);
        more = likelihood - chain.likelihood;
      }
      const gain = logBeta(logA, logNotA, kinds[0]) - logBeta(first.log, first.logNot, kinds[0]) +
        logBeta(logB, logNotB, kinds[1]) - logBeta(other.log, other.logNot, kinds[1]) + more;
      accepted = Math.log(1 - random.uniform()) < gain;
      if (accepted) {
        first.share = a;
        first.log = logA;
        first.logNot = logNotA;
        other.share = b;
        other.log = logB;
        other.logNot = logNotB;
        chain.likelihood = likelihood;
      }
    }
    if (adapt) widths[kind] = Math.min(2, widths[kind]! * (accepted ? 1.1 : 0.95));
  }
}

/** Steps of a beta distribution's two shapes: both together, and one against the other. */
function moveShapes(
  shapes: Shapes,
  chain: readonly Chain[],
  kind: "first" | "other",
  random: Xoshiro128,
  adapt: boolean,
): void {
  const n = chain.length;
  let logs = 0;
  let others = 0;
  for (let i = 0; i < n; i++) {
    const share = chain[i]![kind];
    logs += share.log;
    others += share.logNot;
  }
  const posterior = (yes: number, no: number) =>
    n * (logGamma(yes + no) - logGamma(yes) - logGamma(no)) + yes * logs + no * others +
    // The prior, and the Jacobian of steps in logarithms.
    PRIOR_SHAPE * Math.log(yes * no) - PRIOR_RATE * (yes + no);
  let here = posterior(shapes.yes, shapes.no);
  for (let round = 0; round < 6; round++) {
    const way = round % 2;
    const step = shapes.widths[way]! * normalDraw(random.uniform());
    const yes = shapes.yes * Math.exp(step);
    const no = shapes.no * Math.exp(way === 0 ? step : -step);
    const there = posterior(yes, no);
    const accepted = Math.log(1 - random.uniform()) < there - here;
    if (accepted) {
      shapes.yes = yes;
      shapes.no = no;
      here = there;
    }
    if (adapt) shapes.widths[way] = Math.min(2, shapes.widths[way]! * (accepted ? 1.1 : 0.95));
  }
}
