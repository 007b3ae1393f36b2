import {
  factor,
  leastSquares,
  type LeastSquaresFit,
  type LogisticFit,
  logisticRegression,
  numeric,
  Xoshiro128,
} from "tallybook/stats";
import type { Examples } from "./example.ts";

const OUTCOME = [1, 2.5, 2, 4, 3, 5.5, 4, 7];
const X = [1, 2, 3, 4, 5, 6, 7, 8];
const DOSE = [0, 1, 0, 1, 0.5, 1, 0, 0.2];
const TREATED = [0, 1, 0, 1, 0, 1, 0, 1];
const WEIGHTS = [1, 2, 1, 2, 1, 2, 1, 2];
const COUNTIES = ["a", "a", "b", "b", "c", "c", "d", "d"];
const PLACES = {
  longitude: [-90, -89, -88, -87, -90, -89, -88, -87],
  latitude: [43, 43, 43, 43, 44, 44, 44, 44],
};
const PLACES_OF_TWO = () =>
  [100, 300, 420, 500, 600, 720, 800, 860].map((first, i) => ({
    first,
    second: 200 + Math.round(0.7 * first) + [20, -15, 12, -21, 9, 14, -18, 3][i]!,
    total: 1000,
  }));
const fit = (): LeastSquaresFit =>
  leastSquares({ outcome: OUTCOME, terms: [numeric("x", X), numeric("dose", DOSE)] });
const counts = () => ({
  successes: [10, 12, 30, 22, 40, 31, 52, 70],
  trials: [50, 40, 90, 50, 80, 60, 95, 110],
  terms: [numeric("x", X)],
});
const logit = (): LogisticFit => logisticRegression({ ...counts(), family: "quasibinomial" });
const estimate = { point: 0.5, standardError: 1, degreesOfFreedom: 10 };

