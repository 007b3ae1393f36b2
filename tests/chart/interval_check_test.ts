import * as Plot from "@observablehq/plot";
import { assertEquals } from "@std/assert";
import { intervalOf, undrawnIntervals } from "../../lib/chart/interval_check.ts";

Deno.test("intervalOf() finds the two ends in a row or in one of its fields, if they differ", () => {
  assertEquals(intervalOf({ point: 2, lower: 1, upper: 4 }), [1, 4]);
  assertEquals(intervalOf({ state: "WI", gap: { point: 2, lower: 1, upper: 4 } }), [1, 4]);
  assertEquals(intervalOf({ gap: null, name: "x", other: { point: 0, lower: -1, upper: 0 } }), [
    -1,
    0,
  ]);
  for (
    const none of [
      { point: 2, lower: 2, upper: 2 },
      { point: 2, lower: 1 },
      { lower: 1, upper: 3 },
      { point: "2", lower: 1, upper: 3 },
      { point: 2, lower: "1", upper: 3 },
      { point: 2, lower: 1, upper: "3" },
      { point: 2, lower: -Infinity, upper: 3 },
      { point: 2, lower: 1, upper: NaN },
      {},
    ]
  ) assertEquals(intervalOf(none), undefined, JSON.stringify(none));
});

const rows = [
  { name: "a", point: 2, lower: 1, upper: 4 },
  { name: "b", point: 0.5, lower: 0.25, upper: 0.75 },
  { name: "c", point: 3, lower: 3, upper: 3 },
];
const undrawn = (...marks: Plot.Markish[]) => undrawnIntervals(rows, [{ marks }]);

Deno.test("undrawnIntervals() takes a span along x or y as the interval, in any unit, either way round", () => {
  const rule = { x1: "lower", x2: "upper", y: "name" };
  assertEquals(undrawn(), [0, 1]);
  assertEquals(undrawn(Plot.ruleY(rows, rule)), []);
  assertEquals(undrawn(Plot.ruleY(rows, { ...rule, x1: "upper", x2: "lower" })), []);
  assertEquals(undrawn([null, [Plot.ruleX(rows, { y1: "lower", y2: "upper", x: "name" })]]), []);
  assertEquals(
    undrawn(
      Plot.ruleY(rows, {
        x1: (row: { lower: number }) => 100 * row.lower,
        x2: (row: { upper: number }) => 100 * row.upper,
      }),
    ),
    [],
  );
  assertEquals(undrawn(Plot.ruleY(rows.slice(1), rule)), [0]);
  assertEquals(undrawn(Plot.ruleY(rows.slice(0, 1), rule)), [1]);
});

Deno.test("undrawnIntervals() takes no other span for it", () => {
  const from = (lower: number, upper: number) =>
    undrawn(Plot.ruleY([0], { x1: () => lower, x2: () => upper }));
  assertEquals(from(1, 4), [1]);
  assertEquals(from(1, 4.001), [0, 1]);
  assertEquals(from(1.001, 4), [0, 1]);
  // A span of nothing is a multiple of every interval that has 0 on neither side, and of none.
  assertEquals(from(0, 0), [0, 1]);
  assertEquals(from(2, 2), [0, 1]);
  assertEquals(undrawn(Plot.dot(rows, { x: "point", y: "name" })), [0, 1]);
});
