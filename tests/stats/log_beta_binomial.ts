import { logFactorial } from "../../lib/stats/log_factorial.ts";

/** Log probability of k of n by the beta-binomial distribution with whole shapes of at least 1, from its formula. */
export function logBetaBinomial(k: number, n: number, a: number, b: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k) +
    logFactorial(k + a - 1) + logFactorial(n - k + b - 1) - logFactorial(n + a + b - 1) +
    logFactorial(a + b - 1) - logFactorial(a - 1) - logFactorial(b - 1);
}
