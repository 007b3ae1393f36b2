import { assertEquals, assertThrows } from "@std/assert";
import { detectableEffect, equivalenceTest } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { reference } from "./wisconsin.ts";

// tests/golden/scripts/08_wi_machines.R.
for (const key of ["tost_h_dose_w", "tost_i_dose_fe_w", "tost_j_dose_fe"]) {
  const expected = reference[key];
  const estimate = {
    point: expected.est,
    standardError: expected.se,
    degreesOfFreedom: expected.df,
  };

  Deno.test(`equivalenceTest() equals R for ${key}`, () => {
    const test = equivalenceTest(estimate, expected.delta);
    assertClose(test.lowerPValue, expected.p_lower, 1e-9);
    assertClose(test.upperPValue, expected.p_upper, 1e-9);
    assertClose(test.pValue, expected.p_tost, 1e-9);
    assertClose(test.lower, expected.ci90[0], 1e-10);
    assertClose(test.upper, expected.ci90[1], 1e-10);
    assertEquals(test.equivalent, true);
  });

  Deno.test(`detectableEffect() equals R for ${key}`, () => {
    assertClose(detectableEffect(estimate), expected.mde80, 1e-10);
  });
}

Deno.test("equivalenceTest() rejects exactly when its interval lies inside the bounds", () => {
  const estimate = { point: 1, standardError: 0.5, degreesOfFreedom: 30 };
  const { upper } = equivalenceTest(estimate, 1);
  assertEquals(equivalenceTest(estimate, upper * 1.001).equivalent, true);
  assertEquals(equivalenceTest(estimate, upper * 0.999).equivalent, false);
});

Deno.test("equivalenceTest() refuses a bound that is not positive", () => {
  const estimate = { point: 1, standardError: 0.5, degreesOfFreedom: 30 };
  assertThrows(() => equivalenceTest(estimate, 0), RangeError, "Equivalence bound is 0");
  const certain = { ...estimate, standardError: 0 };
  assertThrows(() => equivalenceTest(certain, 1), RangeError, "Standard error is 0");
  assertThrows(() => detectableEffect(certain), RangeError, "Standard error is 0");
  assertThrows(
    () => equivalenceTest({ ...estimate, point: NaN }, 1),
    RangeError,
    "Estimate is NaN",
  );
});
