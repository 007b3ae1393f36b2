import { assertThrows } from "@std/assert";
import { coefficientEstimate, factor, leastSquares, numeric } from "tallybook/stats";
import { robustCovariance, type RobustKind } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, goldenRows, numbers } from "./golden.ts";
import { county, problem, problemOn, reference, rows, votes } from "./wisconsin.ts";

// R's sandwich: tests/golden/scripts/08_wi_machines.R.
for (const [key, model] of Object.entries<Record<string, unknown>>(reference.models)) {
  Deno.test(`robustCovariance() equals R's sandwich for Wisconsin's model ${key}`, () => {
    const p = problemOn(
      model.formula as string,
      (i) => model.n === 1808 || county[i] !== "MENOMINEE",
    );
    const weights = key === "p_placebo" ? numbers(rows, "votes12") : votes;
    const fit = leastSquares({
      outcome: p.outcome,
      terms: p.terms,
      ...(model.weighted ? { weights: p.rows.map((i) => weights[i]!) } : {}),
    });
    for (const kind of ["HC0", "HC1", "HC2", "HC3"] as RobustKind[]) {
      const found = Math.sqrt(robustCovariance(fit, kind)[1]![1]!);
      assertClose(found, model[`se_${kind}`] as number, 1e-10, kind);
    }
  });
}

Deno.test("robustCovariance() equals R for every coefficient of a weighted fit", () => {
  const fit = leastSquares({ ...problem(reference.models.h_dose_w.formula), weights: votes });
  for (const kind of ["HC2", "HC3"] as const) {
    const covariance = robustCovariance(fit, kind);
    const expected = Object.values<number>(reference.spec_h[kind]);
    for (const [j, value] of expected.entries()) {
      assertClose(Math.sqrt(covariance[j]![j]!), value, 1e-9, `${kind} ${fit.names[j]}`);
    }
  }
});

Deno.test("robustCovariance() equals R for Pennsylvania's counties", () => {
  // tests/golden/scripts/19_verifier.R.
  const data = goldenRows("county_equipment_2016").filter((row) => row.state === "Pennsylvania");
  const share = (d: string, r: string): number[] =>
    data.map((row) => 100 * Number(row[d]) / (Number(row[d]) + Number(row[r])));
  const now = share("clinton16", "trump16");
  const before = share("obama12", "romney12");
  const fit = leastSquares({
    outcome: now.map((value, i) => value - before[i]!),
    terms: [
      numeric("dre", numbers(data, "dre_only").map((dose) => (dose > 0.5 ? 1 : 0))),
      numeric("lesscollege", numbers(data, "lesscollege_pct")),
      numeric("white", numbers(data, "white_pct")),
      numeric("population", numbers(data, "total_population").map(Math.log)),
    ],
  });
  const expected = golden("county_equipment").pa.adj;
  assertClose(fit.coefficients[1]!, expected.est, 1e-9);
  assertClose(coefficientEstimate(fit, "dre").standardError, expected.HC3, 1e-9);
});

Deno.test("robustCovariance() refuses a unit that is its own fixed effect, naming it", () => {
  const fit = leastSquares({
    outcome: [1, 2, 3, 4, 9],
    terms: [factor("county", ["a", "a", "b", "b", "MENOMINEE"], { reference: "a" })],
  });
  assertThrows(
    () => robustCovariance(fit, "HC3"),
    RangeError,
    'HC3, unit at row 4: found leverage 1 (it alone has "county=MENOMINEE"), expected less than 1 (leave it out)',
  );
});

Deno.test("robustCovariance() names such a unit in the first row and in the last", () => {
  for (const row of [0, 4]) {
    const county = ["a", "a", "b", "b"].toSpliced(row, 0, "MENOMINEE");
    const fit = leastSquares({ outcome: [1, 2, 3, 4, 9], terms: [factor("county", county)] });
    const message = `unit at row ${row}: found leverage 1`;
    assertThrows(() => robustCovariance(fit, "HC2"), RangeError, message);
  }
});
