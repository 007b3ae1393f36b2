import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { figure, marginStaircase, partyColor } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

// The closest states of 2016 between two large blocks; the 9th elector of Wisconsin's 10 is the 270th.
const rows = [
  { state: "rest of Trump's", electors: 203, margin: 55, winner: "R", named: false },
  { state: "TX", electors: 38, margin: 8.99, winner: "R", named: true },
  { state: "PA", electors: 20, margin: 0.72, winner: "R", named: true },
  { state: "WI", electors: 10, margin: 0.76, winner: "R", named: false },
  { state: "MI", electors: 16, margin: 0.23, winner: "R", named: true },
  { state: "NH", electors: 4, margin: -0.37, winner: "D", named: true },
  { state: "NY", electors: 29, margin: -22.5, winner: "D", named: true },
  { state: "CA", electors: 55, margin: -30.1, winner: "D", named: true },
];
const drawn = figure({
  id: "margin-staircase",
  title: "Wisconsin completes the majority",
  source: "FEC, Federal Elections 2016",
  alt: "Pennsylvania 0.72 points, Wisconsin 0.76, Michigan 0.23, New Hampshire −0.37.",
  ...marginStaircase(rows, {
    unit: "state",
    electors: "electors",
    margin: "margin",
    winner: "winner",
    colors: { R: partyColor("Republican"), D: partyColor("Democratic") },
    winnerLabel: (name) => name === "R" ? "won by Trump" : "won by Clinton",
    named: "named",
    majority: { electors: 270, label: "majority: WI, +0.76 points" },
    total: 538,
    label: "Margin for Trump, points",
  }),
});

/** The steps' rectangles: left end, width, top and height. */
const steps = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*>/gu)].map(([rect]) => {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(rect.match(new RegExp(` ${name}="([^"]+)"`, "u"))?.[1])
    );
    return { x: x!, y: y!, width: width!, height: height! };
  }).filter(({ x }) => x > 20);

Deno.test("marginStaircase() draws steps as wide as electors, and cuts margins at the limit", () => {
  assertFigure(drawn);
  const drawnSteps = steps(drawn.toSvg());
  assertEquals(drawnSteps.length, rows.length);
  // Each step begins where the electors of those before it end; widths are in proportion.
  const pixel = drawnSteps[0]!.width / 203;
  let sum = 0;
  for (const [i, { electors }] of rows.entries()) {
    assertAlmostEquals(drawnSteps[i]!.x - drawnSteps[0]!.x, sum * pixel, 0.03);
    sum += electors;
  }
  // 55 points are cut at 40, and the heights are in proportion to the margins.
  const point = drawnSteps[0]!.height / 40;
  for (const [i, { margin }] of rows.entries()) {
    assertAlmostEquals(drawnSteps[i]!.height, Math.min(40, Math.abs(margin)) * point, 0.02);
  }
});

Deno.test("marginStaircase() on a phone: the closest states keep their names, apart", () => {
  const boxes = textBoxes(assertNarrow(drawn).svg);
  const names = boxes.filter(({ text }) => rows.some(({ state }) => state === text));
  assertEquals(names.map(({ text }) => text).sort(), ["CA", "MI", "NH", "NY", "PA", "TX"]);
  assert(boxes.some(({ text }) => text === "majority: WI, +0.76 points"));
});
