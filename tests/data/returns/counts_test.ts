import { assertEquals, assertStringIncludes } from "@std/assert";
import { DataError, type Mend } from "tallybook/data";
import { mendings, reading, refusing, sum } from "./reading.ts";

const HEADER = "county,precinct,office,district,party,candidate,votes\n";
const FILE = "20161108__oh__general__elm__precinct.csv";
const with7 = (cell: string) =>
  `${HEADER}Elm,1,President,,REP,Ada,${cell}\nElm,1,President,,DEM,Ben,7\n`;

Deno.test("cells that no option can read are refused, and none of them becomes a number", () => {
  const cells = ["2147483648", "9007199254740993", "60.5", "1e3", "1O5", "105*", "12%", "0x10"];
  cells.push("1_055", '"1,05"', "10-20", "true", "½", "#REF!", "1 100.00");
  for (const cell of cells) {
    const error = refusing(FILE, with7(cell));
    assertEquals([cell, error.problems.map(({ row, column }) => [row, column])], [cell, [[
      2,
      "votes",
    ]]]);
  }
});

Deno.test("each kind of odd cell has its option, which the refusal names and which lists the row", () => {
  const cells: readonly (readonly [cell: string, mend: Mend, sum: number])[] = [
    ['"1,055"', "thousands", 1062],
    ["1 055", "thousands", 1062],
    ["1'055", "thousands", 1062],
    ['"1,055.00"', "thousands", 1062],
    ["", "blanks", 7],
    ["-", "blanks", 7],
    ["N/A", "blanks", 7],
    ["n.a.", "blanks", 7],
    ["*", "suppressed", 7],
    ["***", "suppressed", 7],
    ["<10", "suppressed", 7],
    ["≤10", "suppressed", 7],
    ["fewer than 10", "suppressed", 7],
    ["-3", "negatives", 4],
    ["(12)", "negatives", -5],
  ];
  for (const [cell, mend, total] of cells) {
    assertStringIncludes(refusing(FILE, with7(cell)).message, `mend: ["${mend}"]`);
    const read = reading(FILE, with7(cell), { mend: [mend] });
    assertEquals([cell, sum(read), read.mended.map(({ row }) => row)], [cell, total, [2]]);
  }
});

Deno.test("60.0, +12 and 007 are the counts that they name", () => {
  for (const [cell, count] of [["60.0", 60], ["+12", 12], ["007", 7]] as const) {
    assertEquals(sum(reading(FILE, with7(cell))), count + 7);
  }
});

Deno.test("thousands of equal problems are one line with a count", () => {
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `Elm,${at},President,,REP,Ada,"1,0${at % 90 + 10}"\n`,
  );
  const error: DataError = refusing(FILE, HEADER + rows.join(""));
  assertEquals(error.problems.length, 1);
  assertEquals(error.problems[0]!.rows!.length, 3000);
});

Deno.test("columns of one name, a cut last line, stray quotes and NUL bytes are named by row", () => {
  const twice = refusing(
    FILE,
    "county,precinct,office,candidate,votes,votes\nElm,1,President,A,5,6\n",
  );
  assertStringIncludes(twice.message, 'two columns "votes", the 5th and the 6th');
  const cut = refusing(
    FILE,
    with7("500").trimEnd().replace(/7$/, "4") + "\n" +
      "Elm,2,President,,REP,Ada,520\nElm,2,President,,DEM,Ben,410\n" +
      "Elm,3,President,,REP,Ada,510\nElm,3,President,,DEM,Ben,4",
  );
  assertStringIncludes(cut.message, "row 7");
  assertStringIncludes(cut.message, 'mend: ["last line"]');
  // Three whole places, the last line without an end: nothing is lacking, so it is only listed.
  const whole = reading(
    FILE,
    with7("500").trimEnd().replace(/7$/, "400") + "\n" +
      "Elm,2,President,,REP,Ada,520\nElm,2,President,,DEM,Ben,410\n" +
      "Elm,3,President,,REP,Ada,510\nElm,3,President,,DEM,Ben,402",
  );
  assertEquals(sum(whole), 500 + 400 + 520 + 410 + 510 + 402);
  assertStringIncludes(mendings(whole).join(), "without a line end: it is taken as it stands");
  const quote = refusing(FILE, with7("5").replace("Ada", '"Ada'));
  assertStringIncludes(quote.message, "row 2");
  assertStringIncludes(refusing(FILE, with7("1\x002")).message, "NUL");
});

Deno.test("duplicates that differ in capitals or spaces are refused, and each has its option", () => {
  const same = `${with7("5")}ELM,1 ,President,,rep,ADA,5\n`;
  assertStringIncludes(refusing(FILE, same).message, "the same as row 2");
  assertEquals(sum(reading(FILE, same, { mend: ["duplicates"] })), 12);
  const lines = `${with7("5")}Elm,1,President,,REP,Ada,6\n`;
  assertStringIncludes(refusing(FILE, lines).message, "6 votes here, 5 there");
  assertEquals(sum(reading(FILE, lines, { mend: ["lines"] })), 18);
});

