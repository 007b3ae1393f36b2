/** A run whose outputs stand though the words around them changed, on the real kernel. */
import { assert, assertEquals } from "@std/assert";
import { changesSinceRun } from "../../lib/notebook/manifest.ts";
import { runNotebooks, type RunNotebooksOptions } from "../../lib/notebook/mod.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { type TestProject, testProject } from "./project.ts";

interface Stored {
  cells: {
    source: string[] | string;
    cell_type?: string;
    outputs?: Record<string, unknown>[];
    execution_count?: number | null;
    metadata?: object;
  }[];
}

const CELLS = ["const votes: number = 3; // of ten", "votes * 2"];

async function ran(): Promise<{ project: TestProject; path: string }> {
  const project = await testProject();
  await project.notebook("notebooks/a.ipynb", CELLS);
  const path = project.path("notebooks/a.ipynb");
  const [first] = await runNotebooks([path], { check: false });
  assertEquals(first?.status, "ok", first?.failure ?? "");
  return { project, path };
}

async function edit(path: string, change: (notebook: Stored) => void): Promise<void> {
  const notebook = JSON.parse(await Deno.readTextFile(path));
  change(notebook);
  await Deno.writeTextFile(path, JSON.stringify(notebook, null, 1) + "\n");
}

async function settle(path: string, options: RunNotebooksOptions = {}) {
  const started: string[] = [];
  const [run] = await runNotebooks([path], {
    check: false,
    progress: { note() {}, end() {}, close() {}, cell() {}, start: (name) => started.push(name) },
    ...options,
  });
  return { run: run!, started: started.length };
}

Deno.test("comments, layout and prose are taken over without a run, and give what a run would", async () => {
  const { project, path } = await ran();
  await using _ = project;
  const changes: ((notebook: Stored) => void)[] = [
    ({ cells }) =>
      cells[0]!.source = ["// Votes that were counted.\n", "const votes: number =   3;"],
    ({ cells }) => cells.unshift({ cell_type: "markdown", metadata: {}, source: ["# Who won?"] }),
    ({ cells }) => cells[0]!.source = ["# Who won, and by how much?"],
    ({ cells }) => cells[2]!.source = ["votes * 2 // twice"],
    ({ cells }) => cells.shift(),
  ];
  for (const change of changes) {
    await edit(path, change);
    const { run, started } = await settle(path);
    assertEquals([run.status, run.reason, started], ["unchanged", "unchanged", 0]);
    const stored = await Deno.readTextFile(path);
    assertEquals(run.text, stored);
    const { notebook } = parseNotebook(stored, "a.ipynb");
    assertEquals(changesSinceRun(notebook), [], "the manifest holds the new words");
    const again = await settle(path, { force: "to compare", out: null });
    assertEquals(again.run.text, stored, "a run gives the same bytes");
    assertEquals((await settle(path)).started, 0);
  }
});

Deno.test("what a run would change is run: code, types, outputs, numbers in brackets, a directive, a setting", async () => {
  const changes: ((notebook: Stored) => void)[] = [
    ({ cells }) => cells[0]!.source = ["const votes: number = 4;"],
    ({ cells }) => cells[0]!.source = ["const votes: 3 = 3;"],
    ({ cells }) => cells[0]!.source = ["// @ts-ignore\n", "const votes: number = 3;"],
    ({ cells }) => cells[1]!.outputs![0]!.data = { "text/plain": ["7"] },
    ({ cells }) => cells[1]!.execution_count = 9,
    ({ cells }) => cells[1]!.metadata = { tags: ["parameters"] },
    ({ cells }) => cells.push({ ...cells[0]!, source: [""], outputs: cells[1]!.outputs! }),
    ({ cells }) => cells.reverse(),
  ];
  const { project, path } = await ran();
  await using _ = project;
  const stored = await Deno.readTextFile(path);
  for (const [i, change] of changes.entries()) {
    await Deno.writeTextFile(path, stored);
    assertEquals((await settle(path, { force: "anew" })).run.status, "ok");
    await edit(path, change);
    const { started } = await settle(path);
    assertEquals(started, 1, `change ${i + 1}`);
  }
});

Deno.test("words are not taken over where what the run rested on changed too, nor into another file", async () => {
  const { project, path } = await ran();
  await using _ = project;
  const reword = ({ cells }: Stored) => cells[1]!.source = [`votes * 2 // ${crypto.randomUUID()}`];
  await edit(path, reword);
  const text = await Deno.readTextFile(path);
  assertEquals((await settle(path, { out: null })).started, 1);
  assertEquals(await Deno.readTextFile(path), text, "the file itself is left alone");
  await project.write("deno.json", JSON.stringify({ tasks: {} }));
  const { run, started } = await settle(path);
  assertEquals([run.reason, started], ["cell [2] changed", 1]);
  assert(run.status === "ok");
});
