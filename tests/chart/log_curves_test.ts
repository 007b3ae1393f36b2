import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { figure, logCurves, theme } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

// Ballots grow with the margin's first power by comparison and with its second by polling.
const curve = [0.1, 0.3, 1, 3, 10].flatMap((margin) => [
  { margin, ballots: 620 / margin, method: "ballot comparison" },
  { margin, ballots: 60_000 / margin ** 2, method: "ballot polling" },
]);
const dots = [["MI", 0.22], ["PA", 0.72], ["WI", 0.76], ["ME", 2.96], ["NC", 3.66], ["AZ", 3.55]]
  .flatMap(([po, margin]) => [
    {
      po: String(po),
      margin: Number(margin),
      ballots: 620 / Number(margin),
      method: "ballot comparison",
    },
    {
      po: String(po),
      margin: Number(margin),
      ballots: 6e4 / Number(margin) ** 2,
      method: "ballot polling",
    },
  ]);
const options = {
  x: "margin",
  y: "ballots",
  series: "method",
  marks: {
    "ballot polling": { color: theme.contrast, symbol: "circle" },
    "ballot comparison": { color: theme.accent, symbol: "square" },
  },
  dots,
  dotX: "margin",
  dotY: "ballots",
  dotSeries: "method",
  dotLabel: "po",
  xDomain: [0.1, 10],
  yDomain: [60, 2e6],
  xTicks: [0.1, 0.3, 1, 3, 10],
  yTicks: [100, 1000, 10_000, 100_000, 1_000_000],
  xLabel: "Margin, % of all votes",
  yLabel: "Ballots",
  yFormat: (value: number) => value.toLocaleString("en-US"),
} as const;
const drawn = figure({
  id: "log-curves",
  title: "Half the margin takes four times the ballots",
  source: "made for this test",
  alt: "Michigan takes 1,239,669 ballots by polling and 2,818 by comparison.",
  ...logCurves(curve, options),
});

Deno.test("logCurves() draws a power as a straight line, and each dot on its curve", () => {
  assertFigure(drawn);
  const svg = drawn.toSvg();
  const paths = [...svg.matchAll(/ d="(M[\d.,L-]+)"/gu)]
    .map(([, d]) => d!.slice(1).split("L").map((point) => point.split(",").map(Number)))
    .filter((points) => points.length === 5);
  assertEquals(paths.length, 2);
  for (const points of paths) {
    const slopes = points.slice(1).map(([x, y], i) =>
      (y! - points[i]![1]!) / (x! - points[i]![0]!)
    );
    for (const slope of slopes) assertAlmostEquals(slope, slopes[0]!, 0.01);
  }
  const places = [...svg.matchAll(/transform="translate\(([\d.]+),([\d.]+)\)"[^>]*>/gu)]
    .map(([, x, y]) => [Number(x), Number(y)] as const);
  for (const [first, last] of paths.map((points) => [points[0]!, points.at(-1)!] as const)) {
    const at = (x: number) =>
      first[1]! + (last[1]! - first[1]!) * (x - first[0]!) / (last[0]! - first[0]!);
    const onIt = places.filter(([x, y]) => x > first[0]! && Math.abs(y - at(x)) < 0.1);
    assert(onIt.length >= dots.length / 2, `${onIt.length} dots on a curve`);
  }
});

Deno.test("logCurves() on a phone names each dot", () => {
  const named = textBoxes(assertNarrow(drawn).svg).map(({ text }) => text);
  for (const { po } of dots) assertEquals(named.filter((text) => text === po).length, 2);
});

Deno.test("logCurves() refuses what has no place on a logarithmic axis", () => {
  assertThrows(
    () => logCurves([{ margin: 0, ballots: 1, method: "ballot polling" }], options),
    RangeError,
    "x of the curves: found 0, expected values above zero",
  );
});
