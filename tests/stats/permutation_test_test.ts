import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { leastSquares, permutationTest, Xoshiro128 } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";
import { county, problem, reference, variables } from "./wisconsin.ts";

// Counted by brute force: tests/golden/scripts/14_small_tests.py.
const small = golden("small_tests");

Deno.test("permutationTest() counts one county's assignments exactly", () => {
  for (const { y, D, obs, n_perm, n_as_extreme, p_two_sided } of small.exact_single) {
    const test = permutationTest({ outcome: y, treated: D });
    assertClose(test.statistic, obs, 1e-12);
    assertEquals([test.assignments, test.extreme], [n_perm, n_as_extreme]);
    assertEquals([test.method, test.pValue], ["exact", p_two_sided]);
  }
});

Deno.test("permutationTest() counts two counties' assignments exactly", () => {
  const { y, D, counties, obs, n_perm, n_as_extreme } = small.exact_stratified_two;
  const test = permutationTest({
    outcome: y.flat(),
    treated: D.flat(),
    strata: y.flatMap((values: number[], c: number) => values.map(() => counties[c])),
  });
  assertClose(test.statistic, obs, 1e-12);
  assertEquals([test.assignments, test.extreme], [n_perm, n_as_extreme]);
});

Deno.test("a permutation test written by hand on Xoshiro128 gives the reference's p-value", () => {
  // mc_perm_xoshiro: bounded draws by rejection and remainder, labels carried from draw to draw.
  const { y, D, obs, n, k } = small.exact_single[0];
  const random = new Xoshiro128([1, 2, 3, 4]);
  const below = (bound: number): number => {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const draw = random.next();
      if (draw < limit) return draw % bound;
    }
  };
  const labels = [...D];
  const total = y.reduce((a: number, b: number) => a + b, 0);
  let count = 0;
  for (let draw = 0; draw < 999; draw++) {
    for (let i = n - 1; i > 0; i--) {
      const j = below(i + 1);
      [labels[i], labels[j]] = [labels[j], labels[i]];
    }
    const treated = y.reduce((sum: number, v: number, i: number) => sum + v * labels[i], 0);
    if (Math.abs(treated / k - (total - treated) / (n - k)) >= Math.abs(obs) - 1e-9) count++;
  }
  assertEquals(count, small.mc_perm_xoshiro.count);
  assertEquals((1 + count) / 1000, small.mc_perm_xoshiro.p);
});

Deno.test("permutationTest() within Wisconsin's counties has R's statistic and exact variance", () => {
  // ri of tests/golden/scripts/08_wi_machines.R.
  const all = problem(reference.models.f_adj.formula);
  const { residuals } = leastSquares({ outcome: all.outcome, terms: all.terms.slice(1) });
  const test = permutationTest(
    { outcome: residuals, treated: variables.D!, strata: county },
    { draws: 20_000, seed: 20161108, uninformative: "leave out" },
  );
  assertClose(test.statistic, reference.ri.obs, 1e-9);
  assertClose(test.standardDeviation, reference.ri.sd_exact, 1e-10);
  assertClose(test.z, reference.ri.z, 1e-9);
  assertEquals(test.strata, reference.ri.informative_counties);
  assertEquals(test.leftOut.length, 72 - 41);
  assertEquals(test.method, "sampled");
  // Both p-values are sampled; √(p(1−p)/9,999 + p(1−p)/20,000) = 0.0033, and 4 of these.
  assert(Math.abs(test.pValue - reference.ri.p_two_sided_mc) < 0.0132);
});

Deno.test("permutationTest() sampled agrees with exact within Monte Carlo error", () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 7 }), fc.nat(1000), (outcome, k, seed) => {
      const treated = outcome.map((_, i) => (i < k ? 1 : 0));
      const exact = permutationTest({ outcome, treated });
      const sampled = permutationTest({ outcome, treated }, {
        method: "sampled",
        draws: 4000,
        seed,
      });
      // 5 standard errors of a share from 4,000 draws, and the added 1.
      const error = 5 * Math.sqrt(exact.pValue * (1 - exact.pValue) / 4000) + 1 / 4000;
      assert(Math.abs(exact.pValue - sampled.pValue) <= error);
      assertEquals(exact.standardDeviation, sampled.standardDeviation);
    }),
    { numRuns: 40 },
  );
});

Deno.test("permutationTest() has the variance that listing all assignments has", () => {
  // Outcomes 1, 2, 6 and one treated: the differences are −3, −1.5, 4.5; their mean square is 10.5.
  const test = permutationTest({ outcome: [1, 2, 6], treated: [0, 0, 1] });
  assertEquals(test.statistic, 4.5);
  assertClose(test.standardDeviation ** 2, 10.5, 1e-12);
  assertEquals([...test.distribution].map((d) => Math.round(d * 2) / 2).sort((a, b) => a - b), [
    -3,
    -1.5,
    4.5,
  ]);
});

