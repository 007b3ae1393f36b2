import { assertEquals, assertThrows } from "@std/assert";
import { figure, jointShares } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const at = (unit: string, start: number, slope: number) =>
  [-1, -0.5, 0, 0.5, 1].map((one) => ({ unit, one, two: start + slope * one }));
const lines = [...at("Ohio", 0.2, -0.5), ...at("Iowa", 0, -0.9)];
const options = {
  line: "unit",
  one: "one",
  two: "two",
  frontier: [-1, -0.5, 0, 0.5, 1].map((one) => ({
    one,
    two: Math.max(0.2 - 0.5 * one, -0.9 * one),
  })),
  xLabel: "Net share among Green voters, %",
  yLabel: "Net share among Libertarian voters, %",
} as const;

Deno.test("jointShares() shades what is above all lines and marks what was measured", () => {
  const cross = [
    { point: 0.4, lower: 0.2, upper: 0.6 },
    { point: -0.1, lower: -0.3, upper: 0.1 },
  ] as const;
  const words = {
    id: "joint-shares",
    title: "What both groups would have had to do",
    source: "Made for this test",
    alt: "Two falling lines; the cross at 40 and −10 percent is below Ohio's.",
  };
  const drawn = figure({ ...words, ...jointShares(lines, { ...options, cross }) });
  assertFigure(drawn);
  const strokes = (svg: string) => svg.match(/stroke-width="2"/gu)?.length ?? 0;
  const without = figure({ ...words, ...jointShares(lines, options) });
  assertEquals(strokes(drawn.toSvg()) - strokes(without.toSvg()), 2);
});

Deno.test("jointShares() refuses a label that is no text and an option that is not there", () => {
  assertThrows(
    () => jointShares(lines, { ...options, xLabel: 3 as unknown as string }),
    TypeError,
    "xLabel: found 3",
  );
  assertThrows(
    () => jointShares(lines, { ...options, crosses: [] } as typeof options),
    RangeError,
    'nearest: "cross"',
  );
});
