import { assert, assertEquals, assertThrows } from "@std/assert";
import { factor, leftOutCount, type LogisticProblem, numeric } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, goldenRows, numbers } from "./golden.ts";

const florida = goldenRows("florida_2000_qss");
const palmBeach = florida.findIndex((row) => row.county === "PalmBeach");
const column = (name: string) => numbers(florida, name);
const logit = (part: number, rest: number) => Math.log(part / rest);

/** Buchanan of Bush, Gore and Buchanan, from the shares of Perot and of Dole in 1996. */
function buchanan(): LogisticProblem {
  const [perot, dole, clinton] = [column("Perot96"), column("Dole96"), column("Clinton96")];
  const successes = column("Buchanan00");
  const [bush, gore] = [column("Bush00"), column("Gore00")];
  return {
    successes,
    trials: successes.map((votes, i) => votes + bush[i]! + gore[i]!),
    terms: [
      numeric("Perot", perot.map((votes, i) => logit(votes, dole[i]! + clinton[i]!))),
      numeric("Dole", dole.map((votes, i) => logit(votes, clinton[i]!))),
    ],
    family: "quasibinomial",
  };
}

Deno.test("leftOutCount() expects 720 votes in Palm Beach, 16.3 standard deviations under 3,407, as R does", () => {
  // palm_beach of tests/golden/scripts/stats_extra.R: glm() without the county, converged to 1e-14, and
  // predict() with se.fit.
  const expected = golden("stats_extra").palm_beach;
  const left = leftOutCount(buchanan(), palmBeach);
  for (const [j, value] of Object.values<number>(expected.coef).entries()) {
    assertClose(left.fit.coefficients[j]!, value, 1e-9, left.fit.names[j]);
  }
  assertClose(left.fit.dispersion, expected.dispersion, 1e-9);
  assertClose(left.point, expected.expected, 1e-9);
  assertClose(left.standardDeviation, expected.sd_pred, 1e-9);
  assertClose(left.z, expected.z, 1e-9);
  assertClose(left.excess, expected.excess, 1e-9);
  // With glm's default convergence (06_palmbeach.R) the expected count is the same in the eleventh digit,
  // but the dispersion, which comes from the last round but one, is 31.77330 for 31.77316.
  const early = golden("palm_beach").quasibinomial_loo;
  assertClose(left.point, early.expected, 1e-10);
  assertClose(left.z, early.z, 3e-6);
  assertEquals([left.observed, left.n], [3407, 66]);
});

Deno.test("leftOutCount() has a t interval for an estimated dispersion and a normal one without, cut at 0 and at the unit's trials", () => {
  const left = leftOutCount(buchanan(), palmBeach, { level: 0.99 });
  // R's qt(0.995, 63) is 2.65614502509986083.
  assertEquals(left.degreesOfFreedom, 63);
  assertClose(left.upper - left.point, 2.65614502509986083 * left.standardDeviation, 1e-12);
  assertClose(left.point - left.lower, 2.65614502509986083 * left.standardDeviation, 1e-12);
  // qnorm(0.995) is 2.5758293035489.
  const binomial = leftOutCount({ ...buchanan(), family: "binomial" }, palmBeach, { level: 0.99 });
  assertEquals(binomial.degreesOfFreedom, Infinity);
  assertClose(binomial.upper - binomial.point, 2.5758293035489 * binomial.standardDeviation, 1e-12);
  // Half of 4 trials, with variance 4 × 1/4 + 1² / (8 × 1/4) = 1.5: beyond both ends.
  const small = leftOutCount(
    { successes: [2, 2, 4], trials: [4, 4, 4], terms: [] },
    2,
    { level: 0.99 },
  );
  assertClose(small.standardDeviation, Math.sqrt(1.5), 1e-12);
  assertEquals([small.lower, small.upper], [0, 4]);
});

