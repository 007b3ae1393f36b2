import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
/** Ada's rows with these votes in one place, beside Ben's. */
const rows = (votes: readonly number[], candidate = "Ada", place = "1") =>
  "county,precinct,office,party,candidate,votes\nElm,1,President,DEM,Ben,7\n" +
  votes.map((count) => `Elm,${place},President,REP,${candidate},${count}\n`).join("");
const zeros = (text: string) =>
  mendings(reading(FILE, text)).filter((found) => found.includes("one of them without votes"));
const refused = (text: string) =>
  refusing(FILE, text).problems.map(({ row, found }) => [row, found]);

Deno.test("a candidate's second row without votes is kept and listed, wherever it stands", () => {
  for (const votes of [[5, 0], [0, 5], [0, 0]]) {
    assertEquals([votes, sum(reading(FILE, rows(votes)))], [votes, 7 + votes[0]! + votes[1]!]);
    assertEquals(zeros(rows(votes)).length, 1);
  }
});

Deno.test("a third row is held against the one with votes", () => {
  const there = "the same as row";
  assertEquals(refused(rows([5, 0, 5])), [[5, `${there} 3`]]);
  assertEquals(refused(rows([0, 5, 5])), [[5, `${there} 4`]]);
  assertStringIncludes(refusing(FILE, rows([5, 0, 6])).message, "6 votes here, 5 there");
});

Deno.test("a row that repeats another's votes can be left out, one with other votes be added", () => {
  assertEquals(sum(reading(FILE, rows([5, 5]), { mend: ["duplicates"] })), 12);
  assertEquals(sum(reading(FILE, rows([5, 6]), { mend: ["lines"] })), 18);
  assertEquals(refused(rows([5, 6])).length, 1);
  assertStringIncludes(refusing(FILE, rows([5, 6]), { mend: ["duplicates"] }).message, "there");
  assertStringIncludes(refusing(FILE, rows([5, 5]), { mend: ["lines"] }).message, "the same");
});

Deno.test("write-ins are several names, and stay", () => {
  assertEquals(sum(reading(FILE, rows([5, 5], "Write-in"))), 17);
});

Deno.test("a row that repeats another but for capitals, signs and spaces is told as such", () => {
  const twice = (one: readonly [place: string, name: string], two: readonly [string, string]) =>
    refused(
      "county,precinct,office,party,candidate,votes\nElm,Ward 1,President,DEM,Ben,7\n" +
        [one, two].map(([place, name]) => `Elm,${place},President,REP,${name},5\n`).join(""),
    );
  const aside = ", capitals, signs and spaces aside";
  assertEquals(twice(["Ward 1", "Ada Lee"], ["Ward 1", "Ada Lee"]), [[4, "the same as row 3"]]);
  for (
    const other of [["Ward 1", "ADA LEE"], ["WARD 1", "Ada Lee"], ["WARD 1", "Ada  Lee"]] as const
  ) {
    assertEquals(twice(["Ward 1", "Ada Lee"], other), [[4, `the same as row 3${aside}`]]);
  }
});
