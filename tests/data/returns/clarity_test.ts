import { assertEquals } from "@std/assert";
import { clarityRows } from "../../../lib/data/returns/layouts/clarity.ts";
import { xmlTree } from "../../../lib/data/returns/layouts/xml_tree.ts";

/** What is read of contests in a file of this region and date. */
function read(contests: string, region = "CO", date = "11/5/2024") {
  const root = xmlTree(
    `<ElectionResult><ElectionDate>${date}</ElectionDate><Region>${region}</Region>\n${contests}</ElectionResult>`,
  )!;
  return clarityRows("detail.xml", root);
}
const contest = (content: string, text = "President") =>
  `<Contest text="${text}">${content}</Contest>`;
const type = (name: string, units: string, votes?: string) =>
  `<VoteType name="${name}"${votes === undefined ? "" : ` votes="${votes}"`}>${units}</VoteType>`;
const county = (name: string, votes: number) => `<County name="${name}" votes="${votes}"/>`;
const choice = (types: string, more = "") =>
  `<Choice text="Ada" party="DEM"${more}>${types}</Choice>`;
const found = (contests: string) =>
  read(contests).problems!.map(({ row, found, expected }) => [row, found, expected]);

Deno.test("a state's file has counties, a county's has precincts, with the year where it is told", () => {
  const [one] = read(contest(choice(type("Mail", county("Elm", 5))))).rows;
  assertEquals(one, {
    ...{ year: "2024", state: "CO", county: "Elm", office: "President", candidate: "Ada" },
    ...{ party: "DEM", mode: "Mail", votes: "5", line: 2 },
  });
  const precinct = contest(
    choice(type("Mail", '<Precinct name="P 1" votes="7"/><Other votes="9"/>')),
  );
  const { line: _, ...two } = read(precinct, "Elm", "").rows[0]!;
  assertEquals(two, {
    ...{ county: "Elm", precinct: "P 1", office: "President", candidate: "Ada" },
    ...{ party: "DEM", mode: "Mail", votes: "7" },
  });
  assertEquals(read(precinct, "").rows.map(({ county, state }) => [county, state]), [
    [undefined, undefined],
  ]);
});

Deno.test("a type of votes without places is one row of its own", () => {
  const rows = read(contest(choice(type("Mail", "", "12") + type("Polls", "")))).rows;
  assertEquals(rows.map(({ mode, votes, county }) => [mode, votes, county]), [
    ["Mail", "12", undefined],
    ["Polls", "", undefined],
  ]);
});

Deno.test("what the file states as a sum is held against its parts", () => {
  const places = county("Elm", 1000) + county("Oak", 500);
  assertEquals(found(contest(choice(type("Mail", places, "1500"), ' totalVotes="1500"'))), []);
  assertEquals(found(contest(choice(type("Mail", places)))), []);
  assertEquals(found(contest(choice(type("Mail", places, "1501"), ' totalVotes="1501"'))), [
    [2, "Mail of Ada: 1,501 votes", "the sum of its places, 1,500"],
  ]);
  const two = type("Mail", places, "1500") + type("Polls", "", "20");
  assertEquals(found(contest(choice(two, ' totalVotes="1500"'))), [
    [2, "Ada with 1,500 votes in all", "the sum of its types of votes, 1,520"],
  ]);
  // A total without types has nothing to be held against.
  assertEquals(found(contest(choice("", ' totalVotes="9"'))), []);
  const { problems } = read(contest(choice(two, ' totalVotes="1"')));
  assertEquals(problems!.map(({ option }) => option), ["totals"]);
});

Deno.test("types of the contest itself are overvotes and undervotes, where they have counts", () => {
  const own = type("Overvotes", county("Elm", 3) + '<County name="Oak"/>') +
    type("Undervotes", county("Elm", 4));
  const { rows } = read(contest(own + choice(type("Mail", county("Elm", 5)))));
  assertEquals(rows.map(({ candidate, county, votes, mode }) => [candidate, county, votes, mode]), [
    ["Ada", "Elm", "5", "Mail"],
    ["Overvotes", "Elm", "3", undefined],
    ["Undervotes", "Elm", "4", undefined],
  ]);
});

Deno.test("other contests are left out with their choices", () => {
  const other = contest(choice("") + choice(""), "Sheriff") + contest(choice(""), "Sheriff");
  const { rows, leftOut } = read(other + contest("", "Mayor"));
  assertEquals([rows, [...leftOut!]], [[], [["Sheriff", 3], ["Mayor", 0]]]);
});
