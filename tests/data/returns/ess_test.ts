import { assertEquals } from "@std/assert";
import {
  essRows,
  isEssHeader,
  isVoteImageLog,
  voteImageRows,
} from "../../../lib/data/returns/layouts/ess.ts";

const HEADER = ["Cast Vote Record", "Precinct", "Ballot Style", "President (215)", "Sheriff"];
const short = (
  rows: readonly {
    precinct?: string;
    mode?: string;
    candidate: string;
    votes: string;
    line: number;
  }[],
) =>
  rows.map(({ precinct, mode, candidate, votes, line }) =>
    [line, precinct, ...(mode === undefined ? [] : [mode]), candidate, votes].join(" ")
  );

Deno.test("an export is known by its first column and a column of precincts", () => {
  assertEquals([
    isEssHeader(HEADER),
    isEssHeader(["CAST VOTE RECORD", "PRECINCT"]),
    isEssHeader(["Cast Vote Record", "Ballot Style"]),
    isEssHeader(["Id", "Precinct"]),
    isEssHeader(["Cast Vote Records", "Precinct"]),
    isEssHeader(["Cast Vote Record", "Precinct Name"]),
    isEssHeader([]),
  ], [true, true, false, false, false, true, false]);
});

Deno.test("each cell of the contest is a ballot: a choice, an undervote or an overvote; a blank one is none", () => {
  const { rows, ballots, leftOut } = essRows("cvr.csv", [
    HEADER,
    ["1", " P 1", "A", "DEM Ada Red (CND002)", "Cy"],
    ["2", "P 1", "A", "DEM Ada Red (CND002)", ""],
    ["3", "P 1", "A", "undervote", ""],
    ["4", "P 2", "A", "overvote", ""],
    ["5", "P 2", "A", " ", "Cy"],
    ["6", "P 2"],
  ]);
  assertEquals(short(rows), ["2 P 1 Ada Red 2", "4 P 1 Undervotes 1", "5 P 2 Overvotes 1"]);
  assertEquals([ballots, [...leftOut!]], [4, [["Sheriff", 1]]]);
  assertEquals([rows[0]!.office, rows[0]!.party], ["President (215)", "DEM"]);
});

Deno.test("contests stand right of the precinct; a column of modes goes with each ballot", () => {
  const { rows } = essRows("cvr.csv", [
    ["Cast Vote Record", "President", "Tabulator CVR Type", "Precinct", "President"],
    ["1", "Ben", "Mail", "P 1", "Ada"],
    ["2", "Ben", "Polls", "P 1", "Ada"],
  ]);
  assertEquals(short(rows), ["2 P 1 Mail Ada 1", "3 P 1 Polls Ada 1"]);
  for (const name of ["Counting Group", "vote type"]) {
    const read = essRows("cvr.csv", [["Cast Vote Record", "Precinct", name, "President"], [
      "1",
      "P",
      "Mail",
      "Ada",
    ]]);
    assertEquals(short(read.rows), ["2 P Mail Ada 1"]);
  }
});

Deno.test("the precinct may stand behind the contests; columns about the ballot are none", () => {
  const { rows, leftOut } = essRows("cvr.csv", [
    ["Cast Vote Record", "Batch", "Ballot Style", "President", "Sheriff", "Precinct Name"],
    ["1", "B", "S", "Ada", "Cy", "P 1"],
  ]);
  assertEquals(short(rows), ["2 P 1 Ada 1"]);
  assertEquals([...leftOut!], [["Sheriff", 1]]);
});

Deno.test("of ranked choices the first ones count, and it is said", () => {
  for (const office of ["President", "Presidential Electors"]) {
    const { rows, notes, leftOut } = essRows("cvr.csv", [
      ["Cast Vote Record", "Precinct", `${office} 1st Choice District`, `${office} 2nd Choice`],
      ["1", "P 1", "Ada", "Ben"],
      ["2", "P 1", "undervote", "Ben"],
    ]);
    assertEquals(short(rows), ["2 P 1 Ada 1", "3 P 1 Undervotes 1"]);
    assertEquals(notes!.at(-1)!.found, "ranked choices: the first choices are counted");
    assertEquals([...leftOut!], []);
  }
});

Deno.test("ballots that were not counted are left out and numbered", () => {
  const { rows, notes } = essRows("cvr.csv", [
    ["Cast Vote Record", "Ballot Status", "Precinct", "President"],
    ["1", "Original", "P 1", "Ada"],
    ["2", "Voided", "P 1", "Ada"],
    ["3", "Rejected", "P 1", "Ben"],
  ]);
  assertEquals(short(rows), ["2 P 1 Ada 1"]);
  assertEquals(notes!.at(-1)!.found, "2 ballots with a status such as void: left out");
});

const page = (number: string, name: string) => `PRECINCT ${number} - ${name}   ELECTION ID: X`;
const vote = (star: string, candidate: string, office: string) =>
  `1234567   1 ${star} 101 ${candidate.padEnd(39)}${office}`;
const log = (...lines: readonly string[]) =>
  short(voteImageRows("log.txt", lines.join("\r\n")).rows);

Deno.test("a log of vote images is known by its heading", () => {
  assertEquals(
    [isVoteImageLog("VOTR.  B/I  CANDIDATES RECEIVING A VOTE"), isVoteImageLog("VOTES")],
    [
      true,
      false,
    ],
  );
});

Deno.test("a star begins a ballot; one without a line for president is an undervote of its precinct", () => {
  assertEquals(
    log(
      page("1", "Elm"),
      vote("*", "Ada", "President"),
      vote(" ", "Cy", "Sheriff"),
      vote("*", "Cy", "Sheriff"),
      vote("*", "Ada", "President"),
      page("2", "Oak"),
      vote(" ", "Ben", "President"),
      vote("*", "Cy", "Sheriff"),
      "a line of something else",
    ),
    ["2 1 - Elm Ada 2", "4 1 - Elm Undervotes 1", "8 2 - Oak Undervotes 1"],
  );
});

Deno.test("a page of the same precinct goes on with the ballot", () => {
  const lines = (next: string) => [
    page("1", "Elm"),
    vote("*", "Cy", "Sheriff"),
    next,
    vote(" ", "Ada", "President"),
  ];
  assertEquals(log(...lines(page("1", "Elm"))), ["4 1 - Elm Ada 1"]);
  // In another precinct it has ended, and a line without a star belongs to none.
  assertEquals(log(...lines(page("1", "Elm B"))), ["2 1 - Elm Undervotes 1"]);
});

Deno.test("a log counts its ballots, and without the office there are none", () => {
  const { ballots } = voteImageRows(
    "log.txt",
    [page("1", "Elm"), vote("*", "Ada", "President"), vote("*", "Cy", "Sheriff")].join("\n"),
  );
  assertEquals(ballots, 2);
  assertEquals(voteImageRows("log.txt", "").rows, []);
});

Deno.test("a line that is cut off is a problem, by its number in the file", () => {
  const { problems = [] } = essRows("cvr.csv", [
    HEADER,
    ["1", "P 1", "A", "DEM Ada Red (CND002)", "Cy"],
    ["2", "P 1"],
    ["3", "P 1", "A", "DEM Ada Red (CND002)", "Cy"],
  ], true);
  assertEquals(problems.map(({ row, rows }) => row ?? rows), [3]);
});