Deno.test("codes that a table program or the Census Bureau changed are mended and listed", () => {
  const of = (code: string, state: string) =>
    `year,state_po,fips,candidate,votes\n2016,${state},${code},Ada,12\n`;
  const codes = [
    ["44001.0", "RI", "44001"],
    ["1001.0", "AL", "01001"],
    ["1001", "AL", "01001"],
    // A place's code behind the county's.
    ["4400109280", "RI", "44001"],
    ["0500000US01001", "AL", "01001"],
    ["01-001", "AL", "01001"],
    ["'01001", "AL", "01001"],
  ] as const;
  for (const [code, state, fips] of codes) {
    const read = reading("r.csv", of(code, state));
    assertEquals(read.returns.toRecords().map((row) => row.fips), [fips]);
    assertEquals(mendings(read), [`"${code}"`]);
  }
  for (const [code, state] of [["02110", "AK"], ["15005", "HI"], ["09170", "CT"]] as const) {
    assertEquals(mendings(reading("r.csv", of(code, state))), []);
  }
  assertStringIncludes(refusing("r.csv", of("99999", "AL")).message, "the FIPS code of a county");
  assertStringIncludes(refusing("r.csv", of("55025", "AL")).message, "starts with 01");
});

Deno.test("towns and wards of one county may have precincts of one name", () => {
  const towns = "county,city_town,ward,pct,office,candidate,votes\n" +
    "Elm,Ash,1,1,President,Ada,10\nElm,Ash,2,1,President,Ada,11\nElm,Oak,1,1,President,Ada,12\n";
  const { returns } = reading("20201103__ma__general__precinct.csv", towns);
  assertEquals(
    returns.toRecords().map((row) => [
      (row as unknown as { jurisdiction: string }).jurisdiction,
      row.precinct,
      row.votes,
    ]),
    [["Ash", "Ward 1, 1", 10], ["Ash", "Ward 2, 1", 11], ["Oak", "Ward 1, 1", 12]],
  );
  const wards = "county,ward,office,candidate,votes\nElm,Ash Ward 1,President,Ada,10\n" +
    "Elm,Oak Ward 1,President,Ada,12\n";
  assertEquals(sum(reading("20201103__wi__general__ward.csv", wards)), 22);
});

Deno.test("ballots without a vote are set apart and listed, in the file's first row too", () => {
  const read = reading(
    FILE,
    `${HEADER}Elm,1,President,,,Under Votes,4\nElm,1,President,,REP,Ada,5\nElm,1,President,,DEM,Ben,7\n`,
  );
  assertEquals(sum(read), 12);
  const [aside, ...more] = read.mended.filter(({ found }) => found.includes("Under Votes"));
  assertEquals([aside?.row ?? aside?.rows?.[0], more], [2, []]);
  assertStringIncludes(aside!.found, "kept apart");
});

Deno.test('a column "other" beside modes of voting is one more mode', () => {
  const read = reading(
    FILE,
    "county,precinct,office,candidate,early_voting,election_day,other\n" +
      "Elm,1,President,Ada,5,7,2\nElm,1,President,Ben,1,2,0\n",
  );
  assertEquals(sum(read), 5 + 7 + 2 + 1 + 2);
});

Deno.test("12.000 is 12 where all counts have decimals, and 12,000 where points separate thousands", () => {
  const column = (...cells: string[]) =>
    HEADER + cells.map((cell, at) => `Elm,${at},President,,REP,Ada,${cell}\n`).join("");
  assertEquals(sum(reading(FILE, column("12.000", "7.000", "0.000"))), 19);
  for (
    const [cells, total] of [[["12.000", "1.055"], 13055], [["12.000", "345"], 12345]] as const
  ) {
    assertStringIncludes(refusing(FILE, column(...cells)).message, 'mend: ["thousands"]');
    assertEquals(sum(reading(FILE, column(...cells), { mend: ["thousands"] })), total);
  }
  // Two signs between thousands are no number of anybody's.
  assertEquals(refusing(FILE, column('"1,055.123"')).message.includes("mend"), false);
});

Deno.test("votes that are the sum of their modes keep every mode, however its cell is written", () => {
  const file = (early: string, day: string) =>
    "county,precinct,office,candidate,early_voting,election_day\n" +
    `Elm,1,President,Ada,${early},${day}\nElm,1,President,Ben,3,4\n`;
  const cells: readonly (readonly [string, string, readonly Mend[], number])[] = [
    ["12.0", "7.0", [], 19],
    ['"1,055"', "900", ["thousands"], 1955],
    ["900", '"1,055"', ["thousands"], 1955],
    ["-5", "900", ["negatives"], 895],
    ["", "900", [], 900],
  ];
  for (const [early, day, mend, votes] of cells) {
    assertEquals(sum(reading(FILE, file(early, day), { mend })), votes + 7, early);
  }
});
