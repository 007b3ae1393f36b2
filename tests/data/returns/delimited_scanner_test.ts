/**
 * The scanner of delimited text against csv-parse, which shares no line with it: random tables, cut
 * into random chunks; and what it says of tables that are none.
 */
import { assert, assertEquals } from "@std/assert";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { DelimitedScanner } from "../../../lib/data/returns/delimited_scanner.ts";
import type { ColumnUse, Scanned, ScanPlan } from "../../../lib/data/returns/scan_plan.ts";

const encoder = new TextEncoder();

/** Scans text below a header on line 1, in chunks of these sizes, over and over. */
function scan(
  text: string,
  plan: Partial<ScanPlan>,
  chunks: readonly number[] = [1 << 20],
): Scanned {
  const uses = plan.uses ?? ["text", "count"];
  const scanner = new DelimitedScanner({
    file: "r.csv",
    delimiter: 0x2c,
    carriageReturns: false,
    names: uses.map((_, column) => `column ${column}`),
    headerLine: 1,
    rows: 0,
    ...plan,
    uses,
  });
  const bytes = encoder.encode(text);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = chunks[turn % chunks.length]!;
    scanner.push(bytes.slice(at, at + size));
    at += size;
  }
  return scanner.end();
}

/** The cells of a row as texts: of a count its digits, or what stands there instead. */
function row(scanned: Scanned, uses: readonly ColumnUse[], at: number): (string | null)[] {
  return uses.map((use, column) => {
    if (use === "skip") return null;
    if (use === "text") {
      const { codes, values } = scanned.texts.get(column)!;
      return values[codes[at]!]!;
    }
    const { values, odd } = scanned.counts.get(column)!;
    assertEquals(odd.has(at), Number.isNaN(values[at]));
    return odd.get(at) ?? String(values[at]);
  });
}

const rowsOf = (scanned: Scanned, uses: readonly ColumnUse[]) =>
  Array.from({ length: scanned.rows }, (_, at) => row(scanned, uses, at));

const word = fc.stringMatching(/^[a-zé0-9]{0,6}$/);
const cell = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: fc.nat({ max: 99_999 }).map(String) },
  { weight: 1, arbitrary: fc.bigInt(10n ** 14n, 10n ** 17n).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "-", "1,5", '"', 'a""b', "12 ", "two\nlines", "x,\n,y"),
  },
);
const USES: readonly ColumnUse[] = ["text", "skip", "count", "text", "count"];

Deno.test("the scanner cuts any table as csv-parse does, however its bytes come in", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.constantFrom(",", "\t", "|"),
      (table, chunks, lineEnd, closed, sign) => {
        const quoted = (text: string) =>
          text.includes(sign) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = table.map((cells) => cells.map(quoted).join(sign));
        // A row of blanks alone at the very end without a line end is no row to csv-parse.
        const text = lines.join(lineEnd) + (closed ? lineEnd : "");
        const expected = parse(text, { delimiter: sign, relax_column_count: true }) as string[][];
        const scanned = scan(text, { uses: USES, delimiter: sign.charCodeAt(0) }, chunks);
        assertEquals(
          rowsOf(scanned, USES),
          expected.map((cells) =>
            cells.map((each, column) =>
              USES[column] === "skip"
                ? null
                : USES[column] === "count" && /^\d{1,15}$/.test(each.trim())
                ? String(Number(each))
                : each.trim()
            )
          ),
        );
        assertEquals([scanned.problems, scanned.open], [[], !closed]);
        // A row starts below all lines of those before it.
        let line = 2;
        table.forEach((cells, at) => {
          assertEquals(scanned.lineOf(at), line);
          line += 1 + cells.join("").split("\n").length - 1;
        });
      },
    ),
    { numRuns: 300, seed: 2016 },
  );
});

Deno.test("a blank count is told as blank, also where its chunk begins with it", () => {
  const uses: readonly ColumnUse[] = ["count", "text"];
  for (const chunks of [[99], [2], [1]]) {
    const scanned = scan(",a\n,b\n5,c\n", { uses }, chunks);
    assertEquals(rowsOf(scanned, uses), [["", "a"], ["", "b"], ["5", "c"]]);
  }
});

Deno.test("the scanner leaves out rows by a column's value, counts them and keeps the others' lines", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom("President", " President", "Sheriff", "Mayor", ""),
          fc.nat({ max: 99 }),
        ),
        {
          minLength: 1,
          maxLength: 60,
        },
      ),
      fc.integer({ min: 1, max: 30 }),
      (table, chunk) => {
        const text = table.map(([office, votes]) => `${office},${votes}x\n`).join("");
        const keep = (value: string) => value === "President";
        const scanned = scan(text, { filter: { column: 0, keep } }, [chunk]);
        const kept = table.flatMap(([office, votes], at) =>
          keep(office.trim()) ? [{ votes: `${votes}x`, line: at + 2 }] : []
        );
        const { odd } = scanned.counts.get(1)!;
        assertEquals(scanned.rows, kept.length);
        assertEquals(
          kept.map((_, at) => ({ votes: odd.get(at), line: scanned.lineOf(at) })),
          kept,
        );
        // Nothing is left of rows that were not kept.
        assertEquals(odd.size, kept.length);
        const others = Map.groupBy(
          table.map(([office]) => office.trim()).filter((office) => !keep(office)),
          (office) => office,
        );
        assertEquals(
          [...scanned.leftOut].sort(),
          [...others].map(([office, all]) => [office, all.length]).sort(),
        );
      },
    ),
    { numRuns: 100, seed: 2016 },
  );
});

Deno.test("the scanner holds more rows, values and bytes than it first had room for", () => {
  // Six thousand values of up to 400 letters: the dictionary, its table and its bytes grow several times.
  const names = Array.from({ length: 6000 }, (_, at) => `${"p".repeat(at % 400)}${at}`);
  const text = [...names, ...names.toReversed()].map((name, at) => `${name},${at}\n`).join("");
  const scanned = scan(text, { rows: 100 });
  assertEquals(scanned.rows, 12_000);
  const { codes, values } = scanned.texts.get(0)!;
  assertEquals(values, ["", ...names]);
  const counts = scanned.counts.get(1)!.values;
  for (let at = 0; at < 6000; at++) {
    assert(codes[at] === at + 1 && codes[11_999 - at] === at + 1);
    assert(counts[at] === at && counts[6000 + at] === 6000 + at);
  }
});

Deno.test("lines that end with a carriage return alone, and blank lines, are cut and counted", () => {
  const mac = scan("a,1\r\rb,x\rc,3", { carriageReturns: true }, [1]);
  assertEquals(rowsOf(mac, ["text", "count"]), [["a", "1"], ["b", "x"], ["c", "3"]]);
  assertEquals([0, 1, 2].map(mac.lineOf), [2, 4, 5]);
  // A carriage return within a line of another kind is part of its cell.
  const inside = scan("a\rb,1\n", {});
  assertEquals(rowsOf(inside, ["text", "count"]), [["a\rb", "1"]]);
  // Blank lines, with or without spaces, and however lines end.
  for (const end of ["\n", "\r\n"]) {
    for (const uses of [["count", "text"], ["skip", "text"]] as const) {
      const text = ["1,a", "", "2,b", "   ", "", "3,c", ""].join(end);
      const blank = scan(text, { uses }, [2]);
      assertEquals(
        rowsOf(blank, uses).map((cells) => cells[1]),
        ["a", "b", "c"],
      );
      assertEquals([[0, 1, 2].map(blank.lineOf), blank.problems], [[2, 4, 7], []]);
    }
  }
});

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
