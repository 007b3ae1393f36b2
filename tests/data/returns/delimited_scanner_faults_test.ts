/** What the scanner of delimited text says of tables that are none, and what it still reads. */
import { assertEquals } from "@std/assert";
import { DelimitedScanner } from "../../../lib/data/returns/delimited_scanner.ts";
import { rowsOf, scan } from "./scanned_rows.ts";

Deno.test("rows with too many or too few cells are left out, those with equally many as one problem", () => {
  const scanned = scan('a,1\nb\nc,3,\nd,4, ,x\ne\nf,6,y\n"g",7\n', {});
  assertEquals(rowsOf(scanned, ["text", "count"]), [["a", "1"], ["c", "3"], ["g", "7"]]);
  assertEquals([0, 1, 2].map(scanned.lineOf), [2, 4, 8]);
  const problem = (rows: number[], found: string) => ({
    file: "r.csv",
    row: rows[0]!,
    rows,
    expected: "2 cells",
    found,
    option: "cells" as const,
  });
  assertEquals(scanned.problems, [
    problem([3, 6], "1"),
    problem([5], "4"),
    problem([7], "3"),
  ]);
  const cut = scan("a,1\nb", {}, [3]);
  assertEquals(cut.problems, [problem([3], "1 in the last row: the file seems to be cut off")]);
  // The last row has too many cells, and is not cut.
  assertEquals(scan("a,1\nb,2,x", {}).problems, [problem([3], "3")]);
  assertEquals([cut.rows, cut.open], [1, false]);
  assertEquals([scan("a,1", {}).open, scan("a,1\n", {}).open, scan("", {}).open], [
    true,
    false,
    false,
  ]);
});

Deno.test("stray quotation marks are named with their line and column", () => {
  const said = (text: string, chunks?: number[]) =>
    scan(text, {}, chunks).problems.map(({ row, column, found, expected }) => [
      row,
      column,
      found,
      expected,
    ]);
  const closing = "a closing quotation mark";
  const cut = "the end of the file: it seems to be cut off";
  const last = "1 in the last row: the file seems to be cut off";
  assertEquals(said('a,1\n"b,2\n'), [
    [3, "column 0", cut, closing],
    [3, undefined, last, "2 cells"],
  ]);
  assertEquals(said('a,1\nb,"2', [1]), [[3, "column 1", cut, closing]]);
  assertEquals(said('"a,b" c,1\n"c"  ,2\n', [2]), [[
    2,
    "column 0",
    "a quotation mark in the middle of a cell",
    "cells that are quoted as a whole or not at all",
  ]]);
  const closed = "a quotation mark that is closed on its line";
  const takes = (lines: string) => `a quotation mark that takes in ${lines}`;
  assertEquals(said('"a,1\nb",2\n'), [[2, "column 0", takes("1 further line, to line 3"), closed]]);
  assertEquals(said('x,0\n"a,1\nb,2\nc",3\n', [3]), [[
    3,
    "column 0",
    takes("2 further lines, to line 5"),
    closed,
  ]]);
  // Two lines in one cell without a further cell in them are an address, no fault.
  assertEquals(said('"Town Hall\nElm",1\n'), []);
  // Behind the last column there is no name.
  assertEquals(said('a,1,"x\n'), [
    [2, undefined, cut, closing],
    [2, undefined, "3", "2 cells"],
  ]);
  // What goes on for a hundred lines is not waited for.
  const scanner = scan(`"a\n${"b,2\n".repeat(200)}`, {}, [50]);
  assertEquals(scanner.problems[0]!.found, cut);
});

Deno.test("quotation marks in a cell whose end is clear are kept, and named with the way on", () => {
  const text = [
    `"CHARLES "C.J." BARICEVIC",1`,
    `"Mad" Max Riekse,2`,
    `"Ann ""Bo"" "Cy" Dee"  ,3`,
    `"""Cy""",4`,
    `"x "y"",5`,
    `"last "one" z",6`,
  ].join("\r\n");
  for (const size of [1, 2, 3, 5, 7, 11, 1000]) {
    const scanned = scan(text, {}, [size]);
    assertEquals(rowsOf(scanned, ["text", "count"]), [
      [`CHARLES "C.J." BARICEVIC`, "1"],
      [`"Mad" Max Riekse`, "2"],
      [`Ann "Bo" "Cy" Dee`, "3"],
      [`"Cy"`, "4"],
      [`x "y"`, "5"],
      [`last "one" z`, "6"],
    ], `in chunks of ${size}`);
    assertEquals(scanned.problems.map(({ row, option }) => [row, option]), [
      [2, "quotes"],
      [3, "quotes"],
      [4, "quotes"],
      [6, "quotes"],
      [7, "quotes"],
    ]);
  }
});

Deno.test("bytes that are no UTF-8, and NUL bytes, are named in all rows that hold them", () => {
  const scanner = new DelimitedScanner({
    file: "r.csv",
    delimiter: 0x2c,
    carriageReturns: false,
    uses: ["text", "count"],
    names: ["place", "votes"],
    headerLine: 1,
    rows: 4,
  });
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  scanner.push(latin("Do\xf1a,1\nElm,2\nDo\xf1a,3\nO\0k,4\n"));
  const { problems, texts } = scanner.end();
  const { codes, values } = texts.get(0)!;
  assertEquals(Array.from(codes, (code) => values[code]), ["Doña", "Elm", "Doña", "O\0k"]);
  assertEquals(problems, [
    {
      file: "r.csv",
      row: 2,
      rows: [2, 4],
      column: "place",
      expected: "text in UTF-8: save the file as UTF-8",
      found: 'the byte 0xF1, as in Windows-1252 or Latin-1 ("Doña")',
      option: "encoding",
    },
    {
      file: "r.csv",
      row: 5,
      rows: [5],
      column: "place",
      expected: "text: the file is damaged, or in UTF-16",
      found: "a NUL byte",
    },
  ]);
});
