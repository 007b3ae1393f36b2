/** What of a chart becomes finer with the number of its rows, and where it changes its form. */
import { assertEquals } from "@std/assert";
import { coefficientLadder, figure, specificationCurve } from "tallybook/chart";

const WORDS = {
  title: "Title",
  source: "Made for this test",
  alt: "Some values.",
  estimand: "points",
};

/** The width of the intervals' strokes, and the radius of the dots of choices and of the curve. */
function fineness(count: number) {
  const rows = Array.from({ length: count }, (_, i) => ({
    weights: i % 2 === 0 ? "votes" : "equal",
    estimate: { point: i / count, lower: i / count - 1, upper: i / count + 1 },
  }));
  const svg = figure({
    ...{ id: "many", ...WORDS, width: 4000 },
    ...specificationCurve(rows, { choices: { Weights: "weights" }, axis: "Points" }),
  }).toSvg();
  const group = /<g[^>]*stroke-opacity="0\.55"[^>]*>/u.exec(svg)![0];
  const radii = [...svg.matchAll(/<circle[^>]* r="([\d.]+)"/gu)].map(([, r]) => Number(r));
  const drawn = [...new Set(radii.slice(-2 * count))].sort((a, b) => a - b);
  return [Number(/stroke-width="([\d.]+)"/u.exec(group)![1]), ...drawn];
}

Deno.test("a specification curve's strokes and dots are finer the more specifications there are, within bounds", () => {
  // 180 and 200 parts of their number; drawings have two digits.
  assertEquals(fineness(100), [1.8, 2, 2.5]);
  assertEquals(fineness(120), [1.5, 1.67, 2.17]);
  // Few are as thick as it gets, many as fine.
  assertEquals(fineness(40), [3, 3.5, 4]);
  assertEquals(fineness(300), [0.75, 1.2, 1.7]);
});

Deno.test("a ladder stands below its names where less than 120 pixels are left beside names and numbers", () => {
  const spec = coefficientLadder([
    { model: "Counties", estimate: { point: 1, lower: 0.5, upper: 1.5 } },
    { model: "Places", estimate: { point: -1, lower: -1.5, upper: 0.5 } },
  ], { label: "model", axis: "Points" });
  const plot = spec.plot as (size: { width: number }) => Record<string, number>;
  const { marginLeft, marginRight } = plot({ width: 2000 });
  const least = marginLeft! + marginRight! + 120;
  const isBeside = (width: number) => plot({ width }).marginRight === marginRight;
  assertEquals([isBeside(least), isBeside(least - 1)], [true, false]);
});
