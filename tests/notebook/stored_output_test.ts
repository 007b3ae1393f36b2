/** Whatever a cell broadcasts, the notebook's file stays one of the format. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { OutputCollector } from "../../lib/notebook/cell_outputs.ts";
import type { Output } from "../../lib/notebook/notebook_file.ts";
import { executionCount, storedBundle } from "../../lib/notebook/stored_output.ts";

const isText = (value: unknown) =>
  typeof value === "string" ||
  Array.isArray(value) && value.every((item) => typeof item === "string");
const isObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The rules of nbformat 4.5's schema for an output; the first that is broken, or null. */
function broken(output: Output): string | null {
  const { output_type, ...rest } = output;
  const keys = Object.keys(rest).sort().join();
  switch (output_type) {
    case "stream":
      return keys === "name,text" && typeof rest["name"] === "string" && isText(rest["text"])
        ? null
        : "stream";
    case "error":
      return keys === "ename,evalue,traceback" && typeof rest["ename"] === "string" &&
          typeof rest["evalue"] === "string" && Array.isArray(rest["traceback"]) &&
          isText(rest["traceback"])
        ? null
        : "error";
    case "display_data":
    case "execute_result": {
      const wanted = output_type === "display_data"
        ? "data,metadata"
        : "data,execution_count,metadata";
      const count = rest["execution_count"];
      if (keys !== wanted || !isObject(rest["metadata"]) || !isObject(rest["data"])) return keys;
      if (
        count !== undefined && count !== null && !(Number.isInteger(count) && Number(count) >= 0)
      ) {
        return "execution_count";
      }
      return Object.entries(rest["data"] as Record<string, unknown>)
          .every(([type, value]) => /^application\/(.*\+)?json$/.test(type) || isText(value))
        ? null
        : "data";
    }
    default:
      return "output_type";
  }
}

const TYPES = [
  "stream",
  "display_data",
  "execute_result",
  "update_display_data",
  "error",
  "clear_output",
  "execute_input",
  "none",
];
const KEYS = [
  ...["name", "text", "data", "metadata", "transient", "ename", "evalue", "traceback", "wait"],
  ...["execution_count", "__proto__"],
];

Deno.test("OutputCollector gives outputs of the format, whatever the messages hold", () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.dictionary(
      fc.constantFrom("text/plain", "application/json", "a", "__proto__"),
      fc.jsonValue(),
    ),
    fc.constant({ display_id: "d" }),
  );
  const content = fc.dictionary(fc.constantFrom(...KEYS), value);
  const messages = fc.array(fc.tuple(fc.constantFrom(...TYPES), content), { maxLength: 6 });
  fc.assert(fc.property(messages, (all) => {
    const collector = new OutputCollector();
    collector.begin();
    for (const [msg_type, content] of all) {
      const header = { msg_id: "", msg_type, session: "", username: "", date: "", version: "5.3" };
      collector.take({ header, parent: {}, content, bytes: 0 });
    }
    const stored = JSON.parse(JSON.stringify(collector.end())) as Output[];
    assertEquals(stored.map(broken).filter((fault) => fault !== null), []);
  }));
});

Deno.test("broken() finds what breaks the format", () => {
  for (
    const output of [
      { output_type: "stream", name: 5, text: "" },
      { output_type: "error", ename: "E", evalue: "v" },
      { output_type: "display_data", data: { "text/plain": 5 }, metadata: {} },
      { output_type: "display_data", data: {}, metadata: [] },
      { output_type: "execute_result", data: {}, metadata: {}, execution_count: "x" },
    ]
  ) assert(broken(output) !== null, JSON.stringify(output));
});

Deno.test("storedBundle() loses nothing of a value that is no text", () => {
  assertEquals(storedBundle({ "text/plain": { a: 1 }, "image/png": 5, "a/b": ["c", 1] }), {
    "text/plain": '{"a":1}',
    "image/png": "5",
    "a/b": '["c",1]',
  });
  assertEquals(storedBundle({ "application/vnd.x+json": [1], "text/html": "a\nb" }), {
    "application/vnd.x+json": [1],
    "text/html": ["a\n", "b"],
  });
  assertEquals(storedBundle("text"), {});
});

Deno.test("executionCount() takes whole numbers from 0", () => {
  assertEquals([0, 7, -1, 1.5, "1", null, NaN].map(executionCount), [
    0,
    7,
    null,
    null,
    null,
    null,
    null,
  ]);
});
