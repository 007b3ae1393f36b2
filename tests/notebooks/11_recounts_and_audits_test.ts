import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

const text = shown("11_recounts_and_audits");

Deno.test("11: the audits of the ten closest states of 2016 are of the sizes computed elsewhere", () => {
  // tests/golden/scripts/09_audits.py, checked against r2b2 and arlo.
  const { states_2016: states } = golden<{ states_2016: Record<string, Record<string, number>> }>(
    "audits.json",
  );
  const names: Record<string, string> = {
    MI: "Michigan",
    NH: "New Hampshire",
    PA: "Pennsylvania",
    WI: "Wisconsin",
    FL: "Florida",
    MN: "Minnesota",
    NV: "Nevada",
    AZ: "Arizona",
    NC: "North Carolina",
    ME: "Maine",
  };
  for (const [po, row] of Object.entries(states)) {
    assertStringIncludes(
      text,
      `${names[po]} ${printed(row.margin!)} ${row.margin_pct_total!.toFixed(3)} ` +
        `${printed(row["bravo_asn_0.05"]!)} `,
    );
    assertStringIncludes(
      text,
      ` ${printed(row["supersimple_0err_0.05"]!)} ` +
        `${printed(row["supersimple_r1_.001_r2_.0001_0.05"]!)} `,
    );
  }
});

Deno.test("11: the median of 255 contests is within a ballot of the published 307", () => {
  assertStringIncludes(text, "the median of these 255 is 308 ballots");
});

Deno.test("11: Wisconsin's recount moved 131 votes net, by technology as computed elsewhere", () => {
  const { net, by_equipment_majority: by } = golden<{
    net: { Donald: number; Hillary: number };
    by_equipment_majority: Record<
      string,
      { units: number; orig_total: number; margin_net: number }
    >;
  }>("wi_recount.json");
  assertStringIncludes(text, `moved the margin by ${net.Donald - net.Hillary} votes`);
  for (const [name, key] of [["with a paper trail", "DRE>=50%"], ["optical scan", "OS>=50%"]]) {
    const { units, orig_total: votes, margin_net: margin } = by[key!]!;
    const row = `${name} ${printed(units)} ${printed(votes)} [0-9,]+ \\+${margin} `;
    assertMatch(text, new RegExp(row));
  }
});

Deno.test("11: nothing could settle Pennsylvania beyond doubt", () => {
  assertStringIncludes(text, "In Pennsylvania no audit and no recount could settle it");
});

Deno.test("11: the answer comes first, by the rules, and tells paper from no paper", () => {
  assertAnswerFirst("11_recounts_and_audits");
  const { answer, ground } = headlineOf("11_recounts_and_audits");
  // Of the ten closest all but Florida and Pennsylvania voted on paper, by Verified Voting's list.
  assertStringIncludes(answer, "8 of the 10 closest states");
  assertStringIncludes(
    answer,
    "perhaps in Florida, not in Pennsylvania, where too many polling places left no paper",
  );
  assertStringIncludes(
    text,
    "In Pennsylvania 4,888,109 votes came from counties whose polling places left no paper",
  );
  assertStringIncludes(text, "its margin was 44,292");
  // The ballots of the reference with no error found (below), to three digits, and the limit that they keep.
  assertStringIncludes(
    ground,
    "in Michigan, the closest, about 2,790 ballots compared with machines\u2019 records",
  );
  assertStringIncludes(ground, "at most 5% of such audits would confirm it");
  // Summed in Python from data/county_equipment.csv and the county returns.
  assertStringIncludes(
    text,
    "In Florida 3,946,116 votes came from counties that had paperless machines beside paper",
  );
});

Deno.test("11: nine in ten stands beside nine in ten, and Minerva needs over a quarter less", () => {
  // Wald's inverse Gaussian: 1.9929 × 1,141,943 = 2,275,778; 2,280,000 of 4,799,284 is 47.5%.
  assertStringIncludes(text, "enough in 9 of 10 audits | 2,280,000 | – | 47.5% of all");
  // Michigan's round of the reference, 1,688,641: 1 − 1,688,641 / 2,275,611 = 25.8%. The authors of
  // Minerva found more than a quarter, for low margins (arXiv 2008.02315).
  assertStringIncludes(text, "Minerva needs 26% fewer");
  // 4,799,284 × (1 − exp(−2,275,611 / 4,799,284)) = 1,812,000
  assertStringIncludes(text, "are about 1,810,000 different ones");
});

Deno.test("11: recounts since 2000 moved little, and the three reversals are the known ones", () => {
  const csv = Deno.readTextFileSync(new URL("../../data/recounts.csv", import.meta.url)).trim();
  const rows = csv.split("\n").slice(1).map((line) =>
    /^(\d{4}),(..),[^,]+,("[^"]+"|[^,]+),(\d+),(-?\d+),(\d*),/.exec(line)!.slice(1)
  );
  const moved = rows.map(([, , , before, after]) => Math.abs(Number(after) - Number(before)));
  const mean = Math.round(moved.reduce((a, b) => a + b) / moved.length);
  assertStringIncludes(text, `The ${rows.length} found here moved by ${mean} in the mean`);
  const reversed = rows.filter(([, , , , after]) => Number(after) < 0);
  // FairVote names Washington 2004, Vermont 2006 and Minnesota 2008.
  assertEquals(reversed.map(([year, po]) => `${po} ${year}`), ["WA 2004", "VT 2006", "MN 2008"]);
  assertStringIncludes(text, "changed the winner | 3 | – | of 18");
});

Deno.test("11: the question is one that yes, no or in part answers, and works stand under their own addresses", () => {
  const { title } = headlineOf("11_recounts_and_audits");
  assertEquals(
    title,
    "Could a count of the paper settle a claim that votes were miscounted in 2016?",
  );
  // arXiv 2003.04997 is Kortum, Byrne and Whitmore's, 2204.09780 that of Kortum, Byrne, Azubike and Roty.
  assertStringIncludes(
    text,
    "[Kortum, Byrne and Whitmore](https://arxiv.org/abs/2003.04997) (2020)",
  );
  assertStringIncludes(text, "Azubike and Roty](https://arxiv.org/abs/2204.09780) (2022)");
  // 5,778 elections over 31 recounts, as the National Conference of State Legislatures prints FairVote's.
  assertStringIncludes(
    text,
    "31 statewide recounts of 2000 to 2019, one in 186 statewide elections",
  );
  assertNotMatch(text, /\?cat=\d/);
});

Deno.test("11: a range of recounts is no interval, and what one recount moved is within reach", () => {
  // Vermont's 239 votes of 2006 are 95.3 per 100,000, North Carolina's of 2024 none.
  assertStringIncludes(text, "13.5 | – | the least 0.0, the most 95.3; Michigan's margin 223.0");
  assertNotMatch(text, /recount at most \d/);
});
