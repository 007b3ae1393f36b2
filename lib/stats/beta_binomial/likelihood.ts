import { logGamma } from "../distribution.ts";

/** The units of one group. */
export interface Group {
  readonly successes: number[];
  readonly failures: number[];
  /** The logarithm of each unit's binomial coefficient. */
  readonly coefficients: number[];
}

/**
 * Log likelihood of one group at a correlation, the binomial coefficient included, as a function of its
 * share. What does not depend on the share is computed once.
 */
export function likelihoodOf(
  { successes, failures, coefficients }: Group,
  correlation: number,
): (p: number) => number {
  if (!(correlation > 0)) {
    return (p) => {
      let total = 0;
      for (let i = 0; i < successes.length; i++) {
        total += coefficients[i]!;
        total += successes[i]! * Math.log(p) + failures[i]! * Math.log1p(-p);
      }
      return total;
    };
  }
  const size = 1 / correlation - 1;
  const ofSize = rising(size);
  const trials = successes.map((s, i) => ofSize(s + failures[i]!));
  return (p) => {
    const [success, failure] = [rising(p * size), rising((1 - p) * size)];
    let total = 0;
    for (let i = 0; i < successes.length; i++) {
      total += coefficients[i]!;
      total += success(successes[i]!) + failure(failures[i]!) - trials[i]!;
    }
    return total;
  };
}

/**
 * ln Γ(a + n) − ln Γ(a) as a function of n, without the cancellation of two huge logarithms where a is far
 * above n.
 */
function rising(a: number): (n: number) => number {
  let logGammaOfA: number | undefined;
  return (n) => {
    if (n === 0) return 0;
    if (n <= 32) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.log(a + i);
      return sum;
    }
    if (a < 1e4) return stirling(a + n) - (logGammaOfA ??= logGamma(a));
    // Stirling's series of both, with the difference of the leading terms by log1p; the series' next terms are
    // below 3e-15 and not seen beside the rest, which is above 300.
    const x = a + n;
    return (a - 0.5) * Math.log1p(n / a) + n * Math.log(x) - n + (1 / x - 1 / a) / 12;
  };
}

/** ln Γ(x) of x above 32 by Stirling's series, whose next term is below 1e-14 there. */
function stirling(x: number): number {
  const square = 1 / (x * x);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI +
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
