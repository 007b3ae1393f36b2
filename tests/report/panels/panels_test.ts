/**
 * The panels' answers against numbers that were computed elsewhere: the
 * reference files in tests/golden, made by the scripts beside them.
 */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { allocationRules, allRules } from "../../../lib/report/panels/allocation_rules.ts";
import { auditPlan, auditSize } from "../../../lib/report/panels/audit_size.ts";
import {
  contestsOf,
  districtsOf,
  familyName,
  SMALL_CANDIDATES,
} from "../../../lib/report/panels/election_data.ts";
import { lateCount, lateCountPanel } from "../../../lib/report/panels/late_count.ts";
import {
  changedState,
  misunderstood,
  type PanelState,
  settleState,
} from "../../../lib/report/panels/panel.ts";
import { loadContests, loadDistrictReturns, paperlessVotes } from "tallybook/data";
import { shownFigure } from "../../notebooks/shown_figure.ts";
import { panelCount, panelElections } from "../../../lib/report/panels/panel_data.ts";
import { spoiled, spoilerMapPanel } from "../../../lib/report/panels/spoiler_map.ts";
import { swung, uniformSwingPanel } from "../../../lib/report/panels/uniform_swing.ts";
import { districtContests, tally } from "../../../lib/election/mod.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const elections = panelElections();
const count = panelCount();

Deno.test("panels have every election since 1976, with the electors that were won", () => {
  // Winner and loser's electors won, as the National Archives list them (faithless votes undone).
  const won: Readonly<Record<number, readonly [string, number, string, number]>> = {
    1976: ["Carter", 297, "Ford", 241],
    1992: ["Clinton", 370, "Bush", 168],
    2000: ["Bush", 271, "Gore", 267],
    2004: ["Bush", 286, "Kerry", 252],
    2008: ["Obama", 365, "McCain", 173],
    2012: ["Obama", 332, "Romney", 206],
    2016: ["Trump", 306, "Clinton", 232],
    2020: ["Biden", 306, "Trump", 232],
    2024: ["Trump", 312, "Harris", 226],
  };
  assertEquals(
    elections.map(({ year }) => year),
    Array.from({ length: 13 }, (_, i) => 1976 + 4 * i),
  );
  for (const [year, [winner, w, loser, l]] of Object.entries(won)) {
    const election = elections.find((candidate) => String(candidate.year) === year)!;
    const electors = Object.entries(tally(contestsOf(election)).electors)
      .map(([name, votes]) => [familyName(name), votes]);
    assertEquals(electors, [[winner, w], [loser, l]], year);
  }
});

const spoiler = (changes: Record<string, string>) =>
  settleState(spoilerMapPanel, elections, { ...spoilerMapPanel.start(elections, {}), ...changes });

Deno.test("spoiler map: all of Stein's and Johnson's votes for Clinton give 318 electors and five states", () => {
  const result = spoiled(elections, spoiler({ year: "2016", turnout: "100", preference: "100" }));
  assertEquals(result.electors, { "Hillary Clinton": 318, "Donald Trump": 220 });
  assertEquals(result.changed.map(({ unit }) => unit).sort(), ["AZ", "FL", "MI", "PA", "WI"]);
});

Deno.test("spoiler map: a majority takes a net share of 22.52% in Pennsylvania, as the reference has it", async () => {
  const golden = JSON.parse(await Deno.readTextFile(`${ROOT}tests/golden/spoiler.json`));
  const outcome = spoilerMapPanel.run(elections, spoiler({ year: "2016" }), 640);
  const rows = outcome.table!.rows;
  const names = {
    MI: "Michigan",
    WI: "Wisconsin",
    PA: "Pennsylvania",
    FL: "Florida",
    AZ: "Arizona",
  };
  for (const [unit, state] of Object.entries(names)) {
    const needed = golden.states_2016[unit].stein_johnson.net_share_needed;
    assertEquals(rows.find(([name]) => name === state)![4], `${(100 * needed).toFixed(2)}%`, unit);
  }
  assertStringIncludes(outcome.readout, "takes a net share above 22.52% in every state");
});

