import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { renderNotebook } from "../../lib/report/mod.ts";
import { documentOf, type NotebookDocument } from "../../lib/report/notebook_document.ts";
import { parseNotebook } from "../../lib/notebook/mod.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";
import { policyHash } from "../../lib/files/hash.ts";
import {
  code,
  markdown,
  notebookOf,
  notebookText,
  SAMPLE,
  SAMPLE_TEXT,
  sampleFigure,
} from "./sample_notebook.ts";

const CONTEXT: RenderContext = {
  name: "02_sample",
  source: SAMPLE_TEXT,
  versions: { deno: "2.9.6", library: "0.1.0", lock: "1".repeat(64) },
  run: { reads: [{ path: "data/state_returns.csv", sha256: "2".repeat(64) }], allowed: [] },
};

const render = (notebook: NotebookDocument, changes: Partial<RenderContext> = {}) =>
  renderNotebook(notebook, { ...CONTEXT, ...changes });

Deno.test("renderNotebook() gives the same bytes for the same notebook", async () => {
  assertEquals(await render(SAMPLE), await render(SAMPLE));
});

Deno.test("renderNotebook() gives the index title, answer and picture", async () => {
  const page = await render(SAMPLE);
  assertEquals(page.title, "Did three states decide the election of 2016?");
  assertMatch(page.answer, /^Yes: Michigan.*No two of them would have been enough\.$/);
  assertEquals(page.picture?.path, "figures/02_sample/three_states.png");
});

Deno.test("a page's description is its mark and answer, else its title", async () => {
  const described = async (text: string) => {
    const { html } = await render(notebookOf(markdown(text)));
    return /<meta name="description" content="([^"]*)">/.exec(html)![1];
  };
  assertEquals(await described("# Did it?\n\n**No.** It did not."), "No. It did not.");
  assertEquals(await described("# Did it?\n\nNobody knows."), "Nobody knows.");
  assertEquals(await described("# Did it?"), "Did it?");
});

Deno.test("a page's policy names each of its styles and scripts by hash and allows no other", async () => {
  const { html } = await render(SAMPLE);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!
    .replaceAll("&#39;", "'");
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1]!);
  const scripts = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)]
    .map((match) => match[1]!);
  assert(styles.length > 0 && scripts.length > 0);
  assertStringIncludes(policy, `style-src ${styles.map(policyHash).join(" ")};`);
  assertStringIncludes(policy, `script-src ${scripts.map(policyHash).join(" ")};`);
  assertStringIncludes(policy, "default-src 'none'");
  assert(!policy.includes("unsafe"));
});

Deno.test("a page has no style attribute, which its policy would not show", async () => {
  const { html } = await render(SAMPLE);
  assertEquals(html.match(/<[a-z][^>]* style=/g), null);
});

Deno.test("a page folds its code and marks it up without style attributes", async () => {
  const { html } = await render(SAMPLE);
  assertMatch(html, /<details class="code"[^>]*>\s*<summary>Code/);
  assertStringIncludes(html, '<span class="code-keyword">interface</span>');
});

Deno.test("a page lists its sections and says where it comes from", async () => {
  const { html } = await render(SAMPLE);
  assertStringIncludes(html, '<a href="#the-calculation">The calculation</a>');
  assertStringIncludes(html, '<h2 id="the-calculation">');
  assertStringIncludes(html, "2".repeat(64));
  assertStringIncludes(html, "const year = 2016;");
  assertStringIncludes(html, 'href="notebooks/02_sample.ipynb"');
});

Deno.test("a page leaves dollar amounts alone and typesets formulas", async () => {
  const { html, usesFormulas } = await render(SAMPLE);
  assertStringIncludes(html, "$1.2 million in one state and $3.5 million");
  assertStringIncludes(html, '<span class="katex">');
  assert(usesFormulas);
});

