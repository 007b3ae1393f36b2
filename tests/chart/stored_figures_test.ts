import { assert, assertEquals, assertLess } from "@std/assert";
import { FIGURE_MEDIA_TYPE, type StoredFigure } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";

const folder = new URL("../../notebooks/", import.meta.url);
const names = [...Deno.readDirSync(folder)].map((entry) => entry.name)
  .filter((name) => name.endsWith(".ipynb")).sort();

for (const name of names) {
  Deno.test(`${name}: every figure's text is whole, apart, and inside the picture`, () => {
    const notebook: { cells: { outputs?: { data?: Record<string, unknown> }[] }[] } = JSON.parse(
      Deno.readTextFileSync(new URL(name, folder)),
    );
    const ids: string[] = [];
    for (const output of notebook.cells.flatMap((cell) => cell.outputs ?? [])) {
      const figure = output.data?.[FIGURE_MEDIA_TYPE] as StoredFigure | undefined;
      if (figure === undefined) continue;
      ids.push(figure.id);
      assertEquals(textProblems(figure.svg), [], figure.id);
      assert(figure.alt.length >= 60, `${figure.id}: the alternative text says too little`);
      assert(figure.csv.includes("\n"), `${figure.id}: no data`);
      assertLess(JSON.stringify(output.data).length, 1_000_000, figure.id);
    }
    assertEquals(new Set(ids).size, ids.length, "two figures share an id");
  });
}