Deno.test("spoiler map: the shade is named where there is one", () => {
  const words = (changes: Record<string, string>) =>
    spoilerMapPanel.run(elections, spoiler(changes), 340).scene!.shapes
      .flatMap((shape) => shape.kind === "text" ? [shape.text] : []);
  assert(words({ year: "2016" }).includes("Clinton has a majority"));
  // Trump had one as it was: nothing is shaded.
  assert(!words({ year: "2016", for: "Donald Trump" }).includes("Trump has a majority"));
});

Deno.test("spoiler map: at 60 to 40 of those who vote, Nader's absence gives Gore Florida", () => {
  const state = spoiler({
    year: "2000",
    for: "Al Gore",
    without: elections.find(({ year }) => year === 2000)!.candidates
      .find(({ name }) => name.endsWith("Nader"))!.name,
    turnout: "60",
    preference: "60",
  });
  // Net share 0.6 × 0.2 = 0.12, above 537 / 97,488 = 0.0055 in Florida and 0.325 not in New Hampshire.
  const result = spoiled(elections, state);
  assertAlmostEquals(result.netShare, 0.12, 1e-12);
  assertEquals(result.changed.map(({ unit }) => unit), ["FL"]);
});

Deno.test("uniform swing: 0.77 points toward Clinton make a majority, 0.76 do not", () => {
  const at = (swing: string) =>
    swung(
      elections,
      settleState(uniformSwingPanel, elections, {
        year: "2016",
        toward: "Hillary Clinton",
        swing,
      }),
    );
  // Wisconsin's margin is 22,748 of 2,976,150 votes, 0.7643 points.
  assertEquals(at("0.76").winner, "Donald Trump");
  assertEquals(at("0.77").winner, "Hillary Clinton");
  assertEquals(at("0").tipping.unit, "WI");
  assertAlmostEquals(at("0").tipping.points, -100 * 22_748 / 2_976_150, 1e-9);
  // 2,868,686 of 136,669,276 votes, which the state rows exceed by one.
  assertAlmostEquals(at("0").nation, 100 * 2_868_686 / 136_669_277, 1e-6);
});

Deno.test("uniform swing: a state that only ties is not said to have changed", () => {
  // 55 to 45 of 100 votes: a swing of 10 points makes a tie, a little more changes it.
  const small = [{
    ...elections.at(-1)!,
    year: 2030,
    candidates: [{ name: "Ann A", party: "Democratic" }, { name: "Ben B", party: "Republican" }],
    units: [["AA", 5, [55, 45], "Aa"], ["BB", 4, [40, 60], "Bb"]] as const,
    districts: [],
  }];
  const said = (swing: string) =>
    uniformSwingPanel.run(small, { year: "2030", toward: "Ben B", of: "all votes", swing }, 600)
      .readout;
  assertStringIncludes(said("10"), "Nothing changed.");
  assertStringIncludes(said("10.05"), "Changed: Aa.");
});

const rulesOf = (year: string, candidates: string) =>
  Object.fromEntries(
    allRules(elections, settleState(allocationRules, elections, { year, candidates })).map((
      { name, result },
    ) => [
      name,
      Object.fromEntries(Object.entries(result.electors).map(([who, n]) => [familyName(who), n])),
    ]),
  );

Deno.test("allocation rules: districts elect Romney and Trump, and the House would have had 2000", () => {
  assertEquals(rulesOf("2012", "all")["Congressional districts, in every state"], {
    Romney: 274,
    Obama: 264,
  });
  const rules2016 = rulesOf("2016", "two");
  assertEquals(rules2016["Congressional districts, in every state"], { Trump: 290, Clinton: 248 });
  assertEquals(rules2016["Winner takes all, without senators' electors"], {
    Trump: 246,
    Clinton: 190,
  });
  assertEquals(rulesOf("2000", "two")["Proportional, largest remainder"], { Bush: 269, Gore: 269 });
  assertEquals(
    rulesOf("2000", "two")["Winner takes all, without senators' electors"],
    { Gore: 225, Bush: 211 },
  );
});

