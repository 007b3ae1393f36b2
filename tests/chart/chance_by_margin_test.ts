import { assertEquals, assertThrows } from "@std/assert";
import { chanceByMargin, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = [2012, 2016].flatMap((year) =>
  [-4, -2, -1, 0, 1, 2, 4].map((margin) => {
    const p = 0.5 * Math.exp(-Math.abs(margin) / (year === 2016 && margin > 0 ? 3 : 1));
    return { year, margin, p, low: 0.8 * p, high: 1.2 * p };
  })
);
const options = {
  series: "year",
  margin: "margin",
  point: "p",
  lower: "low",
  upper: "high",
  name: (year: string) => `states as in ${year}`,
  xLabel: "National margin, points",
  yLabel: "Chance of an inversion, %",
} as const;

Deno.test("chanceByMargin() draws a curve and a band for each side of zero", () => {
  const drawn = figure({
    id: "chance-by-margin",
    title: "In 2016 a lead of two points was not safe for the Democrat",
    source: "Made for this test",
    alt: "With the states of 2016: 26 percent at plus 2, 7 at minus 2.",
    ...chanceByMargin(rows, {
      ...options,
      marks: [{ margin: 2, point: 0.257, label: "2016" }],
    }),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  assertEquals(svg.match(/fill-opacity="0.18"/gu)?.length, 4);
  assertEquals(svg.match(/stroke-dasharray="6 3"/gu)?.length, 2);
});

Deno.test("chanceByMargin() refuses a chance above one", () => {
  assertThrows(
    () => chanceByMargin([{ ...rows[0]!, high: 1.2 }], options),
    RangeError,
    "found 1.2",
  );
});
