import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type AnomalyKind,
  findAnomalies,
  loadCountVotes2020,
  loadCountyReturns,
  loadFlorida2000,
  loadWisconsinUnits,
  type PlaceVotes,
} from "tallybook/data";

function kinds(rows: readonly PlaceVotes[], totals?: Record<string, number>): AnomalyKind[] {
  const found = findAnomalies(rows, totals === undefined ? {} : { totals });
  return [...new Set(found.map(({ kind }) => kind))];
}

const CANDIDATES_2000 = [
  "bush",
  "gore",
  "browne",
  "nader",
  "harris",
  "hagelin",
  "buchanan",
  "mcreynolds",
  "phillips",
  "moorehead",
] as const;

function florida(
  change: (county: string, candidate: string, votes: number) => number,
): PlaceVotes[] {
  return loadFlorida2000().toRecords().flatMap((row) =>
    CANDIDATES_2000.map((candidate) => ({
      place: row.county,
      candidate,
      votes: change(row.county, candidate, row[candidate]),
    }))
  );
}

Deno.test("findAnomalies() finds nothing in Florida's corrected counties of 2000", () => {
  assertEquals(findAnomalies(florida((_county, _candidate, votes) => votes)), []);
});

Deno.test("findAnomalies() finds Volusia's election-night figure for a small party", () => {
  // On election night the Socialist Workers' candidate, who got 8 votes, was given 9,888.
  const found = findAnomalies(
    florida((county, candidate, votes) =>
      county === "Volusia" && candidate === "harris" ? 9888 : votes
    ),
  );
  assertEquals(
    found.map(({ kind, places, candidate, votes }) => [kind, places, candidate, votes]),
    [
      ["share out of line", ["Volusia"], "harris", 9888],
    ],
  );
});

Deno.test("findAnomalies() finds votes below zero", () => {
  // Volusia's memory card took 16,022 votes away from Gore that night.
  const found = findAnomalies([{ place: "Volusia", candidate: "gore", votes: -16_022 }]);
  assertEquals(found.map(({ kind, votes }) => [kind, votes]), [["negative votes", -16_022]]);
});

Deno.test("findAnomalies() finds Alaska's total repeated in 29 rows among other counties", () => {
  const alaska = Array.from({ length: 29 }, (_, index) => [
    { place: `Alaska ${index}`, candidate: "Clinton", votes: 93_003 },
    { place: `Alaska ${index}`, candidate: "Trump", votes: 130_413 },
  ]).flat();
  const others = loadCountyReturns({ year: 2016, states: ["WI", "IA"] }).toRecords()
    .map(({ fips, candidate, votes }) => ({ place: fips, candidate, votes }));
  const found = findAnomalies([...others, ...alaska]).filter(({ kind }) =>
    kind === "votes repeated"
  );
  assertEquals(found.map(({ places }) => places.length), [29]);
});

Deno.test("findAnomalies() finds a county with its neighbor's votes", () => {
  // Connecticut 2012 in MEDSL's file: Tolland has Windham's votes.
  const found = findAnomalies([
    { place: "Litchfield", candidate: "Obama", votes: 43_856 },
    { place: "Litchfield", candidate: "Romney", votes: 47_201 },
    { place: "Tolland", candidate: "Obama", votes: 25_957 },
    { place: "Tolland", candidate: "Romney", votes: 19_768 },
    { place: "Tolland", candidate: "Other", votes: 863 },
    { place: "Windham", candidate: "Obama", votes: 25_957 },
    { place: "Windham", candidate: "Romney", votes: 19_768 },
    { place: "Windham", candidate: "Other", votes: 769 },
  ]);
  assertEquals(found.map(({ kind, places }) => [kind, places]), [
    ["votes repeated", ["Tolland", "Windham"]],
  ]);
});

Deno.test("findAnomalies() finds a total among its parts", () => {
  const parts = loadCountyReturns({ year: 2016, states: ["WI"] }).toRecords()
    .map(({ county, candidate, votes }) => ({ place: county, candidate, votes }));
  const sums = new Map<string, number>();
  for (const { candidate, votes } of parts) {
    sums.set(candidate, (sums.get(candidate) ?? 0) + votes);
  }
  const total = [...sums].map(([candidate, votes]) => ({ place: "Everything", candidate, votes }));
  const found = findAnomalies([...parts, ...total])
    .filter(({ kind }) => kind === "total among its parts");
  assertEquals(found.map(({ places }) => places), [["Everything"]]);
});

