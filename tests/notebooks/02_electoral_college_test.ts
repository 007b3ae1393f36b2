import { assertEquals, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
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
const text = shown("02_electoral_college");

Deno.test("02: electors projected, won and cast are the FEC's", () => {
  // Federal Elections 2016: 306 and 232 pledged; 304, 227, Powell 3, and one each for four others.
  assertStringIncludes(text, `won ${reference.tally_won.R} electors and Hillary Clinton 232`);
  assertStringIncludes(text, "304 and 227 electoral votes were cast");
  assertStringIncludes(text, "Colin Powell (3)");
  assertStringIncludes(text, "Donald Trump 290, Hillary Clinton 232 and Undecided 16");
});

Deno.test("02: the fewest switched votes and their states are as computed elsewhere", () => {
  const { votes, states } = reference.loser_min_switch_to_270;
  assertStringIncludes(text, `are ${printed(votes)}, in Michigan, Pennsylvania and Wisconsin`);
  assertEquals(states, ["MI", "PA", "WI"]);
});

Deno.test("02: the subsets of three states give 242 to 278 electors, and only all of them 270", () => {
  for (const [states, electors] of [["WI", 242], ["MI", 248], ["PA", 252], ["MI and WI", 258]]) {
    assertStringIncludes(text, `${states} ${electors} ${538 - Number(electors)} Trump`);
  }
  assertStringIncludes(text, "MI and PA 268 270 Trump 54,996");
  assertStringIncludes(text, "MI, PA and WI 278 260 Clinton 77,744");
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
