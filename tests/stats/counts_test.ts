import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  betaBinomialDraw,
  betaBinomialFit,
  duncanDavisBounds,
  frechetBounds,
  proportionInterval,
  Xoshiro128,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

const { beta_binomial: reference, proportions } = golden("resampling_and_space");
const { successes, trials, groups } = reference;

Deno.test("proportionInterval() agrees with statsmodels", () => {
  for (const [successes, trials, method, level, lower, upper] of proportions) {
    const found = proportionInterval(successes, trials, { method, level });
    const name = `${method} ${successes}/${trials}`;
    // statsmodels gives Jeffreys' equal tails at 0 and n too; Brown, Cai and DasGupta set those ends to 0 and 1.
    if (successes > 0) assertClose(found.lower, lower, 1e-9, name);
    else assertEquals(found.lower, 0);
    if (successes < trials) assertClose(found.upper, upper, 1e-9, name);
    else assertEquals(found.upper, 1);
    assertEquals([found.point, found.n], [successes / trials, trials]);
  }
});

Deno.test("betaBinomialFit() agrees with scipy's maximum over all parameters at once", () => {
  const fit = betaBinomialFit({ successes, trials, groups });
  assertClose(fit.logLikelihood, reference.logLikelihood, 1e-9);
  assertClose(fit.correlation, reference.correlation, 1e-5);
  assertClose(fit.means.a!, reference.means[0], 1e-5);
  assertClose(fit.means.b!, reference.means[1], 1e-5);
  assert(fit.binomialLogLikelihood < fit.logLikelihood - 10);
  assert(fit.standardError! > 0.1 * fit.correlation && fit.standardError! < fit.correlation);
});

Deno.test("betaBinomialFit()'s standard error is the curvature of the profile likelihood", () => {
  // SciPy: betabinom.logpmf() with each group's share at its maximum, second differences, extrapolated; and
  // binom.logpmf() at the groups' shares.
  const fit = betaBinomialFit({ successes, trials, groups });
  assertClose(fit.standardError!, 0.00450795319, 1e-4);
  assertClose(fit.binomialLogLikelihood, -483.97393801019, 1e-11);
});

Deno.test("betaBinomialFit() fits groups with one success or one failure, and leaves out those with none", () => {
  // The share of both outcomes is 1 of 20: by itself it is no more than a coin's spread.
  assertClose(
    betaBinomialFit({ successes: [0, 1], trials: [10, 10] }).means["all units"]!,
    1 / 20,
    1e-9,
  );
  assertClose(
    betaBinomialFit({ successes: [10, 9], trials: [10, 10] }).means["all units"]!,
    19 / 20,
    1e-9,
  );
  const groups = ["a", "a", "b", "b"];
  const both = betaBinomialFit({ successes: [1, 8, 0, 0], trials: [10, 10, 10, 10], groups });
  const alone = betaBinomialFit({ successes: [1, 8], trials: [10, 10] });
  assertClose(both.correlation, alone.correlation, 1e-6);
  assertEquals([both.means.b, both.n], [0, 4]);
});

Deno.test("betaBinomialFit() finds no correlation in counts that vary less than a coin's", () => {
  const fit = betaBinomialFit({ successes: [50, 50, 50, 51], trials: [100, 100, 100, 100] });
  assertEquals([fit.correlation, fit.standardError], [0, null]);
  assertClose(fit.means["all units"]!, 201 / 400, 1e-12);
});

Deno.test("betaBinomialDraw() has the mean and the variance np(1−p)(1 + (n−1)ρ)", () => {
  const random = new Xoshiro128(9);
  const [n, p, rho, draws] = [50, 0.3, 0.1, 20_000];
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    const value = betaBinomialDraw(n, p, rho, random);
    sum += value;
    squares += value * value;
  }
  const variance = n * p * (1 - p) * (1 + (n - 1) * rho);
  const mean = sum / draws;
  assert(Math.abs(mean - n * p) < 5 * Math.sqrt(variance / draws));
  // The variance of a sample variance of so wide a distribution is near 2 σ⁴ / draws.
  assertClose(squares / draws - mean * mean, variance, 5 * Math.sqrt(2.5 / draws));
});

Deno.test("betaBinomialDraw() at half a correlation has shapes below one, and the beta-binomial's counts", () => {
  // Shapes p (1/ρ − 1) and so on: 1/5 and 4/5 for p = .2 and ρ = .5. Chances by the beta-binomial formula.
  const random = new Xoshiro128(21);
  const [n, a, b, draws] = [4, 0.2, 0.8, 20_000];
  const rising = (x: number, k: number): number => k === 0 ? 1 : (x + k - 1) * rising(x, k - 1);
  const choose = [1, 4, 6, 4, 1];
  const seen = new Array<number>(n + 1).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const count = betaBinomialDraw(n, 0.2, 0.5, random);
    seen[count] = seen[count]! + 1;
  }
  for (const [k, count] of seen.entries()) {
    const chance = choose[k]! * rising(a, k) * rising(b, n - k) / rising(1, n);
    assert(
      Math.abs(count / draws - chance) < 5 * Math.sqrt(chance * (1 - chance) / draws),
      `${k}: ${count / draws} beside ${chance}`,
    );
  }
});

Deno.test("bounds hold for every table with the margins, and are reached", () => {
  for (let total = 1; total <= 6; total++) {
    for (let first = 0; first <= total; first++) {
      for (let second = 0; second <= total; second++) {
        const overlaps = [];
        for (let both = 0; both <= total; both++) {
          // The other three cells are what is left.
          if (both <= first && both <= second && first + second - both <= total) {
            overlaps.push(both);
          }
        }
        const { lower, upper } = frechetBounds({ first, second, total });
        assertEquals([lower, upper], [Math.min(...overlaps), Math.max(...overlaps)]);
      }
    }
  }
});

Deno.test("duncanDavisBounds() are never wider than the bounds on the sums", () => {
  const units = [{ first: 9, second: 8, total: 10 }, { first: 2, second: 5, total: 30 }];
  const together = frechetBounds({ first: 11, second: 13, total: 40 });
  const found = duncanDavisBounds(units);
  assert(found.lower >= together.lower / 11 && found.upper <= together.upper / 11);
  assertThrows(
    () => duncanDavisBounds([{ first: 3, second: 1, total: 2 }]),
    RangeError,
    "units[0].first: found 3, expected a whole number of at least 0 and at most 2",
  );
  assertThrows(
    () => duncanDavisBounds([{ first: 0, second: 1, total: 2 }]),
    RangeError,
    "first, added over units: found 0",
  );
});
