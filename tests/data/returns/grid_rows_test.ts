import { assert, assertEquals } from "@std/assert";
import { gridTable } from "../../../lib/data/returns/layouts/grid_rows.ts";

const NAMES = { democrat: "Ada Red", republican: "Ben Blue", names: ["Ada Red", "Ben Blue"] };
const read = (
  grid: readonly (readonly string[])[],
  candidates?: Readonly<Record<string, string>>,
) => gridTable("r.xlsx", grid, { nominees: () => NAMES, year: 2016, candidates });

/** Candidates and votes of a table with a column a candidate, and where its rows stand. */
function wide(grid: readonly (readonly string[])[], candidates?: Readonly<Record<string, string>>) {
  const table = read(grid, candidates);
  if (table === undefined || "text" in table && typeof table.text === "string") return table;
  assert("rows" in table);
  const { codes, values } = table.text.candidate!;
  return Array.from(
    codes,
    (code, row) => `${table.lineOf(row)} ${values[code]} ${table.votes.values[row]}`,
  );
}
const TABLE = [["County", "Ada Red", "Ben Blue"], ["Elm", "5", "6"]];
const ROWS = ["2 Ada Red 5", "2 Ben Blue 6"];
const notes = (count: number) => Array.from({ length: count }, () => ["A note"]);
const down = (lines: readonly string[], by: number) =>
  lines.map((line) => line.replace(/^\d+/, (at) => String(Number(at) + by)));

Deno.test("a header is looked for within the first thirty rows", () => {
  assertEquals(wide(TABLE), ROWS);
  assertEquals(wide([...notes(29), ...TABLE]), down(ROWS, 29));
  assertEquals(wide([...notes(31), ...TABLE]), undefined);
  assertEquals([read([]), read(notes(3))], [undefined, undefined]);
});

Deno.test("a header is one only with two candidates and counts in the row below", () => {
  assertEquals(wide([["County", "Ada Red"], ["Elm", "5"]]), undefined);
  assertEquals(wide([TABLE[0]!, ["Elm", "", "six"]]), undefined);
  assertEquals(wide([TABLE[0]!]), undefined);
  // One count below is enough.
  assertEquals(wide([TABLE[0]!, ["Elm", "", "6"]]), ["2 Ada Red NaN", "2 Ben Blue 6"]);
});

Deno.test("a header may take two rows, the lower filled up from the upper", () => {
  assertEquals(
    wide([["County", "", ""], ["", "Ada Red", "Ben Blue"], ["Elm", "5", "6"]]),
    down(ROWS, 1),
  );
  assertEquals(wide([["County"], ["", "Ada Red", "Ben Blue"], ["Elm", "5", "6"]]), down(ROWS, 1));
  // What stands in the lower goes before what stands above it.
  const table = read([["County", "Ada Red", "Ben Blue"], ["", "Red", "Blue"], ["Elm", "5", "6"]]);
  assert(table !== undefined && "rows" in table);
  assertEquals([...table.text.candidate!.values].filter((name) => name !== ""), ["Red", "Blue"]);
  assertEquals(table.text.county!.values[table.text.county!.codes[0]!], "Elm");
});

Deno.test("rows of candidates are given as text from their header on, cells of signs in quotes", () => {
  const header = ["candidate", "votes", "note"];
  const table = read([["Title"], header, ["Ada", "5", 'say "x"'], ["B\tb", "6"], [
    "C\nc",
    "7",
    "a, b",
    "more",
  ]]);
  assertEquals(table, {
    text: 'candidate\tvotes\tnote\nAda\t5\t"say ""x"""\n"B\tb"\t6\t\n"C\nc"\t7\ta, b\n',
    skipped: 1,
  });
  assertEquals(read([header, ["Ada\r", "5", ""]]), {
    text: 'candidate\tvotes\tnote\n"Ada\r"\t5\t\n',
    skipped: 0,
  });
});

Deno.test("with a caller's map of columns no rows of candidates are looked for", () => {
  const grid = [["candidate", "votes", "a", "b"], ["Elm", "11", "5", "6"]];
  assertEquals(wide(grid, { a: "Ada", b: "Ben" }), ["2 Ada 5", "2 Ben 6"]);
  assertEquals("skipped" in read(grid)!, true);
});

Deno.test("cast-vote records are known by their first rows", () => {
  const ess = read([
    ["Cast Vote Record", "Precinct", "Ballot Style", "President (215)"],
    ["1", "P 1", "A", "DEM Ada Red (CND002)"],
    ["2", "P 1", "A", "DEM Ada Red (CND002)"],
  ]);
  const dominion = read([
    ["Elm"],
    ["", "", "President"],
    ["", "", "Ada Red"],
    ["CvrNumber", "PrecinctPortion", "DEM"],
    ["1", "P 1", "1"],
  ]);
  assert(ess !== undefined && "ballots" in ess && dominion !== undefined && "ballots" in dominion);
  assertEquals([ess.ballots, dominion.ballots], [2, 1]);
});
