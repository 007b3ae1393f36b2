import { requireCount, requireList } from "../check/mod.ts";
import type { Column } from "./column.ts";
import { chiSquareTail } from "./distribution.ts";

/** A chi-square test of how often each digit occurs. */
export interface DigitTest {
  /** Number of counts that have the digit tested. */
  readonly n: number;
  /** How often each digit 0 to 9 occurs. */
  readonly observed: readonly number[];
  /** The probability of each under the null. */
  readonly expected: readonly number[];
  /** Pearson's chi-square, 9 degrees of freedom. */
  readonly chiSquare: number;
  /** Its p-value. */
  readonly pValue: number;
  /** Mean of the digit tested. */
  readonly mean: number;
}

/**
 * Benford's law for the second digit: the probability of 0 to 9, Σ log10(1 + 1/(10 first + second)).
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { secondDigitLaw } from "tallybook/stats";
 *
 * assertAlmostEquals(secondDigitLaw().reduce((a, b) => a + b), 1, 1e-12);
 * ```
 */
export function secondDigitLaw(): number[] {
  return Array.from({ length: 10 }, (_, second) => {
    let sum = 0;
    for (let first = 1; first <= 9; first++) sum += Math.log10(1 + 1 / (10 * first + second));
    return sum;
  });
}

/**
 * Test counts' second digits against Benford's law, over counts of at least 10. Known to be weak: nothing
 * makes honest counts follow the law, and its deviations depend on the units' sizes. Read it beside its
 * false-alarm rate (`falseAlarmRate`), never alone.
 *
 * @throws {RangeError} if a count is not a whole number from 0 to 2^53 − 1, or none is at least 10
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { secondDigitTest } from "tallybook/stats";
 *
 * assertEquals(secondDigitTest([10, 20, 31, 7]).observed.slice(0, 2), [2, 1]);
 * ```
 */
export function secondDigitTest(counts: Column): DigitTest {
  return chiSquareTest(
    digitsOf(counts, 10, (count) => Math.floor(count / secondPlace(count)) % 10),
    SECOND_DIGITS,
  );
}

/**
 * Test counts' last digits against equal shares, over counts of at least 100. It finds numbers that people
 * invented, if they invented digits; it can't see votes that were moved.
 *
 * @throws {RangeError} if a count is not a whole number from 0 to 2^53 − 1, or none is at least 100
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lastDigitTest } from "tallybook/stats";
 *
 * assertEquals(lastDigitTest([100, 205, 315, 42]).observed[5], 2);
 * ```
 */
export function lastDigitTest(counts: Column): DigitTest {
  return chiSquareTest(digitsOf(counts, 100, (count) => count % 10), new Array(10).fill(0.1));
}

const SECOND_DIGITS = secondDigitLaw();

/** How often counts of at least `least` have each digit. */
function digitsOf(counts: Column, least: number, digitOf: (count: number) => number): number[] {
  const task = "test digits";
  requireList(task, "counts", counts, { least: 1 });
  const observed = new Array<number>(10).fill(0);
  let n = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    // A count beyond 2^53 has no last digits: requireCount refuses it. A place is named only where it is
    // wrong: a simulation tests millions of counts.
    if (!(Number.isSafeInteger(count) && count >= 0)) requireCount(task, `counts[${i}]`, count);
    if (count < least) continue;
    const digit = digitOf(count);
    observed[digit] = observed[digit]! + 1;
    n++;
  }
  if (n === 0) {
    throw new RangeError(`Cannot ${task}: counts: found none of at least ${least}, expected some`);
  }
  return observed;
}

/** What the second digit of a count of at least 10 stands for: 1 in 10 to 99, 10 in 100 to 999. */
function secondPlace(count: number): number {
  let place = 1;
  while (count >= 100 * place) place *= 10;
  return place;
}

function chiSquareTest(observed: readonly number[], expected: readonly number[]): DigitTest {
  const n = observed.reduce((a, b) => a + b, 0);
  let chiSquare = 0;
  let sum = 0;
  for (const [digit, count] of observed.entries()) {
    chiSquare += (count - n * expected[digit]!) ** 2 / (n * expected[digit]!);
    sum += digit * count;
  }
  return { n, observed, expected, chiSquare, pValue: chiSquareTail(chiSquare, 9), mean: sum / n };
}
