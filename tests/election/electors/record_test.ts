import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { chanceOfDefections, faithlessRate } from "tallybook/election";

Deno.test("faithlessRate() without excess dispersion is Clopper's and Pearson's interval", () => {
  // 1 of 10 in each of two elections: no dispersion at all. The exact 95% interval for 2 of 20 is
  // 0.01235 to 0.31698 (any statistics text).
  const rate = faithlessRate([
    { year: 1, electors: 10, faithless: 1 },
    { year: 2, electors: 10, faithless: 1 },
  ]);
  assertEquals(rate.point, 0.1);
  assertAlmostEquals(rate.lower, 0.01235, 5e-6);
  assertAlmostEquals(rate.upper, 0.31698, 5e-6);
});

Deno.test("faithlessRate() widens when all the faithless come from one election", () => {
  const even = faithlessRate([
    { year: 1, electors: 500, faithless: 5 },
    { year: 2, electors: 500, faithless: 5 },
  ]);
  const lumped = faithlessRate([
    { year: 1, electors: 500, faithless: 0 },
    { year: 2, electors: 500, faithless: 10 },
  ]);
  assertEquals(lumped.point, even.point);
  assert(lumped.upper > even.upper && lumped.lower < even.lower);
});

Deno.test("faithlessRate() of none starts at zero", () => {
  const rate = faithlessRate([
    { year: 1, electors: 500, faithless: 0 },
    { year: 2, electors: 500, faithless: 0 },
  ]);
  // The upper end for none of n at 95% is 1 - 0.025^(1/n).
  assertEquals([rate.point, rate.lower], [0, 0]);
  assertAlmostEquals(rate.upper, 1 - 0.025 ** (1 / 1000), 1e-9);
  assertThrows(
    () => faithlessRate([]),
    RangeError,
    "elections: found 0 members, expected at least 2",
  );
});

Deno.test("chanceOfDefections() of independent electors is the binomial tail", () => {
  // At least 2 of 3 at rate .1: 3 * .01 * .9 + .001 = .028
  const model = { electors: 3, atLeast: 2, rate: 0.1, correlation: 0 };
  assertAlmostEquals(chanceOfDefections(model), 0.028, 1e-12);
});

Deno.test("chanceOfDefections() is certain of none or more, and of what all do or nobody does", () => {
  const chance = (atLeast: number, rate: number, correlation: number) =>
    chanceOfDefections({ electors: 10, atLeast, rate, correlation });
  assertEquals([chance(0, 0, 0), chance(0, 0.3, 0.2), chance(0, 0.3, 1)], [1, 1, 1]);
  assertEquals([chance(1, 0, 0), chance(11, 0.5, 0), chance(11, 1, 0)], [0, 0, 0]);
  assertEquals([chance(10, 1, 0), chance(10, 1, 0.5)], [1, 1]);
  // All as one: all or nobody.
  assertEquals([chance(1, 0.3, 1), chance(10, 0.3, 1)], [0.3, 0.3]);
});

Deno.test("chanceOfDefections() with a uniform share is uniform over counts", () => {
  // Beta(1, 1): rate 1/2, correlation 1/3. Each count of 0..4 has chance 1/5.
  const model = { electors: 4, atLeast: 3, rate: 0.5, correlation: 1 / 3 };
  assertAlmostEquals(chanceOfDefections(model), 0.4, 1e-12);
});

Deno.test("chanceOfDefections() of a rare mass defection grows with correlation", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.3, noNaN: true }), (correlation) => {
      const model = { electors: 306, atLeast: 37, rate: 0.007 };
      const alone = chanceOfDefections({ ...model, correlation: 0 });
      assert(chanceOfDefections({ ...model, correlation }) > alone);
    }),
    { seed: 37 },
  );
  assertEquals(chanceOfDefections({ electors: 5, atLeast: 5, rate: 0.2, correlation: 1 }), 0.2);
});

Deno.test("faithlessRate() divides by R's quasi-binomial dispersion", () => {
  // glm(cbind(f, e - f) ~ 1, quasibinomial) has the dispersion 4.94791666666667; the ends are
  // qbeta(.025, 12 / d, 288 / d + 1) and qbeta(.975, 12 / d + 1, 288 / d).
  const rate = faithlessRate(
    [1, 9, 2].map((faithless, year) => ({ year, electors: 100, faithless })),
  );
  assertEquals(rate.point, 0.04);
  assertAlmostEquals(rate.lower, 0.00644844631542908, 1e-13);
  assertAlmostEquals(rate.upper, 0.124402923891325, 1e-13);
});
