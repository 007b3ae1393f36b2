/** Notebooks that were tampered with after their run: verify finds each and names the place. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { compareOutputs } from "../../lib/notebook/compare_outputs.ts";
import { changesSinceRun, outputsOfNothing } from "../../lib/notebook/manifest.ts";
import { executeNotebook, type Notebook, parseNotebook } from "../../lib/notebook/mod.ts";
import { changedReportFiles } from "../../lib/notebook/report_files.ts";
import { testProject } from "./project.ts";

const PLOT = `await Deno.jupyter.broadcast("display_data", {
  data: { "image/svg+xml": "<svg><text>48.2</text></svg>", "text/csv": "a,b\\n1,2\\n", "text/plain": "plot" },
  metadata: { "image/svg+xml": { width: 600 } },
});`;

/** A notebook with a cell of each kind, as it is after its run, and that of a new run. */
async function example(): Promise<{ text: string; now: Notebook }> {
  await using project = await testProject();
  const code = (source: string) => ({
    cell_type: "code",
    id: crypto.randomUUID().slice(0, 8),
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  });
  const prose = (source: string, more: Record<string, unknown> = {}) => ({
    cell_type: "markdown",
    id: crypto.randomUUID().slice(0, 8),
    metadata: {},
    source,
    ...more,
  });
  const path = await project.write(
    "a.ipynb",
    JSON.stringify({
      cells: [
        prose("# Title\n\nThe lead was 100."),
        code("let year = 2016;\nconsole.log(year);"),
        prose("![a](attachment:a.png)", {
          attachments: { "a.png": { "image/png": "iVBORw0KGgo=" } },
        }),
        code(PLOT),
        code(""),
        { ...prose("raw text"), cell_type: "raw" },
        code("({ share: 48.2 })"),
        prose("The end."),
      ],
      metadata: { authors: [{ name: "A" }] },
      nbformat: 4,
      nbformat_minor: 5,
    }),
  );
  assertEquals((await executeNotebook(path)).failure, null);
  const text = await Deno.readTextFile(path);
  const { notebook: now } = await executeNotebook(path, { out: null });
  return { text, now };
}

/** All that verify says of a notebook. */
function findings(stored: Notebook, now: Notebook): string[] {
  return [
    ...changesSinceRun(stored),
    ...outputsOfNothing(stored),
    ...compareOutputs(stored, now).map(({ cell, what }) => `cell [${cell}] ${what}`),
  ];
}

// deno-lint-ignore no-explicit-any -- a forger follows no type
type Forgery = readonly [what: string, place: string, forge: (notebook: any) => void];

const stream = (text: string) => ({ output_type: "stream", name: "stdout", text: [text] });

