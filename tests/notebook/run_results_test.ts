/** What a run's result says, for each way in which it can come about. */
import { assertEquals } from "@std/assert";
import type { Execution } from "../../lib/notebook/execute.ts";
import { largeOutputs } from "../../lib/notebook/large_outputs.ts";
import {
  describeFailure,
  executed,
  notStarted,
  unchanged,
} from "../../lib/notebook/notebook_run.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import type { RunRecord } from "../../lib/notebook/run_record.ts";
import { notebookText } from "./project.ts";

const text = notebookText(["one()", "two()"]);
const { notebook } = parseNotebook(text, "a.ipynb");
const versions = { ...Deno.version };
const LISTS = {
  refused: ["data/secret"],
  denied: ["net access"],
  unlisted: ["programs" as const],
};

Deno.test("a failure is one line: notebook, cell, its line where it is known, and the message's first line", () => {
  const failure = { cell: 2, line: 3, message: "E: x\nand more", traceback: [] };
  assertEquals(describeFailure("a.ipynb", failure), "a.ipynb: cell [2], line 3: E: x");
  assertEquals(describeFailure("a.ipynb", { ...failure, line: null }), "a.ipynb: cell [2]: E: x");
});

Deno.test("a notebook that could not start has failed, and nothing is known of it but what was seen", () => {
  assertEquals(notStarted("/p/a.ipynb", "a.ipynb", "asked for", "why", { notebook, text }), {
    ...{
      path: "/p/a.ipynb",
      name: "a.ipynb",
      status: "failed",
      reason: "asked for",
      failure: "why",
    },
    ...{
      warnings: [],
      notebook,
      text,
      reads: {},
      outside: {},
      refused: [],
      denied: [],
      unlisted: [],
    },
    ...{ missingWall: null, partial: null, parameters: {}, allowed: [], versions },
  });
});

Deno.test("a notebook that ran has its execution's results, with notes before warnings", () => {
  const execution: Execution = {
    path: "/p/a.ipynb",
    status: "failed",
    failure: { cell: 1, line: null, message: "E: x", traceback: [] },
    notebook,
    text,
    seconds: 2,
    reads: { project: { a: "1" }, outside: { "/b": "2" }, ...LISTS },
    parameters: { year: 2016 },
    allowed: ["net"],
    missingWall: "none",
    partial: "/p/a.partial.ipynb",
  };
  const same = {
    ...{ path: "/p/a.ipynb", name: "a.ipynb", reason: "it changed", notebook, text, versions },
    ...{ reads: { a: "1" }, outside: { "/b": "2" }, ...LISTS, parameters: { year: 2016 } },
    ...{ allowed: ["net"], missingWall: "none" },
  };
  assertEquals(executed("a.ipynb", "it changed", execution, ["a note"]), {
    ...same,
    ...{ status: "failed", failure: "a.ipynb: cell [1]: E: x", warnings: ["a note"] },
    partial: "/p/a.partial.ipynb",
  });
  const good = { ...execution, status: "ok" as const, failure: null, partial: null };
  assertEquals(executed("a.ipynb", "it changed", good), {
    ...same,
    ...{ status: "ok", failure: null, warnings: [], partial: null },
  });
});

Deno.test("a notebook that had no need to run says what its last run was", () => {
  const record = {
    ...{ reads: { a: "1" }, outside: {}, ...LISTS, missingWall: "none", allowed: ["net"] },
    parameters: { year: 2016 },
  } as unknown as RunRecord;
  assertEquals(unchanged("/p/a.ipynb", "a.ipynb", record, { notebook, text }), {
    ...{ path: "/p/a.ipynb", name: "a.ipynb", status: "unchanged", reason: "unchanged" },
    ...{ failure: null, warnings: [], notebook, text, reads: { a: "1" }, outside: {}, ...LISTS },
    ...{
      missingWall: "none",
      partial: null,
      parameters: { year: 2016 },
      allowed: ["net"],
      versions,
    },
  });
});

Deno.test("an output is large from a million letters of its file on, and is named by cell and place", () => {
  const output = (size: number) => {
    const empty = JSON.stringify({ output_type: "stream", name: "stdout", text: "" }).length;
    return { output_type: "stream", name: "stdout", text: "x".repeat(size - empty) };
  };
  const warnings = (...sizes: number[]) => {
    const { notebook } = parseNotebook(notebookText(["", "one()", "two()"]), "a.ipynb");
    notebook.cells[2]!.outputs = sizes.map(output);
    return largeOutputs(notebook);
  };
  assertEquals(warnings(1_000_000), []);
  assertEquals(warnings(200, 1_000_001, 2_460_000), [
    "cell [2], output 2 has 1.0 MB: expected at most 1 MB",
    "cell [2], output 3 has 2.5 MB: expected at most 1 MB",
  ]);
});
