import { logGamma } from "./distribution.ts";

/** So many are remembered: more than any precinct has votes. */
const MOST = 1 << 15;
const known = new Float64Array(MOST).fill(NaN);

/**
 * ln Γ(n + 1) of a whole number n, by the gamma function, which keeps more digits than a sum of logarithms. What
 * fits and draws of precincts ask for again and again is computed once.
 */
export function logGammaAbove(n: number): number {
  if (n >= MOST) return logGamma(n + 1);
  const found = known[n]!;
  return Number.isNaN(found) ? known[n] = logGamma(n + 1) : found;
}
