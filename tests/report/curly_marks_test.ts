import { assert, assertEquals } from "@std/assert";
import { curlyMarks, curlyText } from "../../lib/report/curly_marks.ts";
import { readFigure } from "../../lib/report/figure_record.ts";
import { trusted } from "../../lib/report/markup.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { pageShell } from "../../lib/report/page_shell.ts";
import { PageState } from "../../lib/report/page_state.ts";
import { renderOutput } from "../../lib/report/output_markup.ts";

/** A straight apostrophe between letters, or a straight quotation mark: what no reader should see beside the other kind. */
const STRAIGHT = /\p{L}(?:'|&#39;)\p{L}|"|&quot;/u;

/** The text of SVG or HTML without its tags. */
const textOf = (markup: string) =>
  markup.replace(/<(script|style|pre|code|textarea|math|annotation)\b[\s\S]*?<\/\1>|<[^>]*>/g, " ");

Deno.test("apostrophes are one kind in text, and code keeps its own", () => {
  assertEquals(curlyText("Gore's, states', 1960's, 5'"), "Gore’s, states’, 1960’s, 5'");
  assertEquals(curlyMarks("<p>don&#39;t</p>"), "<p>don’t</p>");
  const kept = `<script>it's</script><pre>it's</pre><svg aria-label="it's"></svg>`;
  assertEquals(curlyMarks(kept), kept);
});

Deno.test("quotation marks open before what they quote and close after it, across tags too", () => {
  const quoted: Record<string, string> = {
    '"In force", and "all".': "“In force”, and “all”.",
    'said ("some 7 million") and—"no"': "said (“some 7 million”) and—“no”",
    'a share of 60%" and "two."': "a share of 60%” and “two.”",
    'its\u00a0"few"': "its\u00a0“few”",
    '"Gore\'s", states\' "own"': "“Gore’s”, states’ “own”",
    "\"she said 'no', and 'never.'\"": "“she said ‘no’, and ‘never.’”",
    'found "<script>", expected "{a}"': "found “<script>”, expected “{a}”",
    '"\uE10160%\uE002" and "\uE1027\uE002 million"':
      "“\uE10160%\uE002” and “\uE1027\uE002 million”",
  };
  for (const [straight, curly] of Object.entries(quoted)) assertEquals(curlyText(straight), curly);
  assertEquals(
    curlyMarks('<td>&quot;a <i>few</i>&quot; said</td><td>"x"</td><p>of&nbsp;"y"</p>'),
    "<td>“a <i>few</i>” said</td><td>“x”</td><p>of&nbsp;“y”</p>",
  );
  assertEquals(curlyMarks("<b>Ohio</b>'s, <i>'Ohio'</i>"), "<b>Ohio</b>’s, <i>‘Ohio’</i>");
  const kept = '<code>"a"</code><p title="b">c</p><textarea>"d"</textarea>';
  assertEquals(curlyMarks(kept), kept);
});

Deno.test("a page has one kind of apostrophe in its title, text and tables", () => {
  const html = pageShell({
    title: "Gore's lead",
    description: "The nation's votes",
    body: trusted(
      `<p>Gore’s</p><table><tr><td>Bush&#39;s</td><td>Nader's "own"</td></tr></table>`,
    ),
    kind: "notebook",
  });
  assert(!STRAIGHT.test(textOf(html)), textOf(html));
  assertEquals([...textOf(html).matchAll(/’s/g)].length, 4);
});

Deno.test("every table of the notebooks has one kind of apostrophe and of quotation mark on its page", () => {
  const folder = new URL("../../notebooks/", import.meta.url);
  let quoted = 0;
  for (const { name } of Deno.readDirSync(folder)) {
    if (!name.endsWith(".ipynb")) continue;
    const { notebook } = parseNotebook(Deno.readTextFileSync(new URL(name, folder)), name);
    for (const output of documentOf(notebook).cells.flatMap(({ outputs }) => outputs)) {
      if (output.kind !== "data" || typeof output.data["text/html"] !== "string") continue;
      const page = new PageState();
      const read = textOf(renderOutput(output, page)!.toString());
      assert(!STRAIGHT.test(read), `${name}: ${STRAIGHT.exec(read)?.[0]}`);
      quoted += read.match(/“/g)?.length ?? 0;
    }
  }
  assert(quoted > 50, "the notebooks' tables have quotations");
});

Deno.test("every figure of the notebooks has one kind of apostrophe and of quotation mark in what a reader sees", () => {
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
