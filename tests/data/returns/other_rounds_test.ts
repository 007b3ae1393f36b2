import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const NAME = "20161108__me__general__elm__precinct.csv";
const OPTIONS = { check: false } as const;
const file = (header: string, rows: readonly string[]) => `${header}\n${rows.join("\n")}\n`;

Deno.test("of a ranked contest the first round counts, however rounds are written", () => {
  for (
    const [first, second, last] of [["1", "2", "3"], ["Round 1", "Round 2", "Final"], [
      "First round",
      "Second round",
      "final round",
    ]]
  ) {
    const rows = ["Elm", "Oak"].flatMap((place) => [
      `${place},President,Ada,${first},40`,
      `${place},President,Ben,${first},30`,
      `${place},President,Cy,${first},5`,
      `${place},President,Ada,${second},43`,
      `${place},President,Ben,${second},32`,
      `${place},President,Ada,${last},44`,
    ]);
    const read = reading(NAME, file("precinct,office,candidate,round,votes", rows), OPTIONS);
    assertEquals(sum(read), 150);
    assertEquals(mendings(read), [
      `"${second}", a later round: left out`,
      `"${last}", a later round: left out`,
    ]);
  }
});

Deno.test("a primary's rows are no votes of the general election: by stage, and by a party's office", () => {
  const stages = ["GEN,Ada,40", "GEN,Ben,30", "PRI,Ada,25", "PRI,Zed,24", "Primary,Ben,9"].map((
    row,
  ) => `Elm,President,${row}`);
  const staged = reading(NAME, file("precinct,office,stage,candidate,votes", stages), OPTIONS);
  assertEquals(sum(staged), 70);
  assertEquals(mendings(staged), [
    '"PRI", a primary\'s row: left out',
    '"Primary", a primary\'s row: left out',
  ]);
  const offices = [
    "President,Ada,40",
    "President,Ben,30",
    "President - DEM,Ada,25",
    "President - DEM,Zed,24",
    "President - REP,Ben,9",
  ].map((row) => `Elm,${row}`);
  const header = "precinct,office,candidate,votes";
  assertEquals(sum(reading(NAME, file(header, offices), OPTIONS)), 70);
  const none = refusing(NAME, file(header, offices.slice(2)), OPTIONS).message;
  assertStringIncludes(none, "President - DEM");
  assertStringIncludes(none, "a party's primary");
  // One candidate a party is the general election, written by party.
  const parties = ["Elm,DEM President,Ada,40", "Elm,REP President,Ben,30"];
  assertEquals(sum(reading(NAME, file(header, parties), OPTIONS)), 70);
});

Deno.test("votes for a party's whole ticket are no candidate's", () => {
  const rows = ["Ada,40", "Ben,30", "Straight Party Democratic,12", "STRAIGHT TICKET - REP,9"];
  const read = reading(
    NAME,
    file("precinct,office,candidate,votes", rows.map((row) => `Elm,President,${row}`)),
    OPTIONS,
  );
  assertEquals(sum(read), 70);
  assertEquals(mendings(read).length, 2);
});

Deno.test("a candidate's votes in two contests of one place are a problem that names both", () => {
  const rows = [
    "President,Ada,40",
    "President,Ben,30",
    "US President,Ada,40",
    "US President,Ben,3",
  ];
  const text = file("precinct,office,candidate,votes", rows.map((row) => `Elm,${row}`));
  const { message } = refusing(NAME, text, OPTIONS);
  assertStringIncludes(message, 'the same candidate under "President" and "US President"');
  assertStringIncludes(message, 'mend: ["lines"]');
  assertEquals(sum(reading(NAME, text, { ...OPTIONS, mend: ["lines"] })), 113);
  // Counties may write the contest differently.
  assertEquals(sum(reading(NAME, text.replaceAll("Elm,US", "Oak,US"), OPTIONS)), 113);
});
