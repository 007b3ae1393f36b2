/** One bad notebook ends no report: pages are rendered each on its own and within limits. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { figureConversions } from "../../lib/report/figure_conversions.ts";
import { renderNotebook } from "../../lib/report/notebook_page.ts";
import { RenderPool } from "../../lib/report/render_pool.ts";
import { renderReport } from "../../lib/report/render_report.ts";
import { safeCsv } from "../../lib/report/safe_csv.ts";
import { code, data, markdown, notebookOf, sampleFigure } from "./sample_notebook.ts";

const context = { name: "a", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } };
const render = async (...cells: Parameters<typeof notebookOf>) =>
  (await renderNotebook(notebookOf(...cells), context)).html;
const code1 = (output: Record<string, unknown>) => code("1", [output]);
const root = Deno.makeTempDirSync();
/** Whether the system tells how much processor time another process has taken. */
const tells = Deno.build.os === "linux";

/** As the pool's processes do, in this one. */
async function renderHere(notebook: ReturnType<typeof notebookOf>) {
  const conversions = figureConversions(join(root, ".tallybook/figures"), context.versions.lock);
  try {
    return await renderNotebook(notebook, { ...context, convert: conversions.convert });
  } finally {
    conversions.close();
  }
}

Deno.test("a page that cannot be rendered says so, and the others are whole", async () => {
  const good = { notebook: notebookOf(markdown("# Good")), context: { ...context, name: "good" } };
  // A drawing that fails on the way to a file.
  const convert = () => Promise.reject(new Error("no such font"));
  const bad = {
    notebook: notebookOf(code1(sampleFigure())),
    context: { ...context, convert },
  };
  const { pages, files } = await renderReport([bad, good, bad]);
  assertEquals(pages.map(({ failure }) => failure !== null), [true, false, true]);
  assertStringIncludes(pages[0]?.html ?? "", "Cannot render notebooks/a.ipynb: no such font");
  const page = files.find(({ path }) => path === "good.html")?.content;
  assertStringIncludes(String(page), "<h1>Good</h1>");
});

Deno.test("a page that takes too long or too much memory is given up, the next one is rendered", async () => {
  const long = notebookOf(code1(data({ "text/html": "<div><b>x</b></div>".repeat(400_000) })));
  const pool = new RenderPool({ time: 0.5, ...(tells ? {} : { wall: 0.5 }), jobs: 1 });
  try {
    const error = await assertRejects(() => pool.render({ root, notebook: long, context }), Error);
    assertStringIncludes(
      error.message,
      tells ? "Cannot render in 0.5 s of processor time" : "Cannot render in 0.5 s",
    );
  } finally {
    pool.close();
  }
  const waiting = new RenderPool({ time: 1000, wall: 0.5, jobs: 1 });
  try {
    const error = await assertRejects(
      () => waiting.render({ root, notebook: long, context }),
      Error,
    );
    assertEquals(error.message, "Cannot render in 0.5 s");
  } finally {
    waiting.close();
  }
  const small = new RenderPool({ memory: 100, jobs: 1 });
  try {
    const error = await assertRejects(() => small.render({ root, notebook: long, context }), Error);
    assertStringIncludes(error.message, "beyond 100 MB of memory");
    const notebook = notebookOf(markdown("# Good"));
    const page = await small.render({ root, notebook, context });
    assertEquals(page.html, (await renderHere(notebook)).html);
  } finally {
    small.close();
  }
});

Deno.test("a page rendered in a process of its own is the same, with the same files", async () => {
  const notebook = notebookOf(markdown("# A"), code1(sampleFigure()));
  const pool = new RenderPool({ jobs: 1 });
  try {
    const [there, here] = [
      await pool.render({ root, notebook, context }),
      await renderHere(notebook),
    ];
    assertEquals(there.html, here.html);
    assertEquals(there.html.length > 0, true);
    const png = (files: typeof here.files) => files.find(({ path }) => path.endsWith(".png"));
    assertEquals(png(there.files), png(here.files));
    assert(there.files.some(({ path }) => path.endsWith(".pdf")));
  } finally {
    pool.close();
  }
});

Deno.test("a figure whose data is no CSV is shown with a word about it", async () => {
  for (const csv of ['a,b\n"1,2\n', 'a"b,c\n1,2\n', 'a,b\n"x"y,1\n']) {
    const figure = sampleFigure();
    const text = JSON.stringify(figure);
    const changed = JSON.parse(text, (key, value) => key === "csv" ? csv : value);
    assert(JSON.stringify(changed) !== text);
    const html = await render(code1(changed));
    assertStringIncludes(html, "The data of this figure cannot be shown as a table: ");
    assertStringIncludes(html, "Figure 1");
  }
});

Deno.test("an attachment's name that is spelled wrong is taken as it stands", async () => {
  const html = await render(markdown("# A\n\nText ![x](attachment:%E0%A4%A) and after."));
  assertStringIncludes(html, "and after.");
});

Deno.test("HTML outputs have no heading of level 1: the page's only one is its title", async () => {
  const html = await render(
    markdown("# Title"),
    code1(data({ "text/html": "<h1>Imitation</h1><H1 class=x>Another</H1>" })),
  );
  assertEquals(html.match(/<h1/g)?.length, 1);
  assertStringIncludes(html, "<h2>Imitation</h2><h2>Another</h2>");
});

Deno.test("a table is sortable by its own cells, not by those of a later one", async () => {
  const html = await render(
    code1(
      data({
        "text/html":
          '<table><tr><td>a</td></tr></table><table><tr><td data-value="1">1</td></tr></table>',
      }),
    ),
  );
  assertEquals(html.match(/<table[^>]*>/g), ["<table>", '<table class="sortable">']);
});

Deno.test("words and lines that nobody reads are shown without colors, everything else with", async () => {
  const long = await render(code(`let ${"a".repeat(20_000)} = 1;`));
  assertStringIncludes(long, `let ${"a".repeat(20_000)} = 1;</code>`);
  assertStringIncludes(await render(code("let a = 1;")), 'class="code-');
});

Deno.test("safeCsv() keeps numbers and leaves no formula", () => {
  const cells = [
    ["=1+1", "'=1+1"],
    ["+1", "+1"],
    ["-1.5e-3", "-1.5e-3"],
    ["-.5", "-.5"],
    ["-1+cmd", "'-1+cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["a=1", "a=1"],
    [" =1", " '=1"],
    ["", ""],
  ] as const;
  for (const [cell, safe] of cells) {
    assertEquals(safeCsv(cell), safe);
    assertEquals(safeCsv(`a,${cell},b\n${cell}\n`), `a,${safe},b\n${safe}\n`);
    assertEquals(
      safeCsv(`"${cell}"`),
      safe === cell ? `"${cell}"` : `"${safe}"`.replace("\" '", "\" '"),
    );
  }
});
