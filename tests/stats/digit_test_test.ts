import { assertEquals, assertThrows } from "@std/assert";
import { lastDigitTest, secondDigitLaw, secondDigitTest } from "tallybook/stats";
import { chiSquareTail } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

// tests/golden/scripts/14_small_tests.py, p-values by scipy.
const small = golden("small_tests");

/** Counts with given frequencies of the digit tested. */
function countsWith(observed: number[], make: (digit: number) => number): number[] {
  return observed.flatMap((times, digit) => new Array(times).fill(make(digit)));
}

Deno.test("secondDigitLaw() equals the reference", () => {
  for (const [digit, p] of small.benford_second_digit.entries()) {
    assertClose(secondDigitLaw()[digit]!, p, 1e-14);
  }
});

for (const key of Object.keys(small).filter((name) => name.startsWith("digits "))) {
  Deno.test(`digit tests equal the reference for ${key}`, () => {
    const expected = small[key];
    const second = secondDigitTest(countsWith(expected.obs2, (digit) => 1000 + 100 * digit + 7));
    assertEquals([second.n, second.observed], [expected.n2, expected.obs2]);
    assertClose(second.chiSquare, expected.chi2_2BL, 1e-12);
    assertClose(second.pValue, expected.p_2BL, 1e-10);
    assertClose(second.mean, expected.mean_second_digit, 1e-12);
    const last = lastDigitTest(countsWith(expected.obs_last, (digit) => 340 + digit));
    assertEquals([last.n, last.observed], [expected.n_last, expected.obs_last]);
    assertClose(last.chiSquare, expected.chi2_last, 1e-12);
    assertClose(last.pValue, expected.p_last, 1e-10);
  });
}

Deno.test("secondDigitTest() reads the second digit of round counts right", () => {
  assertEquals(secondDigitTest([10, 100, 1000, 10000, 99999, 19]).observed, [
    4,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    2,
  ]);
});

Deno.test("digit tests leave out small counts and refuse what is no count", () => {
  assertEquals(lastDigitTest([99, 100]).n, 1);
  assertThrows(
    () => lastDigitTest([1, 2]),
    RangeError,
    "counts: found none of at least 100, expected some",
  );
  assertThrows(
    () => secondDigitTest([12.5]),
    RangeError,
    "counts[0]: found 12.5, expected a whole number of at least 0",
  );
  assertThrows(
    () => secondDigitTest([-12]),
    RangeError,
    "counts[0]: found -12, expected a whole number of at least 0",
  );
  assertEquals(chiSquareTail(0, 9), 1);
});
