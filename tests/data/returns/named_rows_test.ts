/** The rows and words by which a reader of returns finds what is wrong. */
import { assertEquals } from "@std/assert";
import { utils, write } from "@e965/xlsx";
import { findAnomalies, readReturns } from "tallybook/data";
import { reading, refusing } from "./reading.ts";
import { problemsOf, withFile } from "./with_file.ts";

Deno.test("years and states that are none are named by the first row of each kind", () => {
  const text = "year,state,candidate,votes\n2016,WI,Ada,1\n,WI,Ben,2\n16,WI,Cy,3\n" +
    "1689,WI,Di,1\n2016-11-08,WI,Ed,4\n11/8/2016,WI,Flo,5\n2016.0,Ohio,Gil,6\n1789,oh,Hal,7\n" +
    ",Nowhere,Ida,8\n";
  assertEquals(problemsOf(text).filter(({ column }) => column === "year"), [
    { row: 3, column: "year", found: "a blank cell" },
    { row: 4, column: "year", found: '"16"' },
    { row: 5, column: "year", found: '"1689"' },
  ]);
  assertEquals(problemsOf(text).filter(({ column }) => column === "state"), [
    { row: 10, column: "state", found: '"Nowhere"' },
  ]);
});

Deno.test("codes within the state are shown by the first that is one", () => {
  const read = reading(
    "20161108__wi__general__dane__precinct.csv",
    "county_fips,office,candidate,votes\nnan,President,Ada,3\n0,President,Ben,4\n25,President,Ben,4\n",
    { check: false },
  );
  assertEquals(
    read.mended.map(({ found }) => found).filter((found) => found.startsWith("codes within")),
    ['codes within the state, such as "25": the state\'s are put before'],
  );
});

const WIDE = "20161108__wi__general.csv";

Deno.test("each place without counts among others is named by its own line", () => {
  const read = reading(
    WIDE,
    "county,Clinton,Trump\nAdams,100,200\nAshland,,\nBarron,,\nBayfield,30,40\nBrown,,\nNotes below,,\n",
    { check: false, candidates: { Clinton: "Clinton", Trump: "Trump" } },
  );
  const silent = read.mended.filter(({ found }) => found.includes("without any"));
  assertEquals(silent.map(({ row, found }) => [row, found]), [
    [3, '"Ashland" without any: not read'],
    [4, '"Barron" without any: not read'],
  ]);
});

Deno.test("a merged cell fills short rows up to the table's last column, and no further", () => {
  const sheet = utils.aoa_to_sheet([
    ["state_po", "county", "candidate", "votes", "party"],
    ["WI", "Dane", "Ada", 12, "Blue"],
    ["WI", "Dane", "Ben", 5],
    ["WI", "Dane", "Cy", 7],
  ]);
  sheet["!merges"] = [utils.decode_range("E2:G4")];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Returns");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const rows = withFile(
    bytes,
    (path) => readReturns(path, { year: 2016, check: false }).returns.toRecords(),
    "r.xlsx",
  );
  assertEquals(rows.map(({ candidate, party, votes }) => [candidate, party, votes]), [
    ["Ada", "Blue", 12],
    ["Ben", "Blue", 5],
    ["Cy", "Blue", 7],
  ]);
});

Deno.test("a total in the first row is compared with its modes, and a mode in the first row counts", () => {
  const file = "20161108__oh__general__elm__precinct.csv";
  const header = "county,precinct,office,candidate,mode,votes\n";
  const line = (mode: string, votes: number) => `Elm,1,President,Ada,${mode},${votes}\n`;
  const kept = (...lines: string[]) =>
    reading(file, header + lines.join(""), { check: false }).returns.getColumn("votes").toArray();
  assertEquals(kept(line("Total", 9), line("Mail", 5), line("Polls", 4)), [5, 4]);
  assertEquals(kept(line("Mail", 5), line("Total", 9), line("Polls", 4)), [5, 4]);
  assertEquals(
    refusing(file, header + line("Total", 8) + line("Mail", 5) + line("Polls", 4), { check: false })
      .problems.map(({ row }) => row),
    [2],
  );
});

