import { assertEquals } from "@std/assert";
import { reading, refusing, sum } from "./reading.ts";

const FILE = "20201103__oh__general__elm__precinct.csv";
const OPTIONS = { check: false } as const;

const dominion = (rows: readonly string[]) =>
  "Elm,5.10\n,,,,,,,President (Vote For=1),President (Vote For=1)\n,,,,,,,Ada Red,Ben Blue\n" +
  "CvrNumber,TabulatorNum,BatchId,RecordId,ImprintedId,PrecinctPortion,BallotType,REP,DEM\n" +
  rows.map((row) => `${row}\n`).join("");
const ballot = (number: number, ada: string, ben: string) =>
  `${number},1,1,${number},1-1-${number},P,1,${ada},${ben}`;
const ess = (rows: readonly string[]) =>
  "Cast Vote Record,Precinct,President\n" + rows.map((row) => `${row}\n`).join("");
const stops = (text: string) =>
  refusing(FILE, text, OPTIONS).problems.map(({ row, found }) => [row, found]);

Deno.test("a ballot that stands in cast-vote records again is refused, and left out where one says so", () => {
  const twice = dominion([ballot(1, "1", "0"), ballot(2, "0", "1"), ballot(2, "0", "1")]);
  assertEquals(stops(twice), [[7, "the same ballot as row 6"]]);
  assertEquals(sum(reading(FILE, twice, { ...OPTIONS, mend: ["duplicates"] })), 2);
  const again = ess(["1,P,Ada Red", "2,P,Ben Blue", "2,P,Ben Blue"]);
  assertEquals(stops(again), [[4, "the same ballot as row 3"]]);
  assertEquals(sum(reading(FILE, again, { ...OPTIONS, mend: ["duplicates"] })), 2);
  // Without a number nothing tells two ballots apart.
  assertEquals(sum(reading(FILE, ess([",P,Ada Red", ",P,Ada Red", ",P,Ben Blue"]), OPTIONS)), 3);
});

Deno.test("marks that are neither 0 nor 1 are refused, and none becomes an undervote", () => {
  for (const mark of ["X", "TRUE", "2", "-1", "0.5"]) {
    const [problem] =
      refusing(FILE, dominion([ballot(1, mark, "0"), ballot(2, "0", "1")]), OPTIONS).problems;
    assertEquals([problem?.row, problem?.column, problem?.found], [5, "Ada Red", `"${mark}"`]);
  }
});

/** Cast-vote records as NIST's JSON, each with a selection's name and its votes. */
function nist(ballots: readonly (readonly [selection: string, votes: unknown])[]): string {
  const type = (name: string) => ({ "@type": `CVR.${name}` });
  const named = (id: string, name: string) => ({ "@id": id, Name: name });
  return JSON.stringify({
    ...type("CastVoteRecordReport"),
    GpUnit: [named("g", "North")],
    Election: [{
      Candidate: [named("c1", "Ada Red"), named("c2", "Ben Blue")],
      Contest: [{
        ...named("k", "President of the United States"),
        ContestSelection: [{ "@id": "s1", CandidateIds: ["c1"] }, {
          "@id": "s2",
          CandidateIds: ["c2"],
        }],
      }],
    }],
    CVR: ballots.map(([selection, votes], at) => ({
      UniqueId: `${at}`,
      BallotStyleUnitId: "g",
      CurrentSnapshotId: selection === "no snapshot" ? "other" : "now",
      CVRSnapshot: [{
        "@id": "now",
        CVRContest: [{
          ContestId: "k",
          CVRContestSelection: [{
            ContestSelectionId: selection,
            SelectionPosition: [{ HasIndication: "yes", NumberVotes: votes }],
          }],
        }],
      }],
    })),
  });
}

Deno.test("a ballot without its snapshot, selection or number of votes is refused, not counted as another", () => {
  const NIST = "20201103__oh__general__elm__precinct.json";
  const good = [["s1", 1], ["s2", 1]] as const;
  assertEquals(sum(reading(NIST, nist(good), OPTIONS)), 2);
  for (
    const [odd, found] of [
      [["zz", 1], '"zz"'],
      [["s1", "x"], "another number of a selection's votes"],
      [["s1", 0.5], "another number of a selection's votes"],
      [["no snapshot", 1], '"other", which the record does not hold'],
    ] as const
  ) {
    const { problems } = refusing(NIST, nist([...good, odd]), OPTIONS);
    assertEquals(problems.map(({ row, found }) => [row, found]), [[3, found]]);
  }
});

Deno.test("a line of ballots that is cut off or has a cell too many is refused", () => {
  assertEquals(stops(dominion([ballot(1, "1", "0"), "2,1,1,2,1-1-2,P,1,0"])), [[6, "8"]]);
  assertEquals(stops(dominion([ballot(1, "1", "0").replace(",P,", ",P, East,")])), [[5, "10"]]);
  assertEquals(stops(ess(["1,P,Ada Red", "2,P", "3,P, East,Ben Blue"])), [
    [3, "2"],
    [4, "4"],
  ]);
});

Deno.test("ballots whose choice differs in capitals and spaces are for one candidate", () => {
  const read = reading(
    FILE,
    ess(["1,P,Ada Red", "2,P,ADA  RED", "3,P,ada red", "4,P,Ben"]),
    OPTIONS,
  );
  assertEquals(read.returns.toRecords().map(({ candidate, votes }) => [candidate, Number(votes)]), [
    ["Ada Red", 3],
    ["Ben", 1],
  ]);
});
