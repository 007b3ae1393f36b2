import { assertEquals } from "@std/assert";
import { mendings, reading, refusing } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
const read = (content: string, name = FILE) =>
  reading(name, content, { check: false, mend: ["blanks"] });
const rows = (content: string, name?: string) =>
  read(content, name).returns.toRecords().map((
    { state_po, candidate, votes },
  ) => [state_po, candidate, votes]);

Deno.test("a file with other signs between its cells, or old line ends, is read and says so", () => {
  const text = (sign: string, end = "\n") =>
    [["county", "office", "candidate", "votes"], ["Elm", "President", "Ada", "5"]]
      .map((cells) => cells.join(sign) + end).join("");
  const said = (sign: string, end?: string) => mendings(read(text(sign, end)));
  assertEquals([said(","), said("\t"), said(";"), said("|")], [
    [],
    ["cells separated by tabs: read so"],
    ["cells separated by semicolons: read so"],
    ["cells separated by pipes: read so"],
  ]);
  assertEquals(said(",", "\r"), [
    "lines that end with CR alone, as old spreadsheet programs write them: read so",
  ]);
  assertEquals(rows(text("|", "\r")), [["OH", "Ada", 5]]);
  // Nothing is said of the sign that the file's name announces, nor of commas.
  const named = (ending: string, sign: string) =>
    mendings(read(text(sign), FILE.replace("csv", ending)));
  assertEquals([named("tsv", "\t"), named("txt", "\t"), named("txt", ",")], [[], [], []]);
  assertEquals(named("txt", ";"), ["cells separated by semicolons: read so"]);
});

Deno.test("parts of a name are a candidate, in the order in which they are said, blank ones aside", () => {
  const content = "county,office,last_name,first_name,middle_name,votes\n" +
    "Elm,President,Red,Ada,B.,5\nElm,President,Blue,Ben,,6\nElm,President,Write-ins,,,7\n";
  assertEquals(rows(content).map(([, name]) => name), ["Ada B. Red", "Ben Blue", "Write-ins"]);
});

Deno.test("without a column of votes they are the sum of the modes, where any is told", () => {
  const content = (cells: string) =>
    `county,office,candidate,mail,polls\nElm,President,Ada,${cells}\nElm,President,Ben,1,1\n`;
  const votes = (cells: string) => rows(content(cells)).map(([, , count]) => count);
  assertEquals([votes("5,6"), votes("5,"), votes(",6"), votes("5,-"), votes("0,0")], [
    [11, 2],
    [5, 2],
    [6, 2],
    [5, 2],
    [0, 2],
  ]);
  // Where none is told the count is blank, and the row left out; a text is a problem.
  assertEquals(votes(","), [2]);
  const { problems } = refusing(FILE, content("5,six"), { check: false });
  assertEquals(problems.some(({ row, found }) => row === 2 && found === '"six"'), true);
  const summed = "columns of modes only: votes are their sums";
  assertEquals(mendings(read(content("5,6"))), [summed]);
  assertEquals(mendings(read("county,office,candidate,votes,mail\nElm,President,Ada,5,4\n")), []);
});

Deno.test("a blank postal code is filled from the state's name beside it, cell by cell", () => {
  const content = "year,state,state_po,office,candidate,votes\n" +
    ["", "NA", "n/a", "NaN", "null"].map((blank, at) =>
      `2016,Ohio,${blank},President,Ada ${at},${at}\n`
    ).join("") +
    "2016,Ohio,MI,President,Ben,7\n";
  assertEquals(rows(content, "r.csv").map(([state]) => state), [
    "OH",
    "OH",
    "OH",
    "OH",
    "OH",
    "MI",
  ]);
});

Deno.test("rows of other offices are counted by office, those kept to compare with included", () => {
  const row = (office: string, votes = 5) => `Elm,${office},Cy,${votes}\n`;
  const { leftOut, returns, apart } = read(
    "county,office,candidate,votes\n" + row("Sheriff") + row("U.S. Senate") + row("President") +
      row("Sheriff", 6) + row("U.S. Senate", 6) + "Elm,Registered Voters,,99\n",
  );
  assertEquals(leftOut, { Sheriff: 2, "U.S. Senate": 2 });
  assertEquals([returns.height, apart.height], [1, 1]);
});

Deno.test("a last count without a line end could be cut, where the count comes last", () => {
  const last = (content: string) =>
    mendings(read(content)).filter((found) => found.includes("without a line end")).length;
  const body = "Elm,President,Ada,1234";
  assertEquals([
    last(`county,office,candidate,votes\n${body}`),
    last(`county,office,candidate,votes\n${body}\n`),
  ], [1, 0]);
  assertEquals(last(`county,office,votes,candidate\nElm,President,1234,Ada`), 0);
});
