import { assertEquals, assertThrows } from "@std/assert";
import {
  betaQuantile,
  chiSquareTail,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

// R's pnorm, pt, qt, pchisq and pf: tests/golden/scripts/stats_extra.R.
const reference = golden("stats_extra");

Deno.test("normalTail() equals R far into the tail", () => {
  for (const { z, p } of reference.normal_tail) assertClose(normalTail(z), p, 1e-12, `z ${z}`);
});

Deno.test("studentTail() equals R for whole and fractional degrees of freedom", () => {
  for (const { t, df, p } of reference.student_tail) {
    assertClose(studentTail(t, df), p, 1e-9, `t ${t}, df ${df}`);
  }
});

Deno.test("studentQuantile() equals R", () => {
  for (const { p, df, t } of reference.student_quantile) {
    if (p === 0.5) continue; // exactly 0, tested below
    assertClose(studentQuantile(p, df), t, 1e-9, `p ${p}, df ${df}`);
  }
});

Deno.test("chiSquareTail() equals R", () => {
  for (const { x, df, p } of reference.chi_square_tail) {
    assertClose(chiSquareTail(x, df), p, 1e-10, `x ${x}, df ${df}`);
  }
});

Deno.test("chiSquareTail() equals mpmath to 1e-13 far out, where one minus the lower tail would be 0", () => {
  // gammainc(df / 2, x / 2, inf, regularized = True) at 40 digits.
  const tails: [x: number, df: number, p: number][] = [
    [200, 9, 3.31299239390955314e-38],
    [90, 9, 1.62807047196562132e-15],
    [1000, 9, 1.72406811892247298e-209],
    [30, 1, 4.32046305782749729e-8],
    [0.001, 1, 0.974772879369960389],
    [1e-6, 4, 0.999999999999875],
    [300, 250, 0.0165182731578687204],
    [700, 500, 7.72899211121665176e-9],
  ];
  for (const [x, df, p] of tails) assertClose(chiSquareTail(x, df), p, 1e-13, `x ${x}, df ${df}`);
});

Deno.test("beyond infinity there is nothing, and all beyond minus infinity", () => {
  assertEquals([normalTail(Infinity), normalTail(-Infinity)], [0, 1]);
  assertEquals([studentTail(Infinity, 3), studentTail(-Infinity, 3)], [0, 1]);
  assertEquals([studentTail(Infinity, Infinity), studentTail(-Infinity, Infinity)], [0, 1]);
  assertEquals([chiSquareTail(Infinity, 3), chiSquareTail(-Infinity, 3)], [0, 1]);
});

Deno.test("betaQuantile() equals mpmath to 1e-13, and 0 where a double can't be so small", () => {
  // findroot() of betainc() at 60 digits.
  const quantiles: [p: number, a: number, b: number, x: number][] = [
    [0.975, 0.5, 20.5, 0.116638982904875427],
    [0.025, 0.5, 20.5, 0.0000242464784592427437],
    [0.025, 3.5, 17.5, 0.0441313419751558678],
    [0.975, 100000.5, 23.5, 0.999850247832209015],
    [1e-6, 2, 3, 0.000408359460204257299],
    // With b = 1 it is the a-th root of p.
    [0.025, 0.01, 1, 6.22301527786114171e-161],
    // The smallest p.
    [1e-200, 2820, 33, 0.81422653435076657],
    [1e-200, 50, 1000, 1.9019925290832543e-6],
  ];
  for (const [p, a, b, x] of quantiles) {
    assertClose(betaQuantile(p, a, b), x, 1e-13, `${[p, a, b]}`);
  }
  // 0.01 to the power 1,000.
  assertEquals(betaQuantile(0.01, 0.001, 1), 0);
  // Where the distribution function's small values end too early, no digit would be right.
  assertThrows(
    () => betaQuantile(9.9e-201, 2820, 33),
    RangeError,
    "p: found 9.9e-201, expected a finite number of at least 1e-200",
  );
});

Deno.test("normalQuantile() undoes normalTail()", () => {
  for (const z of [0.3, 1, 2.5, 6, 20]) assertClose(normalQuantile(normalTail(z)), -z, 1e-13);
});

Deno.test("distributions refuse probabilities and degrees of freedom out of range", () => {
  assertThrows(
    () => studentTail(1, 0),
    RangeError,
    "degreesOfFreedom: found 0, expected a finite number of more than 0",
  );
  assertThrows(
    () => studentQuantile(1, 5),
    RangeError,
    "p: found 1, expected a finite number of more than 0 and less than 1",
  );
  assertThrows(() => normalQuantile(NaN), RangeError, "p: found NaN");
});
