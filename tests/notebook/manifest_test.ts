/** What a later look finds that was changed since a run, on notebooks of four cells that nothing ran. */
import { assertEquals } from "@std/assert";
import {
  canonical,
  changesSinceRun,
  outputsOfNothing,
  writeManifest,
} from "../../lib/notebook/manifest.ts";
import { type Notebook, parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { RUN_KEY } from "../../lib/notebook/noted_run.ts";

type Json = Record<string, unknown>;
const cell = (kind: string, source: string, more: Json = {}): Json => ({
  ...{ id: `id-${source.length}-${source.charCodeAt(0)}`, cell_type: kind, metadata: {}, source },
  ...kind === "code" ? { execution_count: null, outputs: [] } : {},
  ...more,
});
const CELLS = [
  cell("markdown", "# Title"),
  cell("code", "1 + 1"),
  cell("raw", "raw text"),
  cell("code", "const a = 2;"),
];
const notebook = (cells: readonly Json[] = CELLS, metadata: Json = { kernel: "deno" }): Notebook =>
  parseNotebook(JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }), "a.ipynb")
    .notebook;
/** A notebook as a run leaves it, changed. */
function after(change: (json: { cells: Json[]; metadata: Json }) => void): string[] {
  const ran = notebook();
  writeManifest(ran);
  const json = JSON.parse(JSON.stringify(ran));
  change(json);
  return changesSinceRun(parseNotebook(JSON.stringify(json), "a.ipynb").notebook);
}

Deno.test("nothing is changed by outputs, counts, or the order of keys and lines of a source", () => {
  assertEquals(after(() => {}), []);
  assertEquals(
    after(({ cells }) => {
      cells[1]!.outputs = [{ output_type: "stream", name: "stdout", text: "x" }];
      cells[1]!.execution_count = 7;
      cells[3] = Object.fromEntries(Object.entries(cells[3]!).reverse());
      cells[3]!.source = ["const a", " = 2;"];
    }),
    [],
  );
});

Deno.test("a changed cell is named by its number in brackets, or its place in the file", () => {
  assertEquals(after(({ cells }) => cells[1]!.source = "1 + 2"), [
    "cell [1] was changed after the run",
  ]);
  assertEquals(after(({ cells }) => cells[3]!.metadata = { tags: ["x"] }), [
    "cell [2] was changed after the run",
  ]);
  assertEquals(after(({ cells }) => cells[0]!.source = "# Other"), [
    "cell 1 of the file (markdown) was changed after the run",
  ]);
  assertEquals(after(({ cells }) => cells[2]!.source = "other"), [
    "cell 3 of the file (raw) was changed after the run",
  ]);
});

Deno.test("cells that came are named, those that went are counted", () => {
  assertEquals(after(({ cells }) => cells.splice(1, 0, cell("markdown", "more"))), [
    "cell 2 of the file (markdown) was inserted or changed after the run",
  ]);
  assertEquals(after(({ cells }) => cells.splice(0, 1)), ["1 of the run's 4 cells are gone"]);
  assertEquals(after(({ cells }) => cells.splice(1, 2)), ["2 of the run's 4 cells are gone"]);
});

Deno.test("metadata is that of the run, and nothing stands beside what a run leaves", () => {
  const other = "its metadata is not that of the run";
  assertEquals(after(({ metadata }) => metadata.kernel = "other"), [other]);
  assertEquals(after(({ metadata }) => metadata.more = 1), [other]);
  const key = (change: (own: Record<string, Json>) => void) =>
    after(({ metadata }) => change(metadata[RUN_KEY] as Record<string, Json>));
  const leaves = (name: string) => [`its metadata has ${RUN_KEY}.${name}, which no run leaves`];
  assertEquals(key((own) => own.answer = {}), leaves("answer"));
  assertEquals(key((own) => own.manifest!.title = "x"), leaves("manifest.title"));
  assertEquals(key((own) => own.run = { forged: 1 }), leaves("run.forged"));
});

Deno.test("a notebook without a whole manifest holds nothing", () => {
  const none = ["it has no manifest of its run, so nothing holds its prose: run it"];
  assertEquals(changesSinceRun(notebook()), none);
  const broken = (manifest: unknown) =>
    after(({ metadata }) => metadata[RUN_KEY] = manifest === undefined ? {} : { manifest });
  for (
    const manifest of [
      ...[undefined, null, {}, { metadata: "x" }, { cells: [] }, { metadata: 1, cells: [] }],
      ...[{ metadata: "x", cells: "x" }, { metadata: "x", cells: ["a", 1] }],
    ]
  ) assertEquals(broken(manifest), none, JSON.stringify(manifest));
});

Deno.test("outputs of cells without code are named, with what they are", () => {
  assertEquals(outputsOfNothing(notebook()), []);
  const output = { output_type: "stream", name: "stdout", text: "x" };
  const found = (cells: readonly Json[]) =>
    outputsOfNothing({ ...notebook(), cells } as unknown as Notebook);
  assertEquals(found([cell("code", "1", { outputs: [output], execution_count: 3 })]), []);
  const said = (place: number, kind: string) =>
    `cell ${place} of the file (${kind}) has outputs and no code to give them`;
  assertEquals(
    found([
      cell("markdown", "a", { outputs: [output] }),
      cell("markdown", "b", { execution_count: 1 }),
      cell("markdown", "c", { execution_count: 0 }),
      cell("markdown", "d", { outputs: [], execution_count: null }),
      cell("raw", "e", { outputs: [output] }),
      cell("code", "  ", { outputs: [output] }),
    ]),
    [
      ...[said(1, "markdown"), said(2, "markdown"), said(3, "markdown"), said(5, "raw")],
      said(6, "code"),
    ],
  );
});

Deno.test("canonical() sorts keys at any depth and leaves lists and numbers as they are spelled", () => {
  assertEquals(
    canonical({ b: [{ d: 1, c: 2 }, 3], a: { z: null, y: "x" } }),
    '{"a":{"y":"x","z":null},"b":[{"c":2,"d":1},3]}',
  );
  const raw = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON("1.50");
  assertEquals(canonical({ b: raw, a: undefined }), '{"b":1.50}');
  assertEquals([canonical(undefined), canonical(null), canonical([2, 1])], ["", "null", "[2,1]"]);
});
