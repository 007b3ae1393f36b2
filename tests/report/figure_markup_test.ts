import { assertEquals, assertStringIncludes } from "@std/assert";
import { figureMarkup } from "../../lib/report/figure_markup.ts";
import type { FigureRecord } from "../../lib/report/figure_record.ts";
import { PageState } from "../../lib/report/page_state.ts";

const figure: FigureRecord = {
  id: "margins",
  title: "Two margins",
  subtitle: "Points",
  caption: "n = 2 states.",
  source: "FEC",
  alt: "Wisconsin -0.77, Ohio -8.13.",
  estimand: null,
  width: 680,
  height: 300,
  svg: "",
  narrow: "",
  csv:
    "state,year,margin,votes,place\nWI,2016,-0.7643142,22748,NE-02\nOH,2016,-8.1300001,446841.25,\n",
  png: null,
};

Deno.test("figureMarkup() shows a figure's data with four digits and a true minus", () => {
  const html = figureMarkup(figure, [], new PageState()).toString();
  const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell);
  assertEquals(cells, [
    ...["WI", "2016", "−0.7643", "22748", "NE-02"],
    ...["OH", "2016", "−8.13", "446841", ""],
  ]);
  assertStringIncludes(html, '<td align="right">−0.7643</td>');
});

Deno.test("figureMarkup() gives a figure's words beside the drawing, for small screens and readers", () => {
  const html = figureMarkup(figure, [], new PageState()).toString();
  assertStringIncludes(html, ". Two margins. Points</span>");
  assertStringIncludes(html, '<p class="figure-words">n = 2 states. Source: FEC</p>');
});

Deno.test("figureMarkup() shows the drawing for phones beside the wide one, with ids of its own", () => {
  const drawing = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20"><defs><clipPath id="c"><rect width="9" height="9"/></clipPath></defs><g clip-path="url(#c)"><rect width="5" height="5"/></g></svg>`;
  const html = figureMarkup(
    { ...figure, svg: drawing(680), narrow: drawing(346) },
    [],
    new PageState(),
  )
    .toString();
  assertEquals(html.match(/<svg/g)?.length, 2);
  assertStringIncludes(html, '<div class="narrow"><svg');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assertEquals(new Set(ids).size, ids.length);
  assertEquals(ids.length, 3);
});
