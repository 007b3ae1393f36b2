import { assert, assertEquals, assertThrows } from "@std/assert";
import { coefficientEstimate, leastSquares, numeric } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { county, problem, reference, votes } from "./wisconsin.ts";

Deno.test("coefficientEstimate() gives the interval that R's t quantile gives", () => {
  // tost_h_dose_w of tests/golden/scripts/08_wi_machines.R: 90% interval from CR2 and 11.6 df.
  const fit = leastSquares({ ...problem(reference.models.h_dose_w.formula), weights: votes });
  const dose = coefficientEstimate(fit, "dre", { errors: "CR2", clusters: county, level: 0.9 });
  const [lower, upper] = reference.tost_h_dose_w.ci90;
  assertClose(dose.lower, lower, 1e-9);
  assertClose(dose.upper, upper, 1e-9);
  assertEquals(dose.level, 0.9);
  assertEquals(dose.n, 1808);
});

Deno.test("coefficientEstimate() of a constant outcome is certain, never NaN", () => {
  const fit = leastSquares({ outcome: [0, 0, 0, 0], terms: [numeric("x", [1, 2, 3, 5])] });
  const slope = coefficientEstimate(fit, "x");
  assertEquals([slope.point, slope.standardError, slope.pValue], [0, 0, 1]);
  assertEquals(fit.rSquared, 0);
  // Errors of exactly 0 beside a slope that is not: certain too.
  const exact = {
    ...fit,
    coefficients: Float64Array.of(0, 2),
    standardErrors: new Float64Array(2),
  };
  const found = coefficientEstimate(exact, "x", { errors: "classical" });
  assertEquals([found.point, found.lower, found.upper, found.pValue], [2, 2, 2, 0]);
});

Deno.test("coefficientEstimate() says by which method and on what assumption", () => {
  const fit = leastSquares({ outcome: [1, 2, 4, 4], terms: [numeric("x", [1, 2, 3, 5])] });
  const slope = coefficientEstimate(fit, "x", {
    estimand: "change per x, in points",
    assumptions: ["No confounder"],
  });
  assertEquals(slope.method, "Ordinary least squares, HC3 standard error");
  assertEquals(slope.assumptions, ["No confounder", "Errors are independent between units"]);
  assert(slope.lower < slope.point && slope.point < slope.upper);
  // Clusters are not passed over: they ask for errors that know of them.
  const clustered = coefficientEstimate(fit, "x", { clusters: ["a", "a", "b", "c"] });
  assertEquals(clustered.method, "Ordinary least squares, CR2 standard error");
  assertThrows(() => coefficientEstimate(fit, "x", { errors: "CR2" }), RangeError, '"clusters"');
  assertThrows(
    () => coefficientEstimate(fit, "x", { level: 95 }),
    RangeError,
    'option "level": found 95, expected a finite number of more than 0 and less than 1',
  );
});
