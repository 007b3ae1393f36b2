import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  confounderBenchmark,
  leastSquares,
  numeric,
  partialRSquared,
  robustnessValue,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";
import { problem, reference } from "./wisconsin.ts";

Deno.test("robustnessValue() equals R for five models of Wisconsin", () => {
  // tests/golden/scripts/08_wi_machines.R.
  for (const key of ["d_change_w", "c_change", "f_adj", "h_dose_w", "j_dose_fe"]) {
    const expected = reference[`sens_${key}`];
    const found = robustnessValue({ t: expected.t, degreesOfFreedom: expected.df });
    assertClose(found.partialRSquared, expected.partial_R2, 1e-10, key);
    assertClose(found.value, expected.RV_q1, 1e-10, key);
    assertClose(found.valueAtAlpha, expected.RV_q1_a05, 1e-9, key);
  }
});

Deno.test("robustnessValue() at a level is the least share that some confounder needs, also at few degrees of freedom", () => {
  // From the definition, by search over confounders: tests/golden/scripts/robustness_value.py.
  for (const [t, degreesOfFreedom, alpha, expected] of golden("robustness_value").rows) {
    const { valueAtAlpha } = robustnessValue({ t, degreesOfFreedom }, { alpha });
    if (expected === 0) assertEquals(valueAtAlpha, 0);
    else assertClose(valueAtAlpha, expected, 1e-5, `t ${t}, ${degreesOfFreedom}, ${alpha}`);
  }
});

Deno.test("robustnessValue() is 0 for significance when the estimate is not significant", () => {
  assertEquals(robustnessValue({ t: 1, degreesOfFreedom: 50 }).valueAtAlpha, 0);
  assertThrows(() => robustnessValue({ t: 1, degreesOfFreedom: 1 }), RangeError, "more than 1");
  assertThrows(
    () => robustnessValue({ t: NaN, degreesOfFreedom: 9 }),
    RangeError,
    "t: found NaN, expected a finite number",
  );
});

const bounds = golden("confounder_bounds");
const page = golden("machines_page").benchmarks;

Deno.test("confounderBenchmark() equals R and the method's own package for Wisconsin's covariates", () => {
  // tests/golden/scripts/08_wi_machines.R and 20_machines_page.R; 23_confounder_bounds.py runs
  // PySensemakr, by the method's authors, on the same regression.
  const fit = leastSquares(problem(reference.models.f_adj.formula));
  for (const covariate of ["college", "ldens", "d2p12"]) {
    const found = confounderBenchmark(fit, "D", covariate);
    const { r2yz, r2dz } = reference.benchmark[covariate];
    assertClose(found.outcomeRSquared, r2yz, 1e-9, covariate);
    assertClose(found.treatmentRSquared, r2dz, 1e-9, covariate);
  }
  for (const [covariate, { bias_bound: bias }] of Object.entries<Record<string, number>>(page)) {
    const found = confounderBenchmark(fit, "D", covariate);
    assertClose(found.bias, bias!, 1e-8, covariate);
    assertClose(found.adjusted, fit.coefficients[1]! + found.bias, 1e-12, covariate);
    if (covariate in bounds) assertClose(found.bias, bounds[covariate].bias, 1e-9, covariate);
  }
});

Deno.test("confounderBenchmark() has no bound where a covariate explains most of the treatment", () => {
  const fit = leastSquares({
    outcome: [1, 4, 2, 6, 5, 3, 8, 7],
    terms: [
      numeric("machines", [0, 0, 0, 0, 1, 1, 1, 1]),
      numeric("rural", [0, 0.1, 0, 0.1, 1, 0.9, 1, 0.9]),
    ],
  });
  const found = confounderBenchmark(fit, "machines", "rural");
  assertEquals([found.bias, Math.abs(found.adjusted)], [Infinity, Infinity]);
});

Deno.test("partialRSquared() of a perfect fit is 1 for what explains it, and 0 for what explains nothing", () => {
  const zero = leastSquares({ outcome: [0, 0, 0, 0], terms: [numeric("x", [1, 2, 3, 4])] });
  assertEquals([zero.standardErrors[1], partialRSquared(zero, "x")], [0, 0]);
  const steps = [0, 1, 0, 1];
  const perfect = leastSquares({ outcome: steps, terms: [numeric("x", steps)] });
  assertClose(partialRSquared(perfect, "x"), 1, 1e-12);
  // The same with errors of exactly 0, as rounding may leave them.
  const exact = { ...perfect, standardErrors: new Float64Array(2) };
  assertEquals(partialRSquared(exact, "x"), 1);
});

Deno.test("confounderBenchmark() by hand: a covariate of a third of the treatment, and one of nearly all the outcome", () => {
  // Two columns of length 1 with product r: the covariate explains r² of the treatment.
  const at = (r: number, ofOutcome: number) => {
    const x = [1, 1, -1, -1, 0, 0];
    const other = [1, -1, 1, -1, 0, 0];
    const noise = [0, 0, 0, 0, 1, -1];
    const dose = x.map((value, i) => r * value + Math.sqrt(1 - r * r) * other[i]!);
    const fit = leastSquares({
      outcome: x.map((value, i) => dose[i]! + ofOutcome * value + noise[i]!),
      terms: [numeric("dose", dose), numeric("x", x)],
    });
    return { fit, found: confounderBenchmark(fit, "dose", "x") };
  };
  for (const [r, ofOutcome] of [[0.5, 1], [0.6, 0.2], [0.3, 40]] as const) {
    const { fit, found } = at(r, ofOutcome);
    assertAlmostEquals(found.treatmentRSquared, r * r, 1e-12);
    const y = found.outcomeRSquared;
    const d = r * r / (1 - r * r);
    const beyond = (1 + d) / (1 - d) * y / (1 - y);
    const expected = fit.standardErrors[1]! * Math.sqrt(fit.degreesOfFreedom) *
      Math.sqrt(Math.min(1, beyond) * d / (1 - d));
    assertAlmostEquals(found.bias, expected, 1e-9);
    assertAlmostEquals(found.adjusted, fit.coefficients[1]! - expected, 1e-9);
    // The last explains more than a confounder can: all there is.
    assertEquals(beyond > 1, ofOutcome > 0.2);
  }
});
