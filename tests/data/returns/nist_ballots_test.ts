import { assertEquals } from "@std/assert";
import { nistBallotRows } from "../../../lib/data/returns/layouts/nist_ballots.ts";
import { xmlTree } from "../../../lib/data/returns/layouts/xml_tree.ts";

const el = (name: string, content: string, id = "") =>
  `<${name}${id && ` ObjectId="${id}"`}>${content}</${name}>`;
const ELECTION = el(
  "Election",
  el("Candidate", el("Name", "Ada"), "a") + el("Candidate", el("Name", "Vic"), "v") +
    el(
      "Contest",
      el("Name", "President") +
        el("ContestSelection", el("CandidateIds", "a v"), "ada") +
        el("ContestSelection", el("IsWriteIn", "true"), "write") +
        el(
          "ContestSelection",
          el("CandidateIds", "gone") + el("Selection", "None of these"),
          "none",
        ),
      "p",
    ) + el("Contest", el("Name", "Sheriff") + el("ContestSelection", "", "s"), "q"),
) + el("GpUnit", el("Name", "P 1"), "u") + el("GpUnit", el("Code", "0002"), "w");

const selection = (id: string, content: string) =>
  el("CVRContestSelection", el("ContestSelectionId", id) + content);
const total = (id: string, votes: number) => selection(id, el("TotalNumberVotes", String(votes)));
const position = (indication: string, more = "") =>
  el("SelectionPosition", el("HasIndication", indication) + more);
const ballot = (content: string, { contest = "p", unit = "u", current = "s1" } = {}) =>
  el(
    "CVR",
    el("BallotStyleUnitId", unit) + el("CurrentSnapshotId", current) +
      el("CVRSnapshot", el("CVRContest", el("ContestId", "p") + total("none", 1)), "s0") +
      el("CVRSnapshot", el("CVRContest", el("ContestId", contest) + content), "s1"),
  );
function read(...ballots: readonly string[]) {
  return nistBallotRows(
    "cvr.xml",
    xmlTree(el("CastVoteRecordReport", ELECTION + ballots.join("\n")))!,
  );
}
/** Choices of ballots, each with its number. */
const choices = (...ballots: readonly string[]) =>
  read(...ballots).rows.map(({ candidate, votes }) => `${candidate} ${votes}`);

Deno.test("of a ballot the current snapshot counts", () => {
  assertEquals(choices(ballot(total("ada", 1)), ballot(total("ada", 1))), ["Ada / Vic 2"]);
  assertEquals(choices(ballot(total("ada", 1), { current: "s0" })), ["None of these 1"]);
  assertEquals(choices(ballot(total("ada", 1), { current: "lost" })), []);
});

Deno.test("two choices, or overvotes told, are an overvote; none is an undervote", () => {
  assertEquals(
    choices(
      ballot(total("ada", 1) + total("write", 1)),
      ballot(total("ada", 1) + el("Overvotes", "1")),
      ballot(total("ada", 1) + el("Overvotes", "0")),
      ballot(total("ada", 0)),
      ballot(""),
    ),
    ["Overvotes 2", "Ada / Vic 1", "Undervotes 2"],
  );
});

Deno.test("a choice without a candidate is a write-in, or what the selection says", () => {
  assertEquals(
    choices(ballot(total("write", 1)), ballot(total("none", 1)), ballot(total("unknown", 1))),
    ["Write-ins 2", "None of these 1"],
  );
});

Deno.test("without a total the marked positions count that may be allocated", () => {
  const marked = (...positions: readonly string[]) => ballot(selection("ada", positions.join("")));
  assertEquals(
    choices(
      marked(position("yes")),
      marked(position("yes", el("NumberVotes", "1"))),
      marked(position("no") + position("yes", el("IsAllocable", "yes"))),
      marked(position("no")),
      marked(position("yes", el("IsAllocable", "no"))),
      marked(position("yes", el("NumberVotes", "0"))),
      marked(),
    ),
    ["Ada / Vic 3", "Undervotes 4"],
  );
});

Deno.test("ballots carry their place and line, and count where they have the contest", () => {
  const found = read(
    ballot(total("ada", 1)),
    ballot(total("ada", 1), { unit: "w" }),
    ballot(total("ada", 1), { unit: "x" }),
    ballot(total("s", 1), { contest: "q" }),
  );
  assertEquals(found.rows.map(({ precinct, line, office }) => [precinct, line, office]), [
    ["P 1", 1, "President"],
    ["0002", 2, "President"],
    ["x", 3, "President"],
  ]);
  assertEquals([found.ballots, [...found.leftOut!]], [3, [["Sheriff", 1]]]);
});
