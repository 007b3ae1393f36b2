/** A text cut into a grid of cells, beside csv-parse, and what it says of texts that are none. */
import { assertEquals } from "@std/assert";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { gridOf } from "../../../lib/data/returns/layouts/grid.ts";

const cut = (text: string, delimiter = ",") => gridOf(text, delimiter, "r.csv");
const said = (text: string) => cut(text).problems.map(({ row, found }) => [row, found]);

Deno.test("gridOf() cuts any table as csv-parse does, with either line end, with a mark at the start or none", () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-zé0-9]{0,4}$/),
    fc.constantFrom('a"b', "x,y", "two\nlines", " padded ", '""', "\t"),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  const options = [
    table,
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom(",", "\t", ";"),
  ] as const;
  fc.assert(
    fc.property(...options, (rows, end, closed, marked, sign) => {
      const quoted = (text: string) =>
        text.includes(sign) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const text = rows.map((cells) => cells.map(quoted).join(sign)).join(end) +
        (closed ? end : "");
      const expected = (parse(text, { delimiter: sign, relax_column_count: true }) as string[][])
        .map((cells) => cells.map((each) => each.trim()));
      // A line of one blank cell is no row to the grid, and keeps its place.
      const lines = expected.map((cells) => cells.length === 1 && cells[0] === "" ? [] : cells);
      const { grid, problems, notes } = gridOf((marked ? "\ufeff" : "") + text, sign, "r.csv");
      const whole = (some: string[][]) =>
        some.slice(0, some.findLastIndex((row) => row.length > 0) + 1);
      assertEquals([whole(grid), problems, notes], [whole(lines), [], []]);
    }),
    { numRuns: 500, seed: 1876 },
  );
});

Deno.test("gridOf() takes a byte order mark away before a quoted cell, too", () => {
  assertEquals(cut('\ufeff"a,b",c\n1,2\n').grid, [["a,b", "c"], ["1", "2"]]);
  assertEquals(cut("\ufeffa,b\n").grid, [["a", "b"]]);
});

Deno.test("gridOf() keeps blank lines in their places, and tells whether the last one is open", () => {
  const of = (text: string) => {
    const { grid, open } = cut(text);
    return [grid, open];
  };
  assertEquals(of("a,b\n\n1,2\n"), [[["a", "b"], [], ["1", "2"]], false]);
  assertEquals(of("a,b\n1,2"), [[["a", "b"], ["1", "2"]], true]);
  assertEquals(of("a,b\n1,"), [[["a", "b"], ["1", ""]], true]);
  assertEquals(of("a\n,\n"), [[["a"], ["", ""]], false]);
  assertEquals(of(""), [[], false]);
});

Deno.test("gridOf() reads lines that end with CR alone, and says so", () => {
  const { grid, problems, notes } = cut("a,b\r1,2\r");
  assertEquals([grid, problems], [[["a", "b"], ["1", "2"]], []]);
  assertEquals(notes.map(({ expected, found }) => [expected, found]), [[
    "lines that end with LF or CR LF",
    "lines that end with CR alone, as old spreadsheet programs write them: read so",
  ]]);
  assertEquals(said("a,b\n1,2\r3,4\n"), [[2, "a CR alone within a line"]]);
});

Deno.test("gridOf() names quotes that do not close, and text behind those that do, with the line", () => {
  assertEquals(said('a,b\n1,"2\n3,4\n'), [[2, "the end of the file: it seems to be cut off"]]);
  assertEquals(said('a,b\n"1" x,2\n'), [[2, "text behind the closing quotation mark of a cell"]]);
  assertEquals(said('a,b\n"1"  ,2\n"3"\r\n'), []);
  assertEquals(cut('a,b\n"1"  ,"2""3"\n').grid[1], ["1", '2"3']);
});
