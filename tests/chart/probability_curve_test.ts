import { assertThrows } from "@std/assert";
import { figure, probabilityCurve } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

Deno.test("probabilityCurve() runs from 0 to 100 percent with its band", () => {
  const rows = Array.from({ length: 41 }, (_, i) => {
    const margin = -5 + i / 4;
    const p = 1 / (1 + Math.exp(-1.6 * margin + 1));
    return {
      margin,
      p,
      low: Math.max(0, p - 0.25 * p * (1 - p) * 2),
      high: Math.min(1, p + 0.5 * p * (1 - p)),
    };
  });
  assertFigure(figure({
    id: "probability-curve",
    title: "At a lead of one point the popular-vote winner may well lose",
    source: "Made for this test",
    alt:
      "A rising curve: the chance of winning is 27 percent at a tie and 65 percent at a lead of one point.",
    estimand: "chance of winning the Electoral College",
    ...probabilityCurve(rows, {
      x: "margin",
      y: "p",
      lower: "low",
      upper: "high",
      xLabel: "National margin of the Democrat, points",
      yLabel: "Chance of an electoral majority",
      xReferences: [{ value: 2.1, label: "2016" }],
    }),
  }));
  assertThrows(
    () => probabilityCurve([{ x: 0, y: 1.2 }], { x: "x", y: "y", xLabel: "x", yLabel: "y" }),
    RangeError,
    "row 0: found 1.2, expected a finite number of at least 0 and at most 1",
  );
});
