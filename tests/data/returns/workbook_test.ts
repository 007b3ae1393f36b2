import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type CellObject, utils, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { DataError, readReturns, type ReadReturnsOptions } from "tallybook/data";
import { withFile } from "./with_file.ts";
import { isWorkbook } from "../../../lib/data/returns/layouts/workbook.ts";
import { processorTime } from "../../files/processor_time.ts";

type Grid = (string | number)[][];

const HEADER = ["year", "state_po", "fips", "candidate", "votes"];

function workbook(sheets: Readonly<Record<string, Grid>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, grid] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(grid), name);
  }
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

function reading(bytes: Uint8Array, options: ReadReturnsOptions = {}) {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeFileSync(`${folder}/r.xlsx`, bytes);
    const read = readReturns(`${folder}/r.xlsx`, options);
    const votes = Number(read.returns.getColumn("votes").sum());
    return { votes, notes: read.mended.map(({ found }) => found) };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const rows = (votes: number): Grid => [HEADER, [2016, "WI", "55025", "Ada", votes], [
  2016,
  "WI",
  "55025",
  "Ben",
  5,
]];

Deno.test("a workbook's only table is read; of several sheets the one that is read is named", () => {
  assertEquals(reading(workbook({ One: rows(12) })), { votes: 17, notes: [] });
  const other: Grid = [["year", "state_po", "candidate", "votes"], [2016, "WI", "Ada", 6]];
  const several = workbook({ Notes: [["No table here"]], Votes: rows(20), Old: other });
  const { votes, notes } = reading(several);
  assertEquals(votes, 25);
  assertEquals(notes.filter((note) => note.startsWith("a workbook")), [
    'a workbook of 3 sheets: "Votes" is read, and not "Old", which could be read with the option sheet',
  ]);
  assertEquals(reading(several, { sheet: "Old" }).votes, 6);
  assertEquals(reading(workbook({ One: rows(12), Two: [["Notes"]] })).notes, [
    'a workbook of 2 sheets: "One" is read',
  ]);
});

Deno.test("a sheet that is not there is answered with those that are", () => {
  let said = "";
  try {
    reading(workbook({ One: rows(12), Two: rows(3) }), { sheet: "Three" });
  } catch (error) {
    if (error instanceof DataError) said = error.message;
  }
  assertStringIncludes(said, 'found "Three", expected one of the sheets "One", "Two"');
});

Deno.test("isWorkbook() knows a new workbook by its members and an old one by both first bytes", () => {
  assertEquals(isWorkbook(workbook({ One: rows(1) })), true);
  assertEquals(isWorkbook(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), true);
  assertEquals(isWorkbook(Uint8Array.of(0xd0, 0, 0, 0)), false);
  assertEquals(isWorkbook(Uint8Array.of(0, 0xcf, 0, 0)), false);
});

/** A state's sheet as Louisiana prints them: contests below each other, candidates above columns. */
const BLOCKS: Grid = [
  ["", "Secretary of State"],
  ["", "Election Date: 2016-11-08"],
  [],
  ["Presidential Electors"],
  ["", "Hillary Clinton, Timothy Kaine Democratic (DEM)", "Donald Trump, Michael Pence (REP)"],
  ["Total Votes", 7744, 28029],
  ["Acadia", 5638, 21162],
  ["Allen", 2106, 6867],
  [],
  ["U. S. Senator"],
  ["", "Foster Campbell (DEM)", "John Kennedy (REP)"],
  ["Total Votes", 900, 1100],
  ["Acadia", 500, 600],
  ["Allen", 400, 500],
];

Deno.test("of contests below each other in a sheet the president's is read, and no further", () => {
  const folder = Deno.makeTempDirSync();
  try {
    const path = `${folder}/20161108__la__general.xlsx`;
    Deno.writeFileSync(path, workbook({ Parishes: BLOCKS }));
    const read = readReturns(path);
    assertEquals(read.returns.toRecords().map(({ county, votes }) => [county, Number(votes)]), [
      ["Acadia", 5638],
      ["Acadia", 21162],
      ["Allen", 2106],
      ["Allen", 6867],
    ]);
    // The row of sums is left out and listed, the senate's rows are counted.
    assertStringIncludes(read.mended.map(({ found }) => found).join(), '"Total Votes"');
    assertEquals(Object.values(read.leftOut), [4]);
    assertEquals(read.checks.map(({ verdict, county }) => [county, verdict]), [
      ["Acadia Parish", "agrees"],
      ["Allen Parish", "agrees"],
    ]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("a header that each page of a sheet repeats is no row of its own", () => {
  const again = BLOCKS.slice(0, 7).concat([BLOCKS[4]!], [BLOCKS[7]!]);
  const folder = Deno.makeTempDirSync();
  try {
    const path = `${folder}/20161108__la__general.xlsx`;
    Deno.writeFileSync(path, workbook({ Parishes: again }));
    const read = readReturns(path);
    assertEquals(Number(read.returns.getColumn("votes").sum()), 5638 + 21162 + 2106 + 6867);
    assertEquals(Object.values(read.leftOut), []);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("a workbook without a table of returns is named by its sheets, with what was looked for", () => {
  let said = "";
  try {
    reading(workbook({ Notes: [["Nothing"]], More: [["Here"]] }));
  } catch (error) {
    if (error instanceof DataError) said = error.message;
  }
  assertStringIncludes(said, 'a workbook with the sheets "Notes", "More", none with a table');
  assertStringIncludes(said, "columns candidate and votes");
});

Deno.test("of sheets with the same columns none is chosen: they are parts, or versions", () => {
  const parts = workbook({ North: rows(12), South: rows(7), Notes: [["Notes"]] });
  const said = assertThrows(() => reading(parts), DataError).message;
  assertStringIncludes(said, '2 sheets with the same columns: "North", "South"');
  assertStringIncludes(said, 'or the option sheet, such as sheet: "North"');
  assertEquals(reading(parts, { sheet: "South" }).votes, 12);
});

Deno.test("a table of a web page is read as its cells are written, and so is a workbook saved as XML", () => {
  const cells = [["state_po", "candidate", "votes"], ["WI", "Ada", "1,055"], ["WI", "Ben", "9"]];
  const page = `<html><body><table>${
    cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")
  }</table></body></html>`;
  const options = { year: 2016, check: false } as const;
  const read = (text: string, mend: ReadReturnsOptions["mend"] = []) =>
    withFile(text, (path) => {
      const { returns } = readReturns(path, { ...options, mend });
      return Number(returns.getColumn("votes").sum());
    }, "r.xls");
  assertStringIncludes(
    assertThrows(() => read(page), DataError).message,
    'found "1,055" with separators of thousands',
  );
  assertEquals(read(page, ["thousands"]), 1064);
  const kind = (cell: string) => /^\d+$/.test(cell) ? "Number" : "String";
  const xml = `<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${
    cells.map((row) =>
      `<Row>${
        row.map((cell) => cell.replace(",", "")).map((cell) =>
          `<Cell><Data ss:Type="${kind(cell)}">${cell}</Data></Cell>`
        ).join("")
      }</Row>`
    ).join("")
  }</Table></Worksheet></Workbook>`;
  assertEquals(read(xml), 1064);
});

const WIDE: Grid = [["county", "Joe Biden", "Donald Trump"], ["Adams", 100, 200], [
  "Allen",
  300,
  400,
]];
const OF_OHIO: ReadReturnsOptions = { year: 2020, state: "OH", check: false };

/** A workbook with one cell's format changed. */
function formatted(cell: CellObject): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(WIDE);
  sheet.B2 = cell;
  utils.book_append_sheet(book, sheet, "S");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

Deno.test("a number that a sheet shows as a date or as a percentage is no count", () => {
  for (
    const [cell, found] of [
      // Excel counts days from the last one of 1899: 44138 is the third of November 2020.
      [{ t: "n", v: 44138, z: "m/d/yyyy" }, '"2020-11-03"'],
      [{ t: "n", v: 1, z: "0%" }, '"100%"'],
    ] as const
  ) {
    const { problems } = assertThrows(() => reading(formatted(cell), OF_OHIO), DataError);
    assertEquals(problems.map(({ row, found }) => [row, found]), [[2, found]]);
  }
  assertEquals(reading(formatted({ t: "n", v: 1055, z: '#,##0 "votes"' }), OF_OHIO).votes, 1955);
});

Deno.test("a date in a column of election dates gives its year", () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([["election_date", "county", "candidate", "votes"], [
    44138,
    "Adams",
    "Ada",
    5,
  ]]);
  sheet.A2 = { t: "n", v: 44138, z: "m/d/yyyy" };
  utils.book_append_sheet(book, sheet, "S");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const years = withFile(
    bytes,
    (path) => readReturns(path, { state: "OH", check: false }).returns.getColumn("year").toArray(),
    "r.xlsx",
  );
  assertEquals(years, [2020]);
});

Deno.test("a sheet that nobody sees is read where nothing else is there, or where it is asked for", () => {
  const old: Grid = [[...WIDE[0]!, "Jo Jorgensen"], ["Adams", 1, 2, 3], ["Allen", 4, 5, 6]];
  const bytes = (sheets: Readonly<Record<string, Grid>>, hidden: string) => {
    const book = utils.book_new();
    for (const [name, grid] of Object.entries(sheets)) {
      utils.book_append_sheet(book, utils.aoa_to_sheet(grid), name);
    }
    book.Workbook = {
      Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: name === hidden ? 1 : 0 })),
    };
    return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  };
  const both = bytes({ Old: old, New: WIDE }, "Old");
  assertEquals(reading(both, OF_OHIO).votes, 1000);
  assertEquals(reading(both, { ...OF_OHIO, sheet: "Old" }).votes, 21);
  assertEquals(reading(bytes({ Old: old }, "Old"), OF_OHIO).votes, 21);
});

Deno.test("a sheet that reaches to its last possible cell is read in the time of its own cells", () => {
  const members = unzipSync(formatted({ t: "n", v: 100 }));
  const path = "xl/worksheets/sheet1.xml";
  const sheet = new TextDecoder().decode(members[path]);
  const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>';
  for (
    const changed of [
      sheet.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>'),
      sheet.replace("</sheetData>", far),
      // A dimension that a program wrote too small leaves no row out.
      sheet.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:C2"/>'),
    ]
  ) {
    const book = zipSync({ ...members, [path]: strToU8(changed) });
    const taken = processorTime(() => assertEquals(reading(book, OF_OHIO).votes, 1000));
    assertEquals(taken < 15_000, true, `${taken} ms`);
  }
  const merged = '</sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>';
  const bytes = zipSync({ ...members, [path]: strToU8(sheet.replace("</sheetData>", merged)) });
  assertThrows(() => reading(bytes, OF_OHIO), DataError);
});