Deno.test("a figure comes with its files and a sidecar that hashes them", async () => {
  // A figure that has no layout for slides, nor one for a column.
  const { files } = await render(SAMPLE, {
    convert: (_figure, arrangement) =>
      Promise.resolve(
        arrangement === "slide" || arrangement === "column" ? null : new Uint8Array([37]),
      ),
  });
  const ends = [".svg", ".text.svg", ".png", ".pdf", "_two_columns.pdf", "_card.png", "_grey.pdf"];
  assertEquals(
    files.map((file) => file.path),
    [
      ...[...ends, ".csv", ".json"].map((end) => `figures/02_sample/three_states${end}`),
      "notebooks/02_sample.ipynb",
      "tables/02_sample/trump-s-margin-in-three-states.csv",
      "embed/02_sample/table-trump-s-margin-in-three-states.html",
      "embed/02_sample/figure-three-states.html",
      "cards/02_sample.png",
    ],
  );
  const sidecar = JSON.parse(String(files[8]!.content));
  assertEquals(sidecar.tables, CONTEXT.run?.reads);
  assertEquals(sidecar.parameters, "const year = 2016; // an election with returns in data/");
  // sha256sum of the one byte "%".
  assertEquals(
    sidecar.files[2].sha256,
    "bbf3f11cb5b43e700273a78d12de55e4a7eab741ed2abf13787a4d2dc832b8ec",
  );
});

Deno.test("two figures of one name get different files, numbers and identifiers", async () => {
  const { html, files } = await render(notebookOf(code("", [sampleFigure(), sampleFigure()])));
  assertStringIncludes(html, 'id="figure-three-states"');
  assertStringIncludes(html, 'id="figure-three-states-2"');
  assertStringIncludes(html, 'clip-path="url(#figure-three-states-2-c)"');
  assertStringIncludes(html, ">Figure 2</a>");
  assert(files.some((file) => file.path === "figures/02_sample/three_states_2.csv"));
});

Deno.test("a figure's identifier cannot leave its folder", async () => {
  const { files } = await render(notebookOf(code("", [sampleFigure({ id: "../../etc/passwd" })])));
  assertEquals(files[0]!.path, "figures/02_sample/etc_passwd.svg");
});

Deno.test("a drawing with a script is written without it", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  const { files } = await render(notebookOf(code("", [sampleFigure({ svg })])));
  assertEquals(files[0]!.content, '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
});

Deno.test("a page says at its top that the notebook failed", async () => {
  const page = await render(SAMPLE, { failure: "Cell [3]: TypeError: <b>" });
  assertStringIncludes(page.html, "This notebook did not run to its end.");
  assertStringIncludes(page.html, "Cell [3]: TypeError: &lt;b&gt;");
  assertEquals(page.failure, "Cell [3]: TypeError: <b>");
});

Deno.test("cells tagged remove-cell and remove-input are left out", async () => {
  const { html } = await render(notebookOf(
    markdown("secret one", ["remove-cell"]),
    code("secretTwo()", [], ["remove-input"]),
  ));
  assert(!html.includes("secret"));
});

Deno.test("documentOf() joins lines, leaves out unknown outputs and reads numbers however spelled", () => {
  const outputs = [
    { output_type: "unheard_of" },
    { output_type: "stream", name: "stderr", text: ["a\n", "b"] },
    { output_type: "error", ename: "E", evalue: "no", traceback: ["1", "2"] },
    { output_type: "execute_result", data: { "text/plain": ["x", "y"], "a/b": { width: 640 } } },
  ];
  const text = notebookText(code("1", outputs)).replace('"width":640', '"width":640.0');
  const { cells: [cell] } = documentOf(parseNotebook(text, "a.ipynb").notebook);
  assertEquals(cell?.outputs, [
    { kind: "stream", stream: "stderr", text: "a\nb" },
    { kind: "error", name: "E", message: "no", trace: "1\n2" },
    { kind: "data", data: { "text/plain": "xy", "a/b": { width: 640 } } },
  ]);
});
