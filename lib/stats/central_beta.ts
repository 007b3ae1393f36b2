import defer * as normal from "./special/normal.ts";

/**
 * The regularized incomplete beta function I_x(a, b) where a and b are so large that @stdlib's loses its
 * digits near the middle (four percent at a billion, more beyond); undefined where it is good.
 *
 * I_x(a, b) is the chance of a or more successes in n = a + b − 1 trials of chance x: that of a − ½ or more
 * of the smooth distribution whose bins of one are the counts' chances, with the cumulants that Sheppard's
 * correction gives it. Edgeworth's series, to the squares of 1/σ, gives that to about (z³/σ)³.
 */
export function centralBeta(x: number, a: number, b: number): number | undefined {
  const trials = a + b - 1;
  const variance = trials * x * (1 - x);
  if (!(variance > 2e6)) return undefined;
  // Less the cumulants of a uniform number: 1/12 and −1/120.
  const square = variance - 1 / 12;
  const sd = Math.sqrt(square);
  const z = (a - 0.5 - trials * x) / sd;
  if (Math.abs(z) ** 3 > 1e-3 * sd) return undefined;
  const skewness = (1 - 2 * x) * variance / (square * sd);
  const excess = ((1 - 6 * x * (1 - x)) * variance + 1 / 120) / square ** 2;
  const z2 = z * z;
  const series = skewness / 6 * (z2 - 1) + excess / 24 * z * (z2 - 3) +
    skewness ** 2 / 72 * z * (z2 * z2 - 10 * z2 + 15);
  return normal.normalCdf(-z, 0, 1) + series * Math.exp(-z2 / 2) / Math.sqrt(2 * Math.PI);
}
