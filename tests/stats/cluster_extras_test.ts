import { assertEquals, assertThrows } from "@std/assert";
import {
  averageMarginalEffect,
  clusterCovariance,
  coefficientEstimate,
  coefficientIndex,
  leastSquares,
  logistic,
  logisticClusterCovariance,
  logisticRegression,
  normalQuantile,
  numeric,
  studentQuantile,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";
import { county, problem, reference, rows, variables, votes } from "./wisconsin.ts";

// R: each county left out and the regression fitted again; sandwich::vcovCL for the logistic fits.
const extras = golden("cluster_extras");

Deno.test("CR3 is the jackknife over counties, with and without weights and county effects", () => {
  const dose = problem(reference.models.h_dose_w.formula);
  const within = problem(reference.models.j_dose_fe.formula);
  const error = (problem_: typeof dose, weights?: number[]): number => {
    const fit = leastSquares({
      outcome: problem_.outcome,
      terms: problem_.terms,
      ...(weights ? { weights } : {}),
    });
    const at = coefficientIndex(fit, "dre");
    return Math.sqrt(clusterCovariance(fit, county, "CR3").covariance[at]![at]!);
  };
  assertClose(error(dose), extras.jackknife.dose_unweighted, 1e-9);
  assertClose(error(dose, votes), extras.jackknife.dose_weighted, 1e-9);
  assertClose(error(within), extras.jackknife.within_unweighted, 1e-8);
  assertClose(error(within, votes), extras.jackknife.within_weighted, 1e-8);
});

Deno.test("coefficientEstimate() with CR3 has clusters − 1 degrees of freedom", () => {
  const dose = problem(reference.models.h_dose_w.formula);
  const fit = leastSquares({ outcome: dose.outcome, terms: dose.terms });
  const found = coefficientEstimate(fit, "dre", { errors: "CR3", clusters: county });
  assertEquals(found.degreesOfFreedom, 71);
  assertClose(found.standardError, extras.jackknife.dose_unweighted, 1e-9);
  assertClose(found.upper - found.point, studentQuantile(0.975, 71) * found.standardError, 1e-12);
});

const successes = votes.map((count, i) => {
  // R rounds halves to even; there is none here.
  return Math.round(count * variables.dem16![i]! / 100);
});

Deno.test("logisticClusterCovariance() agrees with sandwich's vcovCL, type HC1", () => {
  const binomial = logisticRegression({
    successes: variables.D!,
    terms: ["l10v", "college", "white"].map((name) => numeric(name, variables[name]!)),
  });
  const quasi = logisticRegression({
    successes,
    trials: votes,
    family: "quasibinomial",
    terms: [
      numeric("dre", variables.dre!),
      numeric("d2p12", variables.d2p12!),
      numeric("college", variables.college!),
    ],
  });
  for (const [fit, name] of [[binomial, "binomial"], [quasi, "quasibinomial"]] as const) {
    const { standardErrors, degreesOfFreedom } = logisticClusterCovariance(fit, county);
    const expected = Object.values(extras[name]) as number[];
    const coefficients = Object.values(extras[`${name}_coefficients`]) as number[];
    for (const [j, value] of expected.entries()) {
      assertClose(fit.coefficients[j]!, coefficients[j]!, 1e-8, fit.names[j]);
      assertClose(standardErrors[j]!, value, 1e-6, fit.names[j]);
    }
    assertEquals(degreesOfFreedom, 71);
  }
});

Deno.test("averageMarginalEffect() uses t where the variance is estimated, normal only for the binomial", () => {
  const kept = rows.map((_, i) => i).filter((i) => i % 60 === 0);
  const take = (values: ArrayLike<number>): number[] => kept.map((i) => values[i]!);
  const terms = [numeric("college", take(variables.college!))];
  const counts = { successes: take(successes), trials: take(votes), terms };
  const quasi = averageMarginalEffect(
    logisticRegression({ ...counts, family: "quasibinomial" }),
    "college",
  );
  assertEquals(quasi.degreesOfFreedom, kept.length - 2);
  assertClose(
    quasi.upper - quasi.point,
    studentQuantile(0.975, kept.length - 2) * quasi.standardError,
    1e-12,
  );
  const fit = logisticRegression(counts);
  const binomial = averageMarginalEffect(fit, "college");
  assertClose(
    binomial.upper - binomial.point,
    normalQuantile(0.975) * binomial.standardError,
    1e-12,
  );
  const labels = kept.map((i) => county[i]!);
  const clustered = averageMarginalEffect(fit, "college", { clusters: labels });
  assertEquals(clustered.degreesOfFreedom, new Set(labels).size - 1);
  // The delta method on the clustered covariance, the gradient by central differences of the mean effect.
  const { covariance } = logisticClusterCovariance(fit, labels);
  const x = take(variables.college!);
  const weights = take(votes);
  const effect = (b: readonly number[]): number => {
    const p = x.map((value) => logistic(b[0]! + b[1]! * value));
    const total = weights.reduce((sum, w) => sum + w, 0);
    return p.reduce((sum, share, i) => sum + weights[i]! * b[1]! * share * (1 - share), 0) / total;
  };
  const gradient = [0, 1].map((j) => {
    const moved = (step: number): number[] =>
      [...fit.coefficients].map((b, i) => (i === j ? b + step : b));
    return (effect(moved(1e-5)) - effect(moved(-1e-5))) / 2e-5;
  });
  const variance = gradient.reduce(
    (sum, g, a) => sum + gradient.reduce((s, h, b) => s + g * h * covariance[a]![b]!, 0),
    0,
  );
  assertClose(clustered.standardError, Math.sqrt(variance), 1e-6);
});

Deno.test("clustered covariances refuse labels that make no clusters", () => {
  const fit = leastSquares({ outcome: [1, 2, 4], terms: [] });
  assertThrows(
    () => clusterCovariance(fit, ["a", "a", "a"], "CR3"),
    RangeError,
    "clusters: found 1 kind of label, expected at least 2",
  );
  assertThrows(
    () => clusterCovariance(fit, ["a", "b"], "CR1"),
    RangeError,
    "Cannot estimate a clustered covariance: clusters: found 2 members, expected 3",
  );
  assertThrows(
    // @ts-expect-error no such kind
    () => clusterCovariance(fit, ["a", "b", "b"], "cr2"),
    RangeError,
    'found "cr2", expected one of "CR1", "CR2", "CR3"; nearest: "CR2"',
  );
});
