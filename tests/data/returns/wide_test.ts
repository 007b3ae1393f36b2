import { assertEquals } from "@std/assert";
import { type Nominees, wideColumns, wideRows } from "../../../lib/data/returns/layouts/wide.ts";

const NOMINEES: Readonly<Record<number, Nominees>> = {
  2012: { democrat: "Dora Dew", republican: "Rex Roe", names: ["Dora Dew", "Rex Roe"] },
  2016: {
    democrat: "Ada Red",
    republican: "Ben Blue",
    names: ["Ada Red", "Ben Blue", "Cy Gold"],
  },
};
const nominees = (year: number) => NOMINEES[year];
/** The columns found in a header: place, candidate, and the year where it is told. */
const columns = (header: readonly string[], year: number | undefined = 2016) =>
  wideColumns(header, nominees, { year }).map(({ column, candidate, year }) =>
    `${column} ${candidate}${year === undefined ? "" : ` ${year}`}`
  );

Deno.test("party columns are the nominees', before or after the word votes, with a year or without", () => {
  const both = ["1 Ada Red", "2 Ben Blue"];
  for (
    const [dem, rep] of [["dem", "gop"], ["Democrat", "Republican"], ["votes_dem", "votes_rep"], [
      "democratic_votes",
      "vote_republican",
    ]]
  ) {
    assertEquals(columns(["county", dem!, rep!]), both);
  }
  assertEquals(columns(["county", "rep", "dem", "oth"]), [
    "1 Ben Blue",
    "2 Ada Red",
    "3 Others and write-ins",
  ]);
  assertEquals(columns(["x", "dem_2012", "gop_2012", "dem_2016", "gop_2016", "other_2016"]), [
    "1 Dora Dew 2012",
    "2 Rex Roe 2012",
    "3 Ada Red 2016",
    "4 Ben Blue 2016",
    "5 Others and write-ins 2016",
  ]);
  // Nobody is known of a year, or no year is.
  assertEquals([columns(["x", "dem_1900", "gop_1900"]), columns(["x", "dem", "gop"], 1900)], [
    [],
    [],
  ]);
  assertEquals(wideColumns(["x", "dem", "gop"], nominees, {}), []);
});

Deno.test("a surname with a year is that year's candidate", () => {
  const found = ["1 Ada Red 2016", "2 Ben Blue 2016"];
  assertEquals(columns(["x", "red16", "blue16"], undefined), found);
  assertEquals(columns(["x", "votes_red_2016", "vote_blue2016"], undefined), found);
  assertEquals(columns(["x", "red16", "blue16", "others16", "otherpres16"], undefined), [
    ...found,
    "3 Others and write-ins 2016",
    "4 Others and write-ins 2016",
  ]);
  assertEquals(columns(["x", "red12", "blue12"], undefined), []);
  assertEquals(columns(["x", "zoe16", "red16", "blue16"], undefined), [
    "2 Ada Red 2016",
    "3 Ben Blue 2016",
  ]);
});

Deno.test("two columns of candidates a year are needed, others not counted", () => {
  assertEquals(columns(["x", "dem", "oth"]), []);
  assertEquals(columns(["x", "dem_2012", "gop_2012", "dem_2016"]), []);
  assertEquals(columns(["x", "dem_2012", "gop_2012", "dem_2016", "gop_2016"]).length, 4);
  assertEquals(columns(["x", "red16", "blue16", "dew12"], undefined), []);
});

Deno.test("names are candidates' but for shares of them; a line end in a name is a slash", () => {
  assertEquals(columns(["x", "Ada\nRed", "Ben Blue (REP)"]), ["1 Ada / Red", "2 Ben Blue (REP)"]);
  assertEquals(
    columns(["x", "Ada Red", "Red pct", "Red Share", "Red %", "Red percent", "Ben Blue"]),
    [
      "1 Ada Red",
      "6 Ben Blue",
    ],
  );
  // A name that begins like the word is a name.
  assertEquals(columns(["x", "Ada Red", "Ben Blue", "Bo Shareef"]).at(-1), "3 Bo Shareef");
  assertEquals(columns(["Red", "county", "Blue"]), ["0 Red", "2 Blue"]);
});

