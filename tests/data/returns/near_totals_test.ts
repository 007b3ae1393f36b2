import { assertEquals, assertStringIncludes } from "@std/assert";
import { DataError } from "tallybook/data";
import { reading, refusing, sum } from "./reading.ts";

const FILE = "20161108__wi__general__elm__precinct.csv";
const HEADER = "county,precinct,office,district,party,candidate,votes\n";
const PLACES: readonly (readonly [string, readonly [number, number, number]])[] = [
  ["North", [160, 83, 4]],
  ["South", [211, 110, 7]],
  ["East", [97, 140, 3]],
  ["West", [61, 75, 2]],
];
/** 247 + 328 + 240 + 138. */
const TRUTH = 953;

function content(total: readonly [string, readonly (number | undefined)[]]): string {
  return HEADER +
    [...PLACES, total].flatMap(([name, votes]) =>
      ["Ada Red", "Ben Blue", "Cy Gold"].map((candidate, at) =>
        votes[at] === undefined ? "" : `Elm,${name},President,,,${candidate},${votes[at]}\n`
      )
    ).join("");
}

Deno.test("a total with one candidate wrong or missing is a problem, whatever it is called", () => {
  for (const name of ["ELM WI", "Zed", "", "Elm"]) {
    for (const last of [17, undefined]) {
      // 160 + 211 + 97 + 61 and 83 + 110 + 140 + 75; the third would be 16.
      const text = content([name, [529, 408, last]]);
      assertStringIncludes(refusing(FILE, text).message, "a row of totals");
      assertEquals(sum(reading(FILE, text, { mend: ["totals"] })), TRUTH);
    }
  }
});

Deno.test("a large place is no total where only one candidate has the others' votes", () => {
  const read = reading(FILE, content(["Zed", [529, 407, 15]]));
  assertEquals(sum(read), TRUTH + 529 + 407 + 15);
});

/** Five places and the total of four with one candidate wrong: whether it is seen. */
function seen(places: readonly (readonly [string, readonly number[]])[], name = "Zed"): boolean {
  const own = (at: number) => places.reduce((sum, [, votes]) => sum + (votes[at] ?? 0), 0);
  return judged(places, [name, [own(0), own(1), 1]]);
}
/** Whether the last of some places is seen as a total. */
function judged(
  places: readonly (readonly [string, readonly number[]])[],
  last: readonly [string, readonly number[]],
): boolean {
  const text = HEADER +
    [...places, last].flatMap(([name, votes]) =>
      votes.map((count, at) =>
        `Elm,${name},President,,,${["Ada Red", "Ben Blue", "Cy Gold"][at]},${count}\n`
      )
    ).join("");
  try {
    return sum(reading(FILE, text, { check: false })) === 0;
  } catch (error) {
    if (error instanceof DataError && error.message.includes("a row of totals")) return true;
    throw error;
  }
}

Deno.test("three other places are needed, and two candidates of fifty votes", () => {
  assertEquals([seen(PLACES.slice(0, 3)), seen(PLACES.slice(0, 2))], [true, false]);
  // 17 + 20 + 13 = 50 and 49; Ada's 96 are beyond it.
  const few = (last: number) =>
    seen([["A", [31, 17, 4]], ["B", [44, 20, 5]], ["C", [21, last, 7]]]);
  assertEquals([few(13), few(12)], [true, false]);
});

Deno.test("a total has at least half of the others' votes, and is the largest place", () => {
  // Ada's and Ben's votes elsewhere are 100 and 60; Cy's are many, and missing in the total.
  const others = (gold: number) =>
    [["A", [31, 17, gold]], ["B", [44, 20, 30]], ["C", [25, 23, 30]]] as const;
  const missing = (gold: number) => judged(others(gold), ["Zed", [100, 60]]);
  // The others have 160 + 60 + gold: twice 160 is 320. Below that the total is the largest place too.
  assertEquals([missing(100), missing(101)], [true, false]);
});

Deno.test("votes are compared, not names: a total may write candidates otherwise", () => {
  const text = content(["Zed", [529, 408, 17]]).replaceAll(
    "Zed,President,,,Ada Red",
    "Zed,President,,,RED ADA",
  )
    .replaceAll("Zed,President,,,Ben Blue", "Zed,President,,,BLUE BEN");
  assertStringIncludes(refusing(FILE, text).message, "a row of totals");
});

Deno.test("a candidate's rows of several modes in one place count together", () => {
  const places = [["A", 100, 80, 9], ["B", 70, 90, 9], ["C", 60, 40, 9], ["Zed", 230, 210, 13]];
  // Of each place's votes half are by mail; in the total five more.
  const text = (more: number) =>
    "county,precinct,office,candidate,mode,votes\n" +
    places.flatMap(([name, ...votes]) =>
      votes.flatMap((count, at) => {
        const shift = name === "Zed" ? 5 : 0;
        return [["mail", shift], ["polls", more - shift]].map(([mode, by]) =>
          `Elm,${name},President,${["Ada", "Ben", "Cy"][at]},${mode},${
            Number(count) + Number(by)
          }\n`
        );
      })
    ).join("");
  assertStringIncludes(refusing(FILE, text(0), { check: false }).message, "a row of totals");
  assertEquals(reading(FILE, text(1), { check: false }).returns.height, 24);
});
