import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { recountShift } from "tallybook/election";

const past = [
  { unit: "A", votes: 100, shift: 2 },
  { unit: "B", votes: 300, shift: -2 },
];

Deno.test("recountShift() spread over ballots adds variances", () => {
  // Mean 0 a vote; s² = (100 × .02² + 300 × (2/300)²) / 1 = .04 + .01333; prediction for 1,200
  // votes: 1,200 × √(s² (1/400 + 1/1,200)), times t(.975; 1 df) = 12.7062.
  const { point, lower, upper, n } = recountShift(past, 1200);
  assertEquals([point, n], [0, 2]);
  const half = 12.706204736 * 1200 * Math.sqrt((0.04 + 4 / 300) * (1 / 400 + 1 / 1200));
  assertAlmostEquals(upper, half, 1e-6);
  assertAlmostEquals(lower, -half, 1e-6);
});

Deno.test("recountShift() spread over contests grows with votes", () => {
  const one = recountShift(past, 1000, { spread: "contest" });
  const ten = recountShift(past, 10_000, { spread: "contest" });
  assertAlmostEquals(ten.upper, 10 * one.upper, 1e-6);
  // Rates .02 and −.00667: mean .00667.
  assertAlmostEquals(one.point, 1000 * (0.02 - 2 / 300) / 2, 1e-9);
  const single = recountShift(past, 100_000);
  assert(single.upper - single.lower < 10 * (ten.upper - ten.lower));
});

Deno.test("recountShift() refuses what no recount gives", () => {
  assertThrows(() => recountShift(past.slice(1), 10), RangeError, "two past changes");
  assertThrows(
    () => recountShift([...past, { unit: "C", votes: 0, shift: 0 }], 10),
    RangeError,
    "recounted in C",
  );
  assertThrows(
    () => recountShift([...past, { unit: "C", votes: 1, shift: 0.5 }], 10),
    RangeError,
    "whole number of votes shifted in C",
  );
});
