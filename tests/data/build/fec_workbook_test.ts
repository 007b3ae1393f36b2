import { assertEquals } from "@std/assert";
import { fecWorkbooks, readFecLines, readFecTotals } from "../../../lib/data/build/fec_workbook.ts";
import type { RawFolder } from "../../../lib/data/build/raw_folder.ts";
import { fecReturns } from "../../../lib/data/build/returns_fec.ts";

const HEADER = [
  "FEC ID",
  "STATE",
  " STATE  ABBREVIATION ",
  "FIRST NAME",
  "LAST NAME",
  "PARTY",
  "GENERAL RESULTS",
  "TOTAL VOTES",
];
const LINES = [
  ["P1", "Ohio", "OH", "Ann", "Other", "R", 10, null],
  ["P1", "Iowa", "IA", "Ann  B.", "Other", "R", "[1,234]", null],
  ["P1", "Utah", "UT", "Ann", "Other", "LIB", 3, null],
  ["n/a", "Ohio", "OH", "", "Scattered", "W", 4, null],
  ["n/a", "Nevada", "NV", "", "None of these candidates", "", 5, null],
  ["P2", "New York", "NY", "Ben", "Else", "Combined Parties:", 9, null],
  ["P2", "New York", "NY", "Ben", "Else", "D", 7, "Combined Parties:"],
  ["P2", "New York", "NY", "Ben", "Else", "D", 6, null],
  ["", "Ohio", "OH", "", "", "", 99, "Total State Votes:"],
  ["P3", "Ohio", "OH", "Cy", "Third", "W", "n/a", null],
];
const NATIONAL = [
  ["Popular vote", null, null],
  ["Ann Other (R)", null, 1247, 0.6],
  ["Ben Else (D, WF)", null, 6],
  ["Cy Third", "(LIB)/IND", 0.5, 2],
  ["Voting Age Population", null, 5000],
  ["", null, 5],
  ["Total:", null, 1255],
  ["After", null, 7],
];
const [workbook] = fecWorkbooks;
const raw = {
  sheet: (_: string, name: string) => name === workbook!.results ? [HEADER, ...LINES] : NATIONAL,
} as unknown as RawFolder;

Deno.test("a line is a candidate under one label; totals, combined parties and lines without votes are none", () => {
  assertEquals(
    readFecLines(raw, workbook!).map(({ statePo, state, name, label, votes }) => [
      statePo,
      state,
      name,
      label,
      votes,
    ]),
    [
      ["OH", "Ohio", "Ann Other", "R", 10],
      // A candidate's number says who it is: the name is spelled as most states do.
      ["IA", "Iowa", "Ann Other", "R", 1234],
      ["UT", "Utah", "Ann Other", "LIB", 3],
      ["OH", "Ohio", "Others and write-ins", "W", 4],
      ["NV", "Nevada", "None of these candidates", "", 5],
      ["NY", "New York", "Ben Else", "D", 6],
    ],
  );
});

Deno.test("of spellings alike in number the shorter is taken, of those alike in length the first", () => {
  const spelled = (...names: string[]) => {
    const lines = names.map((name) => ["P9", "Ohio", "OH", name, "X", "R", 1, null]);
    const sheet = { sheet: () => [HEADER, ...lines] } as unknown as RawFolder;
    return readFecLines(sheet, workbook!)[0]!.name;
  };
  assertEquals(spelled("Anne", "Ann"), "Ann X");
  assertEquals(spelled("Bob", "Ann"), "Ann X");
  assertEquals(spelled("Anne", "Anne", "Ann"), "Anne X");
});

Deno.test("national totals end with the total, a party is the first that is named", () => {
  assertEquals(readFecTotals(raw, workbook!), [
    { name: "Ann Other", party: "R", votes: 1247 },
    { name: "Ben Else", party: "D", votes: 6 },
    { name: "Cy Third", party: "LIB", votes: 2 },
    { name: "Total:", party: null, votes: 1255 },
  ]);
});

Deno.test("the returns are of four elections, certified but for Wisconsin's recount of 2016", () => {
  const sheet = (lines: unknown[]) => (_: string, name: string) =>
    fecWorkbooks.some(({ results }) => results === name)
      ? [HEADER, ...lines]
      : [["Ann Other (Democrat)", null, 9]];
  const both = {
    sheet: sheet([
      ["P1", "Wisconsin", "WI", "Ann", "Other", "R", 10, null],
      ["P4", "Ohio", "OH", "Dee", "Unknown", "R", 1, null],
    ]),
  } as unknown as RawFolder;
  assertEquals(
    fecReturns(both).map((
      { year, statePo, party, status, source },
    ) => [year, statePo, party, status, source.slice(0, 25)]),
    fecWorkbooks.flatMap(({ year, file }) => [
      [year, "WI", "Democratic", year === 2016 ? "recount" : "certified", file.slice(0, 25)],
      [year, "OH", null, "certified", file.slice(0, 25)],
    ]),
  );
});
