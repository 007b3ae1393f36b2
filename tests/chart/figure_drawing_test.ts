import { assertEquals, assertStringIncludes } from "@std/assert";
import * as Plot from "@observablehq/plot";
import { figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";
import { data, options } from "./two_margins.ts";

Deno.test("figure() wraps long words, escapes them, and keeps them inside the picture", () => {
  assertFigure(figure({
    ...options,
    id: "long-words",
    title:
      "A title of such a length that it needs two lines: Clinton & Trump < Johnson, “as counted” in Michigan's eighty-three counties",
    subtitle:
      "A subtitle that also is rather long, because it names the denominator (all votes), the status (certified) and the date",
    caption:
      "A caption in two paragraphs, the first of which is long enough to be broken where the picture ends, at its right edge.\nThe second is short.",
    source:
      "FEC, Federal Elections 2016; Michigan Department of State; Wisconsin Elections Commission, report of the recount, December 2016",
    width: 500,
    legend: ["first entry", "second entry of some length", "third entry of some length", "fourth"]
      .map((label, i) => ({
        label,
        color: ["#0b4f9c", "#d95f0e", "#00604c", "#5b3a8c"][i]!,
        symbol: (["area", "circle", "dashed", "star"] as const)[i],
      })),
  }));
});

Deno.test("figure() lays panels out in columns under their headings, with a legend from the color scale", () => {
  assertFigure(figure({
    ...options,
    id: "panels",
    columns: 2,
    plot: ({ width }) =>
      ["Points", "Points again, under a heading that needs two lines", "Third"].map((title) => ({
        title,
        width,
        height: 110,
        marginLeft: 80,
        color: { legend: true, domain: ["Michigan", "Wisconsin"], range: ["#0b4f9c", "#d95f0e"] },
        marks: [Plot.dot(data, { x: "point", y: "state", fill: "state", clip: true })],
      })),
  }));
});

Deno.test("figure() draws the legends of Plot's threshold and continuous scales without a canvas", () => {
  for (const type of ["threshold", "linear"] as const) {
    const svg = figure({
      ...options,
      id: `scale-${type}`,
      plot: () => ({
        marginLeft: 80,
        color: {
          legend: true,
          type,
          label: "Points",
          domain: type === "threshold" ? [-0.5] : [-1, 0],
          range: ["#fee", "#900"],
        } as Plot.ScaleOptions,
        marks: [Plot.dot(data, { x: "point", y: "state", fill: "point" })],
      }),
    }).toSvg();
    assertStringIncludes(svg, ">Points</text>");
  }
});

Deno.test("figure() leaves out ticks beyond a scale's domain, and the arrows of axis labels", () => {
  const svg = figure({
    ...options,
    plot: () => ({
      marginLeft: 80,
      x: { type: "log", domain: [8, 2000], ticks: [1, 10, 100, 1000, 9000], label: "Votes" },
      marks: [Plot.dot([{ x: 10 }], { x: "x" })],
    }),
  }).toSvg();
  assertEquals([...svg.matchAll(/>([\d,.k]+)<\/text>/gu)].map((match) => match[1]), [
    "10",
    "100",
    "1k",
  ]);
  assertStringIncludes(svg, ">Votes</text>");
});

Deno.test("figure() numbers clip paths within the figure", () => {
  const clipped = () =>
    figure({
      ...options,
      plot: () => ({
        marginLeft: 80,
        marks: [Plot.dot(data, { x: "point", y: "state", clip: true })],
      }),
    }).toSvg();
  const svg = clipped();
  assertEquals(clipped(), svg);
  assertStringIncludes(svg, 'id="margins-clip-1"');
});
