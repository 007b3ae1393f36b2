import { assertEquals, assertThrows } from "@std/assert";
import { detectableEffect, equivalenceTest } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";
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
}

Deno.test("equivalenceTest() rejects exactly when its interval lies inside the bounds", () => {
  const estimate = { point: 1, standardError: 0.5, degreesOfFreedom: 30 };
  const { upper } = equivalenceTest(estimate, 1);
  assertEquals(equivalenceTest(estimate, upper * 1.001).equivalent, true);
  assertEquals(equivalenceTest(estimate, upper * 0.999).equivalent, false);
});

Deno.test("equivalenceTest() refuses a bound that is not positive", () => {
  const estimate = { point: 1, standardError: 0.5, degreesOfFreedom: 30 };
  assertThrows(
    () => equivalenceTest(estimate, 0),
    RangeError,
    "bound: found 0, expected a finite number of more than 0",
  );
  const certain = { ...estimate, standardError: 0 };
  assertThrows(
    () => equivalenceTest(certain, 1),
    RangeError,
    "standardError: found 0, expected a finite number of more than 0",
  );
  assertThrows(
    () => detectableEffect(certain),
    RangeError,
    "standardError: found 0, expected a finite number of more than 0",
  );
  assertThrows(
    () => equivalenceTest({ ...estimate, point: NaN }, 1),
    RangeError,
    "point: found NaN, expected a finite number",
  );
});

Deno.test("detectableEffect() is where R's noncentral t has the power", () => {
  // tests/golden/scripts/detectable_effect.R.
  for (const [degreesOfFreedom, power, alpha, effect] of golden("detectable_effect").rows) {
    const found = detectableEffect({ standardError: 2, degreesOfFreedom }, { power, alpha });
    assertClose(found, 2 * effect, 1e-10, `${degreesOfFreedom}, ${power}, ${alpha}`);
  }
});

Deno.test("detectableEffect() refuses a power that no effect is needed for", () => {
  const estimate = { standardError: 1, degreesOfFreedom: 9 };
  assertThrows(() => detectableEffect(estimate, { power: 0.05 }), RangeError, "more than 0.05");
});

Deno.test("detectableEffect() refuses a power of 1 and more, and of alpha and less", () => {
  const estimate = { standardError: 1, degreesOfFreedom: 10 };
  for (const power of [1, 1.5, 2, 0.05, 0.01]) {
    assertThrows(
      () => detectableEffect(estimate, { power }),
      RangeError,
      `option "power": found ${power}, expected a finite number of more than 0.05 and less than 1`,
    );
  }
});

Deno.test("detectableEffect() takes one degree of freedom, and no less", () => {
  const at = (degreesOfFreedom: number) => detectableEffect({ standardError: 1, degreesOfFreedom });
  assertEquals(Number.isFinite(at(1)) && at(1) > at(2), true);
  assertThrows(() => at(0.99), RangeError, "degreesOfFreedom: found 0.99, expected");
});
