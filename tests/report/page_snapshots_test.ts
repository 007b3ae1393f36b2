/**
 * Pages of a small notebook as they were looked at when they were stored in pages/, but for styles, scripts,
 * fonts and pictures, which have tests of their own. UPDATE_SNAPSHOTS=1 stores them anew.
 */
import { assertEquals } from "@std/assert";
import { renderNotebook } from "../../lib/report/mod.ts";
import type { NotebookDocument } from "../../lib/report/notebook_document.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";
import {
  code,
  markdown,
  notebookOf,
  SAMPLE,
  SAMPLE_TEXT,
  sampleFigure,
} from "./sample_notebook.ts";

const folder = new URL("./pages/", import.meta.url);

const CONTEXT: RenderContext = {
  name: "02_sample",
  source: SAMPLE_TEXT,
  versions: {
    deno: "2.9.6",
    library: "0.1.0",
    lock: "1".repeat(64),
    released: "2026-11-01",
    authors: ["Ann Author", "Ben Author"],
    license: "MIT",
  },
  run: { reads: [{ path: "data/state_returns.csv", sha256: "2".repeat(64) }], allowed: [] },
};

/** A page's own words and elements, one element a line. */
function shortened(html: string): string[] {
  return html
    .replace(/<(style|script)([^>]*)>[\s\S]*?<\/\1>/g, "<$1$2></$1>")
    .replace(/data:[\w/+;=-]+,[\w+/=%.-]{40,}/g, "data:…")
    .replace(/'sha256-[^']*'|&#39;sha256-.*?&#39;/g, "(hash)")
    .replaceAll(/\s*\n\s*/g, "\n")
    .replace(/(?<!\n)<(?=[a-z])/g, "\n<")
    .trim().split("\n");
}

/** Cells' numbers go on from one sample to the next: here they begin with 1, whatever ran before. */
function numberedFromOne(lines: readonly string[], { cells }: NotebookDocument): string[] {
  const numbers = cells.flatMap(({ executionCount }) => executionCount ?? []);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return lines.map((line) =>
    line.replace(
      /(\bcode-|\[)(\d+)\b/g,
      (whole, before, number) =>
        number >= least && number <= most ? `${before}${number - least + 1}` : whole,
    )
  );
}

async function assertPage(
  name: string,
  notebook: NotebookDocument,
  context: RenderContext,
): Promise<void> {
  const page = await renderNotebook(notebook, context);
  const { html, files, entries, picture, ...rest } = page;
  const found = [
    ...shortened(html),
    ...files.map(({ path }) => `file: ${path}`),
    ...entries.map((entry) => `search: ${JSON.stringify(entry)}`),
    `picture: ${
      JSON.stringify(picture, (_, value) =>
        typeof value === "string" && value.length > 200 ? "…" : value)
    }`,
    JSON.stringify(rest),
  ];
  const stable = numberedFromOne(found, notebook);
  const file = new URL(`${name}.html.txt`, folder);
  if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
    Deno.mkdirSync(folder, { recursive: true });
    Deno.writeTextFileSync(file, stable.join("\n"));
  }
  assertEquals(stable, Deno.readTextFileSync(file).split("\n"));
}

Deno.test("the page of a notebook that ran", async () => {
  await assertPage("ran", SAMPLE, {
    ...CONTEXT,
    licenses: { "data/state_returns.csv": "CC0-1.0" },
    report: { number: 3, id: "abcdef123456" },
    address: "https://example.org/report/",
    previous: { href: "01_first.html", title: "The first & only" },
    next: { href: "03_third.html", title: "The third" },
    panels: [{ href: "spoiler_map.html", title: "What if" }],
    pages: ["01_first.html", "02_sample.html", "03_third.html"],
    // A figure's files in every arrangement: for a text, two columns, a slide, a grey print.
    convert: () => Promise.resolve(Uint8Array.of(37)),
  });
});

Deno.test("the page of a notebook that failed, read what is not the project's and was refused", async () => {
  await assertPage("failed", SAMPLE, {
    ...CONTEXT,
    failure: "Cell [3]: TypeError: <b>",
    run: {
      reads: [],
      outside: [{ path: "/elsewhere/own.csv", sha256: "3".repeat(64) }],
      refused: ["/etc/passwd", "data/none.csv"],
      denied: ["to open a connection to example.org"],
      unlisted: ["a native library"],
      missingWall: "a memory limit",
      allowed: ["net", "write"],
    },
  });
});

Deno.test("the page as one file, of a notebook whose outputs are as they were stored", async () => {
  await assertPage("one_file", SAMPLE, {
    ...CONTEXT,
    standalone: true,
    run: { reads: CONTEXT.run!.reads, allowed: [], stored: true },
  });
});

Deno.test("the page of cells of every kind", async () => {
  const output = (kind: Record<string, unknown>) => ({ metadata: {}, ...kind });
  await assertPage(
    "cells",
    notebookOf(
      markdown("# A question?\n\nAn answer.\n\nMore of it."),
      code("const year = 2016;", [], ["parameters"]),
      code("const year = 2020;", [], ["injected-parameters"]),
      code("hidden()", [], ["remove-cell"]),
      code("withoutCode()", [
        output({ output_type: "stream", name: "stderr", text: ["a warning\n"] }),
      ], ["remove-input"]),
      code("   "),
      code("fails()", [
        output({ output_type: "error", ename: "E", evalue: "no <i>", traceback: ["1", "2"] }),
      ]),
      code("shows()", [
        output({ output_type: "display_data", data: { "text/plain": "plain <b>" } }),
        output({ output_type: "display_data", data: { "application/json": { a: [1, 2] } } }),
        output({
          output_type: "execute_result",
          data: { "text/html": "<p onclick='x()'>html</p>" },
        }),
        sampleFigure(),
        sampleFigure({ caption: null, subtitle: "A subtitle", estimand: "votes" }),
      ]),
      markdown("## A section\n\n[a link](01_first.ipynb), a sum $1 + 1$ and `code`."),
      markdown("## A section\n\nof the same name"),
    ),
    { name: "cells", versions: { deno: "2.9.6", library: "0.1.0", lock: "1".repeat(64) } },
  );
});
