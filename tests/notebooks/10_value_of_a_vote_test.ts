import { assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { shown } from "./shown.ts";

const text = shown("10_value_of_a_vote");

Deno.test("10: closing the gap takes 9.2% of the votes of three states", () => {
  // 2,868,687 of 31,323,085
  assertStringIncludes(text, "takes 2,868,687 net votes, 9.2% of all the votes cast there");
});

Deno.test("10: votes per elector run from Wyoming's to Florida's, 3.8 to one", () => {
  assertStringIncludes(text, "Wyoming 3 255,849 85,283 3.8");
  assertStringIncludes(text, "Florida 29 9,420,039 324,829 1.0");
});

Deno.test("10: New Hampshire had the best chance, one in 1.7 million", () => {
  assertStringIncludes(text, "in New Hampshire, it had a chance of about one in 1.7 million");
});

Deno.test("10: the power indices are those computed elsewhere", () => {
  // tests/golden/scripts/04_power.py, in Python's integers.
  const { games } = golden<
    { games: Record<string, { players: Record<string, { banzhaf_abs: number; shapley: number }> }> }
  >("ec_power_indices.json");
  for (const state of ["California", "Florida", "New Hampshire", "Wyoming"]) {
    const { banzhaf_abs: banzhaf, shapley } = games["2012-2020"]!.players[state]!;
    assertStringIncludes(text, `${banzhaf.toFixed(3)} ${shapley.toFixed(3)}`);
  }
});
