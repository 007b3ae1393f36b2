import { assertEquals, assertThrows } from "@std/assert";
import { figure, shareAgainstShare } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { county: "Palm Beach", day: 0.85, absentee: 0.22, votes: 430_000 },
  { county: "Duval", day: 0.26, absentee: 0.19, votes: 265_000 },
  { county: "Calhoun", day: 1.9, absentee: 0.4, votes: 5_000 },
  { county: "Liberty", day: 1.4, absentee: 1.3, votes: 2_400 },
];
const options = {
  name: "county",
  x: "absentee",
  y: "day",
  size: "votes",
  marked: "Palm Beach",
  named: (row: { day: number }) => row.day > 1.5,
  most: 2.5,
  xLabel: "Absentee, percent",
  yLabel: "Election day, percent",
} as const;

Deno.test("shareAgainstShare() names the unit in question and those asked for, no other", () => {
  const drawn = figure({
    id: "share-against-share",
    title: "Palm Beach lies far from the line",
    source: "Made for this test",
    alt: "Palm Beach 0.85 percent on election day and 0.22 by absentee ballot.",
    ...shareAgainstShare(rows, options),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  assertEquals(
    rows.map(({ county }) => svg.includes(`>${county}<`)),
    [true, false, true, false],
  );
});

Deno.test("shareAgainstShare() refuses axes beyond 100 percent", () => {
  assertThrows(() => shareAgainstShare(rows, { ...options, most: 120 }), RangeError, "found 120");
});
