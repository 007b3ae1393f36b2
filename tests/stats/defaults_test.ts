/** What a function does where an option is not given: what its documentation says it does. */
import { assertEquals } from "@std/assert";
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

type Call = (options: Record<string, unknown>) => unknown;
const CALLS: Readonly<Record<string, readonly [Call, Record<string, unknown>]>> = {
  wildClusterTest: [
    (options) => wildClusterTest(fit, "dose", clusters, options),
    { null: 0, weights: "webb", draws: 9999, seed: 1, level: 0.95 },
  ],
  specificationTest: [
    (options) => specificationTest([{ fit, name: "dose", clusters }], options),
    { alpha: 0.05, weights: "webb", draws: 1999, seed: 1 },
  ],
  dosePermutationTest: [
    (options) =>
      dosePermutationTest({ outcome: noise, dose, groups, terms: [numeric("x", x)] }, options),
    {
      permute: "residuals",
      alternative: "two-sided",
      draws: 9999,
      limit: 10_000,
      seed: 1,
    },
  ],
  moransI: [(options) => moransI(noise, places, options), { nearest: 5, draws: 999, seed: 1 }],
  resampledDensity: [
    (options) => resampledDensity(successes.slice(0, 5), trials.slice(0, 5), options),
    { resamples: 1000, points: 1001, seed: 1 },
  ],
  falseAlarmRate: [
    (options) =>
      falseAlarmRate(
        { ballots: trials, shares: x.map((v) => v / 10), test: lastDigitTest },
        options,
      ),
    { elections: 400, alpha: 0.05, seed: 1, correlation: 0 },
  ],
  kingModel: [
    (options) =>
      kingModel(
        [[1, 5, 9], [4, 2, 8], [7, 9, 12], [3, 1, 4], [6, 4, 10], [9, 6, 14]].map(
          ([first, second, total]) => ({ first: first!, second: second!, total: total! }),
        ),
        options,
      ),
    { draws: 400, seed: 1, estimand: "Share of the first kind that is also of the second" },
  ],
  binomialBeta: [
    (options) => binomialBeta(margins, options),
    { sweeps: 3000, seed: 1, estimand: "Share of the first kind that is also of the second" },
  ],
  ecologicalRegression: [
    (options) => ecologicalRegression(margins, options),
    { level: 0.95, estimand: "Share of the first kind that is also of the second" },
  ],
  proportionInterval: [
    (options) => proportionInterval(3, 20, options),
    { method: "wilson", level: 0.95, estimand: "Share of successes among trials" },
  ],
  robustnessValue: [
    (options) => robustnessValue({ t: 3, degreesOfFreedom: 20 }, options),
    { alpha: 0.05 },
  ],
  equivalenceTest: [
    (options) => equivalenceTest(estimate, 2, options),
    { alpha: 0.05 },
  ],
  detectableEffect: [(options) => detectableEffect(estimate, options), { alpha: 0.05, power: 0.8 }],
  coefficientEstimate: [
    (options) => coefficientEstimate(fit, "dose", options as never),
    { level: 0.95 },
  ],
  averageMarginalEffect: [
    (options) => averageMarginalEffect(logit, "x", options),
    { weights: trials, level: 0.95 },
  ],
  leftOutPrediction: [
    (options) => leftOutPrediction(fit, 3, options),
    { level: 0.95, estimand: "The unit's outcome as the other units predict it" },
  ],
  integerPercentages: [(options) => integerPercentages(successes, trials, options), { step: 1 }],
  conleyCovariance: [
    (options) => conleyCovariance(fit, places, { cutoff: 300, ...options }),
    { kernel: "bartlett" },
  ],
  leastSquares: [
    (options) => leastSquares({ outcome, terms, ...options }).coefficients,
    { intercept: true },
  ],
  randomIntercept: [
    (options) => randomIntercept({ outcome, terms: [numeric("x", x)], groups, ...options }),
    { intercept: true },
  ],
  logisticRegression: [
    (options) => logisticRegression({ ...counts, ...options }).covariance,
    { family: "binomial" },
  ],
  permutationTest: [
    (options) => permutationTest({ outcome: noise, treated: dose, strata: groups }, options),
    { limit: 1_000_000, draws: 9999, seed: 1 },
  ],
  leftOutCount: [
    (options) => leftOutCount({ successes, trials, terms: [numeric("x", x)] }, 3, options),
    { level: 0.95, estimand: "The unit's successes as the other units predict them" },
  ],
};

for (const [name, [call, defaults]] of Object.entries(CALLS)) {
  Deno.test(`${name}() does unless told what its documentation says`, () => {
    const unless = call({});
    for (const [option, value] of Object.entries(defaults)) {
      assertEquals(call({ [option]: value }), unless, option);
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
