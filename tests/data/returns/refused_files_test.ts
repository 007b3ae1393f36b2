/** What is said of files that have no row to read, or whose votes are none, at the bounds of what is said. */
import { assertEquals, assertThrows } from "@std/assert";
import { strToU8, zipSync } from "fflate";
import {
  checkReturns,
  DataError,
  findAnomalies,
  loadCountyReturns,
  readReturns,
} from "tallybook/data";
import { inspectionText } from "../../../lib/data/returns/commands/inspection.ts";
import type { Inspection } from "../../../lib/data/returns/commands/inspection.ts";
import { mendings, reading, refusing } from "./reading.ts";
import { withFile } from "./with_file.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
const HEADER = "county,precinct,office,party,candidate,votes\n";

Deno.test("a file without rows for president names its offices, twelve at most", () => {
  const found = (offices: number) =>
    refusing(
      FILE,
      HEADER + Array.from({ length: offices }, (_, at) => `Elm,1,Judge ${at},,Ada,5\n`).join(""),
    ).problems.map(({ found, expected, column }) => [column, expected, found]);
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => `"Judge ${at}"`).join(", ");
  assertEquals(found(12), [["office", "rows for president", `rows for ${named(12)}`]]);
  assertEquals(found(14), [["office", "rows for president", `rows for ${named(12)} and 2 more`]]);
  assertEquals(refusing(FILE, HEADER).problems.map(({ found }) => found), ["a header line only"]);
});

Deno.test("an archive that has not one file of returns names its files, five at most", () => {
  const message = (count: number) => {
    const members = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`${at}.txt`, strToU8(`nothing ${at}\n`)]),
    );
    return withFile(
      zipSync(members),
      (path) =>
        assertThrows(() => readReturns(path, { year: 2016, state: "WI" }), DataError)
          .problems[0]!.found,
      "r.zip",
    );
  };
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => `"${at}.txt"`).join(", ");
  assertEquals(message(2), `an archive of 2 files: ${named(2)}`);
  assertEquals(message(5), `an archive of 5 files: ${named(5)}`);
  assertEquals(message(6), `an archive of 6 files: ${named(5)} and others`);
});

type Place = readonly number[];
const NAMES = ["Ada Red", "Ben Blue", "Cy Gold", "Di Green"];
const file = (places: readonly Place[]) =>
  HEADER +
  places.flatMap((votes, place) =>
    votes.map((count, at) => `Elm,P${place},President,,${NAMES[at]},${count}\n`)
  ).join("");
const isRefused = (places: readonly Place[], words: RegExp) => {
  try {
    reading(FILE, file(places), { check: false });
    return false;
  } catch (error) {
    assertEquals(error instanceof DataError && words.test(error.message), true, `${error}`);
    return true;
  }
};

Deno.test("votes that add up to 100 in five places, in three ways, are percentages, one vote of rounding aside", () => {
  const shares = (...places: Place[]) =>
    isRefused(places, /numbers that add up to 100 in each of \d places, as percentages do/);
  const five: Place[] = [[60, 40], [55, 45], [30, 70], [60, 40], [55, 45]];
  assertEquals(shares(...five), true);
  assertEquals(shares(...five.slice(1)), false);
  assertEquals(shares([60, 40], [55, 45], [60, 40], [60, 40], [55, 45]), false);
  assertEquals([shares(...five, [60, 41]), shares(...five, [60, 39])], [true, true]);
  assertEquals([shares(...five, [60, 42]), shares(...five, [60, 38])], [false, false]);
  // A place of one candidate is none of shares; one without votes says nothing.
  assertEquals([shares(...five, [100]), shares(...five, [0, 0])], [false, true]);
});

Deno.test("three candidates with the same votes in three places, nine of ten, are a total that is repeated", () => {
  const alike = (same: number, others: number) =>
    isRefused(
      [
        ...Array.from({ length: same }, (_, at) => [500 + at, 500 + at, 500 + at]),
        ...Array.from({ length: others }, (_, at) => [700 + at, 500 - at, 31 + 2 * at]),
      ],
      /the same number for all candidates in \d+ of \d+ places, as a contest's total is repeated/,
    );
  assertEquals([alike(3, 0), alike(2, 0), alike(9, 1), alike(8, 1), alike(17, 2)], [
    true,
    false,
    true,
    false,
    false,
  ]);
  // Two candidates may tie, and zeros say nothing.
  assertEquals(isRefused([[500, 500], [501, 501], [502, 502], [503, 503]], /./), false);
  assertEquals(isRefused([[0, 0, 0], [0, 0, 0], [0, 0, 0], [9, 8, 7]], /./), false);
});

