import { assertEquals } from "@std/assert";
import { nistRows } from "../../../lib/data/returns/layouts/nist_results.ts";
import { xmlTree } from "../../../lib/data/returns/layouts/xml_tree.ts";

const el = (name: string, content: string, attributes = "") =>
  `<${name}${attributes}>${content}</${name}>`;
const id = (value: string) => ` ObjectId="${value}"`;
const unit = (key: string, name: string, type: string, parts = "") =>
  el(
    "GpUnit",
    (parts === "" ? "" : el("ComposingGpUnitIds", parts)) + el("Name", el("Text", name)) +
      el("Type", type),
    id(key),
  );
const counts = (place: string, count: string, type = "total") =>
  el("VoteCounts", el("GpUnitId", place) + el("Count", count) + el("Type", type));
const person = (key: string, name: string, party = "") =>
  el("Candidate", el("BallotName", name) + (party && el("PartyId", party)), id(key));
const ADA = person("ada", "Ada Red", "r");

/** Rows of a report with these units, candidates and contests. */
function rowsOf(
  { units = "", date = "2016-11-08", contests, people = ADA }: {
    units?: string;
    date?: string;
    contests: string;
    people?: string;
  },
) {
  const head = date === "" ? "" : el("StartDate", date);
  const parties = el("Party", el("Name", "Reds"), id("r"));
  const xml = el("ElectionReport", units + el("Election", head + people + contests) + parties);
  return nistRows(xmlTree(xml)!);
}
const contest = (name: string, content: string) => el("Contest", el("Name", name) + content);
const selection = (content: string) => el("ContestSelection", content);
const chosen = (content: string) => selection(el("CandidateIds", "ada") + content);
/** One candidate's count in one place, among these units. */
const placed = (units: string, place: string) =>
  rowsOf({ units, contests: contest("President", chosen(counts(place, "5"))) }).rows.map(
    ({ state, county, precinct }) => [state, county, precinct],
  )[0];

Deno.test("a place is a precinct in the county that lists it, a county or a state", () => {
  const units = unit("s", "Wyoming", "state", "c") + unit("c", "Albany County", "county", "p q") +
    unit("p", "Precinct 1", "precinct") + unit("q", "Precinct 2", "precinct") +
    unit("z", "Precinct 9", "precinct") + unit("t", "Town", "town", "z");
  assertEquals(placed(units, "p"), ["WY", "Albany County", "Precinct 1"]);
  assertEquals(placed(units, "q"), ["WY", "Albany County", "Precinct 2"]);
  // A town that lists it is no county.
  assertEquals(placed(units, "z"), ["WY", undefined, "Precinct 9"]);
  assertEquals(placed(units, "c"), ["WY", "Albany County", undefined]);
  assertEquals(placed(units, "s"), ["WY", undefined, undefined]);
  assertEquals(placed(units, "nowhere"), ["WY", undefined, "nowhere"]);
});

Deno.test("each election of a report has its own year", () => {
  const election = (date: string, count: string) =>
    el(
      "Election",
      el("StartDate", date) + ADA + contest("President", chosen(counts("x", count))),
    );
  const xml = el(
    "ElectionReport",
    unit("x", "Elm", "precinct") + election("2016-11-08", "5") + election("2020-11-03", "6"),
  );
  assertEquals(
    nistRows(xmlTree(xml)!).rows.map(({ year, votes }) => [year, votes]),
    [["2016", "5"], ["2020", "6"]],
  );
});

Deno.test("a place's name may be its whole path", () => {
  const of = (name: string, type = "precinct") => placed(unit("x", name, type), "x");
  assertEquals(of("Wyoming"), ["WY", undefined, undefined]);
  assertEquals(of("Wyoming", "state"), ["WY", undefined, undefined]);
  assertEquals(of("Wyoming;Albany County", "county"), ["WY", "Albany County", undefined]);
  assertEquals(of("Wyoming; Albany County; Precinct 1"), ["WY", "Albany County", "Precinct 1"]);
  // Two steps say nothing of a county.
  assertEquals(of("Wyoming;Precinct 1"), ["WY", undefined, "Precinct 1"]);
  assertEquals(of("Elsewhere", "state"), [undefined, undefined, undefined]);
  const listed = unit("c", "Wyoming;Big Horn", "county", "x") +
    unit("x", "Wyoming;P 1", "precinct");
  assertEquals(placed(listed, "x"), ["WY", "Big Horn", "P 1"]);
});

