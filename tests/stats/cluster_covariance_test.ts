import { assertThrows } from "@std/assert";
import { clusterCovariance, coefficientEstimate, leastSquares } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, numbers } from "./golden.ts";
import { county, problemOn, reference, rows, votes } from "./wisconsin.ts";

// R's sandwich (CR1) and estimatr (CR2): tests/golden/scripts/08_wi_machines.R and stats_extra.R.
for (const [key, model] of Object.entries<Record<string, number>>(reference.models)) {
  Deno.test(`clusterCovariance() equals R for Wisconsin's model ${key}`, () => {
    const p = problemOn(
      String(model.formula),
      (i) => model.n === 1808 || county[i] !== "MENOMINEE",
    );
    const weights = key === "p_placebo" ? numbers(rows, "votes12") : votes;
    const fit = leastSquares({
      outcome: p.outcome,
      terms: p.terms,
      ...(model.weighted ? { weights: p.rows.map((i) => weights[i]!) } : {}),
    });
    const clusters = p.rows.map((i) => county[i]!);
    const first = clusterCovariance(fit, clusters, "CR1");
    assertClose(Math.sqrt(first.covariance[1]![1]!), model.se_CR1!, 1e-10, "CR1");
    if (model.se_CR2 === undefined) return;
    const second = clusterCovariance(fit, clusters, "CR2");
    assertClose(Math.sqrt(second.covariance[1]![1]!), model.se_CR2, 1e-10, "CR2");
    assertClose(second.degreesOfFreedom(fit.names[1]!), model.df_CR2!, 1e-10, "degrees of freedom");
  });
}

for (const kind of ["weighted", "unweighted"]) {
  Deno.test(`clusterCovariance() equals R's CR2 with county fixed effects, ${kind}`, () => {
    const p = problemOn(reference.models.j_dose_fe.formula, (i) => county[i] !== "MENOMINEE");
    const weights = p.rows.map((i) => votes[i]!);
    const fit = leastSquares({
      outcome: p.outcome,
      terms: p.terms,
      ...(kind === "weighted" ? { weights } : {}),
    });
    const dose = coefficientEstimate(fit, "dre", {
      errors: "CR2",
      clusters: p.rows.map((i) => county[i]!),
    });
    const expected = golden("stats_extra").wisconsin_fe_cr2[kind];
    assertClose(dose.point, expected.estimate, 1e-9, "estimate");
    assertClose(dose.standardError, expected.se, 1e-8, "standard error");
    assertClose(dose.degreesOfFreedom, expected.df, 1e-7, "degrees of freedom");
  });
}

Deno.test("clusterCovariance() refuses one cluster and labels that don't match", () => {
  const fit = leastSquares({ outcome: [1, 2, 4], terms: [] });
  assertThrows(
    () => clusterCovariance(fit, ["a", "a", "a"], "CR2"),
    RangeError,
    "clusters: found 1 kind of label, expected at least 2",
  );
  assertThrows(
    () => clusterCovariance(fit, ["a", "b"], "CR1"),
    RangeError,
    "clusters: found 2 members, expected 3",
  );
});