Deno.test("beside named candidates, later columns of persons, write-ins and blanks count", () => {
  assertEquals(columns(["Yan Yew", "Zoe Ash", "Ada Red", "Ben Blue"]), [
    ...["2 Ada Red", "3 Ben Blue"],
  ]);
  const found = columns([
    ...["x", "Ada Red", "Ben Blue", "Zoe\nAsh", "Yves, Oak", "Zed/Fir", "Ballots Cast", "Zoe"],
    ...[
      "Write-in",
      "Blank",
      "Total Votes",
      "Zoe Ash pct",
      "Zoe Ash diff",
      "Per_Zoe Ash",
      "",
      "Lead margin",
    ],
    ...["Zoe Ash district"],
  ]);
  assertEquals(found, [
    ...[
      "1 Ada Red",
      "2 Ben Blue",
      "3 Zoe / Ash",
      "4 Yves, Oak",
      "5 Zed/Fir",
      "8 Write-in",
      "9 Blank",
    ],
  ]);
  // A person's column stands within twenty of the last named candidate's.
  const far = (distance: number) =>
    columns(["Ada Red", "Ben Blue", ...Array(distance - 1).fill(""), "Zoe Ash"]).length;
  assertEquals([far(19), far(20)], [3, 2]);
  // Columns of a year say what they are: nothing else counts.
  assertEquals(columns(["x", "red16", "blue16", "Zoe Ash"], undefined).length, 2);
});

Deno.test("a caller's map is taken as it stands, where there is such a column", () => {
  const candidates = { b: "Ben", a: "Ada", c: "Cy" };
  assertEquals(wideColumns(["x", "a", "b"], nominees, { candidates }), [
    { column: 2, candidate: "Ben" },
    { column: 1, candidate: "Ada" },
  ]);
  // The first column, too.
  assertEquals(wideColumns(["a"], nominees, { candidates }), [{ column: 0, candidate: "Ada" }]);
});

/** Rows of a grid whose first row is its header. */
function rowsOf(grid: readonly (readonly string[])[], year: number | undefined = 2016) {
  const found = wideColumns(grid[0]!, nominees, { year });
  return wideRows("r.csv", grid, 0, grid[0]!, found);
}
const short = (grid: readonly (readonly string[])[], year?: number) =>
  rowsOf(grid, year).rows.map(({ county, precinct, candidate, votes, line }) =>
    [county, precinct, candidate, votes, line].join(" | ")
  );

Deno.test("each row is one row a candidate, with its place and its line", () => {
  assertEquals(
    short([["County", "Precinct", "Ada Red", "Ben Blue"], ["Elm", " P  1\n", "5", "1,006"]]),
    [
      "Elm | P 1 | Ada Red | 5 | 2",
      "Elm | P 1 | Ben Blue | 1,006 | 2",
    ],
  );
  // A row without a count in any column is none; a blank cell beside counts stays.
  const rows = short([["County", "Ada Red", "Ben Blue"], ["Elm", "", ""], ["Oak", "", "3"]]);
  assertEquals(rows, ["Oak |  | Ada Red |  | 3", "Oak |  | Ben Blue | 3 | 3"]);
});

Deno.test("what a total has beyond two candidates is a row of others", () => {
  const others = (total: string, ...more: readonly string[]) =>
    short([
      ["County", "Ada Red", "Ben Blue", "Total Votes", ...more.map((_, at) => ["Write-in"][at]!)],
      ["Elm", "1,000", "500", total, ...more],
    ]).filter((line) => line.includes("Others"));
  assertEquals(others("1,507"), ["Elm |  | Others and write-ins | 7 | 2"]);
  assertEquals([others("1,500"), others("1,499"), others("")], [[], [], []]);
  // Where a third column counts, nothing is made up.
  assertEquals(others("1,507", "3"), []);
  const names = (total: string) =>
    short([["County", "dem", "gop", total], ["Elm", "5", "6", "20"]])
      .some((line) => line.includes("Others and write-ins | 9"));
  assertEquals(
    ["total_votes", "Total Votes Cast", "totalvotes", "total_vote", "total", "sum", "totals"].map(
      names,
    ),
    [true, true, true, true, true, false, false],
  );
  assertEquals(
    short([["County", "dem", "gop", "oth", "total"], ["Elm", "5", "6", "1", "20"]]).length,
    3,
  );
});