Deno.test("counts carry candidate, party, type and year; so do overvotes and undervotes", () => {
  const other = el(
    "OtherCounts",
    el("GpUnitId", "p") + el("Overvotes", "3.0") +
      el("Undervotes", "4"),
  );
  const { rows } = rowsOf({
    units: unit("p", "P 1", "precinct"),
    contests: contest("President", other + chosen(counts("p", "12.00", "early"))),
  });
  const office = "President";
  assertEquals(rows.map(({ line: _, ...row }) => row), [
    {
      precinct: "P 1",
      year: "2016",
      office,
      candidate: "Ada Red",
      party: "Reds",
      mode: "early",
      votes: "12",
    },
    { precinct: "P 1", year: "2016", office, candidate: "Overvotes", votes: "3" },
    { precinct: "P 1", year: "2016", office, candidate: "Undervotes", votes: "4" },
  ]);
});

Deno.test("where only one of overvotes and undervotes is told, the other is not made up", () => {
  const told = el("OtherCounts", el("GpUnitId", "p") + el("Undervotes", "4"));
  const { rows } = rowsOf({ contests: contest("President", told) });
  assertEquals(rows.map(({ candidate, votes }) => [candidate, votes]), [["Undervotes", "4"]]);
});

Deno.test("the year is the first date's; that of 1900 stands for none", () => {
  const contests = contest(
    "President",
    chosen(counts("p", "1")) +
      el("OtherCounts", el("GpUnitId", "p") + el("Overvotes", "2")),
  );
  const years = (date: string) => rowsOf({ date, contests }).rows.map(({ year }) => year);
  assertEquals(years("2012-11-06"), ["2012", "2012"]);
  assertEquals(years("1900-01-01"), [undefined, undefined]);
  assertEquals(years(""), [undefined, undefined]);
  const ends = rowsOf({ date: "", contests: el("EndDate", "2008-11-04") + contests });
  assertEquals(ends.rows.map(({ year }) => year), ["2008", "2008"]);
});

Deno.test("a choice without a candidate is write-ins or what the selection says", () => {
  const contests = contest(
    "President (WY)",
    selection(el("IsWriteIn", "true") + counts("p", "2")) +
      selection(el("IsWriteIn", "false") + el("Selection", "None of these") + counts("p", "3")) +
      el("BallotSelection", el("CandidateIds", "gone ada") + counts("p", "4")),
  );
  assertEquals(rowsOf({ contests }).rows.map(({ candidate, party }) => [candidate, party]), [
    ["Write-ins", ""],
    ["None of these", ""],
    ["Ada Red", "Reds"],
  ]);
});

Deno.test("other contests are left out, each with its number of choices", () => {
  const two = selection(counts("p", "1")) + selection(counts("p", "2"));
  const contests = contest("Sheriff", two) + contest("Sheriff", selection("")) +
    contest("Mayor", two + el("BallotSelection", "")) +
    contest("President", chosen(counts("p", "7")));
  const { rows, leftOut } = rowsOf({ contests });
  assertEquals(rows.map(({ votes }) => votes), ["7"]);
  assertEquals([...leftOut!], [["Sheriff", 3], ["Mayor", 3]]);
});

Deno.test("version 2 writes the identifier objectId", () => {
  const people = '<Candidate objectId="ada"><BallotName>Ada Red</BallotName></Candidate>' +
    "<Candidate><BallotName>Nobody</BallotName></Candidate>";
  const { rows } = rowsOf({ people, contests: contest("President", chosen(counts("p", "1"))) });
  assertEquals(rows.map(({ candidate, party }) => [candidate, party]), [["Ada Red", ""]]);
});