Deno.test("permutationTest() one-sided p-values of a statistic sum to more than 1 only by ties", () => {
  const problem = { outcome: [1, 2, 3, 4, 9], treated: [0, 0, 0, 1, 1] };
  const greater = permutationTest(problem, { alternative: "greater" });
  const less = permutationTest(problem, { alternative: "less" });
  // The observed pair {4, 9} is the largest of 10.
  assertEquals([greater.extreme, less.extreme], [1, 10]);
});

Deno.test("permutationTest() serves strata beyond 65,536 units", () => {
  const n = 66_000;
  const outcome = Float64Array.from({ length: n }, (_, i) => i % 10);
  const treated = Float64Array.from({ length: n }, (_, i) => (i < 20 ? 1 : 0));
  const test = permutationTest({ outcome, treated }, { draws: 200, seed: 2 });
  assert(test.pValue > 0.5); // the treated have exactly the population's digits
});

Deno.test("permutationTest() names strata that can't inform", () => {
  const problem = {
    outcome: [1, 2, 3, 4, 5],
    treated: [0, 1, 0, 1, 1],
    strata: ["ADAMS", "ADAMS", "ADAMS", "ADAMS", "MENOMINEE"],
  };
  assertThrows(
    () => permutationTest(problem),
    RangeError,
    'strata MENOMINEE (1): found only treated units or only controls, expected both (or uninformative: "leav',
  );
  const test = permutationTest(problem, { uninformative: "leave out" });
  assertEquals([test.leftOut, test.n], [["MENOMINEE"], 4]);
  assertThrows(
    () => permutationTest({ ...problem, strata: ["a", "b", "c", "d", "e"] }),
    RangeError,
    "strata: found none of 5 with both treated units and controls, expected at least one",
  );
  const big = { outcome: variables.d2p!, treated: variables.D! };
  assertThrows(
    () => permutationTest(big, { method: "exact" }),
    RangeError,
    'assignments of an exact test: found Infinity, expected at most 1000000, the option "',
  );
});

Deno.test("permutationTest() of outcomes that are all the same has a p-value of 1, listed or drawn", () => {
  const problem = { outcome: [3, 3, 3, 3], treated: [1, 0, 1, 0] };
  for (const alternative of ["two-sided", "greater", "less"] as const) {
    for (const method of ["exact", "sampled"] as const) {
      const { pValue, z } = permutationTest(problem, { alternative, method, draws: 9 });
      assertEquals([pValue, z], [1, 0]);
    }
  }
});

Deno.test("permutationTest() is the same in other units, a thousand times or a thousandth as large", () => {
  const outcome = [1, 2.5, 2, 4, 3, 5.5, 4, 7];
  const treated = [0, 1, 0, 1, 0, 1, 0, 1];
  const { pValue, z, normalPValue, standardDeviation } = permutationTest({ outcome, treated });
  for (const scale of [1e-9, 1e-3, 1e3, 1e9]) {
    const scaled = permutationTest({ outcome: outcome.map((value) => scale * value), treated });
    assertEquals(scaled.pValue, pValue);
    assertClose(scaled.z, z, 1e-12);
    assertClose(scaled.normalPValue, normalPValue, 1e-12);
    assertClose(scaled.standardDeviation, scale * standardDeviation, 1e-12);
  }
});

Deno.test("permutationTest() lists as many assignments as the limit allows, and draws where there is one more", () => {
  // Two of four treated: six assignments.
  const problem = { outcome: [1, 2, 4, 8], treated: [0, 0, 1, 1], strata: ["a", "a", "a", "a"] };
  assertEquals(permutationTest(problem, { limit: 6 }).method, "exact");
  assertEquals(permutationTest(problem, { limit: 5 }).method, "sampled");
});

Deno.test("the normal p-value is both tails beyond the standard score, the score the statistic in deviations", () => {
  const outcome = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
  const treated = [1, 0, 1, 0, 1, 1, 0, 1, 0, 0];
  const { statistic, standardDeviation, z, normalPValue } = permutationTest({ outcome, treated });
  assertClose(z, statistic / standardDeviation, 1e-12);
  // The difference of means of five and five of ten dealt at random: the outcomes' variance over n − 1, times n over 5 · 5.
  const mean = outcome.reduce((a, b) => a + b) / 10;
  const variance = outcome.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 9;
  assertClose(standardDeviation, Math.sqrt(variance * 10 / 25), 1e-12);
  // Simpson's rule over the density from the score outward, to ten deviations.
  const steps = 2_000;
  const h = (10 - Math.abs(z)) / steps;
  const density = (x: number) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  let tail = 0;
  for (let i = 0; i <= steps; i++) {
    tail += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * density(Math.abs(z) + i * h);
  }
  assertClose(normalPValue, 2 * tail * h / 3, 1e-9);
});
