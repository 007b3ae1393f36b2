const known: number[] = [0];

/** ln n!, by adding logarithms; each is computed once. */
export function logFactorial(n: number): number {
  for (let k = known.length; k <= n; k++) known.push(known[k - 1]! + Math.log(k));
  return known[n]!;
}
