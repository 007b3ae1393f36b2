import { assert, assertEquals, assertThrows } from "@std/assert";
import { layoutFigure, measureText } from "tallybook/chart";
import { greySvg } from "../../lib/chart/grey.ts";
import { LAYOUTS, SHEETS } from "../../lib/chart/sheet.ts";
import { textBoxes, textProblems } from "../../lib/chart/text_problems.ts";
import { figures, laidOut } from "./figures_of_notebooks.ts";

/** Letters of these sizes in pixels are 9 points on a slide 13.33 inches wide, and 7 in a journal. */
const LEAST = { slide: 12, column: 9.33, "two-columns": 9.33, card: 10 } as const;

for (const layout of LAYOUTS) {
  Deno.test(`${layout}: no text of any figure leaves its box, meets another or is too small`, () => {
    let made = 0;
    for (const figure of figures) {
      const svg = laidOut(figure, layout);
      if (svg === null) continue;
      made++;
      assertEquals(textProblems(svg), [], figure.id);
      const { edge, width, height } = SHEETS[layout];
      // A column has hardly an edge: there the picture's own is the box.
      const [least, most] = height === undefined
        ? [-0.5, width + 0.5]
        : [edge / 2, width - edge / 2];
      for (const { text, left, right, top, bottom } of textBoxes(svg)) {
        assert(left >= least && right <= most, `${figure.id}: "${text}"`);
        // The height of a box is 0.9 of its letters' size; upright or turned, the shorter side.
        const size = Math.min(bottom - top, right - left) / 0.9;
        if (right - left > bottom - top) assert(size >= LEAST[layout] - 0.4, `${text}: ${size}`);
      }
      assert(svg.includes(">Source: "), `${figure.id} has no source`);
    }
    // Charts with rows beyond a slide's height, and charts without a drawing for phones, have none.
    const share = { slide: 0.9, column: 0.7, "two-columns": 1, card: 1 }[layout];
    assert(made >= share * figures.length, `${made} of ${figures.length}`);
  });
}

Deno.test("sheets have the sizes that they are named for", () => {
  const slide = laidOut(figures[0]!, "slide")!;
  assert(slide.includes('viewBox="0 0 1280 720"'), slide.slice(0, 300));
  // 89 mm at 96 pixels to 25.4 mm.
  assertEquals(SHEETS.column.width, 89 * 96 / 25.4);
  assertEquals([SHEETS.card.width, SHEETS.card.height], [1200, 630]);
  assertThrows(() => layoutFigure(figures[0] as never, "poster" as never), RangeError, "poster");
});

Deno.test("a card without room for the drawing says in words what it shows", () => {
  const high = figures.find(({ height }) => height > 1_000)!;
  const card = laidOut(high, "card")!;
  assert(!card.includes("<g "), "a drawing");
  const words = card.replaceAll(/<[^>]*>/gu, " ").replaceAll(/\s+/gu, " ");
  assert(words.includes(high.alt.slice(0, 40)), words);
  assert(measureText(high.title, 20) > 0);
});

Deno.test("greySvg() leaves no color in any figure", () => {
  for (const { id, svg } of figures) {
    for (const [, color] of greySvg(svg).matchAll(/#([0-9a-f]{6})"/gu)) {
      assertEquals(new Set(color!.match(/../gu)).size, 1, `${id}: #${color}`);
    }
  }
});
