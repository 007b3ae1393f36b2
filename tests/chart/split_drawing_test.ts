/** A drawing taken out of a figure: between the last line above it and the first below it. */
import { assertEquals, assertThrows } from "@std/assert";
import { splitDrawing } from "../../lib/chart/split_drawing.ts";

const svg = (...parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" viewBox="0 0 640 300">${
    parts.join("")
  }</svg>`;
const words = (size: string, ...lines: number[]) =>
  `<text fill="black"${size}>${
    lines.map((y) => `<tspan x="16" y="${y}">w</tspan>`).join("")
  }</text>`;
const DRAWING = '<g><rect width="10" height="10"/><text>inside</text></g>';

Deno.test("a drawing begins below its last line above and ends above its first below, by their sizes", () => {
  const { top, bottom } = splitDrawing(
    svg(words(' font-size="20"', 30, 50), DRAWING, words(' font-size="10"', 250, 264)),
  );
  // A third of a letter and four pixels below the baseline; a letter and six above it.
  assertEquals([top, bottom], [50 + 0.36 * 20 + 4, 250 - 10 - 6]);
});

Deno.test("words that say no size have that of twelve pixels", () => {
  const { top, bottom } = splitDrawing(svg(words("", 50), DRAWING, words("", 250)));
  assertEquals([top, bottom], [50 + 0.36 * 12 + 4, 250 - 12 - 6]);
});

Deno.test("without words a drawing has its usual margins; what has no size is none", () => {
  const { top, bottom } = splitDrawing(svg(DRAWING));
  assertEquals([top, bottom], [12, 300 - 18]);
  assertThrows(
    () => splitDrawing("<svg></svg>"),
    TypeError,
    "expected an SVG with width and height",
  );
});
