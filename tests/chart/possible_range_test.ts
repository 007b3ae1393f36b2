import { assertEquals, assertThrows } from "@std/assert";
import { figure, possibleRange } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { state: "Michigan", lower: -5.4, lead: -0.2, upper: 4.9 },
  { state: "Utah", lower: -39.9, lead: -18.1, upper: -12.3 },
];
const options = {
  label: "state",
  lower: "lower",
  upper: "upper",
  counted: "lead",
  axis: "Margin, points of all votes",
  legend: ["no assumption", "at least half prefer one", "as counted"],
} as const;

Deno.test("possibleRange() draws the whole range thin, and thick from the counted value on", () => {
  const drawn = figure({
    id: "possible-range",
    title: "Michigan could have gone either way, Utah could not",
    source: "Made for this test",
    alt: "Michigan from −5.4 to 4.9 points, Utah from −39.9 to −12.3.",
    ...possibleRange(rows, options),
  });
  assertFigure(drawn);
  const thick = drawn.toSvg().match(/stroke-width="6"[^>]*>(<line[^>]*>)+/u)![0];
  const thin = drawn.toSvg().match(/stroke-width="2"[^>]*>(<line[^>]*>)+/u)![0];
  const ends = (lines: string, side: "x1" | "x2") =>
    [...lines.matchAll(new RegExp(`${side}="([\\d.]+)"`, "gu"))].map((found) => Number(found[1]));
  assertEquals(ends(thick, "x2"), ends(thin, "x2"));
  assertEquals(ends(thick, "x1").map((x, i) => x > ends(thin, "x1")[i]!), [true, true]);
});

Deno.test("possibleRange() refuses a column and an option that are not there", () => {
  assertThrows(
    () => possibleRange(rows, { ...options, counted: "leed" as "lead" }),
    RangeError,
    'column: found "leed"',
  );
  assertThrows(
    () => possibleRange(rows, { ...options, axes: "x" } as typeof options),
    RangeError,
    'options: found "axes"',
  );
});
