import { assertThrows } from "@std/assert";
import { clusterCovariance, coefficientEstimate, leastSquares, numeric } from "tallybook/stats";
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

// R's clubSandwich: tests/golden/scripts/cluster_shapes.R. Six clusters of 60 units and 40 of three.
const shapes = golden("cluster_shapes");
for (const [kind, [point, error, degrees]] of Object.entries<number[]>(shapes)) {
  Deno.test(`clusterCovariance() equals R's clubSandwich in large and small clusters: ${kind}`, () => {
    const i = Array.from({ length: 480 }, (_, at) => at);
    const group = i.map((at) => at < 360 ? Math.floor(at / 60) : 6 + Math.floor((at - 360) / 3));
    const x = i.map((at) => Math.sin(at));
    const z = i.map((at) => Math.cos(1.7 * at));
    const more = kind.startsWith("many") ? [1, 2, 3, 4, 5, 6, 7, 8] : [];
    const fit = leastSquares({
      outcome: i.map((at) =>
        x[at]! + 0.5 * z[at]! + Math.sin(3.3 * at) + 0.3 * Math.sin(5 * group[at]!)
      ),
      terms: [
        numeric("x", x),
        numeric("z", z),
        ...more.map((j) => numeric(`v${j}`, i.map((at) => Math.sin((j + 0.3) * at)))),
      ],
      ...(kind.endsWith("weighted") ? { weights: i.map((at) => 1 + (7 * at) % 13) } : {}),
    });
    const found = coefficientEstimate(fit, "x", { errors: "CR2", clusters: group.map(String) });
    assertClose(found.point, point!, 1e-12, "estimate");
    assertClose(found.standardError, error!, 1e-12, "standard error");
    assertClose(found.degreesOfFreedom, degrees!, 1e-11, "degrees of freedom");
  });
}
