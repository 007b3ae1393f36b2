import { assertEquals, assertThrows } from "@std/assert";
import { dosePanels, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = Array.from({ length: 60 }, (_, i) => ({
  dre: (i * 37) % 101,
  change: -0.05 * ((i * 37) % 101) + 5 * Math.sin(i),
  left: 4 * Math.sin(1.7 * i),
  votes: 100 + 900 * Math.abs(Math.sin(0.3 * i)),
}));
const fit = (slope: number) =>
  [0, 50, 100].map((x) => ({
    x,
    y: slope * x,
    lower: (slope - 0.01) * x,
    upper: (slope + 0.01) * x,
  }));
const options = {
  dose: "dre",
  size: "votes",
  panels: [
    { title: "As it is", response: "change", fit: fit(-0.05) },
    { title: "Adjusted", response: "left", fit: fit(0) },
  ],
  xLabel: "Percent of ballots electronic",
  yLabel: "Points",
  yDomain: [-12, 8],
} as const;

Deno.test("dosePanels() draws each response with its own fit and band", () => {
  const drawn = figure({
    id: "dose-panels",
    title: "The slope is gone once the rest is held fixed",
    source: "Made for this test",
    alt: "A line falls by 5 points from none to all; after adjustment it is flat.",
    ...dosePanels(rows, options),
  });
  assertFigure(drawn);
  assertEquals(drawn.toSvg().match(/<circle/gu)?.length, 2 * rows.length);
});

Deno.test("dosePanels() refuses no panel and a fit with a gap", () => {
  assertThrows(
    () => dosePanels(rows, { ...options, panels: [] }),
    RangeError,
    "panels: found 0 members",
  );
  const gap = [{ x: 0, y: NaN, lower: 0, upper: 0 }];
  assertThrows(
    () => dosePanels(rows, { ...options, panels: [{ title: "One", response: "left", fit: gap }] }),
    RangeError,
    'row 0, column "y"',
  );
});