Deno.test("allocation rules: opened as they are, they say of 2016 what the notebook on rules says", async () => {
  const notebook = JSON.parse(
    await Deno.readTextFile(`${ROOT}notebooks/09_apportionment_and_other_rules.ipynb`),
  );
  const outputs = notebook.cells.flatMap((
    cell: { outputs?: { data?: Record<string, unknown> }[] },
  ) => (cell.outputs ?? []).map(({ data }) => [data?.["text/plain"] ?? ""].flat().join("")));
  const table: string = outputs.find((text: string) => text.startsWith("The votes of 2016 under"));
  // Columns are two spaces apart or more.
  const published = new Map(
    table.split("\n").map((row) => row.trim().split(/ {2,}/)).map((
      [name, ...cells],
    ) => [name, cells]),
  );
  const same: Readonly<Record<string, string>> = {
    "In force": "As it was: Maine and Nebraska by district",
    "Winner take all, every state": "Winner takes all, in every state",
    "Without the senators' electors": "Winner takes all, without senators' electors",
    "District winners and two for the state": "Congressional districts, in every state",
    "Proportional, largest remainder": "Proportional, largest remainder",
    "Proportional, D'Hondt": "Proportional, D'Hondt",
    "Fractions of electors, of all votes": "Fractions of electors, of all votes",
    "National popular vote": "National popular vote",
  };
  const { table: shown } = allocationRules.run(
    elections,
    allocationRules.start(elections, {}),
    640,
  );
  for (const [there, here] of Object.entries(same)) {
    const row = shown!.rows.find(([name]) => name === here)!;
    assertEquals(row.slice(1, 3), published.get(there)!.slice(0, 2), there);
  }
  assertEquals(shown!.rows.length, Object.keys(same).length);
});

Deno.test("allocation rules: line and gray are named in the drawing, gray only where there is some", () => {
  const words = (state: Record<string, string>, width: number) =>
    allocationRules.run(elections, settleState(allocationRules, elections, state), width)
      .scene!.shapes.flatMap((shape) => shape.kind === "text" ? [shape.text] : []);
  for (const width of [340, 640]) {
    const shown = words({ year: "2016" }, width);
    assert(shown.includes("Half of the electors: a majority is more"));
    assert(shown.includes("Other candidates, or nobody"));
  }
  // In 1984 Mondale's 13 electors are a bar too short for his name.
  assert(!words({ year: "1984" }, 640).includes("Mondale 13"));
});

Deno.test("late count: the number of votes left stays exact, whatever the slider's step", () => {
  const state = settleState(lateCountPanel, count, { remaining: "2401867" });
  assertEquals(state.remaining, "2401867");
  const field = lateCountPanel.fields(count, state).find(({ name }) => name === "remaining")!;
  assert(field.kind === "number" && field.step === 10_000);
});

Deno.test("late count: the row's words stand clear of the line at zero", () => {
  for (const width of [340, 640]) {
    for (const asOf of count.snapshots.map((snapshot) => snapshot.asOf)) {
      for (const remaining of ["0", "2401867", "8000000"]) {
        const state = settleState(lateCountPanel, count, { asOf, remaining });
        const { shapes } = lateCountPanel.run(count, state, width).scene!;
        const guides = shapes.flatMap((shape) =>
          shape.kind === "path" && shape.look === "guide"
            ? [shape.d.match(/[\d.]+/g)!.map(Number) as [number, number, number, number]]
            : []
        );
        const labels = shapes.flatMap((shape) =>
          shape.kind === "text" && shape.look === "label" ? [shape] : []
        );
        assertEquals(labels.length, 5 - Number(!labels.some(({ text }) => text.includes("added"))));
        for (const { x, y, text } of labels) {
          for (const [zero, from, , to] of guides) {
            const across = zero > x && zero < x + 5.5 * text.length;
            // Letters reach ten units above their line and three below.
            assert(!across || to < y - 10 || from > y + 3, `${asOf} ${remaining}: ${text}`);
          }
        }
      }
    }
  }
});

Deno.test("late count: what November 23, 2016 left open, as the reference has it", () => {
  const state = settleState(lateCountPanel, count, { asOf: "2016-11-23", share: "64.42" });
  const result = lateCount(count, state);
  assertEquals([result.lead, result.remaining], [2_015_251, 2_401_867]);
  assertEquals([result.bounds.lower, result.bounds.upper], [-386_616, 4_417_118]);
  assertEquals(Math.round(result.naive), 2_053_534);
  // What was added from November 15 on, 64.42463 percent Clinton's, as computed in Python.
  assertEquals(Math.round(result.added!.point), 2_708_172);
  // 2,015,251 + 2,401,867 × (2 × 0.6442 − 1)
  assertAlmostEquals(result.chosen, 2_707_949.4428, 1e-3);
});

