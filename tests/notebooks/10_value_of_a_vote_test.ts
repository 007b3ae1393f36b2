import { assertEquals, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { shown } from "./shown.ts";

const text = shown("10_value_of_a_vote");
const { answer, ground } = headlineOf("10_value_of_a_vote");

Deno.test("10: the answer comes first, by the rules", () =>
  assertAnswerFirst("10_value_of_a_vote"));

Deno.test("10: closing the gap takes 9.2% of the votes of three states", () => {
  // 2,868,687 of 31,323,085
  assertStringIncludes(text, "alone, Trump needed 2,868,687 net votes more");
  assertStringIncludes(text, "2,868,686 | – | 9.2% of all cast in NY, FL and CA");
});

Deno.test("10: votes per elector run from Wyoming's to Florida's, 3.8 to one", () => {
  assertStringIncludes(text, "Wyoming 3 255,849 85,283 3.8");
  assertStringIncludes(text, "Florida 29 9,420,039 324,829 1.0");
});

Deno.test("10: New Hampshire had the best chance, one in 1.7 million", () => {
  assertStringIncludes(
    answer,
    "In the best state, New Hampshire, a vote had about one chance in 1.7 million",
  );
  // Whose errors these are, and that they are assumed, stands beside the numbers.
  assertStringIncludes(ground, "give or take errors assumed on this page; four such assumptions");
  assertStringIncludes(text, "and 2.0 points of each state's own, which is this page's assumption");
});

Deno.test("10: the closest state is sixth, and New Hampshire of Michigan's size ninth", () => {
  // By the table of the page: Michigan 4.6 per ten million is sixth, of the smallest margin.
  // New Hampshire's 5.8 × 173,579 / 284,274 = 3.5, between Maine's 3.8 and North Carolina's 3.2.
  assertStringIncludes(text, "Michigan, the closest state, is only sixth");
  assertStringIncludes(
    text,
    "if New Hampshire had as many votes per elector as Michigan, it would be ninth, not first",
  );
  assertStringIncludes(text, "6 Michigan 4.6 0.2% 1 284,274 3");
  // It is said once; the text beside the table says where both would rank at equal sizes.
  assertEquals(text.split("it would be ninth").length, 2);
  assertStringIncludes(text, "it would rank third, and New Hampshire seventh");
  assertStringIncludes(text, "1 New Hampshire 5.8 0.4% 2 173,579 7");
});

Deno.test("10: for 2008 three of the four states of Gelman, Silver and Edlin come first", () => {
  // They printed New Mexico, Virginia, New Hampshire and Colorado, about one in 10 million.
  assertStringIncludes(
    text,
    "one in 6.4 million in Colorado, one in 6.7 million in New Hampshire and one in 7.7 million in Virginia",
  );
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
