import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const OHIO = { state: "OH" };

/** State, county, candidate and votes of what was read. */
function short(read: ReturnType<typeof reading>): (string | number | null)[][] {
  return read.returns.toRecords().map((
    row,
  ) => [row.county, row.precinct, row.candidate, row.votes]);
}

Deno.test("wide files: names, tickets, parties and years as columns' names", () => {
  // Adams County, Ohio; that the sums agree is checked against this project's own county returns.
  const files: readonly (readonly [name: string, content: string, votes: number[]])[] = [
    ["o_2016.csv", "County,Hillary Clinton,Donald Trump\nAdams,2326,8659\n", [2326, 8659]],
    ["o_2020.csv", "County,Biden/Harris (D),Trump/Pence (R)\nAdams,2156,9870\n", [2156, 9870]],
    ["o_2020.csv", "county;dem;rep\nAdams;2156;9870\n", [2156, 9870]],
    ["o_2020.csv", "county_name,votes_gop,votes_dem\nAdams County,9870,2156\n", [9870, 2156]],
    ["o.csv", "county,trump16,clinton16\nAdams,8659,2326\n", [8659, 2326]],
    ["o.csv", "county,trump_2016,clinton_2016,trump_pct\nAdams,8659,2326,0.7\n", [8659, 2326]],
  ];
  for (const [name, content, votes] of files) {
    const read = reading(name, content, OHIO);
    assertEquals([content, read.returns.getColumn("votes").toArray()], [content, votes]);
    assertEquals(read.checks.map(({ verdict }) => verdict), ["agrees"]);
  }
});

Deno.test("a wide file's undervotes are no candidate's, and its row of totals is left out", () => {
  const read = reading(
    "p_2016.tsv",
    "Precinct\tDonald J. Trump\tHillary Clinton\tUnder Votes\n1\t100\t80\t3\n2\t120\t70\t2\n" +
      "Total\t220\t150\t5\n",
    OHIO,
  );
  assertEquals(sum(read), 370);
  assertStringIncludes(mendings(read).join(), '"Under Votes", ballots without a vote: kept apart');
});

Deno.test("a caller's map names the candidates of a wide file's columns", () => {
  const read = reading("x.csv", "place,a,b\nNorth,5,6\n", {
    state: "OH",
    year: 1912,
    format: "wide",
    candidates: { a: "Wilson", b: "Taft" },
  });
  assertEquals(short(read).map(([, , name, votes]) => [name, votes]), [["Wilson", 5], ["Taft", 6]]);
});

Deno.test("a postal code that is missing is taken from the state's name beside it", () => {
  const read = reading(
    "m.csv",
    "year,state,state_po,county,FIPS,office,candidate,party,candidatevotes\n" +
      "2000,Connecticut,NA,Statewide writein,NA,President,Al Gore,democrat,7\n",
  );
  assertEquals(read.returns.toRecords().map(({ state_po, votes }) => [state_po, votes]), [[
    "CT",
    7,
  ]]);
});

Deno.test("modes of voting stay as columns, and make the votes where there is no column of them", () => {
  const read = reading(
    "20161108__tx__general__elm__precinct.csv",
    "county,precinct,office,candidate,absentee,early_voting,election_day\nElm,1,President,Ada,1,2,3\n",
  );
  const [row] = read.returns.toRecords() as unknown as Record<string, unknown>[];
  assertEquals([row!.votes, row!.absentee, row!.early_voting, row!.election_day], [6, 1, 2, 3]);
});

/** An element of Clarity's detail XML: votes of one type by county. */
const type = (name: string, votes: readonly [number, number]) =>
  `<VoteType id="1" name="${name}" votes="${votes[0] + votes[1]}">` +
  `<County name="Adams" votes="${votes[0]}"/><County name="Boulder" votes="${
    votes[1]
  }"/></VoteType>`;

