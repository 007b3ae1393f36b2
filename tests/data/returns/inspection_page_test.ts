/** The whole page of one file, word for word, as text and as HTML. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ReturnsCheck } from "../../../lib/data/returns/check_sums.ts";
import {
  type Inspection,
  inspection,
  inspectionText,
  linesOf,
} from "../../../lib/data/returns/commands/inspection.ts";
import {
  differencesPicture,
  inspectionHtml,
} from "../../../lib/data/returns/commands/inspection_html.ts";
import { reading } from "./reading.ts";

const NAME = "19041108__oh__general__elm__precinct.csv";
const FILE = "county,precinct,office,candidate,early_voting,election_day,votes,note\n" +
  "Elm,1,President,Ada Red,1000,500,1500,x\n" +
  "Elm,1,President,Ben,20,30,50,x\n" +
  "Elm,1,President,Under Votes,1,1,2,x\n" +
  "Elm,2,President,Ada Red,5,5,10,x\n" +
  "Elm,2,President,Ben,40,30,70,x\n" +
  "Ash,1,President,Ben,1,2,3,x\n" +
  "Elm,1,Sheriff,Cy,1,2,3,x\n".repeat(2);
const page = inspection(NAME, reading(NAME, FILE));

Deno.test("a file's page as text says in order what was read, left out and added up", () => {
  assertEquals(
    inspectionText(page).split("\n"),
    [
      NAME,
      '6 rows in 3 places: 5 of kind "candidate", 1 of kind "no vote"',
      "From the file's name or the options: year 1904, state OH",
      "Modes of voting as columns: early_voting, election_day",
      "",
      "Read differently, kept apart or left out",
      '  row 4: column "candidate": "Under Votes", ballots without a vote: kept apart',
      "",
      "Rows of other offices",
      "  2 Sheriff",
      "",
      "Columns that nothing is read from",
      "  note",
      "",
      "Sums by county and candidate",
      "  Ash                  Ben                3",
      "  Elm                  Ada Red        1,510",
      "  Elm                  Ben              120",
      "",
      "Beside known totals",
      "  no known total for this year and state",
      "",
      "Anomalies: a reason to look, not a proof",
      '  no votes named: 2 ballots in 1 row of "Under Votes" are for nobody: they are kept apart from the returns (row 4)',
    ].map((line) => line),
  );
});

Deno.test("rows are named up to five, with how many more there are", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  assertEquals(
    [
      linesOf([]),
      linesOf(undefined),
      linesOf(undefined, 7),
      linesOf([3]),
      linesOf(rows(5)),
      linesOf(rows(6)),
      linesOf(rows(2000)),
    ],
    [
      "",
      "",
      "row 7",
      "row 3",
      "rows 1, 2, 3, 4, 5",
      "rows 1, 2, 3, 4, 5 and 1 more",
      "rows 1, 2, 3, 4, 5 and 1,995 more",
    ],
  );
});

const check = (
  county: string | null,
  votes: number,
  known: number,
  verdict: ReturnsCheck["verdict"],
): ReturnsCheck => ({
  level: county === null ? "state" : "county",
  year: 2016,
  state_po: "WI",
  fips: null,
  county,
  verdict,
  candidates: verdict === "county not known" ? [] : [
    { candidate: "Ada <Red>", votes, known },
    { candidate: "Ben", votes: 100, known: 100 },
    { candidate: "Cy", votes: 1, known: 9 },
  ],
  difference: Math.abs(votes - known),
  message: `${county ?? "WI"} ${verdict}`,
});

const of = (checks: readonly ReturnsCheck[], more: Partial<Inspection> = {}): Inspection => ({
  ...page,
  checks,
  ...more,
});
const beside = (checks: readonly ReturnsCheck[]) => {
  const lines = inspectionText(of(checks)).split("\n");
  const start = lines.indexOf("Beside known totals") + 1;
  return lines.slice(start, lines.indexOf("", start));
};

Deno.test("sums that do not agree are said first; more than three that agree are one line", () => {
  const agree = (county: string, votes: number) => check(county, votes, 3000, "agrees");
  assertEquals(
    beside([
      agree("A", 3000),
      check("B", 9, 3000, "most missing"),
      agree("C", 2999),
      agree("D", 3004),
    ]),
    [
      "  B most missing",
      "  A agrees",
      "  C agrees",
      "  D agrees",
    ],
  );
  assertEquals(beside(["A", "B", "C", "D"].map((county, at) => agree(county, 3000 + 400 * at))), [
    "  4 agree, to within 1,200 votes at most",
  ]);
});

Deno.test("the picture has a bar a place, the largest difference first and as wide as half the field", () => {
  // 400 + 100 of 500 known, 300 + 100 of 500: shares 0 and −0.2; the widest has 260 units.
  const picture = differencesPicture([
    check("A & B", 400, 400, "agrees"),
    check(null, 300, 400, "fewer votes"),
    check("C", 450, 400, "more votes"),
  ]);
  const bars = [
    ...picture.matchAll(
      /<text x="212" y="(\d+)" text-anchor="end">([^<]*)<\/text><rect x="([\d.]+)" y="(\d+)" width="([\d.]+)" height="13" fill="([^"]+)"\/><text x="748" y="(\d+)">([^<]*)</g,
    ),
  ].map((found) => found.slice(1));
  assertEquals(bars, [
    ["15", "WI", "220.0", "4", "260.0", "#b5532b", "15", "−20.0%"],
    ["35", "C", "480.0", "24", "130.0", "#2b6cb5", "35", "+10.0%"],
    ["55", "A &amp; B", "480.0", "44", "0.0", "#2b6cb5", "55", "+0.0%"],
  ]);
  assertStringIncludes(
    picture,
    'the largest difference is -20.0 percent, in WI" width="820" height="70" viewBox="0 0 820 70"><line x1="480" x2="480" y1="0" y2="70"',
  );
  assertStringIncludes(picture, "known totals in percent.</figcaption>");
  // One percent is the least that fills the field, and forty bars are the most.
  const many = differencesPicture(
    Array.from({ length: 41 }, (_, at) => check(`P${at}`, 1001, 1000, "agrees")),
  );
  assertEquals([...many.matchAll(/<rect /g)].length, 40);
  // 1 of 1,100 is 0.09 percent of the one that 260 units stand for.
  assertStringIncludes(many, 'width="23.6" height="13"');
  assertStringIncludes(many, "in percent; the 40 largest of 41.");
  assertEquals(
    differencesPicture(Array.from({ length: 40 }, () => check("P", 1, 1, "agrees"))).includes(
      "largest of",
    ),
    false,
  );
  assertEquals(differencesPicture([]), "");
  assertStringIncludes(differencesPicture([check("P", 1, 1, "county not known")]), ">+0.0%<");
});

Deno.test("the page as HTML has the same parts, and marks the rows of what does not agree", () => {
  const html = inspectionHtml(
    of([
      check("A", 0, 0, "county not known"),
      check("B", 1400, 1500, "fewer votes"),
      check("C", 7, 7, "agrees"),
    ]),
  );
  const rows = [...html.matchAll(/<tr( class="bad")?>(<td.*?)<\/tr>/g)].map(([, bad, cells]) => [
    bad !== undefined,
    ...[...cells!.matchAll(/<td(?: class="n")?>(.*?)<\/td>/g)].map(([, cell]) => cell),
  ]);
  assertEquals(rows, [
    [true, "B 2016", "fewer votes", "Ada &lt;Red&gt;", "1,400", "1,500", "-100"],
    [true, "B 2016", "fewer votes", "Ben", "100", "100", "0"],
    [false, "C 2016", "agrees", "Ada &lt;Red&gt;", "7", "7", "0"],
    [false, "C 2016", "agrees", "Ben", "100", "100", "0"],
    [false, "Ash", "Ben", "3"],
    [false, "Elm", "Ada Red", "1,510"],
    [false, "Elm", "Ben", "120"],
  ]);
  const parts = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, part]) => part);
  assertEquals(parts, [
    "no votes named: 2 ballots in 1 row of &quot;Under Votes&quot; are for nobody: they are kept apart from the returns (row 4)",
    "row 4: column &quot;candidate&quot;: &quot;Under Votes&quot;, ballots without a vote: kept apart",
    "Sheriff: 2",
  ]);
  assertEquals(html.includes("No known total"), false);
  const bare = inspectionHtml(of([], { anomalies: [], mended: [], leftOut: [["", 3]] }));
  assertEquals([...bare.matchAll(/None\./g)].length, 2);
  assertStringIncludes(bare, "No known total for this year and state.");
  assertStringIncludes(bare, "(no office): 3");
});
