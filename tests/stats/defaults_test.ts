/** What a function does where an option is not given: what its documentation says it does. */
import { assertEquals, assertNotEquals } from "@std/assert";
import {
  averageMarginalEffect,
  binomialBeta,
  coefficientEstimate,
  conleyCovariance,
  detectableEffect,
  dosePermutationTest,
  ecologicalRegression,
  equivalenceTest,
  falseAlarmRate,
  integerPercentages,
  kingModel,
  lastDigitTest,
  leastSquares,
  leftOutCount,
  leftOutPrediction,
  logisticRegression,
  moransI,
  numeric,
  permutationTest,
  proportionInterval,
  randomIntercept,
  resampledDensity,
  robustnessValue,
  specificationTest,
  wildClusterTest,
} from "tallybook/stats";

const N = 24;
const units = Array.from({ length: N }, (_, i) => i);
const x = units.map((i) => i % 7 + i / 10);
const dose = units.map((i) => (i * 5) % 3 === 0 ? 1 : 0);
const outcome = units.map((i) => 2 * dose[i]! + Math.sin(3 * i) + i / 9);
/** As if the dose did nothing: p-values in the middle, which another seed moves. */
const noise = units.map((i) => Math.sin(3 * i));
const clusters = units.map((i) => `c${i >> 1}`);
const groups = units.map((i) => `g${i >> 3}`);
const terms = [numeric("dose", dose), numeric("x", x)];
const fit = leastSquares({ outcome, terms });
const trials = units.map((i) => 100 + 7 * i);
const successes = trials.map((n, i) => Math.round(n * (0.3 + (i % 5) / 12)));
const counts = { successes, trials, terms };
const logit = logisticRegression(counts);
const places = { longitude: units.map((i) => i + i * i / 1e3), latitude: units.map(() => 3) };
const margins = units.slice(0, 6).map((i) => ({
  first: 100 + 140 * i,
  second: 300 + 70 * i + (i % 2) * 40,
  total: 1000,
}));
const estimate = { point: 0.5, standardError: 1, degreesOfFreedom: 10 };

/** A permutation test of some units, every third treated, without the list of what each order gives. */
function permutations(n: number, options: Record<string, unknown>) {
  const some = Array.from({ length: n }, (_, i) => i + 1);
  const treated = some.map((i) => i % 3 === 0 ? 1 : 0);
  const found = permutationTest({ outcome: some.map((i) => Math.sin(3 * i)), treated }, options);
  const { distribution, ...said } = found;
  return { ...said, assignments: distribution.length };
}

