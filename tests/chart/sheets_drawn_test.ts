/** A figure on each sheet, as it was looked at: no pixel of a layout moves unseen. */
import { assert } from "@std/assert";
import { figure, layoutFigure } from "tallybook/chart";
import { LAYOUTS } from "../../lib/chart/sheet.ts";
import { textProblems } from "../../lib/chart/text_problems.ts";
import { options } from "./two_margins.ts";

const drawn = figure({
  ...options,
  subtitle: "Clinton's lead, percentage points",
  caption: "As certified, before any recount.",
});
const folder = new URL("./snapshots/sheets/", import.meta.url);

for (const layout of LAYOUTS) {
  Deno.test(`two margins on the sheet "${layout}" are drawn as they were looked at`, () => {
    const { title, subtitle, caption, source, alt } = drawn.options;
    const words = { id: drawn.id, title, subtitle: subtitle!, caption: caption!, source, alt };
    const drawings = { svg: drawn.toSvg(), narrow: drawn.toNarrow()!.svg };
    const svg = layoutFigure({ ...words, ...drawings }, layout)!;
    const file = new URL(`${layout}.svg`, folder);
    if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
      Deno.mkdirSync(folder, { recursive: true });
      Deno.writeTextFileSync(file, svg);
    }
    assert(
      svg === Deno.readTextFileSync(file),
      `the sheet differs from tests/chart/snapshots/sheets/${layout}.svg; if that is meant, run the ` +
        "test with UPDATE_SNAPSHOTS=1 and look at it",
    );
    assert(textProblems(svg).length === 0);
  });
}
