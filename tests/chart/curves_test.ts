import { assertEquals, assertThrows } from "@std/assert";
import { curves, figure } from "tallybook/chart";
import { ticksThatFit } from "../../lib/chart/axes.ts";
import { assertFigure } from "./snapshot.ts";

Deno.test("curves() holds values in steps and marks what happened", () => {
  const rows = Array.from({ length: 61 }, (_, i) => ({
    swing: -3 + i / 10,
    electors: Math.round(269 + 130 * Math.tanh((-3 + i / 10) / 2)),
  }));
  assertFigure(figure({
    id: "curve-steps",
    title: "A uniform swing of 0.8 points would have elected Clinton",
    source: "Made for this test",
    alt: "Clinton's electors rise in steps from 151 at −3 points to 387 at +3.",
    ...curves(rows, {
      x: "swing",
      y: "electors",
      xLabel: "Swing to Clinton, points",
      yLabel: "Clinton's electors",
      step: true,
      xReferences: [{ value: 0, label: "as voted" }],
      yReferences: [{ value: 270, label: "majority: 270" }],
      marks: [{ x: 0.8, y: 318, label: "Wisconsin turns" }],
    }),
  }));
});

Deno.test("curves() draws several curves on a logarithmic axis, named at their ends", () => {
  const rows = ["ballot polling", "comparison"].flatMap((method, i) =>
    [0.2, 0.5, 1, 2, 5, 10, 20].map((margin) => ({
      margin,
      method,
      ballots: i === 0 ? 6 / (margin / 100) ** 2 : 6 / (margin / 100),
    }))
  );
  assertFigure(figure({
    id: "curves-log",
    title: "Ballot polling costs the square of what comparison costs",
    source: "Made for this test",
    alt:
      "Two falling curves: at a margin of 0.2 points polling needs 1.5 million ballots, comparison 3,000.",
    width: 600,
    ...curves(rows, {
      x: "margin",
      y: "ballots",
      series: "method",
      xLabel: "Margin, points",
      yLabel: "Ballots to examine, log scale",
      log: true,
    }),
  }));
  assertThrows(
    () => curves([{ x: 1, y: 0 }], { x: "x", y: "y", xLabel: "x", yLabel: "y", log: true }),
    RangeError,
    "expected values above zero",
  );
});

Deno.test("a curve of one row is a point, eight pixels wide, and the others have none", () => {
  const rows = [[1, 2, "long"], [2, 3, "long"], [1, 5, "short"]]
    .map(([x, y, name]) => ({ x, y, name }));
  const svg = figure({
    id: "curve-of-one-row",
    title: "One row is a point",
    source: "Made for this test",
    alt: "A line from 2 to 3, and a point at 5.",
    ...curves(rows, { x: "x", y: "y", series: "name", xLabel: "x", yLabel: "y" }),
  }).toSvg();
  assertEquals([...svg.matchAll(/<circle [^>]*?\br="([^"]*)"/g)].map(([, r]) => r), ["4"]);
});

Deno.test("ticksThatFit() takes the most round values whose labels stand apart", () => {
  const format = String;
  // Labels of 18 px at most, 6 px apart: 24 px a tick at the least.
  assertEquals(ticksThatFit([1, 100], 600, { format, most: 8 }).length, 10);
  assertEquals(ticksThatFit([1, 100], 160, { format, most: 8 }), [20, 40, 60, 80, 100]);
  assertEquals(ticksThatFit([1, 100], 60, { format, most: 8 }), [50, 100]);
});

Deno.test("a logarithmic axis takes values above zero, however small, and no other value or bound", () => {
  const rows = [{ x: 1, y: 0.002, low: 0.001, high: 5 }, { x: 2, y: 0.5, low: 0.1, high: 0.9 }];
  const options = { x: "x", y: "y", xLabel: "x", yLabel: "y", log: true } as const;
  const draw = (changed: Partial<(typeof rows)[number]>) =>
    figure({
      ...{ id: "small", title: "Small", source: "Made for this test", alt: "Small." },
      ...curves([{ ...rows[0]!, ...changed }, rows[1]!], {
        ...options,
        lower: "low",
        upper: "high",
      }),
    }).toSvg();
  assertEquals(draw({}).includes("NaN"), false);
  for (const changed of [{ y: 0 }, { y: -1 }, { low: 0 }, { low: -0.1 }]) {
    assertThrows(() => draw(changed), RangeError, "one of zero or less");
  }
  // Without bounds only the values count.
  curves([{ ...rows[0]!, low: 0 }], options);
});
