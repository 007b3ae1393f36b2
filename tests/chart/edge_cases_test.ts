import { assertEquals } from "@std/assert";
import {
  type ChartSpec,
  coefficientLadder,
  curves,
  distribution,
  doseResponse,
  dumbbell,
  electorsBar,
  fanChart,
  figure,
  heatMap,
  lineOverTime,
  marginDots,
  probabilityCurve,
  rankedBars,
  rankedDots,
  scatterFit,
  slopeChart,
  smallMultiples,
  specificationCurve,
  spoilerMap,
  stackedShares,
  tileMap,
} from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";

interface Row {
  name: string;
  day: string;
  x: number;
  y: number;
  estimate: { point: number; lower: number; upper: number };
}

const row = (i: number, y: number): Row => ({
  name: `unit ${i}`,
  day: `2016-11-${String(9 + i).padStart(2, "0")}`,
  x: i,
  y,
  estimate: { point: y, lower: y - Math.abs(y) / 2, upper: y + Math.abs(y) / 2 },
});

/** Every chart function, on the same rows; those that need shares get them. */
const charts: Record<string, (rows: Row[]) => ChartSpec> = {
  lineOverTime: (rows) => lineOverTime(rows, { x: "day", y: "y", label: "y" }),
  lines: (rows) => lineOverTime(rows, { x: "x", y: "y", series: "name", label: "y", zero: false }),
  rankedBars: (rows) => rankedBars(rows, { label: "name", value: "y" }),
  rankedDots: (rows) => rankedDots(rows, { label: "name", value: "y", axis: "y" }),
  marginDots: (rows) => marginDots(rows, { state: "name", margin: "y", label: "y" }),
  coefficientLadder: (rows) => coefficientLadder(rows, { label: "name", axis: "y" }),
  specificationCurve: (rows) => specificationCurve(rows, { choices: { Name: "name" }, axis: "y" }),
  scatterFit: (rows) =>
    scatterFit(rows, { x: "x", y: "y", xLabel: "x", yLabel: "y", label: "name" }),
  distribution: (rows) =>
    distribution(rows.map((each) => each.y), { axis: "y", observed: rows[0]!.y }),
  curves: (rows) => curves(rows, { x: "x", y: "y", xLabel: "x", yLabel: "y" }),
  dumbbell: (rows) =>
    dumbbell(rows, { label: "name", from: "x", to: "y", ends: ["a", "b"], axis: "y" }),
  slopeChart: (rows) => slopeChart(rows, { label: "name", from: "x", to: "y", ends: ["a", "b"] }),
  fanChart: (rows) =>
    fanChart(rows, {
      x: "day",
      point: "y",
      bands: [{
        level: 0.95,
        lower: (each) => each.estimate.lower,
        upper: (each) => each.estimate.upper,
      }],
      label: "y",
    }),
  heatMap: (rows) =>
    heatMap(rows, { x: "x", y: "name", value: "y", steps: { label: "y", breaks: [0, 10] } }),
  tileMap: (rows) =>
    tileMap(rows, { state: () => "WI", value: "y", steps: { label: "y", breaks: [0, 10] } }),
  electorsBar: (rows) =>
    electorsBar(rows, {
      bar: () => "won",
      name: "name",
      party: () => "other",
      electors: (each) => Math.abs(each.y) + 1,
    }),
  stackedShares: (rows) =>
    stackedShares(rows, { bar: "x", part: "name", value: (each) => Math.abs(each.y) + 1 }),
  smallMultiples: (rows) =>
    smallMultiples(rows, {
      by: "name",
      chart: (some) => lineOverTime(some, { x: "x", y: "y", label: "y", height: 160 }),
    }),
  doseResponse: (rows) =>
    doseResponse(rows, {
      dose: (_, i) => i / 10,
      response: "y",
      doseLabel: "x",
      responseLabel: "y",
    }),
  probabilityCurve: (rows) =>
    probabilityCurve(rows, { x: "x", y: () => 0.5, xLabel: "x", yLabel: "y" }),
  spoilerMap: (rows) =>
    spoilerMap({
      curves: rows.map((each, i) => ({ label: each.name, netShare: i / 10 })),
      trailing: "A",
      voters: "B voters",
    }),
};

const cases: Record<string, Row[]> = {
  "one row": [row(1, 5)],
  "one row of zero": [row(1, 0)],
  "equal values": [row(1, 3), row(2, 3), row(3, 3)],
  "negative values": [row(1, -3), row(2, -8)],
  "large values": [row(1, 65_853_514), row(2, 62_984_828), row(3, 4_489_341)],
  "tiny values": [row(1, 1e-7), row(2, 3e-7)],
};

for (const [kind, rows] of Object.entries(cases)) {
  for (const [name, chart] of Object.entries(charts)) {
    Deno.test(`${name}: ${kind} make a whole figure`, () => {
      for (const width of [600, 680]) {
        const drawn = figure({
          id: "edge",
          title: "An edge case",
          source: "Made for this test",
          alt: "An edge case.",
          width,
          ...chart(rows),
        });
        assertEquals(textProblems(drawn.toSvg()), []);
      }
    });
  }
}
