import { assertEquals, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

interface Year {
  tally_won: { D: number; R: number };
  tipping_total: { unit: string; winner_margin_pct: number };
  tipping_two: { unit: string; winner_margin_pct: number };
  ec_bias_pts_toward_D_total: number;
  loser_min_switch_to_270: { votes: number; states: string[] };
}

// tests/golden/scripts/10_ec_history.py made these, in Python.
const reference = golden<Record<string, Year>>("ec_history_1976_2024.json")["2016"]!;
const name = "02_electoral_college";
const text = shown(name);

Deno.test("02: the page answers its question first", () => {
  assertAnswerFirst(name);
  const { mark, answer, ground, lead } = headlineOf(name);
  const { votes } = reference.loser_min_switch_to_270;
  // Eight elections of the other 49 took a smaller part: other_elections_test.ts counts them again.
  assertEquals(mark, "Nearer than most");
  assertStringIncludes(
    ground,
    "8 of 49 other elections since 1828 took a smaller share of votes.",
  );
  assertStringIncludes(
    ground,
    `a majority for Clinton took ${printed(votes)}, in Michigan, Pennsylvania and Wisconsin;`,
  );
  // 5,353 + 22,147 in two states and 3,138 in a district, derived below: of 136,669,276 votes (FEC).
  // By rounding 3,138 may be 2,995 to 3,280: to thousands 31,000 lies outside, to hundreds 30,600 inside.
  assertStringIncludes(
    answer,
    "About 30,600 of Trump\u2019s voters, switched to Clinton in Michigan, Nebraska\u2019s district 2 and Pennsylvania, would have left nobody a majority of electors.",
  );
  assertStringIncludes(
    lead,
    "The number is 30,638 with districts' shares as published, and 30,495 to 30,780 because these are rounded:",
  );
  assertStringIncludes(lead, `${(100 * 30_638 / 136_669_276).toFixed(3)}% of all votes in the`);
});

Deno.test("02: electors projected, won and cast are the FEC's", () => {
  // Federal Elections 2016: 306 and 232 pledged; 304, 227, Powell 3, and one each for four others.
  const { D, R } = reference.tally_won;
  assertStringIncludes(text, `Trump's electors, won | ${R} | – | Clinton ${D}; majority 270 |`);
  assertStringIncludes(text, "Trump's electoral votes, cast | 304 | – | Clinton 227 |");
  assertStringIncludes(text, "Colin Powell (3)");
  assertStringIncludes(text, "Donald Trump 290, Hillary Clinton 232 and Undecided 16");
});

Deno.test("02: the fewest switched votes and their states are as computed elsewhere", () => {
  const { votes, states } = reference.loser_min_switch_to_270;
  assertStringIncludes(text, `voters change sides ${printed(votes)}`);
  assertEquals(states, ["MI", "PA", "WI"]);
});

Deno.test("02: a district's rounding gives its number a range", () => {
  // Nebraska's second district: 48.2% and 46.0% of 285,211 votes, each to a tenth. The margin of
  // 2.2 points may be off by 0.1, and half of it, which switches, by 0.05% of 285,211: 143 votes.
  // Michigan and Pennsylvania add 5,353 and 22,147, exactly.
  const half = (share: number) => Math.floor(Math.round(share * 268_608 * 2 - 268_608) / 2) + 1;
  const [low, middle, high] = [48.15, 48.2, 48.25].map((percent) =>
    5_353 + 22_147 + half(percent / 94.2)
  ) as [number, number, number];
  assertEquals(Math.abs(middle - 30_638) <= 1, true);
  assertEquals(
    [Math.round(high - middle), Math.round(middle - low)].map((x) => Math.abs(x - 143) <= 1),
    [
      true,
      true,
    ],
  );
  assertStringIncludes(text, "Trump has none voters change sides 30,638 30,495 to 30,780");
  assertEquals([Math.abs(low - 30_495) <= 1, Math.abs(high - 30_780) <= 1], [true, true]);
});

Deno.test("02: the subsets of three states give 242 to 278 electors, and only all of them 270", () => {
  for (const [states, electors] of [["WI", 242], ["MI", 248], ["PA", 252], ["MI and WI", 258]]) {
    assertStringIncludes(text, `${states} ${electors} ${538 - Number(electors)} Trump`);
  }
  assertStringIncludes(text, "MI and PA 268 270 Trump 54,996");
  assertStringIncludes(text, "MI, PA and WI 278 260 Clinton 77,744");
});

Deno.test("02: other sets of states would have been enough", () => {
  // FEC: Florida 112,911 (29 electors), Michigan 10,704 (16), Wisconsin 22,748 (10): 232 + 45 and
  // 232 + 39 electors.
  assertStringIncludes(text, `Michigan and Florida (${printed(112_911 + 10_704)} votes)`);
  assertStringIncludes(text, `Wisconsin and Florida (${printed(112_911 + 22_748)} votes)`);
  assertStringIncludes(text, "No one state is in all such sets.");
});

Deno.test("02: tipping point and bias are as computed elsewhere", () => {
  const bias = reference.ec_bias_pts_toward_D_total.toFixed(2).replace("-", "\u2212");
  assertStringIncludes(
    text,
    `all votes in the denominator ${reference.tipping_total.unit} +${
      reference.tipping_total.winner_margin_pct.toFixed(3)
    } points`,
  );
  assertStringIncludes(text, `${bias} points`);
  assertStringIncludes(
    text,
    `two-party vote in the denominator ${reference.tipping_two.unit} +${
      reference.tipping_two.winner_margin_pct.toFixed(3)
    } points`,
  );
});