Deno.test("late count: on each day the votes left and the projection are those of the notebook on counting", () => {
  const { rows } = shownFigure("07_counting_on", "fan");
  assert(rows.length >= 8);
  const fields = lateCountPanel.fields(count, lateCountPanel.start(count, {}));
  let state = settleState(lateCountPanel, count, { remaining: "123456" });
  for (const row of rows) {
    state = settleState(lateCountPanel, count, changedState(fields, state, "asOf", row.as_of!));
    const result = lateCount(count, state);
    assertEquals(String(result.remaining), row.left, row.as_of);
    assertEquals(result.lead, Number(row.counted), row.as_of);
    assertAlmostEquals(result.naive, Number(row.naive), 0.5, row.as_of);
    assertAlmostEquals(result.added!.point, Number(row.point), 0.5, row.as_of);
  }
  const seventeenth = settleState(lateCountPanel, count, { asOf: "2016-11-17" });
  assertEquals(Math.round(lateCount(count, seventeenth).added!.point), 2_414_108);
});

Deno.test("late count: the projection and its interval are those of the notebook on counting", async () => {
  const text = await Deno.readTextFile(`${ROOT}notebooks/07_counting_on.ipynb`);
  const [, ...published] =
    /gave ([\d,]+) \(95% interval ([\d,]+) to ([\d,]+)\), off by/.exec(text) ?? [];
  const { added } = lateCount(count, settleState(lateCountPanel, count, { asOf: "2016-11-23" }));
  assertEquals(
    [added!.point, added!.lower, added!.upper].map(Math.round),
    published.map((number) => Number(number.replaceAll(",", ""))),
  );
});

Deno.test("audit size: the ballots of six close states of 2016, as the reference has them", () => {
  const polling = { MI: 1_141_943, NH: 413_893, PA: 111_182, WI: 96_195, FL: 40_470, MN: 23_755 };
  const comparison = { MI: 2_792, NH: 1_694, PA: 867, WI: 815, FL: 520, MN: 410 };
  for (const [unit, ballots] of Object.entries(polling)) {
    const { options } = auditPlan(
      elections,
      settleState(auditSize, elections, { year: "2016", state: unit, risk: "5", paperless: "0" }),
    );
    const found = Object.fromEntries(options.map((option) => [option.kind, option.ballots]));
    assertEquals(
      [found["ballot polling"], found["ballot comparison"]],
      [ballots, comparison[unit as keyof typeof comparison]],
      unit,
    );
  }
});

Deno.test("audit size: paper is what the notebook on audits knows of it, in each state of 2016", async () => {
  const known = elections.find(({ year }) => year === 2016)!.paperless;
  assertEquals(known.length, 50);
  for (const [unit, surely, atMost] of known) {
    const found = paperlessVotes({ year: 2016, state: unit })!;
    assertEquals([surely, atMost], [found.surely, found.atMost], unit);
  }
  const notebook = await Deno.readTextFile(`${ROOT}notebooks/11_recounts_and_audits.ipynb`);
  const [, published] =
    /in Pennsylvania: ([\d,]+) of its votes were cast in counties/.exec(notebook) ?? [];
  const state = settleState(auditSize, elections, { year: "2016", state: "PA" });
  const { readout } = auditSize.run(elections, state, 640);
  assertStringIncludes(readout, `paperless machines only cast ${published} of its votes`);
  assertStringIncludes(readout, "No audit can settle it");
  assert(auditPlan(elections, state).options.every(({ possible }) => !possible));
  const michigan = settleState(auditSize, elections, { year: "2016", state: "MI" });
  assertEquals(michigan.paperless, "0");
  assertStringIncludes(auditSize.run(elections, michigan, 640).readout, "voted on paper");
  // Another year, of which nothing is known, does not keep 2016's.
  const fields = auditSize.fields(elections, state);
  const moved = settleState(auditSize, elections, changedState(fields, state, "year", "2012"));
  assertEquals([moved.state, moved.paperless], ["PA", "0"]);
});

