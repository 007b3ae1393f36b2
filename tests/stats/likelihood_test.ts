/** The beta-binomial likelihood beside the same product of fractions, one logarithm for each. */
import { assertAlmostEquals } from "@std/assert";
import { likelihoodOf } from "../../lib/stats/beta_binomial/likelihood.ts";

/** Sums with what rounding loses kept (Kahan). */
function kahan(terms: Iterable<number>): number {
  let [sum, lost] = [0, 0];
  for (const term of terms) {
    const next = term - lost;
    const total = sum + next;
    lost = (total - sum) - next;
    sum = total;
  }
  return sum;
}

/** ln of a (a + 1) … (a + n − 1) over b (b + 1) … of as many, less what both have in common. */
function* factors(a: number, n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield Math.log(a + i);
}

Deno.test("the likelihood of a group is its units' products, in small sizes and large, few trials and many", () => {
  const successes = [0, 1, 5, 32, 33, 40, 700];
  const failures = [3, 0, 31, 1, 33, 2000, 650];
  const coefficients = successes.map((_, i) => i / 10);
  for (const correlation of [0.9, 0.3, 0.01, 1e-4, 9.9e-5, 5e-5, 1e-7]) {
    const size = 1 / correlation - 1;
    const ours = likelihoodOf({ successes, failures, coefficients }, correlation);
    for (const p of [0.02, 0.4, 0.5, 0.97]) {
      const expected = kahan(successes.flatMap((s, i) => [
        coefficients[i]!,
        kahan(factors(p * size, s)) + kahan(factors((1 - p) * size, failures[i]!)) -
        kahan(factors(size, s + failures[i]!)),
      ]));
      // Sums of some 3,000 logarithms of up to 1e7, whose own digits end near 1e-11.
      assertAlmostEquals(ours(p), expected, 2e-10 * Math.max(1, Math.abs(expected) / 100));
    }
  }
});

Deno.test("without correlation the likelihood of a group is the binomial's", () => {
  const ours = likelihoodOf({ successes: [2, 0], failures: [1, 4], coefficients: [0.5, 0.25] }, 0);
  for (const p of [0.1, 0.6]) {
    assertAlmostEquals(ours(p), 0.75 + 2 * Math.log(p) + 5 * Math.log(1 - p), 1e-13);
  }
});
