import { assertEquals, assertStringIncludes } from "@std/assert";
import { ELECTION_PANELS } from "../../../lib/report/panels/all_panels.ts";
import { auditSize } from "../../../lib/report/panels/audit_size.ts";
import {
  contestsOf,
  districtsOf,
  familyName,
  SMALL_CANDIDATES,
} from "../../../lib/report/panels/election_data.ts";
import { misunderstood, type PanelState, settleState } from "../../../lib/report/panels/panel.ts";
import { loadContests, loadDistrictReturns } from "tallybook/data";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";
import { spoilerMapPanel } from "../../../lib/report/panels/spoiler_map.ts";
import { districtContests, tally } from "../../../lib/election/mod.ts";

const elections = panelElections();

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

Deno.test("a panel opens with 2016, or with the last election where that is not there", () => {
  const early = elections.filter(({ year }) => year < 2000);
  for (const panel of Object.values(ELECTION_PANELS)) {
    assertEquals(panel.start(elections, {}).year, "2016", panel.id);
    assertEquals(panel.start(early, {}).year, "1996", panel.id);
  }
});
