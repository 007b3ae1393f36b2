/** A second contest under another name, and rows of votes that are none. */
import { assertEquals, assertThrows } from "@std/assert";
import { findAnomalies } from "tallybook/data";
import { reading, refusing } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
const HEADER = "county,precinct,office,party,candidate,votes\n";
const rows = (other: string, votes: number) =>
  `${HEADER}Elm,1,President,REP,Ada,50\nElm,1,President,DEM,Ben,40\n` +
  `Elm,1,${other},REP,Ada,${votes}\n`;

Deno.test("a candidate with votes in two contests of one place is refused, from one vote on", () => {
  const other = "President and Vice President";
  const [problem, ...more] = refusing(FILE, rows(other, 1), { check: false }).problems;
  assertEquals([problem!.row, problem!.column, problem!.expected, more.length], [
    4,
    "office",
    "one contest for president in each place",
    0,
  ]);
  assertEquals(
    problem!.found.startsWith(`the same candidate under "President" and "${other}"`),
    true,
    problem!.found,
  );
  assertEquals(reading(FILE, rows(other, 0), { check: false }).returns.height, 3);
  // A spelling in other capitals is the same contest.
  const again = refusing(FILE, rows("PRESIDENT", 1), { check: false }).problems;
  assertEquals(again.some(({ expected }) => expected.startsWith("one contest")), false);
});

Deno.test("each cell of a list of votes is held to its form, and the place of the one that is not is named", () => {
  const row = { place: "North", candidate: "Ada", votes: 5, county: "Elm", time: "1" };
  assertEquals(findAnomalies([row]), []);
  const refused = (change: object) =>
    assertThrows(() => findAnomalies([row, { ...row, ...change }] as never), Error).message;
  for (
    const [name, value] of [
      ["place", 5],
      ["candidate", null],
      ["votes", "5"],
      ["votes", NaN],
      ["county", 5],
      ["time", 5],
    ] as const
  ) {
    const message = refused({ [name]: value });
    assertEquals(message.includes(`${name} of returns[1]`), true, message);
  }
  assertEquals(
    assertThrows(() => findAnomalies([5] as never), Error).message.includes("returns[0]"),
    true,
  );
});
