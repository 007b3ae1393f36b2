const known: number[] = [0];

/** ln n!, by adding logarithms; each is computed once. */
export function logFactorial(n: number): number {
  for (let k = known.length; k <= n; k++) known.push(known[k - 1]! + Math.log(k));
  return known[n]!;
}

/** Log probability of k of n by the beta-binomial distribution with whole shapes of at least 1. */
export function logBetaBinomial(k: number, n: number, a: number, b: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k) +
    logFactorial(k + a - 1) + logFactorial(n - k + b - 1) - logFactorial(n + a + b - 1) +
    logFactorial(a + b - 1) - logFactorial(a - 1) - logFactorial(b - 1);
}
