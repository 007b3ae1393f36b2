import { normalTail } from "./distribution.ts";
import type { EcologicalPlace } from "./ecological_places.ts";

const PRIOR = 0.5; // standard deviation of the priors on the spreads and on the correlation

/** The normal distribution of two shares, before it is cut off at 0 and 1. */
export interface Normal {
  readonly meanFirst: number;
  readonly meanOther: number;
  readonly sdFirst: number;
  readonly sdOther: number;
  readonly rho: number;
}

/** King's scales: means in units that keep them near the square, logarithms of spreads, Fisher's z. */
export function parameters(x: Float64Array): Normal {
  const [sdFirst, sdOther] = [Math.exp(x[2]!), Math.exp(x[3]!)];
  return {
    meanFirst: x[0]! * (0.25 + sdFirst ** 2) + 0.5,
    meanOther: x[1]! * (0.25 + sdOther ** 2) + 0.5,
    sdFirst,
    sdOther,
    rho: Math.tanh(x[4]!),
  };
}

/** The logarithm of the posterior density of King's scales, up to what does not depend on them. */
export function logPosterior(places: readonly EcologicalPlace[], x: Float64Array): number {
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
export function conditional(
  { sdFirst, sdOther, rho, meanFirst }: Normal,
  m: number,
  e: number,
  v: number,
): { readonly mean: number; readonly sd: number } {
  const along = sdFirst ** 2 * m + rho * sdFirst * sdOther * (1 - m);
  return {
    mean: meanFirst + along / v * e,
    sd: Math.sqrt(Math.max(sdFirst ** 2 - along * along / v, 1e-12)),
  };
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
