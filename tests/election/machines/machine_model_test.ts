import { assertEquals, assertThrows } from "@std/assert";
import { covariateOf, machineEffect, type MachineSpecification } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden } from "../../stats/golden.ts";
import { counties, covariates, municipalities } from "./wisconsin_units.ts";

// tests/golden/scripts/08_wi_machines.R.
const reference = golden("wi_machines");
const units = municipalities();
const base = { dose: 0.5, weights: "equal" } as const;
const dose = { ...base, outcome: "two-party", dose: "share", before: true, covariates } as const;
const cases: Record<string, MachineSpecification> = {
  a_naive_level: { ...base, outcome: "share" },
  b_naive_level_w: { ...base, outcome: "share", weights: "votes" },
  c_change: { ...base, outcome: "change" },
  d_change_w: { ...base, outcome: "change", weights: "votes" },
  f_adj: { ...base, outcome: "two-party", before: true, covariates },
  g_adj_w: { ...base, outcome: "two-party", before: true, covariates, weights: "votes" },
  h_dose_w: { ...dose, weights: "votes" },
  i_dose_fe_w: { ...dose, weights: "votes", withinGroups: true },
  j_dose_fe: { ...dose, withinGroups: true },
  k_dose_size_fe: { ...dose, withinGroups: true, size: true },
  p_placebo: { outcome: "two-party before", dose: "share", weights: "votes", covariates },
};

for (const [key, specification] of Object.entries(cases)) {
  Deno.test(`machineEffect() equals R for Wisconsin's specification ${key}`, () => {
    const found = machineEffect(units, specification, { errors: "HC3" });
    const expected = reference.models[key];
    assertClose(found.estimate.point, expected.est, 1e-9);
    assertClose(found.estimate.standardError, expected.se_HC3, 1e-9);
    assertEquals(found.estimate.n, expected.n);
    const clustered = machineEffect(units, specification, { errors: "CR1" });
    assertClose(clustered.estimate.standardError, expected.se_CR1, 1e-9);
  });
}

Deno.test("machineEffect() leaves out the county that is one municipality, and says so", () => {
  const found = machineEffect(units, cases.j_dose_fe!);
  assertEquals(found.leftOut, ["TOWN OF MENOMINEE MENOMINEE"]);
});

Deno.test("machineEffect() reproduces the county gap of the claim, and its disappearance", () => {
  const naive = machineEffect(counties(), { outcome: "share", dose: 0.25, weights: "equal" }, {
    errors: "HC2",
  });
  assertClose(naive.estimate.point, reference.county.naive.coef.anyDRE, 1e-10);
  assertClose(naive.estimate.standardError, reference.county.naive.HC2.anyDRE, 1e-9);
  const adjusted = machineEffect(counties(), {
    outcome: "change",
    dose: 0.25,
    weights: "equal",
    covariates: ["college", "white", "log density"],
  }, { errors: "HC2" });
  assertClose(adjusted.estimate.point, reference.county.adj.coef.anyDRE, 1e-8);
  assertClose(adjusted.estimate.standardError, reference.county.adj.HC2.anyDRE, 1e-8);
});

Deno.test("machineEffect() says what it contrasts: a share from none to all, or units on both sides of a threshold", () => {
  const estimand = (dose: MachineSpecification["dose"]) =>
    machineEffect(units, { outcome: "change", dose, weights: "equal" }).estimate.estimand;
  assertEquals(
    [estimand("share"), estimand(0.5), estimand(0)].map((text) => text!.split(", ").slice(1)),
    [
      ["all ballots on electronic machines minus none", "in points"],
      ["units above 50% of ballots on electronic machines minus the others", "in points"],
      ["units above 0% of ballots on electronic machines minus the others", "in points"],
    ],
  );
});

Deno.test("machineEffect() names a covariate that is missing and a dose that doesn't vary", () => {
  const spec = { outcome: "share", weights: "equal" } as const;
  assertThrows(
    () => machineEffect(counties(), { ...spec, dose: 0.25, covariates: ["religion"] }),
    RangeError,
    'covariate of ADAMS: found "religion", expected one of "college", "white", "log density"',
  );
  assertThrows(
    () => machineEffect(counties(), { ...spec, dose: 0.999 }),
    RangeError,
    "dose of all 72 units: found 0",
  );
  assertThrows(
    () => machineEffect(counties(), { ...spec, dose: 25 }),
    RangeError,
    "threshold of the dose: found 25, expected a finite number of at least 0 and less than 1",
  );
  assertThrows(() => covariateOf(counties(), "age"), RangeError, '"age"');
});
