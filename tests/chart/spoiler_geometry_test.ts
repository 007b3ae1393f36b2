import { assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { breakEvenCurve, errorEllipse } from "../../lib/chart/spoiler_geometry.ts";

Deno.test("breakEvenCurve() holds v(2p − 1) = g along its length", () => {
  for (const netShare of [0.048, 0.225, 0.65]) {
    for (const { turnout, preference } of breakEvenCurve(netShare, 0.4)) {
      assertAlmostEquals(turnout * (2 * preference - 1), netShare, 1e-12);
    }
  }
});

Deno.test("breakEvenCurve() starts where a unanimous preference is just enough", () => {
  // With p = 1 the equation is v = g; with everybody voting it is p = (1 + g) / 2.
  const curve = breakEvenCurve(0.2, 0.5);
  assertAlmostEquals(curve[0]!.turnout, 0.2, 1e-12);
  assertAlmostEquals(curve[0]!.preference, 1, 1e-12);
  assertEquals(curve.at(-1), { turnout: 1, preference: 0.6 });
});

Deno.test("errorEllipse() holds 95 percent: 2.4477 standard errors along an axis", () => {
  // The square root of −2 ln 0.05 is 2.447747.
  const ellipse = errorEllipse({
    turnout: 0.4,
    preference: 0.6,
    turnoutError: 0.02,
    preferenceError: 0.03,
  }, 0.95);
  assertAlmostEquals(
    Math.max(...ellipse.map((point) => point.turnout)) - 0.4,
    0.02 * 2.447747,
    1e-6,
  );
  assertLess(Math.max(...ellipse.map((point) => point.preference)), 0.6 + 0.03 * 2.447748);
});

Deno.test("errorEllipse() leans with the correlation of the errors", () => {
  const survey = {
    label: "",
    turnout: 0,
    preference: 0,
    turnoutError: 1,
    preferenceError: 1,
    correlation: 0.9,
  };
  // The quadratic form (x² − 2ρxy + y²) / (1 − ρ²) is −2 ln 0.05 = 5.991465 all around.
  for (const { turnout: x, preference: y } of errorEllipse(survey, 0.95)) {
    assertAlmostEquals((x * x - 1.8 * x * y + y * y) / 0.19, 5.991465, 1e-5);
  }
});
