import { assertEquals } from "@std/assert";
import { DataError } from "tallybook/data";
import { reading } from "./reading.ts";

const HEADER = "county,precinct,office,party,candidate,votes";

/** Whether a file whose last line has no end is taken as it stands; "cut" where it is refused. */
function lastLine(rows: readonly string[], header = HEADER): "listed" | "cut" | undefined {
  try {
    const { mended } = reading(
      "20161108__oh__general__elm__precinct.csv",
      [header, ...rows].join("\n"),
      { check: false },
    );
    return mended.some(({ found }) =>
        found.endsWith("without a line end: it is taken as it stands")
      )
      ? "listed"
      : undefined;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    assertEquals(error.problems.map((problem) => problem.column), ["votes"]);
    return "cut";
  }
}

const place = (name: string, ada: number, ben: number) => [
  `Elm,${name},President,REP,Ada,${ada}`,
  `Elm,${name},President,DEM,Ben,${ben}`,
];

Deno.test("a last count below 0.35 of what the candidate has elsewhere looks cut, from 20 votes on", () => {
  // Ben has half as many as Ada elsewhere: 120 of 240.
  const others = [...place("1", 110, 55), ...place("2", 130, 65)];
  const last = (ada: number, ben: number) => lastLine([...others, ...place("3", ada, ben)]);
  // 0.35 of 40 is 14, and of 20 it is 7.
  assertEquals([last(80, 13), last(80, 14)], ["cut", "listed"]);
  assertEquals([last(40, 6), last(40, 7), last(39, 1)], ["cut", "listed", "listed"]);
  // Without another place nothing says how many there should be.
  assertEquals(lastLine(place("1", 500, 1)), "listed");
});

Deno.test("a last row whose modes are not its votes looks cut", () => {
  const header = `${HEADER.replace(",votes", "")},early_voting,election_day,votes`;
  const rows = (
    votes: string,
  ) => ["Elm,1,President,REP,Ada,10,20,30", `Elm,1,President,DEM,Ben,10,25,${votes}`];
  assertEquals([lastLine(rows("35"), header), lastLine(rows("3"), header)], ["listed", "cut"]);
  // Where no mode has a count there is nothing to compare.
  assertEquals(
    lastLine(["Elm,1,President,REP,Ada,10,20,30", "Elm,1,President,DEM,Ben,0,0,3"], header),
    "listed",
  );
});

Deno.test("a last place without candidates that all others have looks cut; candidate by candidate it does not", () => {
  const three = [...place("1", 50, 40), ...place("2", 60, 45)];
  assertEquals(lastLine([...three, "Elm,3,President,REP,Ada,55"]), "cut");
  // One other place is no rule, and places that differ among themselves are none.
  assertEquals(lastLine([...place("1", 50, 40), "Elm,2,President,REP,Ada,55"]), "listed");
  assertEquals(
    lastLine([...three, "Elm,3,President,REP,Ada,20", "Elm,4,President,REP,Ada,55"]),
    "listed",
  );
  // Ada's rows in all places, then Ben's: the last place has as many as the others.
  const byCandidate = ["REP,Ada", "DEM,Ben"].flatMap((who, at) =>
    ["1", "2", "3"].map((name) => `Elm,${name},President,${who},${50 + 3 * at + Number(name)}`)
  );
  assertEquals(lastLine(byCandidate), "listed");
});
