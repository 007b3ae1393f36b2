import { assertEquals } from "@std/assert";
import {
  loadPrecinctTurnout2024,
  loadPrecinctVotes2024,
  loadSenateReturns,
  loadStateReturns,
} from "tallybook/data";
import { golden } from "../../golden/read.ts";

const votes = loadPrecinctVotes2024();

function sums(column: "harris" | "trump" | "senate_democratic" | "senate_republican") {
  const byState: Record<string, number> = {};
  for (const row of votes) {
    byState[row.state_po] = (byState[row.state_po] ?? 0) + (row[column] ?? 0);
  }
  return byState;
}

Deno.test("precincts of 2024 add up to the official totals in 26 of 43 states, and to known differences elsewhere", () => {
  const official = new Map(
    loadStateReturns({ year: 2024 }).map((row) => [row.state_po + row.candidate, row.votes]),
  );
  const differs = (column: "harris" | "trump", candidate: string) =>
    Object.entries(sums(column)).filter(([state, n]) => n !== official.get(state + candidate))
      .map(([state]) => state);
  const states = new Set([
    ...differs("harris", "Kamala Harris"),
    ...differs("trump", "Donald Trump"),
  ]);
  // As the list of raw files says of each state's file: short, suppressed or another version.
  assertEquals([...states].sort(), [
    "AR",
    "FL",
    "GA",
    "IN",
    "KS",
    "KY",
    "ME",
    "MS",
    "MT",
    "NJ",
    "NM",
    "NV",
    "OR",
    "PA",
    "TX",
    "VA",
    "WA",
  ]);
  assertEquals(sums("harris").WI, 1_668_229);
  assertEquals(sums("trump").MI, 2_816_636);
});

Deno.test("files that hold totals beside their parts are counted once: Connecticut, Delaware, Oklahoma, Rhode Island", () => {
  const harris = sums("harris");
  // The states' certified totals.
  assertEquals([harris.CT, harris.DE, harris.OK, harris.RI], [992_053, 289_758, 499_599, 285_156]);
  const modes = new Set(
    votes.filter(({ state_po, harris, trump }) =>
      state_po === "CT" && (harris ?? 0) + (trump ?? 0) > 0
    ).map(({ mode }) => mode),
  );
  assertEquals(modes.has("total"), false);
});

Deno.test("Indiana's twelve counties with three equal ways of voting keep one copy", () => {
  const allen = votes.filter(({ fips }) => fips === "18003");
  assertEquals(allen.reduce((sum, row) => sum + row.harris!, 0), 69_960);
  assertEquals(new Set(allen.map(({ mode }) => mode)), new Set(["total"]));
});

Deno.test("the Senate by precinct is the Senate by state where the president is exact", () => {
  const official: Record<string, Record<string, number>> = {};
  for (const row of loadSenateReturns({ year: 2024 })) {
    if (row.kind !== "candidate" || row.round !== "general" || row.special) continue;
    const parties = official[row.state_po] ??= {};
    parties[row.party] = (parties[row.party] ?? 0) + row.votes;
  }
  for (const state of ["WI", "MI", "MD", "CT", "MO", "TN", "WV", "ND"]) {
    assertEquals(
      [sums("senate_democratic")[state], sums("senate_republican")[state]],
      [official[state]?.Democratic, official[state]?.Republican],
      state,
    );
  }
});

Deno.test("drop-off from the tables is the golden drop-off of all 417 pairs of 1976 to 2024", () => {
  const reference = golden<{
    rows: {
      year: number;
      state_po: string;
      president: number;
      senate: number;
      senate_no_vote: number | null;
    }[];
  }>("drop_off_1976_2024.json");
  const senate = new Map<string, { all: number; none: number }>();
  for (const row of loadSenateReturns()) {
    if (row.round !== "general" || row.special) continue;
    const key = `${row.year}${row.state_po}`;
    const sum = senate.get(key) ?? { all: 0, none: 0 };
    senate.set(key, sum);
    if (row.kind === "candidate") sum.all += row.votes;
    else sum.none += row.votes;
  }
  assertEquals(reference.rows.length, 417);
  for (const row of reference.rows) {
    const own = senate.get(`${row.year}${row.state_po}`)!;
    assertEquals(own.all, row.senate, `${row.year} ${row.state_po}`);
    assertEquals(own.none || null, row.senate_no_vote, `${row.year} ${row.state_po}`);
  }
});

Deno.test("turnout of 2024: Iowa's registered voters and ballots, in 99 counties", () => {
  const iowa = loadPrecinctTurnout2024({ states: ["IA"] });
  assertEquals(new Set(iowa.map(({ fips }) => fips)).size, 99);
  assertEquals(
    iowa.every(({ registered, ballots }) => registered !== null && ballots !== null),
    true,
  );
});
