import { assertEquals, assertThrows } from "@std/assert";
import { barsByElection, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = [2000, 2004, 2008, 2012, 2016, 2020].map((year) => ({
  year,
  broken: year === 2016 ? 7 : year === 2004 ? 1 : 0,
  stopped: year === 2016 ? 3 : 0,
}));
const options = {
  year: "year",
  count: "broken",
  open: "stopped",
  openWord: "stopped",
  axis: "Votes",
} as const;

Deno.test("barsByElection() writes each count, and the open ones beside their part", () => {
  const drawn = figure({
    id: "bars-by-election",
    title: "Most in 2016",
    source: "Made for this test",
    alt: "2004: 1; 2016: 7, and 3 stopped; no other.",
    ...barsByElection(rows, options),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  assertEquals(svg.match(/>\d+ stopped</gu), [">3 stopped<"]);
});

Deno.test("barsByElection() refuses part of a vote", () => {
  assertThrows(
    () => barsByElection([{ ...rows[0]!, broken: 0.5 }], options),
    RangeError,
    "row 0: found 0.5",
  );
});
