import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureText } from "tallybook/chart";
import { drawLegend, type StepLegend } from "../../lib/chart/legend.ts";
import { theme } from "../../lib/chart/theme.ts";

const texts = (svg: string) =>
  [...svg.matchAll(/<text x="([^"]*)" y="([^"]*)" font-size="([^"]*)"([^>]*)>([^<]*)<\/text>/gu)]
    .map(([, x, y, size, more, text]) => ({
      text: text!,
      x: Number(x),
      y: Number(y),
      size: Number(size),
      anchor: more!.match(/text-anchor="(\w+)"/u)?.[1] ?? "start",
      weight: Number(more!.match(/font-weight="(\d+)"/u)?.[1] ?? 400),
    }));
const rects = (svg: string) =>
  [...svg.matchAll(
    /<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)" fill="([^"]*)"/gu,
  )]
    .map(([, ...numbers]) => [...numbers.slice(0, 4).map(Number), numbers[4]]);

const steps: StepLegend = {
  title: "Margin",
  colors: ["#aa0000", "#dddddd", "#0000aa"],
  breaks: ["−5", "5"],
};

Deno.test("a scale of steps has a box a color, side by side, and a label below each border", () => {
  const { svg, height } = drawLegend(steps, 600);
  // Labels this short need no more than the least width of a step, 36 pixels.
  assertEquals(rects(svg), [
    [0, 19, 36, 11, "#aa0000"],
    [36, 19, 36, 11, "#dddddd"],
    [72, 19, 36, 11, "#0000aa"],
  ]);
  assertEquals(texts(svg).map(({ text, x, y, anchor }) => [text, x, y, anchor]), [
    ["Margin", 0, 12, "start"],
    ["−5", 36, 45, "middle"],
    ["5", 72, 45, "middle"],
  ]);
  assertEquals([...svg.matchAll(/M([\d.]+),19V34/gu)].map(([, x]) => Number(x)), [36, 72]);
  assertEquals(height, 48);
});

Deno.test("steps are as wide as their labels ask for, at most 64 pixels, and fit where it is narrow", () => {
  const widthOf = (label: string, width = 600, more: Partial<StepLegend> = {}) =>
    rects(drawLegend({ ...steps, breaks: [label, "5"], ...more }, width).svg)[0]![2] as number;
  const label = "1,000,0";
  const wide = measureText(label, theme.size.small);
  assert(wide + 12 > 36 && wide + 12 < 64);
  assertAlmostEquals(widthOf(label), wide + 12, 0.005);
  assertEquals(widthOf("10,000,000,000"), 64);
  assertEquals(widthOf("5", 90), 30);
  // What stands for missing values takes its mark, its words and a gap.
  const missing = "no data";
  const room = 22 + measureText(missing, theme.size.text) + 24;
  assertAlmostEquals(widthOf("5", 90 + room, { missing }), 30, 0.005);
});

Deno.test("what missing values are stands after the steps in their color", () => {
  const { svg, height } = drawLegend({ ...steps, missing: "no data" }, 600);
  assertEquals(rects(svg)[3], [3 * 36 + 24, 18, 15, 12, theme.missing]);
  const { x, y } = texts(svg).find(({ text }) => text === "no data")!;
  assertEquals([x, y, height], [3 * 36 + 24 + 22, 28, 48]);
  const own = drawLegend({ ...steps, missing: "no data", missingColor: "#123456" }, 600);
  assertEquals(rects(own.svg)[3]![4], "#123456");
});

Deno.test("the words of the two ends stand at the ends of the scale, or one after the other", () => {
  const drawn = (ends: [string, string]) => {
    const { svg, height } = drawLegend({ ...steps, ends }, 600);
    return { height, ends: texts(svg).slice(-2) };
  };
  const short = drawn(["Low", "High"]);
  assertEquals(short.height, 64);
  assertEquals(short.ends.map(({ x, y, anchor, weight }) => [x, y, anchor, weight]), [
    [0, 59, "start", 600],
    [108, 59, "end", 600],
  ]);
  const long = drawn(["A lead of one", "A lead of the other"]);
  const after = measureText("A lead of one", theme.size.small, 600) + 12;
  assertEquals(long.ends.map(({ anchor }) => anchor), ["start", "start"]);
  assertAlmostEquals(long.ends[1]!.x, after, 0.005);
  // Both fit where ten pixels are left between them: the scale is as wide as three steps.
  const words = (label: string) => measureText(label, theme.size.small, 600);
  const left = "l".repeat(12);
  const fitting = Array.from({ length: 60 }, (_, i) => "i".repeat(i + 1))
    .findLast((right) => words(left) + words(right) + 10 <= 108)!;
  assertEquals(drawn([left, fitting]).ends[1]!.anchor, "end");
  assertEquals(drawn([left, `${fitting}i`]).ends[1]!.anchor, "start");
});

Deno.test("one color has no border and no label below it", () => {
  const { svg, height } = drawLegend({ title: "All", colors: ["#aa0000"], breaks: [] }, 600);
  assertEquals([rects(svg).length, texts(svg).length, height], [1, 1, 32]);
  assertThrows(
    () => drawLegend({ ...steps, breaks: ["0"] }, 600),
    RangeError,
    'breaks of "Margin": found 1, expected 2, one between each two of 3 colors',
  );
});

Deno.test("entries stand side by side and wrap where the next does not fit", () => {
  const items = ["one", "two", "three"].map((label) => ({ label, color: "#0000aa" }));
  const places = (width: number) => {
    const { svg, height } = drawLegend(items, width);
    const moved = [...svg.matchAll(/translate\(([\d.]+),([\d.]+)\)/gu)]
      .map(([, x, y]) => [Number(x), Number(y)]);
    return { moved, height };
  };
  const wide = (label: string) => 22 + measureText(label, theme.size.text) + 18;
  const [one, two, three] = items.map(({ label }) => wide(label)) as [number, number, number];
  const round = (x: number) => Math.round(100 * x) / 100;
  assertEquals(places(600), {
    moved: [[0, 0], [round(one), 0], [round(one + two), 0]],
    height: 19,
  });
  // The last entry needs no room for a gap after it.
  const enough = one + two + three - 18;
  assertEquals(places(enough + 0.01).height, 19);
  assertEquals(places(enough - 0.01), {
    moved: [[0, 0], [round(one), 0], [0, 19]],
    height: 38,
  });
  assertEquals(places(1), { moved: [[0, 0], [0, 19], [0, 38]], height: 57 });
  assertEquals(drawLegend([], 600), { svg: "", height: 0 });
});
