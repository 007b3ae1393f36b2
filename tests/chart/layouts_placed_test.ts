/** How large a sheet draws a figure, and where: each way to lay it out by its own definition. */
import { assert, assertEquals } from "@std/assert";
import type { StoredFigure } from "tallybook/chart";
import { drawWords, heightOf, SHEETS, wordsOf } from "../../lib/chart/sheet.ts";
import { splitDrawing } from "../../lib/chart/split_drawing.ts";
import { figures, laidOut } from "./figures_of_notebooks.ts";

/** Where a sheet draws a figure: the group's place and scale. */
const placeOf = (svg: string) =>
  [...svg.match(/<g transform="translate\(([-\d.]+),([-\d.]+)\) scale\(([\d.]+)\)" font-size/u)!]
    .slice(1).map(Number) as [number, number, number];

Deno.test("a sheet of a given height has the largest drawing that fits above its words, or beside them", () => {
  const seen = new Set<string>();
  const some = figures.filter((_, i) => i % 8 === 0);
  for (const layout of ["slide", "card"] as const) {
    const sheet = SHEETS[layout];
    const { width, edge } = sheet;
    const height = sheet.height!;
    const inner = width - 2 * edge;
    // Longer titles ask for wider columns of words.
    const long = (figure: StoredFigure, times: number) => ({
      ...figure,
      title: Array.from({ length: times }, () => figure.title).join(" "),
    });
    for (const figure of [...some, ...some.flatMap((f) => [long(f, 5), long(f, 8)])]) {
      const svg = laidOut(figure, layout);
      if (svg === null || !svg.includes("scale(")) continue;
      const [x, y, scale] = placeOf(svg);
      // Every way by its own definition: a box for the drawing, and words above or beside it.
      const ways = [figure.svg, figure.narrow?.svg].filter((each) => each !== undefined)
        .flatMap((each) => {
          const drawing = splitDrawing(each);
          const [wide, high] = [drawing.right - drawing.left, drawing.bottom - drawing.top];
          const way = (kind: string, box: number[], words: string, fits: boolean) => {
            const [left, top, right, bottom] = box as [number, number, number, number];
            const size = Math.min((right - left) / wide, (bottom - top) / high, 2.4);
            return {
              kind,
              fits: fits && size * 11 >= sheet.least,
              size,
              words,
              x: (left + right) / 2 - size * (drawing.left + wide / 2),
              y: (top + bottom) / 2 - size * (drawing.top + high / 2),
            };
          };
          const { head, foot } = wordsOf(figure, sheet);
          const top = edge + heightOf(head, inner) + 16;
          const bottom = height - edge - heightOf(foot, inner);
          const small = wordsOf(figure, sheet, 0.86);
          return [
            way(
              "above",
              [edge, top, width - edge, bottom - 12],
              drawWords(head, edge, edge, inner) + drawWords(foot, edge, bottom, inner),
              bottom - top > 60,
            ),
            ...[26, 32, 38].map((percent) => {
              const words = Math.round(inner * percent / 100);
              const [above, below] = [heightOf(small.head, words), heightOf(small.foot, words)];
              return way(
                `beside ${percent}`,
                [edge + words + 32, edge, width - edge, height - edge],
                drawWords(small.head, edge, edge, words) +
                  drawWords(small.foot, edge, height - edge - below, words),
                above + 24 + below <= height - 2 * edge,
              );
            }),
          ];
        }).filter(({ fits }) => fits);
      const largest = Math.max(...ways.map(({ size }) => size));
      const best = ways.find(({ size }) => size === largest)!;
      seen.add(best.kind);
      const close = (a: number, b: number) => Math.abs(a - b) <= 0.011;
      assert(
        close(x, best.x) && close(y, best.y) && Math.abs(scale - largest) < 1e-4 * largest,
        `${figure.id} as ${layout}: ${[x, y, scale]} and not ${[best.x, best.y, largest]}`,
      );
      // All words stand as that way sets them.
      const texts = (part: string) => [...part.matchAll(/<text[^>]*>.*?<\/text>/gu)].map(String);
      const drawn = texts(svg);
      for (const text of texts(best.words)) assert(drawn.includes(text), `${figure.id}: ${text}`);
    }
  }
  assertEquals([...seen].sort(), ["above", "beside 26", "beside 32", "beside 38"]);
});