Deno.test("leftOutCount()'s p-value is of its interval's distribution, as R has it", () => {
  // R's glm() to 1e-15 without the fourth; z and 2 * pt(-|z|, 5), and 2 * pnorm(-|z|) for the binomial.
  const counts = {
    successes: [10, 12, 30, 22, 40, 31, 52, 70],
    trials: [50, 40, 90, 50, 80, 60, 95, 110],
    terms: [numeric("x", [1, 2, 3, 4, 5, 6, 7, 8])],
  };
  const quasi = leftOutCount({ ...counts, family: "quasibinomial" }, 3);
  assertClose(quasi.z, 1.2037805028461, 1e-10);
  assertClose(quasi.pValue, 0.282550615345621, 1e-10);
  const binomial = leftOutCount({ ...counts, family: "binomial" }, 3);
  assertClose(binomial.z, 0.646410040953283, 1e-10);
  assertClose(binomial.pValue, 0.518013839379915, 1e-10);
  // A unit below what is expected of it has the other sign, and no p-value above 1.
  const below = leftOutCount({ ...counts, family: "quasibinomial" }, 0);
  assert(below.z < 0 && below.pValue > 0 && below.pValue < 1);
});

Deno.test("leftOutCount() does not depend on what the left-out unit counted", () => {
  const problem = buchanan();
  const successes = Array.from(problem.successes, (votes, i) => i === palmBeach ? 0 : votes);
  const [as, zero] = [problem, { ...problem, successes }].map((p) => leftOutCount(p, palmBeach));
  assertEquals([zero!.point, zero!.standardDeviation], [as!.point, as!.standardDeviation]);
  assertEquals(zero!.excess, -zero!.point);
});

Deno.test("leftOutCount() does not mind columns that say the same", () => {
  const problem = buchanan();
  const [perot] = problem.terms;
  const twice = numeric("twice", perot!.columns[0]!.values.map((value) => 2 * value));
  const left = leftOutCount({ ...problem, terms: [...problem.terms, twice] }, palmBeach);
  assertClose(left.point, leftOutCount(problem, palmBeach).point, 1e-12);
});

Deno.test("leftOutCount() refuses a unit that the others can't predict", () => {
  const trials = [10, 10, 10, 10, 10];
  const alone: LogisticProblem = {
    successes: [1, 2, 4, 3, 5],
    trials,
    terms: [factor("machine", ["scan", "scan", "scan", "scan", "lever"], { reference: "scan" })],
  };
  assertThrows(
    () => leftOutCount(alone, 4),
    RangeError,
    "unit at row 4: found leverage 1, expected less (without it no coefficie",
  );
  const plain = { ...alone, terms: [] };
  assertThrows(
    () => leftOutCount(plain, 5),
    RangeError,
    "row: found 5, expected a whole number of at least 0 and at most 4",
  );
  assertThrows(
    () => leftOutCount(plain, 0.5),
    RangeError,
    "row: found 0.5, expected a whole number of at least 0 and at most 4",
  );
  assertThrows(
    () => leftOutCount(plain, 0, { level: 99 }),
    RangeError,
    'option "level": found 99, expected a finite number of more than 0 and less than 1',
  );
  assertThrows(
    () => leftOutCount({ ...plain, successes: [1, 2, 4, 3, 11] }, 4),
    RangeError,
    "successes[4]: found 11, expected a finite number of at least 0 and at most 10",
  );
  assertThrows(
    () => leftOutCount({ ...plain, successes: [2, 2, 2, 2, 9], family: "quasibinomial" }, 4),
    RangeError,
    "dispersion of the other units",
  );
});

Deno.test("leftOutCount() names the variance that its family takes", () => {
  const named = (family: "binomial" | "quasibinomial") =>
    leftOutCount({ ...buchanan(), family }, palmBeach).assumptions[1];
  assertEquals(named("binomial"), "Trials are independent");
  assertEquals(
    named("quasibinomial"),
    "Units are independent, with a variance that is one multiple of the binomial's",
  );
});

Deno.test("leftOutCount() says which regression and which interval it took", () => {
  const quasi = leftOutCount(buchanan(), palmBeach);
  const plain = leftOutCount({ ...buchanan(), family: "binomial" }, palmBeach);
  assertEquals([quasi, plain].map(({ method, assumptions }) => [method, assumptions.at(-1)]), [
    [
      "Quasi-binomial logistic regression without the unit, t prediction interval",
      "Units are independent, with a variance that is one multiple of the binomial's",
    ],
    [
      "Binomial logistic regression without the unit, normal prediction interval",
      "Trials are independent",
    ],
  ]);
});