Deno.test("a stranger of another contest is the candidate of its finding, two strangers are none", () => {
  const places = (others: readonly string[]) =>
    Array.from({ length: 10 }, (_, i) => [
      { place: `P${i}`, candidate: "Ada", votes: 500 + i },
      { place: `P${i}`, candidate: "Ben", votes: 500 },
      ...i < 2 ? others.map((candidate) => ({ place: `P${i}`, candidate, votes: 300 })) : [],
    ]).flat();
  const found = (others: readonly string[]) =>
    findAnomalies(places(others)).filter(({ kind }) => kind === "another contest")
      .map(({ candidate, votes, message }) => [candidate, votes, message.split(" rows")[0]]);
  assertEquals(found(["Cy"]), [["Cy", 600, "Cy has"]]);
  assertEquals(found(["Cy", "Di"]), [[null, 1200, "Cy and Di have"]]);
});

Deno.test("modes that do not add up are found in more rows than a sample of them", () => {
  const header = "county,precinct,office,candidate,votes,mail,early\n";
  // 4,100 rows, of which every third is looked at first; the wrong one is not among them.
  const rows = Array.from({ length: 4_100 }, (_, at) => {
    const [mail, early] = [10 + at, 20 + 3 * at];
    const votes = mail + early + (at === 1_000 ? 7 : 0);
    return `Elm,P${at >> 1},President,${["Ada", "Ben"][at % 2]},${votes},${mail},${early}\n`;
  });
  const read = reading("20161108__oh__general__elm__precinct.csv", header + rows.join(""), {
    check: false,
  });
  assertEquals(
    findAnomalies(read).filter(({ kind }) => kind === "modes do not add up")
      .map(({ places, votes, rows }) => [places, votes, rows]),
    [[["Elm, P500"], 7, [1_002]]],
  );
});

Deno.test("two modes as rows that are the same are named, one mode alone is no copy", () => {
  const lines = (modes: readonly string[]) =>
    "county,precinct,office,candidate,mode,votes\n" +
    Array.from({ length: 6 }, (_, at) =>
      ["Ada", "Ben"].map((candidate, who) =>
        modes.map((mode) =>
          `Elm,P${at},President,${candidate},${mode},${31 + 17 * at + 7 * who}\n`
        )
          .join("")
      ).join("")).join("");
  const found = (modes: readonly string[]) =>
    findAnomalies(
      reading("20161108__oh__general__elm__precinct.csv", lines(modes), { check: false }),
    ).filter(({ kind }) => kind === "modes repeated").length;
  assertEquals([found(["Mail"]), found(["Mail", "Polls"]) > 0], [0, true]);
});

Deno.test("columns of one name are told by their places, and each other column is still found", () => {
  const file = "20161108__oh__general__elm__precinct.csv";
  const said = (header: string) =>
    refusing(
      file,
      `${header}\n${header.replace(/[a-z]+/g, (name) => name === "office" ? "President" : "1")}\n`,
      { check: false },
    ).problems
      .map(({ column, found }) => [column, found]);
  assertEquals(said("votes,county,office,votes,candidate,precinct"), [
    ["votes", 'two columns "votes", the 1st and the 4th'],
  ]);
  // Three of one name are told as the first two, and none of them is taken for another field.
  assertEquals(said("county,office,votes,candidate,votes,precinct,votes"), [
    ["votes", 'two columns "votes", the 3rd and the 5th'],
  ]);
});

Deno.test("a refusal says which option would go on, and how many problems none does", () => {
  const advice = (...rows: readonly string[]) => {
    const text = "year,state,county_fips,candidate,votes\n2016,WI,55025,Ada,1\n" + rows.join("\n");
    const { message } = refusing("r.csv", `${text}\n`, { check: false });
    return message.split("\n").filter((line) => line.includes("mend"));
  };
  const code = "2016,WI,55999,Ben,2";
  const option = 'The option mend: ["codes"] goes on and lists what it changed or left out';
  assertEquals(advice(code), [option]);
  assertEquals(advice(code, "16,WI,55025,Cy,2"), [
    `${option}; 1 of the problems must be mended in the file`,
  ]);
  assertEquals(advice("16,WI,55025,Cy,2", code, "2016,Nowhere,55025,Di,2"), [
    `${option}; 2 of the problems must be mended in the file`,
  ]);
  assertEquals(advice("16,WI,55025,Cy,2"), []);
});
