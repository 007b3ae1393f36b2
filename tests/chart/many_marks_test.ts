import { assert, assertEquals } from "@std/assert";
import {
  type ChartSpec,
  figure,
  heatMap,
  lineOverTime,
  marginDots,
  scatterFit,
} from "tallybook/chart";

/** How drawings change with the number of their marks: at the last number of one kind and the first of the next. */

const drawn = (spec: ChartSpec): string =>
  figure({ id: "many", title: "Many marks", source: "Made for this test", alt: "Marks.", ...spec })
    .toSvg();
const count = (svg: string, tag: string): number => svg.split(`<${tag} `).length - 1;
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

const line = (length: number, series = 1) =>
  lineOverTime(
    Array.from({ length: length * series }, (_, i) => ({
      year: 1800 + Math.floor(i / series),
      value: i % 7,
      name: `line ${i % series}`,
    })),
    { x: "year", y: "value", label: "Value", ...series > 1 ? { series: "name" } : {} },
  );

Deno.test("a line has dots up to 40 a series, unless told", () => {
  assertEquals(count(drawn(line(40)), "circle"), 40);
  assertEquals(count(drawn(line(41)), "circle"), 0);
  assertEquals(count(drawn(line(40, 2)), "circle"), 80);
  assertEquals(count(drawn(line(41, 2)), "circle"), 0);
});

Deno.test("up to twelve years are all named, thirteen are not", () => {
  const years = (length: number) => {
    const found = texts(drawn(line(length))).filter((text) => /^18\d\d$/.test(text));
    return [found.length, found[0], found.at(-1)];
  };
  assertEquals(years(12), [12, "1800", "1811"]);
  assert(years(13)[0] as number < 13, "thirteen years are all named");
});

Deno.test("the last value of a line is in full, or with an axis's digits where it is hardly any", () => {
  const end = (value: number) =>
    texts(drawn(lineOverTime([{ x: 1, value: 0 }, { x: 2, value }], {
      x: "x",
      y: "value",
      label: "Value",
    })));
  assert(end(-1234567.25).includes("\u22121,234,567.25"));
  // Three digits after the point: half of the last one is where a number would become 0.
  assert(end(0.0005).includes("0.001"));
  assert(end(-0.0005).includes("\u22120.001"));
  assertEquals(end(0.0004).includes("0"), true);
});

Deno.test("thirty margins stand 20 pixels apart, more of them 16", () => {
  const height = (length: number) =>
    marginDots(Array.from({ length }, (_, i) => ({ state: `State ${i}`, margin: i - 10 })), {
      state: "state",
      margin: "margin",
      label: "Margin",
    }).height;
  assertEquals([height(30), height(31)], [30 * 20 + 66, 31 * 16 + 66]);
});

Deno.test("a margin of 0 and above has the Democrats' mark, below it the Republicans'", () => {
  const marks = (margins: readonly number[]) => {
    const rows = margins.map((margin, i) => ({ state: `State ${i}`, margin }));
    const svg = drawn(marginDots(rows, { state: "state", margin: "margin", label: "Margin" }));
    return new Set([...svg.matchAll(/<path fill="(#[^"]*)"/g)].map(([, fill]) => fill)).size;
  };
  assertEquals([marks([0, 0.01]), marks([0, -0.01])], [1, 2]);
});

Deno.test("four hundred points have a radius of 3.5, more of them 2", () => {
  const radii = (length: number) => {
    const svg = drawn(scatterFit(
      Array.from({ length }, (_, i) => ({ x: i % 20, y: Math.floor(i / 20) })),
      { x: "x", y: "y", xLabel: "x", yLabel: "y" },
    ));
    return [...new Set([...svg.matchAll(/<circle[^>]* r="([^"]*)"/g)].map(([, r]) => r))];
  };
  assertEquals([radii(400), radii(401)], [["3.5"], ["2"]]);
});

Deno.test("cells of more than forty columns stand closer", () => {
  const gap = (columns: number) => {
    const svg = drawn(heatMap(
      Array.from({ length: columns }, (_, i) => ({ x: String(i), y: "row", value: "a" })),
      { x: "x", y: "y", value: "value", categories: { a: "#000000" } },
    ));
    const cells = [...svg.matchAll(/<rect[^>]*>/g)].map(([cell]) => ({
      x: Number(/ x="([^"]*)"/.exec(cell)?.[1]),
      width: Number(/ width="([^"]*)"/.exec(cell)?.[1]),
      y: / y="([^"]*)"/.exec(cell)?.[1],
    }));
    const [first, second] = cells.filter(({ width }) => width === cells.at(-1)!.width)
      .sort((a, b) => a.x - b.x);
    const step = second!.x - first!.x;
    return 1 - first!.width / step;
  };
  // A band scale's padding is the share of a step that stays empty; pixels are rounded.
  assert(Math.abs(gap(40) - 0.08) < 0.03, String(gap(40)));
  assert(gap(41) < gap(40), `${gap(41)} ${gap(40)}`);
});
