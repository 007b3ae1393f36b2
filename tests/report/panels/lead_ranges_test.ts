import { assertEquals } from "@std/assert";
import { leadRanges, type LeadRow } from "../../../lib/report/panels/lead_ranges.ts";
import type { Shape } from "../../../lib/report/panels/shape.ts";

const texts = (shapes: readonly Shape[], look: string) =>
  shapes.flatMap((shape) => shape.kind === "text" && shape.look === look ? [shape] : []);
const paths = (shapes: readonly Shape[], look: string) =>
  shapes.flatMap((shape) => shape.kind === "path" && shape.look === look ? [shape.d] : []);
const circles = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => shape.kind === "circle" ? [[shape.x, shape.y, shape.r]] : []);

// From 0 to 10 million over 400 units: 20 on the left, 380 on the right, 36 a million.
const ROWS: LeadRow[] = [
  ["As now", 5_000_000, 2_000_000, 10_000_000],
  ["Unknown", NaN, null, null],
];

Deno.test("each lead stands at its place over one scale from zero, with its bounds", () => {
  const shapes = leadRanges(ROWS, 400);
  assertEquals(circles(shapes), [[200, 36, 6]]);
  assertEquals(paths(shapes, "range"), ["M92 36L380 36", "M92 31L92 41", "M380 31L380 41"]);
  assertEquals(texts(shapes, "label").map(({ x, y, text }) => [x, y, text]), [
    [28, 22, "As now"],
    [28, 68, "Unknown"],
  ]);
  // Words are clear of zero's line, which runs down to the axis.
  assertEquals(paths(shapes, "guide"), ["M20 8L20 112"]);
});

Deno.test("the axis has round marks in millions, a minus sign below zero, and its words at the end", () => {
  const shapes = leadRanges(ROWS, 400);
  const ticks = texts(shapes, "tick");
  assertEquals(ticks.map(({ text, x, y }) => [text, x, y]), [
    ["0.0", 20, 131],
    ["2.0", 92, 131],
    ["4.0", 164, 131],
    ["6.0", 236, 131],
    ["8.0", 308, 131],
    ["10.0", 380, 131],
  ]);
  assertEquals(paths(shapes, "axis").slice(0, 2), ["M20 112L20 117", "M92 112L92 117"]);
  const [title] = texts(shapes, "title");
  assertEquals([title!.x, title!.y, title!.anchor, title!.text], [
    380,
    148,
    "end",
    "Final lead, million votes →",
  ]);
  const below = leadRanges([["A", -4_000_000, -10_000_000, 0]], 400);
  assertEquals(texts(below, "tick").map(({ text }) => text), [
    "−10.0",
    "−8.0",
    "−6.0",
    "−4.0",
    "−2.0",
    "0.0",
  ]);
  assertEquals(circles(below), [[236, 36, 6]]);
});

Deno.test("where words right of zero would not fit, the line makes room for them row by row", () => {
  // Zero is at the right end: no word fits there.
  const shapes = leadRanges(
    [["Now", -10_000_000, null, null], ["Then", -1_000_000, null, null]],
    400,
  );
  assertEquals(paths(shapes, "guide"), ["M380 28L380 50", "M380 74L380 96"]);
  assertEquals(texts(shapes, "label").map(({ x }) => x), [20, 20]);
  // Zero is at 20: words of 6 a letter have room from 28 on up to 396, which is 61 letters.
  const start = (letters: number) =>
    texts(leadRanges([["x".repeat(letters), 1e7, null, null]], 400), "label")[0]!.x;
  assertEquals([start(61), start(62)], [28, 20]);
  const guides = (letters: number) =>
    paths(leadRanges([["x".repeat(letters), 1e7, null, null]], 400), "guide");
  assertEquals([guides(61), guides(62)], [["M20 8L20 66"], ["M20 28L20 50"]]);
});

Deno.test("a bound alone is no range, and without any lead there is no axis", () => {
  for (const row of [["A", 1e6, 5e5, null], ["A", 1e6, null, 2e6]] as LeadRow[]) {
    assertEquals(paths(leadRanges([row], 400), "range"), []);
  }
  const none = leadRanges([["A", NaN, null, null]], 400);
  assertEquals([texts(none, "tick"), circles(none)], [[], []]);
  assertEquals(texts(none, "label").length, 1);
});
