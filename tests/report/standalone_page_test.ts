/** A page as one file for itself: what it has inside, and what it leaves out, beside the report's. */
import { assertEquals } from "@std/assert";
import { renderNotebook } from "../../lib/report/mod.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";
import { code, markdown, notebookOf, sampleFigure } from "./sample_notebook.ts";

const CONTEXT: RenderContext = {
  name: "02_sample",
  source: "{}",
  versions: { deno: "2.9.6", library: "0.1.0", lock: "1".repeat(64) },
  previous: { href: "01.html", title: "Before" },
};
const render = (text: string, changes: Partial<RenderContext> = {}) =>
  renderNotebook(notebookOf(markdown(text), code("", [sampleFigure()])), {
    ...CONTEXT,
    ...changes,
  });
/** The fonts that a page has inside. */
const fontsOf = (html: string) =>
  [
    ...new Set(
      [...html.matchAll(/@font-face\s*\{[^}]*font-family:\s*"?([\w -]+)"?[^}]*base64/gu)]
        .map(([, name]) => name!.startsWith("KaTeX") ? "formulas" : "text"),
    ),
  ].sort();

Deno.test("a page by itself has its fonts inside, those of formulas only where it has one", async () => {
  const plain = await render("# Who won?\n\nShe did.", { standalone: true });
  const formula = await render("# Who won?\n\nBy $x^2$.", { standalone: true });
  assertEquals([fontsOf(plain.html), plain.usesFormulas], [["text"], false]);
  assertEquals([fontsOf(formula.html), formula.usesFormulas], [["formulas", "text"], true]);
  // In a report fonts are files beside the pages.
  assertEquals(fontsOf((await render("# Who won?\n\nBy $x^2$.")).html), []);
});

Deno.test("a page by itself leads to no other, has no preview and is not searched", async () => {
  const text = "# Who won?\n\nShe did.";
  const [own, report] = [await render(text, { standalone: true }), await render(text)];
  const has = (html: string) => [
    html.includes('href="01.html"'),
    html.includes('property="og:'),
    html.includes('class="downloads"'),
  ];
  assertEquals([has(own.html), own.entries], [[false, false, false], []]);
  assertEquals(has(report.html), [true, true, true]);
  assertEquals(report.entries[0]?.title, "Who won?");
  assertEquals(report.files.map(({ path }) => path).includes("notebooks/02_sample.ipynb"), true);
  const { source: _source, ...without } = CONTEXT;
  const bare = await renderNotebook(notebookOf(markdown(text)), without);
  assertEquals(bare.files.filter(({ path }) => path.endsWith(".ipynb")), []);
});
