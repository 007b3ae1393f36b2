import { assertEquals } from "@std/assert";
import { reading, sum } from "./reading.ts";

const PLACE = { state: "AZ", year: 2020 };

/** An element of a standard's JSON, which says its type beside its own members. */
const of = (standard: string) => (type: string, members: object) => ({
  "@type": `${standard}.${type}`,
  ...members,
});

/** Votes by candidate of what was read. */
function tally(read: ReturnType<typeof reading>): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const row of read.returns.toRecords()) {
    votes[row.candidate!] = (votes[row.candidate!] ?? 0) + row.votes!;
  }
  return votes;
}

Deno.test("Dominion's CSV of cast-vote records: one vote a ballot, blank ones and overvotes apart", () => {
  const read = reading(
    "cvr.csv",
    [
      "Elm 2020,5.10,,,,,,",
      ',,,,,"President (Vote For=1)","President (Vote For=1)","Sheriff (Vote For=1)"',
      ",,,,,Ada,Ben,Cy",
      "CvrNumber,TabulatorNum,CountingGroup,PrecinctPortion,BallotType,REP,DEM,REP",
      "1,1,Mail,P 1 (1),A,1,0,1",
      "2,1,Mail,P 1 (1),A,0,1,0",
      "3,1,Mail,P 2 (2),A,0,1,0",
      "4,1,Election Day,P 2 (2),A,0,0,1",
      "5,1,Election Day,P 2 (2),A,1,1,1",
    ].join("\n") + "\n",
    PLACE,
  );
  assertEquals(tally(read), { Ada: 1, Ben: 2 });
  assertEquals(Number(read.apart.getColumn("votes").sum()), 2);
});

Deno.test("NIST 1500-103 as JSON: the current snapshot's votes", () => {
  const cvr = of("CVR");
  const record = (chosen: readonly string[]) =>
    cvr("CVR", {
      BallotStyleUnitId: "u1",
      CurrentSnapshotId: "s",
      CVRSnapshot: [cvr("CVRSnapshot", {
        "@id": "s",
        CVRContest: [cvr("CVRContest", {
          ContestId: "c1",
          CVRContestSelection: ["x1", "x2"].map((id) =>
            cvr("CVRContestSelection", {
              ContestSelectionId: id,
              TotalNumberVotes: chosen.includes(id) ? 1 : 0,
            })
          ),
        })],
      })],
    });
  const report = cvr("CastVoteRecordReport", {
    GpUnit: [cvr("GpUnit", { "@id": "u1", Name: "P 1" })],
    Election: [cvr("Election", {
      Candidate: [
        cvr("Candidate", { "@id": "a", Name: "Ada" }),
        cvr("Candidate", { "@id": "b", Name: "Ben" }),
      ],
      Contest: [cvr("CandidateContest", {
        "@id": "c1",
        Name: "President",
        ContestSelection: [["x1", "a"], ["x2", "b"]].map(([id, candidate]) =>
          cvr("CandidateSelection", { "@id": id, CandidateIds: [candidate] })
        ),
      })],
    })],
    CVR: [record(["x1"]), record(["x2"]), record(["x1"]), record([]), record(["x1", "x2"])],
  });
  const read = reading("cvr.json", JSON.stringify(report), PLACE);
  assertEquals(tally(read), { Ada: 2, Ben: 1 });
});

Deno.test("NIST 1500-100 as JSON: counts by place and type, a county's own sum left out", () => {
  const results = of("ElectionResults");
  const selection = (id: string, votes: readonly [number, number]) =>
    results("CandidateSelection", {
      "@id": `s${id}`,
      CandidateIds: [id],
      VoteCounts: [["p1", votes[0]], ["p2", votes[1]], ["c", votes[0] + votes[1]]].map((
        [unit, count],
      ) => results("VoteCounts", { GpUnitId: unit, Type: "total", Count: count })),
    });
  const unit = (id: string, name: string, type: string, parts: object = {}) =>
    results("ReportingUnit", { "@id": id, Name: name, Type: type, ...parts });
  const report = results("ElectionReport", {
    GpUnit: [
      unit("c", "Elm County", "county", { ComposingGpUnitIds: ["p1", "p2"] }),
      unit("p1", "North", "precinct"),
      unit("p2", "South", "precinct"),
    ],
    Election: [results("Election", {
      StartDate: "2020-11-03",
      Candidate: [
        results("Candidate", { "@id": "a", BallotName: "Ada" }),
        results("Candidate", { "@id": "b", BallotName: "Ben" }),
      ],
      Contest: [results("CandidateContest", {
        "@id": "k",
        Name: "President of the United States",
        ContestSelection: [selection("a", [30, 41]), selection("b", [29, 17])],
      })],
    })],
  });
  const read = reading("report.json", JSON.stringify(report), { state: "AZ" });
  // 30 + 41 + 29 + 17, without the county's row.
  assertEquals([sum(read), tally(read)], [117, { Ada: 71, Ben: 46 }]);
});
