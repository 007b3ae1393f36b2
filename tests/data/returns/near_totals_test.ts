import { assertEquals, assertStringIncludes } from "@std/assert";
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