type Call = (options: Record<string, unknown>) => unknown;
/** Each option's default, and another value, which answers otherwise: where the default is taken shows. */
type Defaults = Readonly<Record<string, readonly [unknown, unknown]>>;
const CALLS: Readonly<Record<string, readonly [Call, Defaults]>> = {
  wildClusterTest: [
    (options) => wildClusterTest(fit, "dose", clusters, options),
    {
      null: [0, 1],
      weights: ["webb", "rademacher"],
      draws: [9999, 499],
      seed: [1, 2],
      level: [0.95, 0.9],
    },
  ],
  specificationTest: [
    (options) => specificationTest([{ fit, name: "dose", clusters }], options),
    { alpha: [0.05, 0.1], weights: ["webb", "rademacher"], draws: [1999, 499], seed: [1, 2] },
  ],
  dosePermutationTest: [
    (options) =>
      dosePermutationTest({ outcome: noise, dose, groups, terms: [numeric("x", x)] }, options),
    {
      permute: ["residuals", "dose"],
      alternative: ["two-sided", "greater"],
      draws: [9999, 499],
      seed: [1, 2],
    },
  ],
  // Five groups of three have 6^5 = 7,776 orders.
  "dosePermutationTest of all orders": [
    (options) => {
      const some = <T>(values: readonly T[]) => values.slice(0, 15);
      const threes = some(units).map((i) => `${Math.floor(i / 3)}`);
      const problem = { outcome: some(noise), dose: some(dose), groups: threes };
      return dosePermutationTest({ ...problem, terms: [numeric("x", some(x))] }, options);
    },
    { limit: [10_000, 7_775] },
  ],
  moransI: [(options) => moransI(noise, places, options), {
    nearest: [5, 4],
    draws: [999, 499],
    seed: [1, 2],
  }],
  resampledDensity: [
    // Forty places, every fourth of them at a half.
    (options) => {
      const of = Array.from({ length: 40 }, (_, i) => 700 + 17 * i);
      const half = (n: number, i: number) => Math.floor(n * (i % 4 === 0 ? 0.5 : 0.3 + 0.01 * i));
      return resampledDensity(of.map(half), of, options);
    },
    { resamples: [1000, 200], points: [1001, 101], seed: [1, 2] },
  ],
  falseAlarmRate: [
    (options) =>
      falseAlarmRate(
        { ballots: trials, shares: x.map((v) => v / 10), test: lastDigitTest },
        options,
      ),
    { elections: [400, 200], alpha: [0.05, 0.1], seed: [1, 2], correlation: [0, 0.2] },
  ],
  kingModel: [
    (options) =>
      kingModel(
        [[1, 5, 9], [4, 2, 8], [7, 9, 12], [3, 1, 4], [6, 4, 10], [9, 6, 14]].map(
          ([first, second, total]) => ({ first: first!, second: second!, total: total! }),
        ),
        options,
      ),
    {
      draws: [400, 499],
      seed: [1, 2],
      estimand: ["Share of the first kind that is also of the second", "x"],
    },
  ],
  binomialBeta: [
    (options) => binomialBeta(margins, options),
    {
      sweeps: [3000, 200],
      seed: [1, 2],
      estimand: ["Share of the first kind that is also of the second", "x"],
    },
  ],
  ecologicalRegression: [
    (options) => ecologicalRegression(margins, options),
    { level: [0.95, 0.9], estimand: ["Share of the first kind that is also of the second", "x"] },
  ],
  proportionInterval: [
    (options) => proportionInterval(3, 20, options),
    {
      method: ["wilson", "jeffreys"],
      level: [0.95, 0.9],
      estimand: ["Share of successes among trials", "x"],
    },
  ],
  robustnessValue: [
    (options) => robustnessValue({ t: 3, degreesOfFreedom: 20 }, options),
    { alpha: [0.05, 0.1] },
  ],
  equivalenceTest: [
    (options) => equivalenceTest(estimate, 2, options),
    { alpha: [0.05, 0.1] },
  ],
  detectableEffect: [(options) => detectableEffect(estimate, options), {
    alpha: [0.05, 0.1],
    power: [0.8, 0.9],
  }],
  coefficientEstimate: [
    (options) => coefficientEstimate(fit, "dose", options as never),
    { level: [0.95, 0.9] },
  ],
  averageMarginalEffect: [
    (options) => averageMarginalEffect(logit, "x", options),
    { weights: [trials, units.map((i) => 1 + i)], level: [0.95, 0.9] },
  ],
  leftOutPrediction: [
    (options) => leftOutPrediction(fit, 3, options),
    { level: [0.95, 0.9], estimand: ["The unit's outcome as the other units predict it", "x"] },
  ],
  integerPercentages: [(options) => integerPercentages(successes, trials, options), {
    step: [1, 5],
  }],
  conleyCovariance: [
    (options) => conleyCovariance(fit, places, { cutoff: 300, ...options }),
    { kernel: ["bartlett", "uniform"] },
  ],
  leastSquares: [
    (options) => leastSquares({ outcome, terms, ...options }).coefficients,
    { intercept: [true, false] },
  ],
  randomIntercept: [
    (options) => randomIntercept({ outcome, terms: [numeric("x", x)], groups, ...options }),
    { intercept: [true, false] },
  ],
  logisticRegression: [
    (options) => logisticRegression({ ...counts, ...options }).covariance,
    { family: ["binomial", "quasibinomial"] },
  ],
  // Six of 20 can be chosen in 38,760 ways, eight of 25 in 1,081,575.
  "permutationTest of all assignments": [
    (options) => permutations(20, options),
    { limit: [1_000_000, 38_759] },
  ],
  "permutationTest of more than can be listed": [
    (options) => permutations(25, options),
    { draws: [9999, 499], seed: [1, 2] },
  ],
  leftOutCount: [
    (options) => leftOutCount({ successes, trials, terms: [numeric("x", x)] }, 3, options),
    { level: [0.95, 0.9], estimand: ["The unit's successes as the other units predict them", "x"] },
  ],
};

for (const [name, [call, defaults]] of Object.entries(CALLS)) {
  Deno.test(`${name} does unless told what its documentation says`, () => {
    const unless = call({});
    for (const [option, [value, other]] of Object.entries(defaults)) {
      assertEquals(call({ [option]: value }), unless, option);
      assertNotEquals(call({ [option]: other }), unless, option);
    }
  });
}

Deno.test("another seed draws other numbers", () => {
  for (
    const name of [
      ...["wildClusterTest", "specificationTest", "moransI", "kingModel", "binomialBeta"],
      ...["dosePermutationTest", "falseAlarmRate"],
    ]
  ) {
    const [call] = CALLS[name]!;
    const small = name === "binomialBeta"
      ? { sweeps: 100 }
      : name === "kingModel"
      ? { draws: 40 }
      : name === "falseAlarmRate"
      ? { elections: 200 }
      : { draws: 199 };
    const at = (seed: number) => JSON.stringify(call({ ...small, seed }));
    const others = [at(2), at(3), at(4), at(5)];
    assertEquals(others.some((other) => other !== at(1)), true, name);
  }
});
