import { assertEquals, assertStringIncludes } from "@std/assert";
import { axisNumber, figure, lineOverTime } from "tallybook/chart";
import * as Plot from "@observablehq/plot";
import { dateAxisX, nameColumn } from "../../lib/chart/axes.ts";
import { svgDocument } from "../../lib/chart/svg_document.ts";

Deno.test("axisNumber() has a true minus sign, groups thousands and names millions", () => {
  const cases: [number, string][] = [
    [0, "0"],
    [-0, "0"],
    [-12.5, "−12.5"],
    [0.25, "0.25"],
    [2868, "2,868"],
    [-2_868_686, "−2.87 million"],
    [5e6, "5 million"],
    [2.5e-7, "2.5e−7"],
    [-1e-5, "−1e−5"],
  ];
  for (const [value, text] of cases) assertEquals(axisNumber(value), text);
});

Deno.test("dates within a week are named as days, without hours", () => {
  const rows = [{ day: "2020-11-03", votes: 1 }, { day: "2020-11-05", votes: 2 }];
  const svg = figure({
    id: "week",
    title: "Three days",
    source: "Made for this test",
    alt: "One vote on 3 November, two on 5 November.",
    ...lineOverTime(rows, { x: "day", y: "votes", label: "Votes" }),
  }).toSvg();
  assertStringIncludes(svg, ">Nov 3<");
  assertStringIncludes(svg, ">Nov 5<");
  assertEquals(svg.includes(" AM"), false);
});

Deno.test("a single date is named as a day, and once", () => {
  const [axis] = dateAxisX({ dates: [new Date("2020-11-03")] });
  const svg = (Plot.plot({
    document: svgDocument() as never,
    x: { type: "utc", domain: [new Date("2020-11-02"), new Date("2020-11-04")] },
    marks: [axis!],
  }) as unknown as { outerHTML: string }).outerHTML;
  const names = [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text);
  assertEquals(names, ["Nov 3"]);
});

Deno.test("nameColumn() breaks long names and gives each row the height that they need", () => {
  const short = nameColumn(["Ohio", "Iowa"]);
  assertEquals(short.broken("Ohio"), "Ohio");
  const long = nameColumn([
    "Ohio",
    "a name that is so long that it cannot stand in one line beside a plot",
  ]);
  assertEquals(long.broken("Ohio"), "Ohio");
  assertEquals(long.rowHeight > short.rowHeight, true);
  assertEquals(long.margin <= 234, true);
});
