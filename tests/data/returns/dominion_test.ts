import { assertEquals } from "@std/assert";
import {
  dominionJsonRows,
  dominionRows,
  isDominionGrid,
} from "../../../lib/data/returns/layouts/dominion.ts";

const SHORT = (
  rows: readonly { precinct?: string; mode?: string; candidate: string; votes: string }[],
) =>
  rows.map(({ precinct, mode, candidate, votes }) => `${precinct} ${mode} ${candidate} ${votes}`);

/** Lines of an export: a title, contests, choices, headings, ballots. */
const grid = (...ballots: readonly (readonly string[])[]) => [
  ["Elm 2020", "5.10"],
  ["", "", "", "President (Vote For=1)", "President (Vote For=1)", "Sheriff (Vote For = 1)"],
  ["", "", "", "Ada", "Ben", "Cy"],
  ["CvrNumber", "CountingGroup", "PrecinctPortion", "REP", "DEM", "REP"],
  ...ballots,
];

Deno.test("an export is known by its heading of numbers, within six lines and in the first column", () => {
  const at = (line: number, cell = "CvrNumber") =>
    isDominionGrid([...Array.from({ length: line }, () => ["x"]), [cell]]);
  assertEquals([at(0), at(3), at(5), at(6)], [true, true, true, false]);
  assertEquals([at(3, '="CvrNumber"'), at(3, "CvrNumbers"), at(3, "My CvrNumber")], [
    true,
    false,
    false,
  ]);
  assertEquals([isDominionGrid([["x", "CvrNumber"]]), isDominionGrid([[]])], [false, false]);
});

Deno.test("a ballot is one vote, an undervote or an overvote; without the contest it is none", () => {
  const { rows, leftOut, ballots } = dominionRows(
    "cvr.csv",
    grid(
      ["1", "Mail", "P 1 (12-34)", "1", "0", "1"],
      ["2", "Mail", "P 1 (12-34)", "0", "1", "0"],
      ["3", "Mail", "P 1 (12-34)", "1", "0", "0"],
      ["4", "Polls", "P 2", "0", "0", "1"],
      ["5", "Polls", "P 2", "1", "1", "0"],
      ["6", "Polls", "P 2", "", "", "1"],
      ["7", '="Polls"', '="P 2"', '="1"', '="0"', "0"],
    ),
  );
  assertEquals(SHORT(rows), [
    "P 1 Mail Ada 2",
    "P 1 Mail Ben 1",
    "P 2 Polls Undervotes 1",
    "P 2 Polls Overvotes 1",
    "P 2 Polls Ada 1",
  ]);
  assertEquals(ballots, 6);
  assertEquals([...leftOut!], [["Sheriff", 1]]);
  const { office, party, line } = rows[0]!;
  assertEquals([office, party, line], ["President", "REP", 5]);
  assertEquals(rows.map((row) => row.party), ["REP", "DEM", undefined, undefined, "REP"]);
  assertEquals(rows.map((row) => row.line), [5, 6, 8, 9, 11]);
});

Deno.test("without a column of counting groups there is no mode", () => {
  const { rows } = dominionRows("cvr.csv", [
    ["Elm"],
    ["", "", "President"],
    ["", "", "Ada"],
    ["CvrNumber", "PrecinctPortion", "REP"],
    ["1", "P 1", "1"],
  ]);
  assertEquals(rows.map((row) => ["mode" in row, row.precinct]), [[false, "P 1"]]);
});

const list = (...entries: readonly (readonly [number, string])[]) => ({
  List: entries.map(([Id, Description]) => ({ Id, Description })),
});
const MANIFESTS: readonly (readonly [string, unknown])[] = [
  ["a/ContestManifest.json", list([1, "President"], [2, "Sheriff"])],
  ["a/CandidateManifest.json", list([10, "Ada"], [11, "Ben"])],
  ["a/PrecinctPortionManifest.json", list([5, "P 5"])],
  ["a/CountingGroupManifest.json", list([2, "Mail"])],
];
type Marked = readonly (readonly [candidate: number, vote?: boolean])[];
const president = (marks: Marked, Overvotes = 0) => ({
  Id: 1,
  Overvotes,
  Marks: marks.map(([CandidateId, IsVote = true]) => ({ CandidateId, IsVote })),
});
const ballot = (contests: readonly unknown[], more: object = {}) => ({
  CountingGroupId: 2,
  Original: { PrecinctPortionId: 5, Cards: [{ Contests: contests }] },
  ...more,
});
const json = (sessions: readonly unknown[], manifests = MANIFESTS) =>
  dominionJsonRows(
    "cvr.zip",
    new Map([...manifests, ["a/CvrExport_1.json", { Sessions: sessions }]]),
  );

