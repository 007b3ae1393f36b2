import { assertEquals } from "@std/assert";
import { withoutTotals } from "../../../lib/data/build/precinct_totals.ts";
import type { PrecinctLine } from "../../../lib/data/build/precincts_2024.ts";

function line(
  precinct: string,
  mode: string,
  candidate: string,
  votes: number | null,
): PrecinctLine {
  return {
    fips: "34003",
    jurisdiction: "BERGEN",
    precinct,
    mode,
    contest: "president",
    district: "",
    candidate,
    party: "",
    votes,
  };
}

const kept = (lines: PrecinctLine[]) =>
  withoutTotals(lines).lines.map(({ precinct, mode, votes }) => `${precinct} ${mode} ${votes}`)
    .sort();

Deno.test("withoutTotals() leaves out a row of all modes that its parts add up to", () => {
  assertEquals(
    kept([
      line("A", "early", "X", 3),
      line("A", "election day", "X", 4),
      line("A", "total", "X", 7),
    ]),
    ["A early 3", "A election day 4"],
  );
});

Deno.test("withoutTotals() keeps the row of all modes where it holds more than its parts", () => {
  assertEquals(kept([line("A", "early", "X", 3), line("A", "total", "X", 7)]), ["A total 7"]);
});

Deno.test("withoutTotals() keeps a place with a row of all modes only, beside others by mode", () => {
  assertEquals(
    kept([line("A", "early", "X", 3), line("A", "late", "X", 5), line("B", "total", "X", 7)]),
    ["A early 3", "A late 5", "B total 7"],
  );
});

Deno.test("withoutTotals() leaves out a town that adds up its precincts, and not a town of the same beginning", () => {
  assertEquals(
    kept([
      line("Englewood", "total", "X", 9),
      line("Englewood W1", "total", "X", 4),
      line("Englewood W2", "total", "X", 5),
      line("Englewood Cliffs", "total", "X", 3),
      line("Englewood Cliffs 1", "total", "X", 1),
      line("Englewood Cliffs 2", "total", "X", 2),
    ]),
    [
      "Englewood Cliffs 1 total 1",
      "Englewood Cliffs 2 total 2",
      "Englewood W1 total 4",
      "Englewood W2 total 5",
    ],
  );
});

Deno.test("withoutTotals() keeps one of several modes that repeat a county's counts, and calls it total", () => {
  assertEquals(
    kept(
      ["early", "election day", "absentee"].flatMap((
        mode,
      ) => [line("A", mode, "X", 3), line("B", mode, "X", 5)]),
    ),
    ["A total 3", "B total 5"],
  );
});

Deno.test("withoutTotals() keeps modes that are equal in one place and differ in another", () => {
  const lines = [
    line("A", "early", "X", 3),
    line("A", "late", "X", 3),
    line("B", "early", "X", 5),
    line("B", "late", "X", 6),
  ];
  assertEquals(withoutTotals(lines).lines.length, 4);
});
