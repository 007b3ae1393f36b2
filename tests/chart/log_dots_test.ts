import { assertEquals, assertThrows } from "@std/assert";
import { figure, logDots } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { state: "Florida 2000", margin: 9, unit: 8, contest: 60 },
  { state: "Georgia 2020", margin: 239, unit: 7, contest: 55 },
  { state: "Michigan 2016", margin: 223, unit: 6, contest: 54 },
];
const options = {
  label: "state",
  values: [
    { value: "margin", name: "margin" },
    { value: "unit", name: "by units" },
    { value: "contest", name: "by contests" },
  ],
  axis: "Per 100,000 votes",
  format: (value: number) => value.toLocaleString("en-US"),
} as const;

Deno.test("logDots() joins a row's values and ends its axis around them", () => {
  const drawn = figure({
    id: "log-dots",
    title: "Only Florida is within reach",
    source: "Made for this test",
    alt: "Florida's margin 9, reach 60; Georgia's 239 and 55; Michigan's 223 and 54.",
    ...logDots(rows, options),
  });
  assertFigure(drawn);
  // From 0.75 times the least value, 6, to 1.4 times the most, 239: 4.5 to 335.
  const ticks = [...drawn.toSvg().matchAll(/>(\d+)</gu)].map((found) => found[1]);
  assertEquals(ticks, ["10", "30", "100", "300"]);
});

Deno.test("logDots() refuses a value of zero and a fourth value", () => {
  assertThrows(
    () => logDots([{ ...rows[0]!, unit: 0 }], options),
    RangeError,
    "values: found 0, expected numbers above zero",
  );
  assertThrows(
    () => logDots(rows, { ...options, values: [...options.values, options.values[0]] }),
    RangeError,
    "4 of them",
  );
});
