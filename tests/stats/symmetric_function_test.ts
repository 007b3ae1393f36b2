import { assert, assertEquals } from "@std/assert";
import { inverse, inverseRoot, SymmetricFunction } from "../../lib/stats/symmetric_function.ts";
import { assertClose } from "./close.ts";

/** 2 on the diagonal and −1 beside it: its eigenvalues are 2 − 2 cos(π j / (n + 1)). */
function second(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 2;
    if (i > 0) matrix[i * n + i - 1] = matrix[(i - 1) * n + i] = -1;
  }
  return matrix;
}

/** A full matrix with the eigenvalues given: reflected along 1, 2, 3, … */
function full(values: readonly number[]): Float64Array {
  const n = values.length;
  const length = values.reduce((sum, _, i) => sum + (i + 1) ** 2, 0);
  const reflect = (i: number, j: number) => (i === j ? 1 : 0) - 2 * (i + 1) * (j + 1) / length;
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return values.reduce((sum, value, e) => sum + reflect(i, e) * value * reflect(e, j), 0);
  });
}

const times = (matrix: Float64Array, vector: Float64Array): Float64Array =>
  vector.map((_, i) =>
    vector.reduce((sum, value, j) => sum + matrix[i * vector.length + j]! * value, 0)
  );

for (const n of [1, 2, 3, 10, 40]) {
  Deno.test(`SymmetricFunction finds the eigenvalues of second differences, ${n} rows`, () => {
    const found = new SymmetricFunction(second(n), n).values.toSorted();
    for (const [j, value] of found.entries()) {
      assertClose(value, 2 - 2 * Math.cos(Math.PI * (j + 1) / (n + 1)), 1e-12);
    }
  });
}

for (
  const [what, values] of Object.entries({
    "all different": [0.1, 0.9, 0.4, 0.7, 2, 0.2],
    "many alike": [1, 1, 1, 0.5, 0.5, 1, 1, 1],
    "one row": [0.3],
    "two rows": [0.3, 0.8],
    "far apart": [1e-8, 1, 1e4, 0.5],
    "negative too": [-2, 1, 3],
  })
) {
  Deno.test(`SymmetricFunction gives back and inverts a full matrix, ${what}`, () => {
    const n = values.length;
    const matrix = full(values);
    const made = new SymmetricFunction(matrix.slice(), n);
    const vector = Float64Array.from({ length: n }, (_, i) => Math.sin(i + 1));
    const size = Math.max(...values.map(Math.abs));
    const same = made.times((value) => value, vector);
    const product = times(matrix, vector);
    for (let i = 0; i < n; i++) assert(Math.abs(same[i]! - product[i]!) < 1e-13 * size);
    const back = made.times((value) => 1 / value, product);
    const condition = size / Math.min(...values.map(Math.abs));
    for (let i = 0; i < n; i++) assert(Math.abs(back[i]! - vector[i]!) < 1e-14 * condition);
  });
}

Deno.test("SymmetricFunction: the inverse root, twice, is the inverse", () => {
  const n = 6;
  const made = new SymmetricFunction(full([0.1, 0.9, 0.4, 0.7, 1, 0.2]), n);
  const vector = Float64Array.from({ length: n }, (_, i) => i - 2);
  const twice = made.times(inverseRoot, made.times(inverseRoot, vector));
  const once = made.times(inverse, vector);
  for (let i = 0; i < n; i++) assertClose(twice[i]!, once[i]!, 1e-12);
});

Deno.test("inverse() and inverseRoot() give 0 where there is nothing, and what is asked elsewhere", () => {
  assertEquals([inverse(9e-11), inverse(-3), inverse(0.25)], [0, 0, 4]);
  assertEquals([inverseRoot(9e-11), inverseRoot(-3), inverseRoot(0.25)], [0, 0, 2]);
  assertClose(inverse(2e-10), 5e9, 1e-15);
  assertClose(inverseRoot(4e-10), 5e4, 1e-15);
  // A direction without variance is left out: of diag(0, 4) only the second is.
  const made = new SymmetricFunction(Float64Array.of(0, 0, 0, 4), 2);
  assertEquals([...made.times(inverse, Float64Array.of(3, 8))], [0, 2]);
});

Deno.test("SymmetricFunction reads the lower triangle only", () => {
  const matrix = full([0.1, 0.9, 0.4, 0.7, 2, 0.2]);
  const lower = matrix.map((value, at) => at % 6 > Math.floor(at / 6) ? 99 : value);
  const [a, b] = [matrix, lower].map((one) => new SymmetricFunction(one, 6).values);
  assertEquals(a, b);
});
