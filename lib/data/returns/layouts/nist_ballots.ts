import type { ReturnsProblem } from "../problem.ts";
import { BallotsAgain, BallotTally } from "./ballot_tally.ts";
import type { PlainResult } from "./plain_rows.ts";
import { allOf, childOf, textOf, type XmlNode } from "./xml_tree.ts";

const idOf = (node: XmlNode) => node.attributes.ObjectId ?? "";

/**
 * Adds up NIST's common data format for cast-vote records, SP 1500-103, XML or JSON: of each ballot
 * the snapshot that is current, of each contest for president the selections that are votes.
 */
export function nistBallotRows(file: string, root: XmlNode): PlainResult {
  const tally = new BallotTally();
  const candidates = new Map(
    allOf(root, "Candidate").map((candidate) => [idOf(candidate), textOf(candidate, "Name")]),
  );
  const units = new Map(
    allOf(root, "GpUnit").map((unit) => [idOf(unit), textOf(unit, "Name") || textOf(unit, "Code")]),
  );
  const contests = new Map<string, string>();
  const selections = new Map<string, string>();
  for (const contest of allOf(root, "Contest")) {
    const name = textOf(contest, "Name");
    if (tally.contest(name)) contests.set(idOf(contest), name);
    for (const selection of allOf(contest, "ContestSelection")) {
      const ids = textOf(selection, "CandidateIds").split(/\s+/);
      const names = ids.map((id) => candidates.get(id)).filter((one) => one !== undefined);
      selections.set(
        idOf(selection),
        names.length > 0
          ? names.join(" / ")
          : textOf(selection, "IsWriteIn") === "true"
          ? "Write-ins"
          : textOf(selection, "Selection"),
      );
    }
  }
  const again = new BallotsAgain(file);
  const problems: ReturnsProblem[] = [];
  allOf(root, "CVR").forEach((record, at) => {
    const line = record.line === 1 ? at + 1 : record.line;
    if (again.has([textOf(record, "UniqueId")], line)) return;
    const current = textOf(record, "CurrentSnapshotId");
    const snapshot = record.children.find((child) =>
      child.name === "CVRSnapshot" && idOf(child) === current
    );
    if (snapshot === undefined) {
      const found = current === "" ? "none" : `"${current}", which the record does not hold`;
      problems.push({ file, row: line, expected: "the current snapshot of a ballot", found });
      return;
    }
    for (const contest of allOf(snapshot, "CVRContest")) {
      const office = contests.get(textOf(contest, "ContestId"));
      if (office === undefined) continue;
      tally.ballot();
      const votes = contest.children.filter((child) =>
        child.name === "CVRContestSelection" && votesOf(child) > 0
      );
      for (const child of contest.children) {
        if (child.name !== "CVRContestSelection") continue;
        const number = votesOf(child);
        const named = textOf(child, "ContestSelectionId");
        const unknown = named !== "" && !selections.has(named);
        if (!unknown && Number.isInteger(number) && number >= 0) continue;
        problems.push({
          file,
          row: line,
          expected: unknown ? "a selection of the contest" : "a whole number of votes, 0 or more",
          found: unknown ? `"${named}"` : "another number of a selection's votes",
        });
      }
      const candidate = votes.length > 1 || Number(textOf(contest, "Overvotes")) > 0
        ? "Overvotes"
        : votes.length === 0
        ? "Undervotes"
        : selections.get(textOf(votes[0]!, "ContestSelectionId")) || "Write-ins";
      const unit = textOf(record, "BallotStyleUnitId");
      tally.add({
        precinct: units.get(unit) ?? unit,
        office,
        candidate,
        line,
      });
    }
  });
  return { ...tally.result(file), problems: [...problems, ...again.problems] };
}

/** The votes of a selection: its total where it has one, else of its marked positions. */
function votesOf(selection: XmlNode): number {
  if (childOf(selection, "TotalNumberVotes") !== undefined) {
    return Number(textOf(selection, "TotalNumberVotes"));
  }
  return allOf(selection, "SelectionPosition").reduce((sum, position) => {
    const counts = textOf(position, "HasIndication") === "yes" &&
      textOf(position, "IsAllocable") !== "no";
    return sum + (counts ? Number(textOf(position, "NumberVotes") || 1) : 0);
  }, 0);
}
