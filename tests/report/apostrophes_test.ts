import { assert, assertEquals } from "@std/assert";
import { curlyApostrophes, curlyText } from "../../lib/report/apostrophes.ts";
import { readFigure } from "../../lib/report/figure_record.ts";
import { trusted } from "../../lib/report/markup.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { pageShell } from "../../lib/report/page_shell.ts";

/** A straight apostrophe between letters: what no reader should see beside the other kind. */
const STRAIGHT = /\p{L}(?:'|&#39;)\p{L}/u;

/** The text of SVG or HTML without its tags. */
const textOf = (markup: string) => markup.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, " ");

Deno.test("apostrophes are one kind in text, and code keeps its own", () => {
  assertEquals(curlyText("Gore's, states', 1960's, 5'"), "Gore’s, states’, 1960’s, 5'");
  assertEquals(curlyApostrophes("<p>don&#39;t</p>"), "<p>don’t</p>");
  const kept = `<script>it's</script><pre>it's</pre><svg aria-label="it's"></svg>`;
  assertEquals(curlyApostrophes(kept), kept);
});

Deno.test("a page has one kind of apostrophe in its title, text and tables", () => {
  const html = pageShell({
    title: "Gore's lead",
    description: "The nation's votes",
    body: trusted("<p>Gore’s</p><table><tr><td>Bush&#39;s</td><td>Nader's</td></tr></table>"),
    kind: "notebook",
  });
  assert(!STRAIGHT.test(textOf(html)), textOf(html));
  assertEquals([...textOf(html).matchAll(/’s/g)].length, 4);
});

Deno.test("every figure of the notebooks has one kind of apostrophe in what a reader sees", () => {
  const folder = new URL("../../notebooks/", import.meta.url);
  let apostrophes = 0;
  for (const { name } of Deno.readDirSync(folder)) {
    if (!name.endsWith(".ipynb")) continue;
    const text = Deno.readTextFileSync(new URL(name, folder));
    for (
      const figure of documentOf(parseNotebook(text, name).notebook).cells.flatMap(({ outputs }) =>
        outputs.flatMap((output) => readFigure(output) ?? [])
      )
    ) {
      const { title, subtitle, caption, source, alt, svg, narrow } = figure;
      const read = [title, subtitle, caption, source, alt, textOf(svg), textOf(narrow)].join("\n");
      assert(!STRAIGHT.test(read), `${name}: ${figure.id}: ${STRAIGHT.exec(read)?.[0]}`);
      apostrophes += read.match(/’/g)?.length ?? 0;
    }
  }
  assert(apostrophes > 50, "the notebooks' figures have apostrophes");
});
