import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { auditPlan, auditSize } from "../../../lib/report/panels/audit_size.ts";
import { changedState, settleState } from "../../../lib/report/panels/panel.ts";
import { paperlessVotes } from "tallybook/data";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const elections = panelElections();
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
  // What a reader sets beside what is known is said as such.
  const set = settleState(auditSize, elections, { year: "2016", state: "MI", paperless: "10" });
  assertStringIncludes(
    auditSize.run(elections, set, 640).readout,
    "voted on paper; computed as if 10% of ballots had no paper record.",
  );
  const unknown = settleState(auditSize, elections, { year: "2020", state: "AZ" });
  assertStringIncludes(
    auditSize.run(elections, unknown, 640).readout,
    "is not known here; computed as if all ballots were on paper.",
  );
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

Deno.test("audit size: the share without paper begins with what is surely known, in percent of a state's votes", () => {
  const election = elections.find(({ year }) => year === 2016)!;
  const some = election.paperless.filter(([, surely]) => surely > 0);
  assert(some.length > 3);
  for (const [unit, surely] of some) {
    const votes = election.units.find(([code]) => code === unit)![2].reduce((a, b) => a + b, 0);
    const state = settleState(auditSize, elections, { year: "2016", state: unit });
    assertEquals(Number(state.paperless), Math.round(surely / votes * 1000) / 10, unit);
  }
});