const FORGERIES: readonly Forgery[] = [
  [
    "prose changed",
    "cell 1 of the file",
    (n) => n.cells[0].source = "# Title\n\nThe lead was 900.",
  ],
  ["prose changed in one sign", "cell 8 of the file", (n) => n.cells[7].source = "The end!"],
  ["prose emptied", "cell 8 of the file", (n) => n.cells[7].source = ""],
  [
    "prose inserted first",
    "cell 1 of the file",
    (n) => n.cells.unshift({ cell_type: "markdown", id: "x", metadata: {}, source: "new" }),
  ],
  [
    "prose inserted between",
    "cell 4 of the file",
    (n) => n.cells.splice(3, 0, { cell_type: "markdown", id: "x", metadata: {}, source: "new" }),
  ],
  [
    "prose inserted last",
    "cell 9 of the file",
    (n) => n.cells.push({ cell_type: "markdown", id: "x", metadata: {}, source: "new" }),
  ],
  ["prose removed", "1 of the run's 8 cells are gone", (n) => n.cells.splice(7, 1)],
  ["prose moved", "of the file", (n) => n.cells.push(...n.cells.splice(0, 1))],
  ["prose twice", "of the file", (n) => n.cells.push({ ...n.cells[7] })],
  ["prose made raw", "cell 8 of the file", (n) => n.cells[7].cell_type = "raw"],
  ["raw text changed", "cell 6 of the file", (n) => n.cells[5].source = "<b>raw</b>"],
  [
    "an attached image changed",
    "cell 3 of the file",
    (n) => n.cells[2].attachments["a.png"]["image/png"] = "iVBORw0KGgp=",
  ],
  [
    "an attached image added",
    "cell 1 of the file",
    (n) => n.cells[0].attachments = { "b.png": { "image/png": "iVBORw0KGgo=" } },
  ],
  [
    "outputs added to an empty code cell",
    "cell 5 of the file",
    (n) => n.cells[4].outputs = [stream("a proof")],
  ],
  [
    "a count added to an empty code cell",
    "cell 5 of the file",
    (n) => n.cells[4].execution_count = 3,
  ],
  ["outputs added to prose", "cell 1 of the file", (n) => n.cells[0].outputs = [stream("a proof")]],
  ["code changed, outputs kept", "cell [3]", (n) => n.cells[6].source = "({ share: 12.3 })"],
  [
    "a comment added to code",
    "cell [1]",
    (n) => n.cells[1].source = "// certified\nlet year = 2016;\nconsole.log(year);",
  ],
  ["code hidden by a tag", "cell [3]", (n) => n.cells[6].metadata = { tags: ["remove-cell"] }],
  [
    "code hidden by its editor",
    "cell [2]",
    (n) => n.cells[3].metadata = { jupyter: { source_hidden: true } },
  ],
  ["a stream changed", "cell [1]", (n) => n.cells[1].outputs[0].text = ["2020\n"]],
  ["a stream made an error stream", "cell [1]", (n) => n.cells[1].outputs[0].name = "stderr"],
  [
    "a result changed",
    "cell [3]",
    (n) => n.cells[6].outputs[0].data["text/plain"] = ["{ share: 50.2 }"],
  ],
  [
    "a richer form of a result added",
    "cell [3]",
    (n) => n.cells[6].outputs[0].data["text/html"] = ["<b>50.2</b>"],
  ],
  [
    "a figure's picture changed",
    "cell [2]",
    (n) => n.cells[3].outputs[0].data["image/svg+xml"] = ["<svg><text>50.2</text></svg>"],
  ],
  [
    "a figure's data changed",
    "cell [2]",
    (n) => n.cells[3].outputs[0].data["text/csv"] = ["a,b\n", "1,3\n"],
  ],
  [
    "an output's metadata changed",
    "cell [2]",
    (n) => n.cells[3].outputs[0].metadata["image/svg+xml"].width = 60,
  ],
  [
    "an output's metadata added",
    "cell [3]",
    (n) => n.cells[6].outputs[0].metadata = { isolated: true },
  ],
  ["an output added", "cell [1]", (n) => n.cells[1].outputs.push(stream("more"))],
  ["an output removed", "cell [2]", (n) => n.cells[3].outputs = []],
  [
    "outputs in another place",
    "cell [1]",
    (n) => [n.cells[1].outputs, n.cells[3].outputs] = [n.cells[3].outputs, n.cells[1].outputs],
  ],
  ["counts changed", "cell [3]", (n) => n.cells[6].execution_count = 7],
  ["the notebook's metadata changed", "its metadata", (n) => n.metadata.authors[0].name = "B"],
  [
    "a seal added beside the manifest",
    "tallybook.seal",
    (n) => n.metadata.tallybook.seal = "certified by the state",
  ],
  [
    "a word added to what the run says",
    "tallybook.run.checked",
    (n) => n.metadata.tallybook.run.checked = true,
  ],
  [
    "an attachment put on a code cell",
    "cell [1]",
    (n) => n.cells[1].attachments = { "a.png": { "image/png": "iVBORw0KGgo=" } },
  ],
  [
    "another letter that looks the same",
    "cell 8 of the file",
    (n) => n.cells[7].source = "Thе end.",
  ],
  ["a letter composed of two", "cell 8 of the file", (n) => n.cells[7].source = "The e\u0301nd."],
  [
    "half a character for another",
    "cell 8 of the file",
    (n) => n.cells[7].source = "The end.\ud800",
  ],
  ["an output that is none", "cell [1]", (n) => n.cells[1].outputs.push(null)],
  ["an output that is text", "cell [1]", (n) => n.cells[1].outputs[0] = "2016"],
  [
    "a type of a name that objects have",
    "cell [3]",
    (n) =>
      Object.defineProperty(n.cells[6].outputs[0].data, "__proto__", {
        value: ["<b>50.2</b>"],
        enumerable: true,
      }),
  ],
  ["two cells of one id", "cell [1]", (n) => n.cells[1].id = n.cells[0].id],
  ["the manifest removed", "no manifest", (n) => delete n.metadata.tallybook],
  ["the manifest cut short", "cell", (n) => n.metadata.tallybook.manifest.cells.pop()],
];

Deno.test("verify finds each of the tampered notebooks and names the cell", async () => {
  const { text, now } = await example();
  assertEquals(findings(parseNotebook(text, "a").notebook, now), []);
  assert(FORGERIES.length >= 30);
  for (const [what, place, forge] of FORGERIES) {
    const { notebook } = parseNotebook(text, "a");
    forge(notebook);
    assertStringIncludes(findings(notebook, now).join("\n"), place, what);
  }
});

Deno.test("a notebook that an editor saved with its keys in another order is the same", async () => {
  const { text, now } = await example();
  const { notebook } = parseNotebook(text, "a");
  const turned = (value: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(value).reverse());
  notebook.metadata = turned(notebook.metadata);
  notebook.cells = notebook.cells.map((cell) => ({
    ...cell,
    source: [cell.source].flat().join(""),
  }));
  assertEquals(findings(notebook, now), []);
});

Deno.test("figures of a report that were changed or removed are named", async () => {
  await using project = await testProject();
  const path = await project.write("report/figures/a.csv", "a,b\n");
  await project.write("report/figures/b.svg", "<svg/>");
  const { sha256 } = await import("../../lib/files/hash.ts");
  await project.write(
    ".tallybook/reports/x.json",
    JSON.stringify({
      folder: project.path("report"),
      files: { "figures/a.csv": sha256("a,b\n"), "figures/b.svg": sha256("<svg/>") },
    }),
  );
  assertEquals(await changedReportFiles(project.root), []);
  await Deno.writeTextFile(path, "a,c\n");
  await Deno.remove(project.path("report/figures/b.svg"));
  assertEquals(await changedReportFiles(project.root), [
    "report/figures/a.csv: this figure was changed since it was written",
    "report/figures/b.svg: this figure is gone since it was written",
  ]);
});