Deno.test("each year of a row has its own candidates, year and total", () => {
  const { rows, unread } = rowsOf([
    [
      "county",
      "dem_2012",
      "gop_2012",
      "total_2012",
      "dem_2016",
      "gop_2016",
      "total_2016",
      "total",
      "x",
    ],
    ["Elm", "1", "2", "5", "10", "20", "34", "99", ""],
  ]);
  assertEquals(rows.map(({ year, candidate, votes }) => [year, candidate, votes].join(" ")), [
    "2012 Dora Dew 1",
    "2012 Rex Roe 2",
    "2012 Others and write-ins 2",
    "2016 Ada Red 10",
    "2016 Ben Blue 20",
    "2016 Others and write-ins 4",
  ]);
  assertEquals(unread, ["total", "x"]);
});

Deno.test("columns of no known name before the candidates' that hold text are county and precinct", () => {
  const lines = (first: readonly string[], ...rows: readonly (readonly string[])[]) =>
    short([[...first, "Ada Red", "Ben Blue"], ...rows]).filter((line) => line.includes("Ada"));
  assertEquals(lines(["Place"], ["Elm", "5", "6"]), ["Elm |  | Ada Red | 5 | 2"]);
  assertEquals(lines(["No", "Place"], ["1", "Elm", "5", "6"]), ["Elm |  | Ada Red | 5 | 2"]);
  // A county often stands in its first row only.
  assertEquals(
    lines(["A", "B"], ["Elm", "P 1", "5", "6"], ["", "P 2", "7", "8"], ["Oak", "P 3", "1", "1"]),
    [
      "Elm | P 1 | Ada Red | 5 | 2",
      "Elm | P 2 | Ada Red | 7 | 3",
      "Oak | P 3 | Ada Red | 1 | 4",
    ],
  );
  // Three could be anything; an office is no place.
  assertEquals(lines(["A", "B", "C"], ["Elm", "P 1", "x", "5", "6"]), [" |  | Ada Red | 5 | 2"]);
  assertEquals(lines(["A", "Office"], ["Elm", "President", "5", "6"]), [
    "Elm |  | Ada Red | 5 | 2",
  ]);
  // A named place leaves the unnamed alone, and a blank cell blank.
  assertEquals(lines(["A", "Precinct"], ["Elm", "P 1", "5", "6"], ["x", "", "7", "8"]), [
    " | P 1 | Ada Red | 5 | 2",
    " |  | Ada Red | 7 | 3",
  ]);
});

Deno.test("rows that count voters, or an office's totals, are left out", () => {
  assertEquals(
    short([["County", "Precinct", "Ada Red", "Ben Blue"], ["Registered Voters", "P", "5", "6"], [
      "Elm",
      "Office Totals",
      "5",
      "6",
    ], ["Elm", "P", "1", "2"]]).length,
    2,
  );
});

Deno.test("contests further down the sheet are counted as left out, and the columns that were read are named", () => {
  const read = rowsOf([
    ["Parish", "Note", "Ada Red", "Ben Blue"],
    ["Elm", "", "5", "6"],
    ["Parish", "", "Ed Elm", "Fay Fir"],
    ["Elm", "", "7", "8"],
  ]);
  assertEquals([...read.leftOut!], [["contests further down the sheet", 2]]);
  assertEquals(read.rows.map(({ votes }) => votes), ["5", "6"]);
  assertEquals([read.names, read.unread], [{ county: "Parish" }, ["Note"]]);
  assertEquals(rowsOf([["Parish", "dem", "gop"], ["Elm", "5", "6"]]).leftOut, undefined);
});
