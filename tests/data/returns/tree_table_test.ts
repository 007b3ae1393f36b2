import { assertEquals } from "@std/assert";
import { treeTable } from "../../../lib/data/returns/layouts/tree_table.ts";

/** Candidates with their votes; undefined where the text is no document of the kind. */
function read(kind: string, text: string): string[] | undefined {
  const table = treeTable(kind, text, "file");
  if (table === undefined) return undefined;
  const { codes, values } = table.text.candidate!;
  return [...codes].map((code, row) => `${values[code]} ${table.votes.values[row]}`);
}

// One vote for Ada in each standard, no more than its reader needs.
const CLARITY =
  '<ElectionResult><Region>Elm</Region><Contest text="President"><Choice text="Ada">' +
  '<VoteType name="Mail" votes="1"/></Choice></Contest></ElectionResult>';
const RESULTS = {
  Election: {
    Candidate: { "@id": "a", BallotName: "Ada" },
    Contest: {
      Name: "President",
      ContestSelection: {
        CandidateIds: "a",
        VoteCounts: { GpUnitId: "p", Count: 1, Type: "total" },
      },
    },
  },
};
const RESULTS_XML =
  '<ElectionReport><Election><Candidate ObjectId="a"><BallotName>Ada</BallotName></Candidate>' +
  "<Contest><Name>President</Name><ContestSelection><CandidateIds>a</CandidateIds><VoteCounts>" +
  "<GpUnitId>p</GpUnitId><Count>1</Count><Type>total</Type></VoteCounts></ContestSelection></Contest>" +
  "</Election></ElectionReport>";
const BALLOTS = {
  Election: {
    Candidate: { "@id": "a", Name: "Ada" },
    Contest: {
      "@id": "c",
      Name: "President",
      ContestSelection: { "@id": "x", CandidateIds: "a" },
    },
  },
  CVR: {
    CurrentSnapshotId: "s",
    CVRSnapshot: {
      "@id": "s",
      CVRContest: {
        ContestId: "c",
        CVRContestSelection: { ContestSelectionId: "x", TotalNumberVotes: 1 },
      },
    },
  },
};
const BALLOTS_XML =
  '<CastVoteRecordReport><Election><Candidate ObjectId="a"><Name>Ada</Name></Candidate>' +
  '<Contest ObjectId="c"><Name>President</Name><ContestSelection ObjectId="x"><CandidateIds>a' +
  "</CandidateIds></ContestSelection></Contest></Election><CVR><CurrentSnapshotId>s</CurrentSnapshotId>" +
  '<CVRSnapshot ObjectId="s"><CVRContest><ContestId>c</ContestId><CVRContestSelection>' +
  "<ContestSelectionId>x</ContestSelectionId><TotalNumberVotes>1</TotalNumberVotes>" +
  "</CVRContestSelection></CVRContest></CVRSnapshot></CVR></CastVoteRecordReport>";
const EACH: readonly (readonly [string, string])[] = [
  ["Clarity XML", CLARITY],
  ["NIST XML", RESULTS_XML],
  ["NIST JSON", JSON.stringify(RESULTS)],
  ["NIST CVR XML", BALLOTS_XML],
  ["NIST CVR JSON", JSON.stringify(BALLOTS)],
];

Deno.test("each kind of document has its reader", () => {
  for (const [kind, text] of EACH) assertEquals(read(kind, text), ["Ada 1"], kind);
});

Deno.test("text that is no whole document of its kind is none", () => {
  for (const [kind, text] of EACH) assertEquals(read(kind, text.slice(0, -9)), undefined, kind);
  assertEquals(read("Dominion JSON", '{"Sessions": ['), undefined);
  assertEquals(read("NIST JSON", ""), undefined);
});

Deno.test("JSON may begin with a byte order mark; a list of one report is the report, of two is none", () => {
  const one = JSON.stringify(RESULTS);
  assertEquals(read("NIST JSON", `\uFEFF${one}`), ["Ada 1"]);
  assertEquals(read("NIST JSON", `[${one}]`), ["Ada 1"]);
  assertEquals(read("NIST JSON", `[${one},${one}]`), undefined);
  assertEquals(read("NIST JSON", "[]"), undefined);
});