Deno.test("in JSON a mark counts where it is a vote; two votes, or overvotes told, are an overvote", () => {
  const read = json([
    ballot([president([[10]])]),
    ballot([president([[10], [11, false]])]),
    ballot([president([[10], [11]])]),
    ballot([president([[11]], 1)]),
    ballot([president([])]),
    ballot([{ Id: 1 }]),
    ballot([president([[99]])]),
    ballot([{ Id: 2, Marks: [{ CandidateId: 10, IsVote: true }] }]),
  ])!;
  assertEquals(SHORT(read.rows), [
    "P 5 Mail Ada 2",
    "P 5 Mail Overvotes 2",
    "P 5 Mail Undervotes 2",
    "P 5 Mail 99 1",
  ]);
  assertEquals([read.ballots, read.rows.map(({ line }) => line)], [7, [1, 3, 5, 7]]);
  assertEquals([...read.leftOut!], [["Sheriff", 1]]);
});

Deno.test("older JSON says which marks are ambiguous, and has no cards", () => {
  const mark = (CandidateId: number, IsAmbiguous?: boolean) => ({ CandidateId, IsAmbiguous });
  const old = (...Marks: readonly unknown[]) => ({
    CountingGroupId: 3,
    Original: { PrecinctPortionId: 6, Contests: [{ Id: 1, Marks }] },
  });
  const read = json([old(mark(10, false), mark(11, true)), old(mark(11, true)), old(mark(11))])!;
  // What the manifests don't name keeps its number.
  assertEquals(SHORT(read.rows), ["6 3 Ada 1", "6 3 Undervotes 2"]);
});

Deno.test("the adjudicated record counts where it is the current one", () => {
  const modified = (IsCurrent: boolean) => ({
    Modified: { PrecinctPortionId: 5, IsCurrent, Cards: [{ Contests: [president([[11]])] }] },
  });
  const original = [president([[10]])];
  const read = json([ballot(original, modified(true)), ballot(original, modified(false))])!;
  assertEquals(SHORT(read.rows), ["P 5 Mail Ben 1", "P 5 Mail Ada 1"]);
});

Deno.test("without names of contests and candidates nothing is read", () => {
  const without = (name: string) => MANIFESTS.filter(([file]) => !file.includes(name));
  const one = [ballot([president([[10]])])];
  assertEquals(json(one, without("/Contest")), undefined);
  assertEquals(json(one, without("/Candidate")), undefined);
  assertEquals(SHORT(json(one, without("/PrecinctPortion"))!.rows), ["5 Mail Ada 1"]);
  assertEquals(SHORT(json(one, without("/CountingGroup"))!.rows), ["P 5 2 Ada 1"]);
});

Deno.test("an Id with two names is a problem, and with one name twice is none", () => {
  const one = [ballot([president([[10]])])];
  const candidates = (...entries: readonly (readonly [number, string])[]) =>
    MANIFESTS.map(([file, content]): readonly [string, unknown] => [
      file,
      file.includes("/Candidate") ? list(...entries) : content,
    ]);
  const [problem, ...more] = json(one, candidates([10, "Ada"], [11, "Ben"], [10, "Cy"]))!.problems!;
  assertEquals([problem?.row, problem?.column, problem?.found, more], [
    ...[3, "Id", '"Cy" beside "Ada"', []],
  ]);
  assertEquals(json(one, candidates([10, "Ada"], [10, "Ada"]))!.problems, []);
});

Deno.test("of ranked choices the first ones count, in columns and in JSON", () => {
  const contest = "President (Number of positions=1, Number of ranks=2)";
  const { rows, notes } = dominionRows("cvr.csv", [
    ["Elm", "5.10"],
    ["", "", contest, contest, contest, contest],
    ["", "", "Ada(1)", "Ben(1)", "Ada(2)", "Ben(2)"],
    ["CvrNumber", "Precinct", "", "", "", ""],
    ["1", "P 1", "1", "0", "0", "1"],
    ["2", "P 1", "0", "0", "1", "0"],
  ]);
  assertEquals(rows.map(({ precinct, candidate, office }) => [precinct, candidate, office]), [
    ["P 1", "Ada", "President"],
    ["P 1", "Undervotes", "President"],
  ]);
  assertEquals(notes!.at(-1)!.found, "ranked choices: the first choices are counted");
  const list = (...entries: readonly object[]) => ({ List: entries });
  const marks = [{ CandidateId: 1, Rank: 1, IsVote: true }, {
    CandidateId: 2,
    Rank: 2,
    IsVote: true,
  }];
  const result = dominionJsonRows(
    "x.zip",
    new Map<string, unknown>([
      ["ContestManifest.json", list({ Id: 7, Description: "President" })],
      [
        "CandidateManifest.json",
        list({ Id: 1, Description: "Ada" }, { Id: 2, Description: "Ben" }),
      ],
      ["CvrExport.json", {
        Sessions: [{
          CountingGroupId: 1,
          Original: { PrecinctPortionId: 1, Cards: [{ Contests: [{ Id: 7, Marks: marks }] }] },
        }],
      }],
    ]),
  );
  assertEquals(result!.rows.map(({ candidate, votes }) => `${candidate} ${votes}`), ["Ada 1"]);
});