Deno.test("audit size: paperless ballots of half the margin leave nothing that could settle it", () => {
  const plan = auditPlan(
    elections,
    settleState(auditSize, elections, { year: "2016", state: "PA", paperless: "80" }),
  );
  assert(plan.options.every(({ possible }) => !possible));
});

Deno.test("audit size: a contest is told in the state's name and in no more digits than matter", () => {
  const { readout, table } = auditSize.run(
    elections,
    settleState(auditSize, elections, { year: "2016", state: "WI", risk: "5" }),
    640,
  );
  assertStringIncludes(readout, "Wisconsin 2016: Trump ahead of Clinton by 22,748");
  assertStringIncludes(readout, "At a risk limit of 5%,");
  // 96,195, 815 and all of 2,976,150 ballots.
  assertEquals(table!.rows.map((row) => row[3]), ["3.2%", "0.027%", "100%"]);
});

Deno.test("uniform swing: states and districts are told by name", () => {
  const at = (state: Record<string, string>) =>
    uniformSwingPanel.run(elections, settleState(uniformSwingPanel, elections, state), 640);
  assertStringIncludes(
    at({ year: "2016", swing: "0.77" }).readout,
    "Changed: Michigan, Pennsylvania and Wisconsin.",
  );
  assert(at({ year: "2016" }).table!.rows.some(([name]) => name === "Nebraska's district 2"));
  assertStringIncludes(
    at({ year: "2016", swing: "0" }).readout,
    "As it was: Clinton 232, Trump 306",
  );
});

Deno.test("the panels' elections are the library's contests, in every year and unit", () => {
  for (const election of elections) {
    const own = contestsOf(election);
    const theirs = loadContests({ year: election.year });
    assertEquals(own.map(({ unit }) => unit), theirs.map(({ unit }) => unit));
    const named = election.candidates.map(({ name }) => name).filter((name) =>
      name !== SMALL_CANDIDATES
    );
    own.forEach((contest, i) => {
      const { unit, electors, votes } = theirs[i]!;
      const at = `${election.year} ${unit}`;
      assertEquals(contest.electors, electors, at);
      for (const name of named) {
        assertEquals(contest.votes[name], votes[name] ?? 0, `${at} ${name}`);
      }
      const total = (record: Readonly<Record<string, number>>) =>
        Object.values(record).reduce((sum, count) => sum + count, 0);
      assertEquals(total(contest.votes), total(votes), at);
    });
    assertEquals(
      districtsOf(election).map(({ unit, votes }) => [unit, votes] as const).sort(),
      election.year < 2008 ? [] : districtContests(loadDistrictReturns({ year: election.year }))
        .map(({ unit, votes }) => [unit, votes] as const).sort(),
    );
  }
  // The source's total for Maine's second district in 2016, minor candidates included.
  const maine = contestsOf(elections.find(({ year }) => year === 2016)!)
    .find(({ unit }) => unit === "ME-02")!;
  assertEquals(Object.values(maine.votes).reduce((sum, votes) => sum + votes, 0), 352_341);
});

Deno.test("an address that asks for what there is not is answered in words", () => {
  const of = (asked: PanelState) => misunderstood(auditSize, elections, asked);
  assertEquals(of({ year: "2016", state: "PA", risk: "5.0" }), []);
  assertEquals(of({ state: "wi" }), [
    'Cannot open this address: state: found "wi", expected one of "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI" and 39 more; nearest: "WI". Shown: Wisconsin',
  ]);
  const both = of({ year: "1066", state: "XX" });
  assertEquals(both.length, 2);
  assertStringIncludes(both[0]!, 'year: found "1066"');
  assertStringIncludes(both[1]!, "Shown: Wisconsin");
  assertStringIncludes(
    of({ risk: "900" })[0]!,
    'found "900", expected a number from 0.5 to 25. Shown: 25',
  );
  assertStringIncludes(of({ States: "PA" })[0]!, 'setting: found "States", expected one of');
});

Deno.test("settleState() takes from an address only what a field allows", () => {
  const state = settleState(spoilerMapPanel, elections, {
    year: "1789",
    for: "Nobody",
    without: "Jill Stein,<script>",
    turnout: "250",
    preference: "many",
    else: "x",
  });
  assertEquals(state, {
    ...spoilerMapPanel.start(elections, {}),
    without: "Jill Stein",
    turnout: "100",
  });
});
