/** Files as states publish them: Florida's precinct files without a header, Michigan's county files. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { loadCountyReturns } from "tallybook/data";
import { mendings, reading, refusing, sum } from "./reading.ts";

const known = (state: string, fips: string) =>
  loadCountyReturns({ year: 2016, states: [state] }).filter((row) => row.fips === fips);

/** A row of Florida's precinct files: nineteen cells between tabs. */
const florida = (precinct: string, contest: string, candidate: string, votes: number) =>
  [
    ...["LAF", "Lafayette", "10282", "11/08/2016", "2016 General Election"],
    ...[precinct, "Mayo Town Hall", "1200", "700", "400", "100"],
    ...[contest, " ", "120000", candidate, "", "", "30", String(votes)],
  ].join("\t") + "\n";

/** All votes of Lafayette County, Florida, 2016, in two precincts, and what else such files hold. */
const LAFAYETTE = known("FL", "12067").flatMap(({ candidate, votes }) => {
  const half = Math.floor(votes / 2);
  return [["1", half], ["2", votes - half]].map(([precinct, count]) =>
    florida(String(precinct), "President of the United States", candidate, Number(count))
  );
}).join("") + florida("1", "President of the United States", "OverVotes", 3) +
  florida("1", "President of the United States", "UnderVotes", 8) +
  florida("1", "State Attorney", 'Roque "Rocky" Fuente', 900);

Deno.test("Florida's precinct files have no header: nineteen columns, the state and the year are known", () => {
  const read = reading("LAF_PctResults.txt", LAFAYETTE);
  const [first] = read.returns.toRecords();
  assertEquals(
    [first?.year, first?.state_po, first?.county, first?.precinct],
    [2016, "FL", "Lafayette", "1"],
  );
  const all = known("FL", "12067").reduce((votes, row) => votes + row.votes, 0);
  assertEquals(sum(read), all);
  assertEquals(read.checks.map(({ fips, verdict }) => [fips, verdict]), [["12067", "agrees"]]);
  assertEquals(Number(read.apart.getColumn("votes").sum()), 11);
  assertEquals(read.leftOut, { "State Attorney": 1 });
  // Without a header the first row stands on the first line, and the last two are ballots without a vote.
  const rows = LAFAYETTE.split("\n").length - 1;
  assertEquals(
    read.mended.filter(({ found }) => found.includes("kept apart")).map(({ row }) => row),
    [rows - 2, rows - 1],
  );
});

Deno.test("other text without a header is refused as such", () => {
  const rows = LAFAYETTE.replaceAll("\t120000\t", "\t");
  const { problems } = refusing("LAF_PctResults.txt", rows);
  assertStringIncludes(
    problems[0]!.found,
    'a first line of values and no header: "LAF", "Lafayette"',
  );
  // A date that is none, a code that is none, votes that are none: not Florida's layout.
  for (const [cell, other] of [["LAF", "LAFA"], ["11/08/2016", "Nov 8"]] as const) {
    const changed = refusing("LAF_PctResults.txt", LAFAYETTE.replaceAll(cell, other));
    assertStringIncludes(changed.problems[0]!.found, "no header");
  }
});

const HEADER = [
  ...["ElectionDate", "OfficeCode(Text)", "DistrictCode(Text)", "StatusCode", "CountyCode"],
  ...["CountyName", "OfficeDescription", "PartyOrder", "PartyName", "PartyDescription"],
  ...["CandidateID", "CandidateLastName", "CandidateFirstName", "CandidateMiddleName"],
  ...["CandidateFormerName", "CandidateVotes", "WriteIn(W)/Uncommitted(Z)", "Recount(*)"],
].join("\t");
const PRESIDENT = "President of the United States 4 Year Term (1) Position";

const michigan = (
  [last, first, middle]: readonly [string, string, string],
  votes: number,
  { date = "11/08/2016", office = PRESIDENT, writeIn = "" } = {},
) =>
  [
    ...[date, "1", "0", "0", "66", "ONTONAGON", office, "1", "", "", "1"],
    ...[last, first, middle, "", String(votes), writeIn, ""],
  ].join("\t") + "\t\n";

/** Ontonagon County, Michigan, 2016, as the Bureau of Elections lays it out. */
function ontonagon(date?: string): string {
  const options = date === undefined ? {} : { date };
  const rows = known("MI", "26131").map(({ candidate, votes }) => {
    const words = candidate.split(" ");
    return michigan([words.at(-1)!, words[0]!, words.slice(1, -1).join(" ")], votes, options);
  }).join("");
  return `${HEADER}\n${rows}` +
    michigan(["Moorehead", "Monica", ""], 4, { ...options, writeIn: "W" }) +
    michigan(["Doe", "Jane", ""], 12, { ...options, office: "Regent of the University" });
}

Deno.test("Michigan's county files: last, first and middle names are one candidate, the state is known", () => {
  const votes = known("MI", "26131");
  for (const date of ["11/08/2016", "2016-11-08", "2016-11-08 00:00:00"]) {
    const read = reading("GEN_MI.txt", ontonagon(date));
    assertEquals(
      read.returns.toRecords().map(({ year, state_po, county, candidate, votes }) => ({
        year,
        state_po,
        county,
        candidate,
        votes,
      })),
      [...votes, { candidate: "Monica Moorehead", votes: 4 }].map((row) => ({
        year: 2016,
        state_po: "MI",
        county: "ONTONAGON",
        candidate: row.candidate,
        votes: row.votes,
      })),
    );
    assertEquals(read.checks.map(({ fips, verdict }) => [fips, verdict]), [["26131", "agrees"]]);
    assertEquals(read.leftOut, { "Regent of the University": 1 });
  }
});

Deno.test("lines above a table's header are passed, and rows keep the file's lines", () => {
  const text = `TOTAL VOTER TURNOUT: 3,500\n${ontonagon()}`;
  const read = reading("GEN_MI.txt", text);
  assertEquals(read.checks.map(({ verdict }) => verdict), ["agrees"]);
  const wrong = text.replace("\t4\tW", "\t4x\tW");
  const line = wrong.split("\n").findIndex((row) => row.includes("4x")) + 1;
  const { problems } = refusing("GEN_MI.txt", wrong);
  assertEquals(problems.map(({ row, found }) => [row, found]), [[line, '"4x"']]);
});

Deno.test("a file with whole names keeps them, whatever else it says of a candidate", () => {
  const read = reading(
    "20161108__oh__general__elm__precinct.csv",
    "county,precinct,office,candidate,last_name,first_name,votes\nElm,1,President,Ada Red,RED,ADA,5\n",
  );
  assertEquals(read.returns.toRecords().map(({ candidate }) => candidate), ["Ada Red"]);
  assertEquals(mendings(read), []);
});

Deno.test("a name in columns of its parts is put together, as in files by county of Michigan 2016", () => {
  // The state's count of Alcona County, in a public file's columns.
  const read = reading(
    "20161108__mi__general__county.csv",
    "county,office,district,party,last,first,middle,suffix,votes\n" +
      "ALCONA,President of the United States 4 Year Term (1) Position,,REP,Trump,Donald,J.,,4201\n" +
      "ALCONA,President of the United States 4 Year Term (1) Position,,DEM,Clinton,Hillary,,,1732\n",
  );
  assertEquals(read.returns.getColumn("candidate").toArray(), [
    "Donald J. Trump",
    "Hillary Clinton",
  ]);
  assertEquals(read.checks.map(({ verdict, difference }) => [verdict, difference]), [[
    "agrees",
    0,
  ]]);
});
