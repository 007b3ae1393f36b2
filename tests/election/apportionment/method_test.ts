import { assertAlmostEquals, assertEquals } from "@std/assert";
import { ratioToNumber } from "tallybook/election";
import { seatPriority } from "../../../lib/election/apportionment/method.ts";

Deno.test("seatPriority() divides by each method's divisor", () => {
  // A unit of 600 with 2 seats, claiming its third: 2.5, 3, 2, and harmonic 2·2·3/5 = 2.4.
  const priority = (method: "webster" | "jefferson" | "adams" | "dean") =>
    ratioToNumber(seatPriority(600n, 2, method));
  assertEquals(priority("webster"), 240);
  assertEquals(priority("jefferson"), 200);
  assertEquals(priority("adams"), 300);
  assertEquals(priority("dean"), 250);
  // Huntington–Hill's is the square: 600² / (2 · 3).
  const squared = ratioToNumber(seatPriority(600n, 2, "huntington-hill"));
  assertAlmostEquals(Math.sqrt(squared), 600 / Math.sqrt(6), 1e-10);
});

Deno.test("seatPriority() of a first seat is infinite where the first divisor is zero", () => {
  for (const method of ["huntington-hill", "adams", "dean"] as const) {
    assertEquals(ratioToNumber(seatPriority(600n, 0, method)), Infinity);
  }
  assertEquals(ratioToNumber(seatPriority(600n, 0, "webster")), 1200);
});
