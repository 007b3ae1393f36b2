/** What is answered where nothing varies, so that an error, a spread or a share has nothing to divide by. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  coefficientEstimate,
  integerPercentages,
  leastSquares,
  numeric,
  partialRSquared,
  robustnessValue,
} from "tallybook/stats";

const x = [1, 2, 3, 4, 5, 6];

Deno.test("an outcome that does not vary: nothing is explained, and no coefficient is there", () => {
  const fit = leastSquares({ outcome: x.map(() => 7), terms: [numeric("x", x)] });
  assertEquals(fit.rSquared, 0);
  const { point, lower, upper } = coefficientEstimate(fit, "x");
  for (const value of [point, lower, upper]) assertAlmostEquals(value!, 0, 1e-12);
});

Deno.test("an outcome of zeros has a coefficient of 0 without error: it may well be 0", () => {
  const fit = leastSquares({ outcome: x.map(() => 0), terms: [numeric("x", x)] });
  const { point, standardError, pValue } = coefficientEstimate(fit, "x", { errors: "classical" });
  assertEquals([point, standardError, pValue], [0, 0, 1]);
  assertEquals(partialRSquared(fit, "x"), 0);
});

Deno.test("a perfect fit: all is explained, and its coefficient is surely not 0", () => {
  // Powers of two, so that no residual is left by rounding.
  const two = [-4, -2, 2, 4];
  const fit = leastSquares({ outcome: two.map((value) => 2 * value), terms: [numeric("x", two)] });
  const { point, standardError, pValue } = coefficientEstimate(fit, "x", { errors: "classical" });
  assertAlmostEquals(point, 2, 1e-12);
  assertAlmostEquals(fit.rSquared, 1, 1e-12);
  assertAlmostEquals(partialRSquared(fit, "x"), 1, 1e-12);
  assertEquals(standardError! < 1e-12 && pValue! < 1e-12, true);
});

Deno.test("an estimate of 0 takes no confounder at all to explain away", () => {
  assertEquals(robustnessValue({ t: 0, degreesOfFreedom: 9 }), {
    t: 0,
    partialRSquared: 0,
    value: 0,
    valueAtAlpha: 0,
  });
});

Deno.test("units whose shares are all 0 or 1 have whole percentages for sure: nothing to wonder at", () => {
  // Each is 0 or 100 percent whatever is drawn: as many as expected, and no spread.
  const found = integerPercentages([0, 50, 0], [10, 50, 20]);
  assertEquals(found, { n: 3, observed: 3, expected: 3, deviation: 0, pValue: 1 });
  // A unit without votes has no percentage.
  assertEquals(integerPercentages([0, 50, 0], [10, 50, 0]).n, 2);
});
