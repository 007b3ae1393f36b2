import { assertEquals } from "@std/assert";
import { documentOf } from "../../lib/report/notebook_document.ts";

type Cells = Parameters<typeof documentOf>[0]["cells"];
const of = (...cells: unknown[]) => documentOf({ cells: cells as unknown as Cells }).cells;
const code = (outputs: unknown[], more: Record<string, unknown> = {}) => ({
  ...{ cell_type: "code", metadata: {}, source: "", outputs },
  ...more,
});

Deno.test("a page's cell has its source, its tags and the number of its run", () => {
  const [text, run, never] = of(
    { cell_type: "markdown", metadata: { tags: ["a", "b"] }, source: ["# Who\n", "won?"] },
    code([], { execution_count: 3, source: "x" }),
    code([], { execution_count: null }),
  );
  assertEquals(text, {
    kind: "markdown",
    source: "# Who\nwon?",
    tags: ["a", "b"],
    executionCount: null,
    outputs: [],
    attachments: {},
  });
  assertEquals([run!.kind, run!.source, run!.executionCount], ["code", "x", 3]);
  assertEquals(never!.executionCount, null);
});

Deno.test("outputs are streams, data and errors, their lines joined; others are left out", () => {
  const [cell] = of(code([
    { output_type: "stream", name: "stdout", text: ["a\n", "b"] },
    { output_type: "stream", name: "stderr", text: "c" },
    { output_type: "stream", name: "elsewhere", text: 7 },
    {
      output_type: "display_data",
      data: { "text/plain": ["d\n", "e"], "application/json": [1, "x"] },
    },
    { output_type: "execute_result", data: { "text/html": "<b>f</b>" } },
    { output_type: "execute_result", data: ["no bundle"] },
    { output_type: "error", ename: "TypeError", evalue: ["g", "h"], traceback: ["i", "j"] },
    { output_type: "error", ename: 7, evalue: null, traceback: "k" },
    { output_type: "update_display_data", data: {} },
    "no output",
    null,
    ["list"],
  ]));
  assertEquals(cell!.outputs, [
    { kind: "stream", stream: "stdout", text: "a\nb" },
    { kind: "stream", stream: "stderr", text: "c" },
    { kind: "stream", stream: "stdout", text: "" },
    { kind: "data", data: { "text/plain": "d\ne", "application/json": [1, "x"] } },
    { kind: "data", data: { "text/html": "<b>f</b>" } },
    { kind: "data", data: {} },
    { kind: "error", name: "TypeError", message: "gh", trace: "i\nj" },
    { kind: "error", name: "", message: "", trace: "" },
  ]);
  assertEquals(of({ cell_type: "code", metadata: {}, source: "" })[0]!.outputs, []);
});

Deno.test("numbers are numbers however the notebook's reader kept their spelling, at any depth", () => {
  const raw = (text: string) =>
    (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(text);
  const [cell] = of(code([{
    output_type: "display_data",
    data: { "application/json": { a: raw("1.50"), list: [raw("2e3"), { b: raw("-0") }], c: null } },
  }]));
  assertEquals(cell!.outputs, [{
    kind: "data",
    data: { "application/json": { a: 1.5, list: [2000, { b: -0 }], c: null } },
  }]);
});

Deno.test("attachments are files with their types and texts, and none where they are no bundles", () => {
  const attachments = (value: unknown) =>
    of({ cell_type: "markdown", metadata: {}, source: "", attachments: value })[0]!.attachments;
  assertEquals(
    attachments({ "a.png": { "image/png": ["iVBO", "Rw0K"] }, "b.gif": { "image/gif": "R0" } }),
    {
      "a.png": { "image/png": "iVBORw0K" },
      "b.gif": { "image/gif": "R0" },
    },
  );
  assertEquals(attachments({ "a.png": "text", "b.png": { "image/png": 7 } }), {
    "a.png": {},
    "b.png": { "image/png": "" },
  });
  for (const none of [undefined, null, "x", ["x"], 7]) assertEquals(attachments(none), {});
});
