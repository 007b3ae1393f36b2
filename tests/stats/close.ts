import { assert } from "@std/assert";

/** Assert that two numbers agree to a relative difference: what "equal to the reference" means here. */
export function assertClose(actual: number, expected: number, relative: number, what = ""): void {
  const difference = Math.abs(actual - expected);
  assert(
    difference <= relative * Math.abs(expected),
    `${what} is ${actual}, expected ${expected} within ${relative} of it, off by ${
      difference / Math.abs(expected)
    }`,
  );
}
