/** Markup that is small in a notebook and without end for whoever shows it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { renderNotebook } from "../../lib/report/notebook_page.ts";
import { isNestedTooDeep } from "../../lib/report/nesting.ts";
import { sanitizeHtml } from "../../lib/report/sanitize_html.ts";
import { sanitizeSvg } from "../../lib/report/sanitize_svg.ts";
import { repeatsTooOften } from "../../lib/report/svg_expansion.ts";
import { code, data, markdown, notebookOf, SAMPLE_SVG } from "./sample_notebook.ts";

const context = { name: "a", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } };
const page = async (...cells: Parameters<typeof notebookOf>) =>
  (await renderNotebook(notebookOf(...cells), context)).html;

/** Each part draws the one before twice: 2 to the power of n rectangles. */
const doubled = (n: number, draw = (id: string) => `<use href="#${id}"/>`) =>
  `<svg><defs><g id="a0"><rect/></g>${
    Array.from(
      { length: n },
      (_, i) => `<g id="a${i + 1}">${draw(`a${i}`)}${draw(`a${i}`)}</g>`,
    ).join("")
  }</defs>${draw(`a${n}`)}</svg>`;

Deno.test("a drawing that doubles itself is not shown, one of many parts is", () => {
  assertEquals(repeatsTooOften(doubled(10)), false);
  assertEquals(repeatsTooOften(doubled(30)), true);
  assertEquals(repeatsTooOften(doubled(30, (id) => `<g mask="url(#${id})"/>`)), true);
  assertEquals(
    repeatsTooOften(
      '<svg><g id="a"><g><use href="#b"/></g></g><g id="b"><use href="#a"/></g></svg>',
    ),
    true,
  );
  assertEquals(repeatsTooOften(`<svg>${"<rect/>".repeat(20_000)}</svg>`), false);
  const clipped = '<rect clip-path="url(#c)"/>'.repeat(5000);
  assertEquals(repeatsTooOften(`<svg><clipPath id="c"><rect/></clipPath>${clipped}</svg>`), false);
  assertStringIncludes(sanitizeSvg(doubled(30), "").toString(), "repeats its parts without end");
  assertEquals(sanitizeSvg(SAMPLE_SVG, "").toString().includes("without end"), false);
});

Deno.test("HTML that is nested too deep is shown as its source, whole", async () => {
  const deep = `${"<div>".repeat(2000)}the end`;
  assertEquals(isNestedTooDeep(deep), true);
  const html = await page(markdown("# T"), code("1", [data({ "text/html": deep })]));
  assertStringIncludes(html, "nested too deep to be shown");
  assertStringIncludes(html, "the end</pre>");
  const prose = await page(markdown(`# T\n\nA.\n\n${deep}`));
  assertStringIncludes(prose, "nested too deep to be shown");
});

Deno.test("lists, rows and paragraphs that are never closed are not nested", () => {
  for (
    const source of ["<p>a", "<li>a", "<tr><td>a", "<br>", "<img src=x>", "<div>a</div>", "<div/>"]
  ) {
    assert(!isNestedTooDeep(source.repeat(5000)), source);
  }
  const table = `<table>${"<tr><td>1".repeat(3000)}</table>`;
  assertEquals(sanitizeHtml(table).toString().match(/<td>/g)?.length, 3000);
});