/** A valid call of each function that lib/stats exports. */
export const STATS_EXAMPLES: Examples = {
  normalTail: { args: () => [1.5] },
  studentTail: { args: () => [1.5, 7] },
  chiSquareTail: { args: () => [3, 2] },
  normalQuantile: { args: () => [0.9] },
  studentQuantile: { args: () => [0.9, 7] },
  betaQuantile: { args: () => [0.9, 3, 7] },
  logGamma: { args: () => [4.5] },
  noncentralStudentTail: { args: () => [2, 9, 0.5] },
  numeric: { args: () => ["x", X] },
  factor: { args: () => ["county", COUNTIES, { reference: "b" }], options: [2] },
  interaction: { args: () => [numeric("x", X), factor("county", COUNTIES)] },
  leastSquares: {
    args: () => [{ outcome: OUTCOME, terms: [numeric("x", X)], weights: WEIGHTS, intercept: true }],
    options: [0],
  },
  coefficientIndex: { args: () => [fit(), "x"] },
  robustCovariance: { args: () => [fit(), "HC3"] },
  clusterCovariance: { args: () => [fit(), COUNTIES, "CR2"] },
  conleyCovariance: {
    args: () => [fit(), PLACES, { cutoff: 100, kernel: "bartlett" }],
    options: [2],
  },
  coefficientEstimate: {
    args: () => [fit(), "x", {
      errors: "CR1",
      clusters: COUNTIES,
      level: 0.9,
      estimand: "slope",
      assumptions: ["none"],
    }],
    options: [2],
  },
  wildClusterTest: {
    args: () => [fit(), "x", COUNTIES, {
      null: 0,
      weights: "webb",
      draws: 199,
      seed: 1,
      level: 0.8,
      estimand: "slope",
    }],
    options: [3],
  },
  specificationTest: {
    args: () => [
      [{ fit: fit(), name: "x", clusters: COUNTIES }, {
        fit: fit(),
        name: "dose",
        clusters: COUNTIES,
      }],
      { alpha: 0.05, weights: "webb", draws: 99, seed: 1 },
    ],
    options: [1],
  },
  moransI: { args: () => [OUTCOME, PLACES, { nearest: 3, draws: 99, seed: 1 }], options: [2] },
  logisticRegression: { args: () => [{ ...counts(), family: "binomial" }], options: [0] },
  logistic: { args: () => [0.3] },
  logisticClusterCovariance: { args: () => [logit(), COUNTIES] },
  averageMarginalEffect: {
    args: () => [logit(), "x", {
      weights: WEIGHTS,
      clusters: COUNTIES,
      level: 0.9,
      estimand: "effect",
    }],
    infinite: ["degreesOfFreedom"],
    options: [2],
  },
  overlapWeights: {
    args: () => [{ treated: TREATED, terms: [numeric("dose", [3, 1, 2, 5, 4, 2, 1, 6])] }],
    options: [0],
  },
  Xoshiro128: {
    args: () => [1],
    methods: { next: () => [], uniform: () => [], below: () => [9], shuffle: () => [[1, 2, 3]] },
  },
  permutationTest: {
    args: () => [{ outcome: OUTCOME, treated: TREATED, strata: COUNTIES }, {
      method: "sampled",
      limit: 1000,
      draws: 99,
      seed: 1,
      alternative: "greater",
      uninformative: "leave out",
    }],
    options: [0, 1],
  },
  dosePermutationTest: {
    args: () => [
      {
        outcome: OUTCOME,
        dose: DOSE,
        groups: COUNTIES,
        terms: [numeric("x", X)],
        weights: WEIGHTS,
      },
      { permute: "dose", alternative: "less", draws: 99, limit: 100, seed: 1 },
    ],
    options: [0, 1],
  },
  equivalenceTest: { args: () => [estimate, 2, { alpha: 0.05 }], options: [2] },
  detectableEffect: { args: () => [estimate, { power: 0.8, alpha: 0.05 }], options: [1] },
  robustnessValue: { args: () => [{ t: 3, degreesOfFreedom: 9 }, { alpha: 0.05 }], options: [1] },
  confounderBenchmark: { args: () => [fit(), "dose", "x"], infinite: ["bias", "adjusted"] },
  partialRSquared: { args: () => [fit(), "x"] },
  holm: { args: () => [[0.01, 0.2, 0.04]] },
  benjaminiHochberg: { args: () => [[0.01, 0.2, 0.04]] },
  studentizedResiduals: { args: () => [fit()] },
  outlierPValue: { args: () => [fit(), 2] },
  leftOutPrediction: { args: () => [fit(), 3, { level: 0.9, estimand: "votes" }], options: [2] },
  leftOutCount: {
    args: () => [{ ...counts(), family: "binomial" }, 3, { level: 0.9, estimand: "votes" }],
    options: [0, 2],
    // The binomial family's interval is normal.
    infinite: ["degreesOfFreedom"],
  },
  secondDigitLaw: { args: () => [] },
  secondDigitTest: { args: () => [[10, 234, 1999]] },
  lastDigitTest: { args: () => [[100, 234, 1999]] },
  binomialDraw: { args: () => [20, 0.3, new Xoshiro128(1)] },
  betaBinomialDraw: { args: () => [20, 0.3, 0.1, new Xoshiro128(1)] },
  betaBinomialFit: {
    args:
      () => [{ successes: [1, 5, 9, 3], trials: [10, 10, 10, 10], groups: ["a", "a", "b", "b"] }],
    options: [0],
  },
  falseAlarmRate: {
    args: () => [
      { ballots: [100, 200], shares: [0.4, 0.6], test: () => ({ pValue: 0.5 }) },
      { elections: 5, alpha: 0.05, seed: 1, correlation: 0.01 },
    ],
    options: [0, 1],
  },
  frechetBounds: { args: () => [{ first: 3, second: 4, total: 5 }] },
  duncanDavisBounds: {
    args: () => [[{ first: 3, second: 4, total: 5 }, { first: 1, second: 0, total: 2 }], {
      estimand: "share",
    }],
    options: [1],
  },
  proportionInterval: {
    args: () => [3, 20, { method: "jeffreys", level: 0.9, estimand: "share" }],
    options: [2],
  },
  syntheticControl: {
    args: () => [
      {
        units: ["Palm", "Lake", "Polk", "Duval"],
        treated: "Palm",
        before: [[2, 3], [1, 2], [3, 4], [2, 5]],
        after: [[9], [2], [4], [3]],
      },
      { excludePlaceboWorseThan: 20 },
    ],
    infinite: ["ratio"],
    options: [0, 1],
  },
  ecologicalRegression: {
    args: () => [PLACES_OF_TWO(), { level: 0.9, estimand: "share" }],
    options: [1],
  },
  kingModel: {
    args: () => [PLACES_OF_TWO(), { draws: 40, seed: 1, estimand: "share" }],
    options: [1],
  },
  binomialBeta: {
    args: () => [PLACES_OF_TWO(), { sweeps: 100, seed: 1, estimand: "share" }],
    options: [1],
  },
  randomIntercept: {
    args: () => [{
      outcome: [1, 2, 4, 11, 12, 13],
      terms: [numeric("x", [0, 1, 2, 0, 1, 2])],
      groups: ["A", "A", "A", "B", "B", "B"],
    }],
    options: [0],
  },
  resampledDensity: {
    args: () => [[17, 40, 99], [100, 150, 120], { resamples: 20 }],
    options: [2],
  },
  integerPercentages: { args: () => [[17, 40, 99], [100, 150, 120], { step: 5 }], options: [2] },
};
