import { assert, assertEquals, assertLess } from "@std/assert";
import { FIGURE_MEDIA_TYPE, type StoredFigure } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";
import { alikeInGrey } from "./legend_colors.ts";

/** Lightness, of 100, by which two colors of a legend differ at least. */
const LEAST_APART = 12;

const folder = new URL("../../notebooks/", import.meta.url);
const names = [...Deno.readDirSync(folder)].map((entry) => entry.name)
  .filter((name) => name.endsWith(".ipynb")).sort();

for (const name of names) {
  Deno.test(`${name}: every figure's text is whole, apart, and inside the picture, its legend told apart in grey`, () => {
    const notebook: { cells: { outputs?: { data?: Record<string, unknown> }[] }[] } = JSON.parse(
      Deno.readTextFileSync(new URL(name, folder)),
    );
    const ids: string[] = [];
    for (const output of notebook.cells.flatMap((cell) => cell.outputs ?? [])) {
      const figure = output.data?.[FIGURE_MEDIA_TYPE] as StoredFigure | undefined;
      if (figure === undefined) continue;
      ids.push(figure.id);
      assertEquals(textProblems(figure.svg), [], figure.id);
      assertEquals(alikeInGrey(figure.svg, LEAST_APART), [], figure.id);
      assert(figure.alt.length >= 60, `${figure.id}: the alternative text says too little`);
      assert(figure.csv.includes("\n"), `${figure.id}: no data`);
      assertLess(JSON.stringify(output.data).length, 1_000_000, figure.id);
    }
    assertEquals(new Set(ids).size, ids.length, "two figures share an id");
  });
}

Deno.test("legends of one shape and of one lightness are found", () => {
  const entry = (label: string, color: string) =>
    `<g transform="translate(0,0)"><rect x="1" fill="${color}"/><text x="22">${label}</text></g>`;
  const blue = entry("Democrat", "#2f6db3");
  assertEquals(alikeInGrey(blue + entry("Republican", "#c1442f"), LEAST_APART), [
    '"Democrat" and "Republican" are alike in grey',
  ]);
  assertEquals(alikeInGrey(blue + entry("none", "#c3cad2"), LEAST_APART), []);
});
