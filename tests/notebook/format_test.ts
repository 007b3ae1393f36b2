/** Notebooks as other programs write them, run on the real kernel. */
import { assertEquals, assertRejects } from "@std/assert";
import { executeNotebook, NotebookFormatError } from "../../lib/notebook/mod.ts";
import { testProject } from "./project.ts";

const code = (extra: Record<string, unknown> = {}) => ({
  cell_type: "code",
  execution_count: null,
  metadata: { vscode: { languageId: "typescript" }, unknown: [1, 2] },
  outputs: [],
  source: ["1 + 1"],
  ...extra,
});

const markdown = {
  attachments: { "dot.png": { "image/png": "iVBORw0KGgo=" } },
  cell_type: "markdown",
  metadata: { slideshow: { slide_type: "slide" } },
  source: ["![dot](attachment:dot.png)"],
};

const raw = { cell_type: "raw", metadata: { format: "text/html" }, source: ["<hr>"] };

const RESULT = {
  output_type: "execute_result",
  execution_count: 1,
  data: { "text/plain": ["2"] },
  metadata: {},
};

for (const minor of [2, 3, 4, 5]) {
  Deno.test(`executeNotebook() changes only outputs, counts and its own digests in a notebook of format 4.${minor}`, async () => {
    await using project = await testProject();
    const ids = minor === 5;
    const id = (name: string) => ids ? { id: name } : {};
    const before = {
      cells: [
        { ...markdown, ...id("m") },
        { ...raw, ...id("r") },
        code(id("c")),
        code({ ...id("e"), source: [] }),
      ],
      metadata: {
        authors: [{ name: "A" }],
        kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
        unknown: { kept: true },
      },
      nbformat: 4,
      nbformat_minor: minor,
    };
    const path = await project.write("a.ipynb", JSON.stringify(before, null, 1));
    assertEquals((await executeNotebook(path)).failure, null);
    const text = await Deno.readTextFile(path);
    const { language_info, tallybook, ...metadata } = JSON.parse(text).metadata;
    assertEquals(language_info.name, "typescript");
    assertEquals(language_info.file_extension, ".ts");
    assertEquals(Object.keys(tallybook), ["manifest", "run"]);
    assertEquals(tallybook.manifest.cells.length, before.cells.length);
    assertEquals({ ...JSON.parse(text), metadata }, {
      ...before,
      cells: before.cells.map((cell, i) =>
        i === 2 ? { ...cell, execution_count: 1, outputs: [RESULT] } : cell
      ),
    });
    assertEquals(text.endsWith("}"), true, "a file without a final newline gets none");
    await executeNotebook(path);
    assertEquals(await Deno.readTextFile(path), text, "running again gives the same bytes");
  });
}

Deno.test("executeNotebook() removes what an earlier run left: outputs, counts and JupyterLab's timings", async () => {
  await using project = await testProject();
  const stale = { output_type: "stream", name: "stdout", text: ["old\n"] };
  const path = await project.write(
    "a.ipynb",
    JSON.stringify({
      cells: [
        code({
          outputs: [stale],
          execution_count: 7,
          metadata: { execution: { "iopub.execute_input": "2024-01-01T00:00:00Z" } },
        }),
        code({ source: [" \n"], outputs: [stale], execution_count: 8 }),
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 4,
    }),
  );
  const { notebook } = await executeNotebook(path, { out: null });
  assertEquals(notebook.cells[0]?.metadata, {});
  assertEquals(notebook.cells[0]?.outputs, [RESULT]);
  assertEquals(notebook.cells[1]?.outputs, []);
  assertEquals(notebook.cells[1]?.execution_count, null);
});

Deno.test("executeNotebook() refuses a file that is no notebook and leaves it alone", async () => {
  await using project = await testProject();
  const path = await project.write("a.ipynb", "{}");
  await assertRejects(
    () => executeNotebook(path),
    NotebookFormatError,
    "Cannot read a.ipynb",
  );
  assertEquals(await Deno.readTextFile(path), "{}");
});

Deno.test("executeNotebook() lets a cell fail that is tagged raises-exception", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    { code: "throw new RangeError('on purpose');", tags: ["raises-exception"] },
    "1 + 1",
  ]);
  const { failure, notebook } = await executeNotebook(path, { out: null });
  assertEquals(failure, null);
  assertEquals(notebook.cells[0]?.outputs?.[0]?.["ename"], "RangeError");
  assertEquals(notebook.cells[1]?.execution_count, 2);
});
