import { assertEquals } from "@std/assert";
import { gridTable } from "../../../lib/data/returns/layouts/grid_rows.ts";
import type { Nominees } from "../../../lib/data/returns/layouts/wide.ts";
import { isNoCount } from "../../../lib/data/returns/layouts/wide_modes.ts";

const NAMES: Nominees = {
  democrat: "Ada Red",
  republican: "Ben Blue",
  names: ["Ada Red", "Ben Blue", "Cy Gold"],
};

/** The rows of a grid's table, each as place, candidate, mode and votes, with what was noted. */
function read(grid: readonly (readonly string[])[]) {
  const table = gridTable("r.csv", grid, { nominees: () => NAMES, year: 2016 });
  if (table === undefined || !("rows" in table)) return undefined;
  const cell = (field: "county" | "precinct" | "candidate" | "mode", row: number) => {
    const column = table.text[field];
    return column === undefined ? "" : column.values[column.codes[row]!]!;
  };
  const rows = Array.from({ length: table.rows }, (_, row) =>
    [
      cell("county", row) || cell("precinct", row),
      cell("candidate", row),
      cell("mode", row),
      table.votes.values[row],
    ].filter((part) => part !== "").join(" | "));
  return { rows, unread: table.unread, notes: table.notes.map(({ found }) => found) };
}

Deno.test("names over several columns have votes and their share below", () => {
  const grid = (below: readonly string[]) => [
    ["", "Ada Red", "", "Ben Blue", ""],
    ["Precinct", ...below],
    ["Elm", "12", "60.0%", "8", "40.0%"],
  ];
  const rows = ["Elm | Ada Red | 12", "Elm | Ben Blue | 8"];
  for (const [votes, share] of [["Votes", "%"], ["Total Votes", "Percent"], ["#", "Pct."]]) {
    assertEquals(read(grid([votes!, share!, votes!, share!]))?.rows, rows);
  }
  // A merged cell's text stands in each of its columns.
  const merged = grid(["Votes", "%", "Votes", "%"]);
  merged[0] = ["", "Ada Red", "Ada Red", "Ben Blue", "Ben Blue"];
  assertEquals(read(merged)?.rows, rows);
});

Deno.test("names over modes of voting make a row a mode; the total is one, to be held against them", () => {
  const below = ["Election Day", "Mail", "Total"];
  assertEquals(
    read([
      ["President"],
      ["", "Ada Red", "", "", "Write-in", "", "", "Ben Blue", "", "", ""],
      ["County", ...below, ...below, ...below, "Total"],
      ["Elm", "5", "7", "12", "0", "1", "1", "3", "4", "7", "20"],
    ])?.rows,
    [
      ...["Election Day | 5", "Mail | 7", "Total | 12"].map((end) => `Elm | Ada Red | ${end}`),
      ...["Election Day | 0", "Mail | 1", "Total | 1"].map((end) => `Elm | Write-in | ${end}`),
      ...["Election Day | 3", "Mail | 4", "Total | 7"].map((end) => `Elm | Ben Blue | ${end}`),
    ],
  );
});

Deno.test("a row of words that are no headings of counts is no second header", () => {
  const header = ["Precinct", "Ada Red", "Ben Blue"];
  const rows = ["Elm | Ada Red | 12", "Elm | Ben Blue | 8"];
  assertEquals(read([header, ["Elm", "12", "8"]])?.rows, rows);
  assertEquals(read([header, ["", "DEM", "REP"], ["Elm", "12", "8"]])?.rows, rows);
});

Deno.test("a mode behind a candidate's name is a mode, and a total behind it a total", () => {
  assertEquals(
    read([
      ["Precinct", "Red Election Day", "Red Mail", "Red Total", "Blue - Election Day", "Blue_Mail"],
      ["Elm", "5", "7", "12", "3", "4"],
    ])?.rows,
    [
      ...["Election Day | 5", "Mail | 7", "Total | 12"].map((end) => `Elm | Red | ${end}`),
      ...["Election Day | 3", "Mail | 4"].map((end) => `Elm | Blue | ${end}`),
    ],
  );
  // Ballot lines of parties are no modes, and a single column of votes has none.
  assertEquals(
    read([["Precinct", "Ada Red DEM", "Ada Red WFP", "Blue Votes"], ["Elm", "5", "7", "4"]])?.rows,
    ["Elm | Ada Red DEM | 5", "Elm | Ada Red WFP | 7", "Elm | Blue Votes | 4"],
  );
});

Deno.test("margins, changes, shares and winners are no votes, whoever is named", () => {
  const no = [
    "Red Margin",
    "Blue Lead",
    "Red %",
    "Red change",
    "Winner Red",
    "Red pct",
    "Blue net",
  ];
  assertEquals(no.map(isNoCount), no.map(() => true));
  const names = ["Bennet", "Ada Leader", "Won Kim", "Red Votes", "Perry Blue", "Swinger"];
  assertEquals(names.map(isNoCount), [false, false, false, false, false, false]);
  const table = read([["Precinct", "Red", "Blue", ...no, "Write-in %"], [
    "Elm",
    "12",
    "8",
    ...no.map(() => "4"),
    "1",
  ]]);
  assertEquals(table?.rows, ["Elm | Red | 12", "Elm | Blue | 8"]);
  assertEquals(table?.unread, [...no, "Write-in %"]);
});

Deno.test("small parties' columns beside the large ones' count, and the total's rest is others", () => {
  assertEquals(
    read([["County", "Republican", "Democratic", "Libertarian", "Green", "Total"], [
      ...["Elm", "12", "8", "2", "1", "26"],
    ]])?.rows,
    [
      ...["Ben Blue | 12", "Ada Red | 8", "Libertarian | 2", "Green | 1"],
      "Others and write-ins | 3",
    ].map((end) => `Elm | ${end}`),
  );
});

Deno.test("of contests side by side only the president's columns count", () => {
  const rows = [
    ["", "President", "", "U.S. Senator", ""],
    ["Precinct", "Ada Red", "Ben Blue", "Zoe Ash", "Yan Yew"],
    ["Elm", "12", "8", "11", "9"],
  ];
  assertEquals(read(rows)?.rows, ["Elm | Ada Red | 12", "Elm | Ben Blue | 8"]);
  // One contest above all says nothing of columns; who is not known is named.
  const one = read([["President"], ...rows.slice(1)]);
  assertEquals(one?.rows.length, 4);
  assertEquals(
    one?.notes[0],
    'a column "Zoe Ash", whom the known totals do not name: counted as a candidate',
  );
});