Deno.test("ballots for nobody are told with the rows that they stand in", () => {
  const found = (rows: string) =>
    findAnomalies(
      reading(FILE, `${HEADER}Elm,1,President,,Ada,50\nElm,1,President,,Ben,40\n${rows}`, {
        check: false,
      }),
    ).filter(({ kind }) => kind === "no votes named").map(({ message, rows, votes }) => [
      message,
      rows,
      votes,
    ]);
  const behind = 'of "Under Votes" are for nobody: they are kept apart from the returns';
  assertEquals(found("Elm,1,President,,Under Votes,1200\n"), [[
    `1,200 ballots in 1 row ${behind}`,
    [4],
    1200,
  ]]);
  assertEquals(found("Elm,1,President,,Under Votes,3\nElm,2,President,,Under Votes,4\n"), [[
    `7 ballots in 2 rows ${behind}`,
    [4, 5],
    7,
  ]]);
  assertEquals(found("Elm,1,President,,Under Votes,0\n"), []);
});

Deno.test("a year without an election and a name of a primary are told, and the rows are taken", () => {
  const notes = (name: string, year?: number) =>
    mendings(reading(name, `${HEADER}Elm,1,President,,Ada,50\n`, {
      check: false,
      ...(year === undefined ? {} : { year }),
      state: "OH",
    })).filter((note) => /had none|primary|as they say/.test(note));
  assertEquals(notes("20161108__oh__general.csv"), []);
  assertEquals(notes("20181106__oh__general.csv"), ["2018, which had none"]);
  // The first was chosen from December 1788 to January 1789.
  assertEquals([notes("general.csv", 1789), notes("general.csv", 1788)], [[], []]);
  assertEquals(notes("general.csv", 1790), ["1790, which had none"]);
  const primary = "a file whose name says a primary: its rows are taken all the same";
  assertEquals(notes("20160315__oh__primary__elm.csv"), [primary]);
  assertEquals(notes("2016_oh_Primaries.csv"), [primary]);
  assertEquals(notes("20161108__oh__primarily.csv"), []);
});

Deno.test("returns are checked as a list, as a frame and as they were read; anything else is refused", () => {
  const rows = loadCountyReturns({ year: 2016, states: ["WI"] });
  const [first] = checkReturns(rows);
  assertEquals(first?.verdict, "agrees");
  assertEquals(checkReturns({ checks: [first!] }), [first!]);
  for (const other of [null, undefined, "returns", 5, {}, { checks: "none" }]) {
    const message = assertThrows(() => checkReturns(other as never), TypeError).message;
    assertEquals(
      message.endsWith("expected what readReturns() gave, a data frame or a list of rows"),
      true,
      message,
    );
  }
});

Deno.test("a file's page lists three checks that agree, and sums up four", () => {
  const check = (at: number, difference = at) =>
    ({ verdict: "agrees", message: `check ${at}`, difference }) as Inspection["checks"][number];
  const page: Inspection = {
    file: "r.csv",
    summary: [],
    mended: [],
    leftOut: [["", 3], ["Sheriff", 1200]],
    unread: [],
    sums: [
      { county: "Elm", candidate: "Ada Red", votes: 1200 },
      { county: "Elm", candidate: "Ben", votes: 7 },
    ],
    checks: [],
    anomalies: [],
  };
  const section = (changes: Partial<Inspection>, title: string) => {
    const [, behind = ""] = inspectionText({ ...page, ...changes }).split(`\n${title}\n`);
    return behind.split("\n\n")[0]!.split("\n");
  };
  const known = "Beside known totals";
  assertEquals(section({}, known), ["  no known total for this year and state"]);
  assertEquals(section({ checks: [1, 2, 3].map((at) => check(at)) }, known), [
    "  check 1",
    "  check 2",
    "  check 3",
  ]);
  const bad = { ...check(9), verdict: "differs" } as unknown as Inspection["checks"][number];
  assertEquals(section({ checks: [check(1), check(2, 1500), bad, check(3), check(4)] }, known), [
    "  check 9",
    "  4 agree, to within 1,500 votes at most",
  ]);
  assertEquals(section({}, "Rows of other offices"), ["  3 (no office)", "  1,200 Sheriff"]);
  // Names as wide as the widest, counts to the right.
  assertEquals(section({}, "Sums by county and candidate"), [
    `  ${"Elm".padEnd(20)} Ada Red ${"1,200".padStart(12)}`,
    `  ${"Elm".padEnd(20)} Ben     ${"7".padStart(12)}`,
  ]);
  const sums = (count: number) =>
    section({
      sums: Array.from(
        { length: count },
        (_, at) => ({ county: "Elm", candidate: "A", votes: at }),
      ),
    }, "Sums by county and candidate");
  assertEquals([sums(40).length, sums(40).at(-1)!.endsWith(" 39")], [40, true]);
  assertEquals([sums(42).length, sums(42).at(-1)], [41, "  and 2 more"]);
  assertEquals(inspectionText(page).includes("Columns that nothing is read from"), false);
});
