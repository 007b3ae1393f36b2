import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { coefficientEstimate, leastSquares, numeric, randomIntercept } from "tallybook/stats";

// Twelve units in four clusters; the covariate is measured in units of many sizes.
const n = 12;
const list = (value: (i: number) => number) => Array.from({ length: n }, (_, i) => value(i));
const clusters = list((i) => i % 4).map(String);
const outcome = list((i) => Math.sin(i));
const inUnits = (size: number) => numeric("x", list((i) => (i % 5) * size));
const estimate = (size: number) =>
  coefficientEstimate(leastSquares({ outcome, terms: [inUnits(size)] }), "x", { clusters });

Deno.test("CR2's degrees of freedom have no unit, down to covariates of 1e-60 and up to 1e59", () => {
  const plain = estimate(1);
  for (const size of [2.5e-61, 1e-50, 1e-30, 1e30, 1e59]) {
    const found = estimate(size);
    assertAlmostEquals(found.degreesOfFreedom, plain.degreesOfFreedom, 1e-9);
    assertAlmostEquals(found.pValue, plain.pValue, 1e-9);
    assertAlmostEquals(found.standardError * size, plain.standardError, 1e-9);
  }
});

Deno.test("a column too small for its variances is named, with what would do", () => {
  assertThrows(
    () => estimate(1e-200),
    RangeError,
    'Cannot make a covariate: "x": found no value larger than 4e-200, expected one of at least 1e-60 (take another unit)',
  );
  const tiny = list((i) => (i - 6) * 1e-160);
  assertThrows(
    () => leastSquares({ outcome: tiny, terms: [] }),
    RangeError,
    "outcome: found no value larger than 6e-160, expected one of at least 1e-60",
  );
  assertThrows(
    () => leastSquares({ outcome, terms: [], weights: list(() => 1e-61) }),
    RangeError,
    "weights: found no value larger than 1e-61, expected",
  );
  assertThrows(
    () => randomIntercept({ outcome: tiny, terms: [], groups: clusters }),
    RangeError,
    "Cannot fit a random intercept: outcome: found no value larger than 6e-160, expected",
  );
});

Deno.test("a column may hold small values beside larger ones, and be all 0", () => {
  const mixed = numeric("x", list((i) => i === 3 ? 1 : 1e-200));
  assertEquals(leastSquares({ outcome, terms: [mixed] }).names, ["(intercept)", "x"]);
  assertEquals(numeric("x", list(() => 0)).columns[0]!.values.length, n);
  assertEquals(leastSquares({ outcome: list(() => 0), terms: [] }).coefficients[0], 0);
});
