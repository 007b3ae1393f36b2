import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { checkClaim, type Evidence, loadClaims, pointOf } from "tallybook/claims";
import { loadBrokenPledges } from "tallybook/data";
import { golden } from "../golden/read.ts";

/** The claims' values against reference numbers that scripts computed from the raw files. */

const claims = new Map(loadClaims().map((claim) => [claim.id, claim]));
const computed = (id: string) => checkClaim(claims.get(id)!).computed;
const evidence = (id: string, start: string): Evidence => {
  const found = computed(id).evidence?.find(({ name }) => name.startsWith(start));
  if (found === undefined) throw new Error(`Expected evidence "${start}" of ${id}`);
  return found;
};

Deno.test("the late count's claims equal the reference (script 12)", () => {
  const { derived } = golden<{
    derived: {
      article001: Record<string, number>;
      article000: Record<string, number>;
    };
  }>("late_count_2016.json");
  assertEquals(computed("P6").final, derived.article001.ballots_left_two_party);
  assertEquals(computed("P7").final, derived.article001.lead_growth);
  assertAlmostEquals(
    pointOf(evidence("P5", "lead then").value),
    derived.article001.pct_two_party!,
    1e-9,
  );
  assertEquals(computed("T1").final, derived.article000.johnson_stein_final);
  assertAlmostEquals(
    pointOf(evidence("T1", "all but the two, by").value),
    1e6 * derived.article000.others_m!,
    1,
  );
});

Deno.test("the spoiler claim equals the reference (script 02): 318 electors, 248 by the exit poll", () => {
  const reference = golden<{
    flip_sets_2016: Record<string, { ev_clinton: number }>;
    survey: Record<string, { ev_clinton: number }>;
    min_switches_to_270: { votes: number };
    wi_mi_pa_subsets: Record<string, { clinton: number }>;
  }>("spoiler.json");
  assertEquals(
    computed("T2").final,
    reference.flip_sets_2016.stein_johnson_all_to_clinton!.ev_clinton,
  );
  const [survey] = Object.values(reference.survey);
  const { because } = computed("T2").inference!;
  assertEquals(because.includes(`${survey!.ev_clinton} electors of the 270 needed`), true);
  assertEquals(
    evidence("E10", "votes that, switched").value,
    reference.min_switches_to_270.votes,
  );
  assertEquals(
    evidence("E7", "Clinton's electors").value,
    reference.wi_mi_pa_subsets["MI+PA"]!.clinton,
  );
});

Deno.test("the final counts equal the FEC's (script 01)", () => {
  const { table1 } = golden<{ table1: Record<string, number> }>("official_2016_fec.json");
  const lead = table1.clinton! - table1.trump!;
  for (const id of ["P1", "P9"]) assertEquals(computed(id).final, lead);
  assertEquals(computed("P4").final, table1.clinton);
  assertAlmostEquals(pointOf(computed("P3").final!), 100 * table1.trump! / table1.total!, 1e-9);
  assertAlmostEquals(pointOf(computed("P5").final!), 100 * lead / table1.total!, 1e-9);
  assertEquals(
    evidence("T1", "certified votes").value,
    table1.total! - table1.clinton! - table1.trump!,
  );
});

Deno.test("Gore's margin equals the reference's, and has the same ranks there", () => {
  const { rows } = golden<{ rows: { year: number; winner_votes: string; winner_pct: string }[] }>(
    "inversions.json",
  );
  const number = (text: string) => Number(text.replaceAll(/[,%]/g, "").replace("−", "-"));
  const to2000 = rows.filter(({ year }) => year <= 2000);
  const gore = to2000.find(({ year }) => year === 2000)!;
  assertEquals(computed("E5").final, -number(gore.winner_votes));
  const rank = (key: "winner_votes" | "winner_pct") =>
    1 + to2000.filter((row) => number(row[key]) < number(gore[key])).length;
  assertEquals(computed("E6").final, rank("winner_votes"));
  assertEquals(computed("E6").readings!.map(({ value }) => value), [rank("winner_pct")]);
  assertEquals([computed("E3").final, rows.length], [5, 5]);
});

Deno.test("machines in Wisconsin's counties equal the reference (scripts 18 and 19)", () => {
  const { wi } = golden<{ wi: { n_any: number; n: number; naive: { est: number } } }>(
    "county_equipment.json",
  );
  const found = evidence("M1", "WI: Clinton's mean two-party share");
  // The reference took the canvass before the recount, which moved county shares by hundredths.
  assertAlmostEquals(pointOf(found.value), wi.naive.est, 0.01);
  assertEquals(found.name.includes(`in ${wi.n_any} counties`), true);
  assertEquals(evidence("M1", "MI").value, 0);
});

