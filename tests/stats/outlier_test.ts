import { assertEquals, assertThrows } from "@std/assert";
import {
  factor,
  leastSquares,
  leftOutPrediction,
  numeric,
  outlierPValue,
  studentizedResiduals,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, goldenRows, numbers } from "./golden.ts";

const florida = goldenRows("florida_2000_qss");
const palmBeach = florida.findIndex((row) => row.county === "PalmBeach");
const buchanan = numbers(florida, "Buchanan00");
const perot = numbers(florida, "Perot96");
// tests/golden/scripts/06_palmbeach.R.
const reference = golden("palm_beach");

Deno.test("Palm Beach on the raw scale: 27.9 standard errors, as in R", () => {
  const fit = leastSquares({ outcome: buchanan, terms: [numeric("Perot 1996", perot)] });
  const studentized = studentizedResiduals(fit)[palmBeach]!;
  assertClose(studentized, reference.raw_perot.rstudent_all, 1e-10);
  assertClose(outlierPValue(fit, studentized), reference.raw_perot.bonf_p_rstudent, 1e-7);
  const left = leftOutPrediction(fit, palmBeach, { level: 0.99 });
  assertClose(left.point, reference.raw_perot.pred_loo, 1e-10);
  assertClose(left.lower, reference.raw_perot.pi99[0], 1e-9);
  assertClose(left.upper, reference.raw_perot.pi99[1], 1e-9);
  assertEquals([left.observed, left.n], [3407, 66]);
});

Deno.test("Palm Beach on the log scale: 3.4 standard errors, as in R", () => {
  const fit = leastSquares({
    outcome: buchanan.map(Math.log),
    terms: [numeric("Perot 1996", perot.map(Math.log))],
  });
  const studentized = studentizedResiduals(fit)[palmBeach]!;
  assertClose(studentized, reference.log_perot.rstudent_all, 1e-9);
  assertClose(outlierPValue(fit, studentized), reference.log_perot.bonf_p_rstudent, 1e-8);
  const left = leftOutPrediction(fit, palmBeach, { level: 0.99 });
  assertClose(Math.exp(left.point), reference.log_perot.expected_votes_loo, 1e-9);
  assertClose(Math.exp(left.lower), reference.log_perot.pi99_votes[0], 1e-9);
  assertClose(Math.exp(left.upper), reference.log_perot.pi99_votes[1], 1e-9);
});

Deno.test("deletion diagnostics of a weighted fit equal R", () => {
  // outlier and left_out of tests/golden/scripts/stats_extra.R.
  const data = goldenRows("gavote");
  const votes = numbers(data, "votes");
  const ballots = numbers(data, "ballots");
  const fit = leastSquares({
    outcome: ballots.map((b, i) => (b - votes[i]!) / b),
    terms: [
      numeric("gore", numbers(data, "gore").map((g, i) => g / votes[i]!)),
      numeric("perAA", numbers(data, "perAA")),
    ],
    weights: ballots,
  });
  const { outlier, left_out } = golden("stats_extra");
  const studentized = studentizedResiduals(fit);
  for (let i = 0; i < fit.n; i++) {
    assertClose(studentized[i]!, outlier.rstudent[i], 1e-8, `studentized ${i}`);
    assertClose(fit.leverage[i]!, outlier.hat[i], 1e-8, `leverage ${i}`);
  }
  const left = leftOutPrediction(fit, 4, { level: 0.9 });
  assertClose(left.point, left_out.fit, 1e-9);
  assertClose(left.lower, left_out.lower, 1e-8);
  assertClose(left.upper, left_out.upper, 1e-8);
});

Deno.test("deletion diagnostics refuse a perfect fit, which has no error to measure in", () => {
  const fit = leastSquares({ outcome: [1, 3, 5, 7, 9], terms: [numeric("x", [0, 1, 2, 3, 4])] });
  assertThrows(
    () => studentizedResiduals(fit),
    RangeError,
    "the fit is perfect",
  );
});

Deno.test("whether a fit is perfect does not rest on the outcome's unit", () => {
  const x = [1, 2, 3, 4, 5, 7];
  const perfect = x.map((value) => 0.1 + value / 3);
  const scattered = perfect.map((value, i) => value + (i % 2 === 0 ? 1e-6 : -1e-6));
  const scales = [1e-9, 1, 1e9];
  const residuals = (outcome: number[], scale: number) =>
    studentizedResiduals(
      leastSquares({ outcome: outcome.map((value) => scale * value), terms: [numeric("x", x)] }),
    );
  const expected = residuals(scattered, 1);
  for (const scale of scales) {
    assertThrows(() => residuals(perfect, scale), RangeError, "the fit is perfect");
    residuals(scattered, scale).forEach((value, i) => assertClose(value, expected[i]!, 1e-4));
  }
});

Deno.test("deletion diagnostics refuse a unit without which there is no fit", () => {
  const fit = leastSquares({ outcome: [1, 2, 3, 9], terms: [factor("g", ["a", "a", "a", "b"])] });
  assertThrows(() => studentizedResiduals(fit), RangeError, "unit at row 3: found leverage 1");
  assertThrows(() => leftOutPrediction(fit, 3), RangeError, "unit at row 3: found leverage 1");
  assertThrows(
    () => leftOutPrediction(fit, 4),
    RangeError,
    "row: found 4, expected a whole number of at least 0 and at most 3",
  );
});

Deno.test("deletion diagnostics refuse a fit that has one degree of freedom, which the unit left out takes", () => {
  const fit = leastSquares({ outcome: [1, 3, 2], terms: [numeric("x", [0, 1, 3])] });
  const words = "degrees of freedom: found 1, expected a finite number of at least 2";
  assertThrows(() => leftOutPrediction(fit, 0), RangeError, words);
  assertThrows(() => studentizedResiduals(fit), RangeError, words);
  assertThrows(() => outlierPValue(fit, 2), RangeError, words);
});
