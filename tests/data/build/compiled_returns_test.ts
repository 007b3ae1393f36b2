/** What builds read from compilations, gazetteers and precinct files, on raw files of a few lines. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { strToU8, zipSync } from "fflate";
import { countyCodes, countyNames } from "../../../lib/data/build/county_codes.ts";
import { withoutTotals } from "../../../lib/data/build/precinct_totals.ts";
import {
  precinctFiles2024,
  type PrecinctLine,
  readPrecincts2024,
} from "../../../lib/data/build/precincts_2024.ts";
import type { RawFolder } from "../../../lib/data/build/raw_folder.ts";
import {
  compiledState,
  earlyReturns,
  wikiReturns,
} from "../../../lib/data/build/returns_compiled.ts";
import { medslReturns2024 } from "../../../lib/data/build/returns_medsl.ts";
import { DataError } from "../../../lib/data/data_error.ts";

const gazetteer = {
  csv: () => [
    { USPS: "WI", GEOID: "55025", NAME: "Dane County" },
    { USPS: "LA", GEOID: "22095", NAME: "St. John the Baptist Parish" },
    { USPS: "NM", GEOID: "35013", NAME: "Doña Ana County" },
    { USPS: "AK", GEOID: "02185", NAME: "North Slope Borough" },
    { USPS: "VT", GEOID: "50013", NAME: "Grand Isle County" },
  ],
} as unknown as RawFolder;

Deno.test("counties' codes are found by state and name, however the kind of county is written", () => {
  const code = countyCodes(gazetteer);
  assertEquals(
    [
      code("WI", "DANE"),
      code("WI", "Dane county"),
      code("LA", "St John the Baptist"),
      code("LA", "Saint John The Baptist Parish"),
      code("AK", "North Slope"),
      code("VT", "Gd. Isle"),
    ],
    ["55025", "55025", "22095", "22095", "02185", "50013"],
  );
  const error = assertThrows(() => code("WI", "Grand Isle"), DataError);
  assertEquals(error.problems.map(({ expected, found }) => [expected, found]), [
    ['a county "Grand Isle" in WI', "none"],
  ]);
});

Deno.test("counties' names are found by code, without their kind", () => {
  const name = countyNames(gazetteer);
  assertEquals(["55025", "22095", "02185"].map(name), [
    "Dane",
    "St. John the Baptist",
    "North Slope",
  ]);
  const error = assertThrows(() => name("99999"), DataError);
  assertEquals(error.problems[0]!.expected, "a county of code 99999");
});

const year = (file: string) => Number(/(\d{4})\.json$/.exec(file)![1]);

Deno.test("compiled returns have every fourth year from 1840 to 2000, parties by their usual names", () => {
  const raw = {
    corrections: { apply: (_file: string, rows: unknown) => rows },
    json: (file: string) => {
      assert(file.startsWith("wiki-state-1840-2016/voting_data_"));
      const party = ({ 1872: "Democratic/Liberal Republican", 1948: "Dixiecrat" })[year(file)] ??
        "Whig";
      return {
        candidates: [{ name: "Some One", party }, { name: "No Party", party: null }],
        stateResults: [{
          name: "D.C.",
          candidateData: {
            "Some One": { popularVoteTotal: year(file) },
            "No Party": { popularVoteTotal: null },
            "Unlisted Person": { popularVoteTotal: 3 },
            ...year(file) === 1916 ? { "No Candidate": { popularVoteTotal: 4 } } : {},
          },
        }],
      };
    },
  } as unknown as RawFolder;
  const lines = wikiReturns(raw);
  assertEquals(
    [...new Set(lines.map(({ year }) => year))],
    Array.from({ length: 41 }, (_, i) => 1840 + 4 * i),
  );
  const of = (wanted: number) =>
    lines.filter(({ year }) => year === wanted)
      .map(({ name, party, votes, statePo }) => [name, party, votes, statePo]);
  assertEquals(of(1840), [
    ["Some One", "Whig", 1840, "DC"],
    ["No Party", null, 0, "DC"],
    ["Unlisted Person", null, 3, "DC"],
  ]);
  assertEquals(of(1872)[0]![1], "Liberal Republican");
  assertEquals(of(1948)[0]![1], "States' Rights Democratic");
  assertEquals(of(1916)[3], ["Progressive electors", "Progressive", 4, "DC"]);
  assertEquals(
    [...new Set(lines.map(({ state, label, status }) => `${state}/${label}/${status}`))],
    ["District of Columbia//compiled"],
  );
});

Deno.test("early returns have 1824 to 1836, states that voted, and no totals", () => {
  const raw = {
    json: (file: string) => ({
      candidates: { "Andrew Jackson": "Democratic" },
      votes: {
        Virginia: {
          popular: { "Andrew Jackson": String(year(file)), "Other Man": "2", status: "x" },
        },
        "New York": {},
        Total: { popular: { "Andrew Jackson": "999" } },
      },
    }),
  } as unknown as RawFolder;
  assertEquals(
    earlyReturns(raw).map(({ year, statePo, state, name, party, votes, source }) =>
      [year, statePo, state, name, party, votes, source].join(" ")
    ),
    [1824, 1828, 1832, 1836].flatMap((each) => [
      `${each} VA Virginia Andrew Jackson Democratic ${each} clavesi-1789-2020/${each}.json`,
      `${each} VA Virginia Other Man  2 clavesi-1789-2020/${each}.json`,
    ]),
  );
});

Deno.test("states of the compilations are found by the names that these have", () => {
  assertEquals(["D.C.", "Distric of Columbia", "Ohio"].map(compiledState), ["DC", "DC", "OH"]);
  assertThrows(() => compiledState("Ohia"), TypeError, "Ohio");
});

Deno.test("of labels with equally many votes the first by name is the party; ballots for nobody are none", () => {
  const row = (candidate: string, party_detailed: string, votes: string) => ({
    ...{ year: "2024", state_po: "OH", candidate, party_detailed, votes },
  });
  const rows = [
    row("STEIN, JILL", "ZEBRA PARTY", "5"),
    row("STEIN, JILL", "GREEN", "5"),
    row("BLANK VOTES", "", "7"),
    row("OVERVOTES", "", "7"),
    row("WHO, ELSE", "DEMOCRAT", "1"),
    row("WHO, ELSE", "REPUBLICAN", "2"),
  ];
  const read = (some: typeof rows) =>
    medslReturns2024({ csv: () => some } as unknown as RawFolder)
      .map(({ name, party, votes }) => `${name} ${party} ${votes}`);
  assertEquals(read(rows), [
    "Jill Stein Green 5",
    "Jill Stein Green 5",
    "Else Who Republican 1",
    "Else Who Republican 2",
  ]);
  assertEquals(read([rows[1]!, rows[0]!]), ["Jill Stein Green 5", "Jill Stein Green 5"]);
});

const HEADER = "precinct,office,party_detailed,party_simplified,mode,votes,county_fips," +
  "jurisdiction_name,candidate,district,stage,special\n";
const precincts = (lines: readonly string[], file = "medsl-precinct-2024/wi24.zip") =>
  readPrecincts2024(
    {
      bytes: () => zipSync({ "WI/wi24.csv": strToU8(HEADER + lines.join("\n") + "\n") }),
    } as unknown as RawFolder,
    file,
  );

Deno.test("precincts' lines of 2024 keep five contests and two counts of the general election", () => {
  const line = (office: string, more = "GEN,FALSE", votes = "3", district = "1") =>
    ` P1 ,${office},WORKING FAMILIES,OTHER,EARLY,${votes},5025.0, DANE ,ADA,${district},${more}`;
  const lines = precincts([
    line("US PRESIDENT"),
    line("US SENATE"),
    line("GOVERNOR"),
    line("GOVERNOR AND LT. GOVERNOR"),
    line("US HOUSE"),
    line("REGISTERED VOTERS"),
    line("TOTAL VOTERS"),
    line("STATE SENATE"),
    line("US PRESIDENT", "PRI,FALSE"),
    line("US SENATE", "GEN,TRUE"),
    line("US HOUSE", "GEN,true"),
    line("US PRESIDENT", "GEN,TRUE"),
    line("US PRESIDENT", "GEN,FALSE", "*"),
  ]);
  assertEquals(lines.map(({ contest, district, votes }) => `${contest} ${district} ${votes}`), [
    "president  3",
    "senate  3",
    "governor  3",
    "governor  3",
    "house 1 3",
    "registered  3",
    "ballots  3",
    "president  3",
    "president  null",
  ]);
  const [first] = lines;
  assertEquals([first!.fips, first!.jurisdiction, first!.precinct, first!.mode, first!.candidate], [
    "05025",
    "DANE",
    "P1",
    "early",
    "ADA",
  ]);
});

Deno.test("a count that is none stops the build with its row", () => {
  const line = (votes: string) => `P1,US PRESIDENT,,,,${votes},55025,DANE,ADA,,GEN,FALSE`;
  assertEquals(precincts([line("0")])[0]!.mode, "total");
  for (const votes of ["", "1.5", "many"]) {
    const error = assertThrows(() => precincts([line("4"), line(votes)]), DataError);
    assertEquals(error.problems.map(({ row, column, found }) => [row, column, found]), [
      [3, "votes", `"${votes}"`],
    ]);
  }
});

Deno.test("files of precincts are found by their state", () => {
  const raw = {
    listed: (folder: string) =>
      ["wi24.zip", "oh24.gz", "notes24.txt", "wi20.zip", "README"].map((file) => folder + file),
  } as unknown as RawFolder;
  assertEquals([...precinctFiles2024(raw)], [
    ["WI", "medsl-precinct-2024/wi24.zip"],
    ["OH", "medsl-precinct-2024/oh24.gz"],
  ]);
});

const one = (
  precinct: string,
  mode: string,
  votes: number | null,
  more: Partial<PrecinctLine> = {},
): PrecinctLine => ({
  ...{ fips: "34003", jurisdiction: "BERGEN", precinct, mode, contest: "president", district: "" },
  ...{ candidate: "X", party: "", votes },
  ...more,
});

Deno.test("what totals leave out is counted by kind, county by county and contest by contest", () => {
  const { lines, ...left } = withoutTotals([
    // A total of places, of a county's name.
    one("County Total", "total", 9),
    one("A", "total", 4),
    one("B", "total", 5),
    // The same names in another contest, where the sum is another.
    one("County Total", "total", 8, { contest: "senate" }),
    one("A", "total", 4, { contest: "senate" }),
    // A total of modes, in another county.
    one("C", "early", 3, { fips: "34005" }),
    one("C", "late", 4, { fips: "34005" }),
    one("C", "total", 7, { fips: "34005" }),
    // Three modes that repeat the county's counts.
    ...["early", "late", "mail"].map((mode) => one("D", mode, 6, { fips: "34007" })),
  ]);
  assertEquals(left, { places: 1, modes: 1, repeated: 2 });
  assertEquals(lines.map(({ precinct, mode, votes }) => `${precinct} ${mode} ${votes}`), [
    ...["A total 4", "B total 5", "County Total total 8", "A total 4"],
    ...["C early 3", "C late 4", "D total 6"],
  ]);
});

Deno.test("counts that are withheld are none in a sum, and modes without votes are no copies", () => {
  const kept = (lines: PrecinctLine[]) => withoutTotals(lines).lines.length;
  assertEquals(
    kept([one("Total", "total", 4), one("A", "total", 4), one("B", "total", null)]),
    2,
  );
  assertEquals(kept([one("A", "early", 0), one("A", "late", 0)]), 2);
  assertEquals(kept([one("A", "early", null), one("A", "late", null)]), 2);
  // Places whose votes are all zero add up nothing.
  assertEquals(kept([one("Total", "total", 0), one("A", "total", 0)]), 2);
  // Another candidate's votes of the same number are no total.
  assertEquals(kept([one("Total", "total", 4), one("A", "total", 4, { candidate: "Y" })]), 2);
});
