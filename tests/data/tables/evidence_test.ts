import { assert, assertEquals } from "@std/assert";
import {
  loadApportionment,
  loadElectoralVotes,
  loadElectorLaws,
  loadHouseDelegations,
  loadRecounts,
  loadWisconsinUnits,
} from "tallybook/data";

/** The evidence tables against counts that others printed. */

const laws = (year: number) => loadElectorLaws({ year }).toRecords();

Deno.test("loadElectorLaws() has as many binding states as the lists of 2016 and 2020 count", () => {
  const binding = (year: number) =>
    laws(year).filter(({ law, state_po }) => law !== "none" && state_po !== "DC").length;
  assertEquals(binding(2016), 30); // LawNewz, December 19, 2016: 30 states and the District
  assertEquals(binding(2020), 32); // Chiafalo v. Washington: 32 states and the District
});

Deno.test("loadElectorLaws() has the 15 states with a sanction of Chiafalo v. Washington", () => {
  // Maine's officials ruled a vote out of order; no statute lets them, so that the Court has it not.
  const backed = laws(2020).filter(({ law, state_po }) =>
    ["penalty", "vote void", "vote void by ruling"].includes(law) && state_po !== "ME"
  );
  assertEquals(backed.length, 15);
});

Deno.test("loadElectorLaws() has an address for every row and a statute for every law", () => {
  for (const { law, statute, page, state } of loadElectorLaws().toRecords()) {
    assert(/^https?:\/\//.test(page), state);
    assertEquals(statute === null, law === "none", state);
  }
});

Deno.test("loadHouseDelegations() adds up to the House that was elected, party by party", () => {
  const totals = (year: number) => {
    const rows = loadHouseDelegations({ year }).toRecords();
    const sum = (key: "democrats" | "republicans" | "independents" | "unknown") =>
      rows.reduce((total, row) => total + row[key], 0);
    return [sum("democrats"), sum("republicans"), sum("independents"), sum("unknown")];
  };
  // Party divisions as the Clerk of the House has them after each election.
  assertEquals(totals(2000), [212, 221, 2, 0]);
  assertEquals(totals(2004), [202, 232, 1, 0]);
  assertEquals(totals(2008), [257, 178, 0, 0]);
  assertEquals(totals(2012), [201, 234, 0, 0]);
  assertEquals(totals(2016), [194, 241, 0, 0]);
  assertEquals(totals(2020), [222, 213, 0, 0]);
  assertEquals(totals(2024).reduce((a, b) => a + b), 435);
});

Deno.test("loadHouseDelegations() gives each state the seats of its apportionment", () => {
  for (const year of [1992, 2000, 2004, 2012, 2020, 2024]) {
    const census = Math.floor((year - 1) / 10) * 10;
    const seats = Object.fromEntries(
      loadApportionment({ census }).toRecords().map((row) => [row.state_po, row.seats]),
    );
    for (const row of loadHouseDelegations({ year }).toRecords()) {
      const members = row.democrats + row.republicans + row.independents + row.unknown;
      assertEquals(members, seats[row.state_po], `${row.state} ${year}`);
    }
  }
});

Deno.test("loadHouseDelegations() has Republicans in control of 32 delegations elected in 2016", () => {
  const controls = (party: "democrats" | "republicans") =>
    loadHouseDelegations({ year: 2016 }).toRecords().filter((row) =>
      2 * row[party] > row.democrats + row.republicans + row.independents
    ).length;
  assertEquals([controls("republicans"), controls("democrats")], [32, 17]);
});

Deno.test("loadRecounts() agrees with Wisconsin's own tables, and with what FairVote found", () => {
  const rows = loadRecounts().toRecords();
  const wisconsin = rows.find((row) => row.state_po === "WI" && row.year === 2016)!;
  const units = loadWisconsinUnits().toRecords();
  const lead = (kind: "original" | "recount") =>
    units.reduce((sum, row) => sum + row[`trump_${kind}`] - row[`clinton_${kind}`], 0);
  assertEquals([wisconsin.margin_before, wisconsin.margin_after], [
    lead("original"),
    lead("recount"),
  ]);
  // FairVote: three reversals since 2000, all with less than 0.06 percent between the two.
  const reversed = rows.filter((row) => row.margin_after < 0);
  assertEquals(reversed.map(({ year, state_po }) => `${state_po} ${year}`), [
    "WA 2004",
    "VT 2006",
    "MN 2008",
  ]);
  for (const row of reversed) assert(100 * row.margin_before / row.votes! < 0.06, row.state);
});

Deno.test("the electors of 2016 fall on the laws: 155 of Trump's under none", () => {
  const law = new Map(laws(2016).map((row) => [row.state_po, row.law]));
  const free: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year: 2016, status: "won" }).toRecords()) {
    if (row.candidate !== "Donald Trump") continue;
    const kind = law.get(row.state_po)!;
    free[kind] = (free[kind] ?? 0) + row.electors;
  }
  // TX 38 GA 16 AZ 11 AR 6 ID 4 IN 11 IA 6 KS 6 KY 8 LA 8 MO 10 ND 3 PA 20 SD 3 WV 5 = 155;
  // MI 16 MT 3 NE 5 NC 15 UT 6 = 45; OK 7 SC 9 = 16; Maine's second district 1; 89 of the rest.
  assertEquals(free, {
    "none": 155,
    "vote void": 45,
    "penalty": 16,
    "vote void by ruling": 1,
    "pledge or direction only": 89,
  });
});