const CLARITY = (stated: number) =>
  `<?xml version="1.0"?><ElectionResult><ElectionDate>11/5/2024</ElectionDate><Region>CO</Region>` +
  `<Contest key="1" text="Presidential Electors"><VoteType name="Undervotes"><County name="Adams" votes="3"/></VoteType>` +
  `<Choice key="1" text="Ada" party="DEM" totalVotes="${stated}">${type("Mail", [10, 20])}${
    type("Vote Center", [1, 2])
  }</Choice></Contest><Contest key="2" text="State Senate"><Choice text="Cy"/></Contest></ElectionResult>`;

Deno.test("Clarity's detail XML: counties by type of vote, undervotes apart, sums held to what it states", () => {
  const read = reading("detail.xml", CLARITY(33));
  assertEquals(
    read.returns.toRecords().map((
      row,
    ) => [row.state_po, row.year, row.county, row.mode, row.votes]),
    [
      ["CO", 2024, "Adams", "Mail", 10],
      ["CO", 2024, "Boulder", "Mail", 20],
      ["CO", 2024, "Adams", "Vote Center", 1],
      ["CO", 2024, "Boulder", "Vote Center", 2],
    ],
  );
  assertEquals(read.leftOut, { "State Senate": 1 });
  assertStringIncludes(
    refusing("detail.xml", CLARITY(34)).message,
    "the sum of its types of votes, 33",
  );
});

Deno.test("ES&S's cast-vote records are tallied: votes, undervotes, other contests aside", () => {
  const header =
    "Cast Vote Record,Precinct,Ballot Style,Presidential Electors (215),U.S. Senator (220)\n";
  const read = reading(
    "cvr.csv",
    `${header}1,P 1,A,DEM BIDEN / HARRIS (CND002),"DEM KELLY, MARK (CND005)"\n` +
      "2,P 1,A,REP TRUMP / PENCE (CND001),undervote\n3,P 2,A,DEM BIDEN / HARRIS (CND002),undervote\n" +
      "4,P 2,A,undervote,undervote\n",
    { state: "AZ", year: 2020 },
  );
  assertEquals(sum(read), 3);
  const apart = read.apart.getColumn("votes").toArray() as number[];
  assertEquals(apart.reduce((all, votes) => all + votes, 0), 1);
});

Deno.test("a file that is no table is named for what it is", () => {
  const files = [
    ["a.xml", '<?xml version="1.0"?><Export><Row/></Export>', "an XML file of a results system"],
    ["a.html", "<!DOCTYPE html><html></html>", "a web page"],
    ["a.json", '{"type":"FeatureCollection"}', "JSON"],
    ["a.csv", "%PDF-1.7\n", "a PDF file"],
  ] as const;
  for (const [name, content, found] of files) {
    assertEquals(refusing(name, content).problems.map((problem) => problem.found), [found]);
  }
});

Deno.test("ES&S's vote images: a ballot goes on over a page of the same precinct, and ends with another", () => {
  const page = (precinct: string) => `PRECINCT ${precinct}   ELECTION ID: X`;
  const vote = (star: string, candidate: string, office: string) =>
    `1234567   1 ${star} 101 ${candidate.padEnd(39)}${office}`;
  const read = reading(
    "log.txt",
    [
      "VOTR.  B/I  CANDIDATES RECEIVING A VOTE",
      page("001 - Elm"),
      vote("*", "Ada A (REP)", "President"),
      // Its vote for president stands on the next page of the same precinct.
      vote("*", "Cy", "Sheriff"),
      page("001 - Elm"),
      vote(" ", "Ben B (DEM)", "President"),
      page("002 - Oak"),
      vote("*", "Cy", "Sheriff"),
      page("003 - Ash"),
      vote("*", "Ada A (REP)", "President"),
    ].join("\n") + "\n",
    { state: "SC", year: 2020, county: "Elm" },
  );
  assertEquals(sum(read), 3);
  const votes = read.returns.toRecords().map(({ precinct, candidate, votes }) =>
    `${precinct}: ${candidate} ${votes}`
  );
  assertEquals(votes.length, 3, votes.join("; "));
  // The ballot of precinct 2 has no vote for president.
  const apart = read.apart.toRecords();
  assertEquals(apart.map(({ precinct, votes }) => [precinct, votes]), [["002 - Oak", 1]]);
});