Deno.test("Wisconsin's recount equals the reference, in all and by technology", () => {
  const reference = golden<{
    net: Record<string, number>;
    by_equipment_majority: Record<string, { margin_net: number }>;
  }>("wi_recount.json");
  assertEquals(
    evidence("M2", "change of Trump's lead").value,
    reference.net.Donald! - reference.net.Hillary!,
  );
  const by = reference.by_equipment_majority;
  assertEquals(
    evidence("M2", "of it, where most ballots were cast on touch").value,
    by["DRE>=50%"]!.margin_net,
  );
  assertEquals(evidence("M2", "of it, where most were scanned").value, by["OS>=50%"]!.margin_net);
});

Deno.test("Washington fined as many electors as broke their pledge there", () => {
  const broke = loadBrokenPledges({ year: 2016 }).toRecords()
    .filter((row) => row.state_po === "WA").reduce((sum, { electors }) => sum + electors, 0);
  assertEquals(computed("M6").final, null);
  assertEquals(computed("M6").readings!.map(({ final }) => final), [broke]);
});

Deno.test("Pennsylvania's paperless votes are bounds, below all its votes as the FEC has them", () => {
  const { states } = golden<{ states: Record<string, { total: number }> }>(
    "official_2016_fec.json",
  );
  const all = states.PA!.total;
  const surely = pointOf(evidence("M2", "Pennsylvania: votes of counties whose").value);
  const atMost = pointOf(evidence("M2", "Pennsylvania: votes of counties where").value);
  assertEquals([surely, atMost, evidence("M2", "Pennsylvania: all").value], [
    4_888_109,
    5_657_476,
    all,
  ]);
});

Deno.test("of Wisconsin alone the gap is the 7 percent of the time, and is gone with covariates", () => {
  // New York magazine, November 22, 2016: "7 percent fewer votes" on electronic machines.
  const { final, inference } = computed("M1").narrower!.computed;
  assertAlmostEquals(pointOf(final!), -7, 1);
  assertEquals(inference!.holds, false);
  // Levels with levels: R's HC3 intervals of tests/golden, as 05_voting_machines_2016 has them; and the recount.
  assertStringIncludes(
    inference!.because,
    "moved Trump's lead by 131 votes, 41 of them where most voted on such machines. " +
      "With education, race and density held fixed, her share differs by −2.7 points " +
      "(95% interval −7.5 to 2.1), and its change since 2012 by −0.2 points (95% interval −1.3 to 0.8)",
  );
});

Deno.test("533 of 538 electors go by their state's vote; Maine and Nebraska had 2 + 3 by district", () => {
  assertEquals(evidence("E14", "chosen by the vote").value, 538 - 2 - 3);
  assertEquals(evidence("E14", "won by a candidate who lost").value, 1); // Maine's second district
});

Deno.test("Gore had 267 electors, and any of the 30 states of Bush would have made 270", () => {
  assertEquals(computed("E19").final, 267 + 25);
  assertEquals(evidence("E19", "Gore's electors").value, 267);
  assertEquals(evidence("E19", "states won by Bush, each").value, 30);
  assertEquals(evidence("E19", "states won by Bush").unit, "states");
});

Deno.test("Florida, North Carolina and Ohio were upsets by no measure; the two others by the polls", () => {
  assertEquals(computed("E17").final, 0);
  // Obama had won Florida and Ohio in 2012, Romney North Carolina.
  assertEquals(computed("E17").readings!.map(({ value }) => value), [2, 2]);
  assertEquals(computed("E18").final, 2);
});

Deno.test("Tennessee's third Monday after the election of November 8, 2016 is November 28", () => {
  // November 8, 2016 was a Tuesday; the Mondays after it were 14, 21 and 28.
  assertEquals(computed("E16").narrower!.computed.final, 28);
  assertEquals(computed("E16").final, null); // the state's own deadline
});

Deno.test("the share then of Trump's lies between the bounds, wide enough to hold the page's 46.6", () => {
  const then = computed("P3").then;
  if (then === null || typeof then === "number") throw new Error("Expected bounds");
  // A page of November 24 gave 46.6 percent of a later total of the same tracker.
  assertEquals(then.lower < 46.6 && 46.6 < then.upper, true);
  assertEquals(then.level, 1);
});
