import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const NAME = "20161108__oh__general__elm__precinct.csv";
const OPTIONS = { check: false } as const;
const PLACES = ["A", "B", "C", "D", "E"];

/** Places with two candidates and ballots for nobody, and a total in each row. */
function file(total: (place: number) => number): string {
  const rows = PLACES.flatMap((place, at) =>
    [["Ada", 40 + at], ["Ben", 30], ["Under Votes", 2]].map(([candidate, votes]) =>
      `${place},President,${candidate},${votes},${total(at)}`
    )
  );
  return `precinct,office,candidate,votes,total_votes\n${rows.join("\n")}\n`;
}
const listed = (total: (place: number) => number) =>
  mendings(reading(NAME, file(total), OPTIONS)).filter((note) => !note.includes("Under"));

Deno.test("a total in each row is held against the place's rows, and listed where it differs", () => {
  assertEquals(listed((at) => 70 + at), []);
  // With the ballots for nobody, too.
  assertEquals(listed((at) => 72 + at), []);
  assertEquals(listed((at) => at === 2 ? 90 : 70 + at), ["90, which is not: the rows are taken"]);
  // Where it fits few places it is something else: other candidates, another contest.
  assertEquals(listed((at) => at > 2 ? 90 : 70 + at), []);
  assertEquals(sum(reading(NAME, file(() => 7), OPTIONS)), 360);
});

Deno.test("votes that are the same for all candidates of each place are a contest's total", () => {
  const rows = (votes: (place: number, candidate: number) => number) =>
    "precinct,office,candidate,votes\n" +
    PLACES.flatMap((place, at) =>
      ["Ada", "Ben", "Cy"].map((name, candidate) =>
        `${place},President,${name},${votes(at, candidate)}\n`
      )
    ).join("");
  const { message } = refusing(NAME, rows((at) => 70 + at), OPTIONS);
  assertStringIncludes(message, "the same number for all candidates in 5 of 5 places");
  assertEquals(sum(reading(NAME, rows((at, one) => at === 0 && one === 0 ? 3 : 70), OPTIONS)), 983);
  // Places without a vote say nothing.
  assertEquals(sum(reading(NAME, rows((at, one) => at === 0 ? one : 0), OPTIONS)), 3);
});

Deno.test("a total of election day beside votes of all places by mail is left out", () => {
  const rows = (place: string, ada: number, ben: number, cy: number) =>
    [["Ada", ada], ["Ben", ben], ["Cy", cy]].map(([name, votes]) =>
      `${place},President,${name},${votes}\n`
    ).join("");
  const text = "precinct,office,candidate,votes\n" + rows("North", 50, 40, 3) +
    rows("South", 60, 30, 2) + rows("West", 70, 20, 4) + rows("Mail Ballots", 31, 17, 1) +
    rows("Election Day Total", 180, 90, 9);
  const read = reading(NAME, text, OPTIONS);
  assertEquals(sum(read), 279 + 49);
  assertStringIncludes(mendings(read)[0]!, '"Election Day Total"');
});

Deno.test("a place that stands twice is left out whole where the option says so, write-ins too", () => {
  const place = "Elm,President,Ada,12\nElm,President,Ben,5\nElm,President,Write-ins,3\n";
  const text = `precinct,office,candidate,votes\n${place}${place}`;
  assertStringIncludes(refusing(NAME, text, OPTIONS).message, 'mend: ["duplicates"]');
  assertEquals(sum(reading(NAME, text, { ...OPTIONS, mend: ["duplicates"] })), 20);
  // Another row of write-ins is another name.
  const named = text.replace(/3\n$/, "2\n");
  assertEquals(sum(reading(NAME, named, { ...OPTIONS, mend: ["duplicates"] })), 22);
});

Deno.test("a candidate's number on the ballot is no part of the name, nor are over and under votes candidates", () => {
  const rows = [
    "01 - HILLARY CLINTON (DEM),217697",
    "02 - DONALD TRUMP (REP),71275",
    "Over / Under,9",
  ];
  const read = reading(
    "20161108__wi__general__county.csv",
    `county,office,candidate,votes\n${rows.map((row) => `Dane,President,${row}`).join("\n")}\n`,
  );
  assertEquals(read.checks.map(({ verdict }) => verdict), ["agrees"]);
  assertEquals(sum(read), 217697 + 71275);
});
