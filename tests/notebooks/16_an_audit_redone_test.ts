import { assertEquals, assertStringIncludes } from "@std/assert";
import { loadCountyReturns } from "tallybook/data";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

const text = shown("16_an_audit_redone");

Deno.test("16: the answer comes first, by the rules", () => {
  assertAnswerFirst("16_an_audit_redone");
});

Deno.test("16: the first draws are those that the state's report lists", () => {
  const { drawn } = golden<
    Record<string, { drawn: { random_number: number; county: string; ballot: string }[] }>
  >("colorado_draws.json")["2024"]!;
  assertStringIncludes(
    text,
    `The draw can be redone: 2024's published dice pick all ${drawn.length} ballots that the state lists; `,
  );
  for (const [i, { random_number, county, ballot }] of drawn.slice(0, 12).entries()) {
    const [, tabulator, batch, card] = /^([^-]+)-(.+)-(\d+)$/.exec(ballot)!;
    assertStringIncludes(
      text,
      `${i + 1} ${printed(random_number)} ${county} ${tabulator} ${batch} ${card} yes`,
    );
  }
});

Deno.test("16: the risk is Kaplan and Markov's product, and the limit is met where it falls below", () => {
  // μ = 350,348 / 4,746,866; without errors the risk after n is (1 − μ / 2γ)^n.
  const factor = 1 - 350_348 / 4_746_866 / (2 * 1.03905);
  assertStringIncludes(
    text,
    `so many matches would have had a chance of at most ${(100 * factor ** 100).toFixed(1)}%`,
  );
  const needed = Math.ceil(Math.log(0.03) / Math.log(factor));
  assertStringIncludes(
    text,
    `If no ballot differed from its record, the limit of 3% was met after ${needed}`,
  );
  // SuperSimple: −2γ ln α / μ, rounded up.
  const size = (margin: number, ballots: number) =>
    printed(Math.ceil(-2 * 1.03905 * Math.log(0.03) / (margin / ballots)));
  assertStringIncludes(text, `Michigan 2016 10,704 0.223 ${size(10_704, 4_799_284)}`);
  assertStringIncludes(text, `Florida 2000 537 0.009 ${size(537, 5_963_110)}`);
});

Deno.test("16: what a sample misses follows from its size", () => {
  const miss = (wrong: number) => (100 * (1 - wrong / 4_746_866) ** 100).toFixed(1);
  assertStringIncludes(text, `meet none of them is ${miss(175_174)}%`);
  assertStringIncludes(text, `misread ballots with a chance of ${miss(1_000)}%`);
});

Deno.test("16: the cards that the manifests of 2020 lack are Teller's", () => {
  // The notice's total 4,114,582; all manifests hold 4,125,823, Gunnison's 11,332 (not in the draw) among them:
  // 4,114,582 - (4,125,823 - 11,332) = 91 = 17,178 - 17,087.
  assertEquals(4_114_582 - (4_125_823 - 11_332), 17_178 - 17_087);
  assertStringIncludes(
    text,
    "holds 17,087 cards, the state's comparison of batch counts 17,178. The difference is 91. The total that the " +
      "draw of 2020 used is larger than the manifests of the counties in it by as many. No ballot drawn in 2020 lies " +
      "behind Teller's, so that the draw comes out with either number.",
  );
  // Behind Teller lie Washington, Weld, Yuma and Broomfield: of the 65 drawn none is of these.
  const { drawn } = golden<Record<string, { drawn: { county: string }[] }>>(
    "colorado_draws.json",
  )["2020"]!;
  const behind = ["Washington", "Weld", "Yuma", "Broomfield"];
  assertEquals(drawn.filter(({ county }) => behind.includes(county)), []);
});

Deno.test("16: counties outside the draw are named with their votes, which can't change the winner", () => {
  // San Juan County, 2024: the county returns' sum; the margin is 350,348.
  const votes = loadCountyReturns({ year: 2024, states: ["CO"] }).toRecords()
    .filter(({ county }) => county === "San Juan County")
    .reduce((sum, row) => sum + row.votes, 0);
  assertEquals(votes, 588);
  assertStringIncludes(
    text,
    "not in the draw at all: San Juan, with 588 votes, fewer than the margin",
  );
});