/** Some states of 2016 as MEDSL's file has them, with the FEC's totals. */
const MEDSL_2016: readonly PlaceVotes[] = [
  { place: "NY", candidate: "CLINTON, HILLARY", votes: 4_556_124 },
  { place: "NY", candidate: "BLANK VOTE", votes: 77_179 },
  { place: "NY", candidate: "VOID VOTE", votes: 3_452 },
  { place: "NY", candidate: "SCATTERING", votes: 56_002 },
  { place: "MA", candidate: "BLANK VOTE", votes: 53_775 },
  { place: "PA", candidate: "CLINTON, HILLARY", votes: 2_926_441 },
  { place: "PA", candidate: "TRUMP, DONALD J.", votes: 2_970_733 },
  { place: "PA", candidate: "JOHNSON, GARY", votes: 146_715 },
  { place: "PA", candidate: "STEIN, JILL", votes: 49_941 },
  { place: "PA", candidate: "CASTLE, DARRELL L.", votes: 21_572 },
];

Deno.test("findAnomalies() finds blank and void ballots that are counted as votes", () => {
  const found = findAnomalies(MEDSL_2016).filter(({ kind }) => kind === "no votes named");
  assertEquals(found.map(({ places, votes }) => [places[0], votes]), [
    ["NY", 77_179],
    ["NY", 3_452],
    ["MA", 53_775],
  ]);
});

Deno.test("findAnomalies() finds a total that the candidates do not add up to", () => {
  const pennsylvania = MEDSL_2016.filter(({ place }) => place === "PA");
  const found = findAnomalies(pennsylvania, { totals: { PA: 6_165_478 } });
  // 6,165,478 in the FEC's table less the five candidates' 6,115,402: the write-ins.
  assertEquals(found.map(({ kind, votes }) => [kind, votes]), [["total differs", 50_076]]);
});

Deno.test("findAnomalies() finds the state that lacks its write-ins", () => {
  const states = ["AL", "CA", "CO", "FL", "IA", "MN", "NC", "NY", "OR", "VA", "WA"];
  const others = states.flatMap((place, index) => [
    { place, candidate: "Clinton", votes: 900_000 + 10_007 * index },
    { place, candidate: "Trump", votes: 800_000 + 20_011 * index },
    { place, candidate: "Write-in", votes: 9_000 + 103 * index },
  ]);
  const found = findAnomalies([...others, ...MEDSL_2016.filter(({ place }) => place === "PA")]);
  assertEquals(found.map(({ kind, places }) => [kind, places]), [["write-ins missing", ["PA"]]]);
});

Deno.test("findAnomalies() finds a snapshot that goes backwards", () => {
  const rows = loadCountVotes2020({ states: ["AR"] }).toRecords()
    .map(({ time, biden, state_po }) => ({
      place: state_po,
      candidate: "Biden",
      votes: biden,
      time,
    }));
  const [first] = findAnomalies(rows);
  assertEquals([first?.kind, first?.votes], ["count goes backwards", -1928]);
});

Deno.test("findAnomalies() does not mind counts that only grow, in any order of rows", () => {
  const growing = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(growing, (steps) => {
      let votes = 0;
      const rows = steps.map((step, index) => {
        votes += step;
        return { place: "A", candidate: "B", votes, time: String(index).padStart(3, "0") };
      });
      assertEquals(findAnomalies(rows.reverse()), []);
    }),
    { numRuns: 50, seed: 1 },
  );
});

Deno.test("findAnomalies() is silent on Wisconsin's counties added up from reporting units", () => {
  const rows = loadWisconsinUnits().toRecords().flatMap((unit) => [
    { place: unit.county, candidate: "Trump", votes: unit.trump_recount },
    { place: unit.county, candidate: "Clinton", votes: unit.clinton_recount },
    { place: unit.county, candidate: "Johnson", votes: unit.johnson_recount },
    { place: unit.county, candidate: "Stein", votes: unit.stein_recount },
  ]);
  assertEquals(kinds(rows), []);
});
