/** What differs between outputs, at the bounds of what is compared and shown. */
import { assertEquals } from "@std/assert";
import { compareOutputs, describeDifferences } from "../../lib/notebook/compare_outputs.ts";
import { OutputCollector } from "../../lib/notebook/cell_outputs.ts";
import type { Message } from "../../lib/notebook/message.ts";
import type { Output } from "../../lib/notebook/mod.ts";
import { notebookWith } from "./stored_outputs.ts";

const notebook = (...outputs: readonly Output[]) => notebookWith(outputs);
const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const shown = (stored: Output, now: Output) =>
  describeDifferences("a", compareOutputs(notebook(stored), notebook(now))).split("\n");

Deno.test("what an output holds beside its contents differs too, whatever the order of its keys", () => {
  const display = (metadata: Record<string, unknown>): Output => ({
    output_type: "display_data",
    data: { "text/plain": "x" },
    metadata,
  });
  const differ = (one: Output, other: Output) =>
    compareOutputs(notebook(one), notebook(other)).length > 0;
  assertEquals(differ(display({ a: 1, b: 2 }), display({ b: 2, a: 1 })), false);
  assertEquals(differ(display({ a: 1 }), display({ a: 2 })), true);
  assertEquals(differ(display({}), display({ a: 1 })), true);
  const error = (traceback: string[]): Output => ({
    output_type: "error",
    ename: "E",
    evalue: "x",
    traceback,
  });
  assertEquals(differ(error(["at a"]), error(["at a"])), false);
  assertEquals(differ(error(["at a"]), error(["at b"])), true);
});

Deno.test("twelve lines are shown whole, of more how many there are", () => {
  const lines = (count: number, mark: string) =>
    stream(Array.from({ length: count }, (_, at) => `${mark}${at}\n`).join(""));
  const twelve = shown(lines(12, "a"), lines(12, "b"));
  assertEquals([twelve.length, twelve[12], twelve[24]], [25, "  - a11", "  + b11"]);
  const more = shown(lines(13, "a"), lines(12, "b"));
  assertEquals([more.length, more[13]], [26, "  - … 1 more lines"]);
});

Deno.test("a line of 160 letters is shown whole, of a longer one the part around the first that differs", () => {
  const line = (before: number, middle: string, behind: number) =>
    stream(`${"a".repeat(before)}${middle}${"b".repeat(behind)}\n`);
  assertEquals(shown(line(100, "1", 59), line(100, "2", 59)).slice(1), [
    `  - ${"a".repeat(100)}1${"b".repeat(59)}`,
    `  + ${"a".repeat(100)}2${"b".repeat(59)}`,
  ]);
  // Forty letters before it, and nothing is cut in front where there are no more.
  assertEquals(
    shown(line(40, "1", 200), line(40, "2", 200))[1],
    `  - ${"a".repeat(40)}1${"b".repeat(119)}…`,
  );
  assertEquals(
    shown(line(41, "1", 200), line(41, "2", 200))[1],
    `  - …${"a".repeat(40)}1${"b".repeat(119)}…`,
  );
  // Its end is reached without a cut behind.
  assertEquals(
    shown(line(200, "1", 119), line(200, "2", 119))[1],
    `  - …${"a".repeat(40)}1${"b".repeat(119)}`,
  );
  // A line without a counterpart is shown from its beginning.
  assertEquals(
    shown(stream("x\n"), stream(`x\n${"c".repeat(161)}\n`))[1],
    `  + ${"c".repeat(160)}…`,
  );
});

const message = (type: string, content: Record<string, unknown>) =>
  ({ header: { msg_type: type }, parent: {}, content, bytes: 0 }) as unknown as Message;
const say = (text: string, name = "stdout") => message("stream", { name, text });
/** What is stored of a cell's messages. */
function collected(...messages: readonly Message[]): Output[] {
  const collector = new OutputCollector();
  collector.begin();
  for (const each of messages) collector.take(each);
  return collector.end();
}

Deno.test("texts of one stream are one output until another comes between, and nothing said is none", () => {
  const texts = (...messages: readonly Message[]) =>
    collected(...messages).map(({ name, text }) => [name, text]);
  assertEquals(texts(say("a"), say("b\nc"), say("")), [["stdout", ["ab\n", "c"]]]);
  assertEquals(texts(say("a"), say("b", "stderr"), say("c")), [
    ["stdout", ["a"]],
    ["stderr", ["b"]],
    ["stdout", ["c"]],
  ]);
  assertEquals(texts(say("")), []);
});

Deno.test("outputs are cleared at once, or with the next one where it is waited for, once", () => {
  const texts = (...messages: readonly Message[]) => collected(...messages).map(({ text }) => text);
  const clear = (wait?: boolean) => message("clear_output", wait === undefined ? {} : { wait });
  assertEquals(texts(say("a"), clear()), []);
  assertEquals(texts(say("a"), clear(false), say("b")), [["b"]]);
  assertEquals(texts(say("a"), clear(true)), [["a"]]);
  assertEquals(texts(say("a"), clear(true), say("b"), say("c")), [["bc"]]);
  assertEquals(texts(say("a"), clear(true), say("b"), say("c", "stderr")), [["b"], ["c"]]);
});

Deno.test("errors stand behind all other outputs, and messages of other kinds are none", () => {
  const error = message("error", { ename: "E", evalue: "x", traceback: ["t"] });
  assertEquals(
    collected(error, say("a"), message("status", { execution_state: "idle" }))
      .map(({ output_type }) => output_type),
    ["stream", "error"],
  );
});

Deno.test("a display that is updated changes wherever it was shown, in cells before too", () => {
  const show = (text: string, id?: string) =>
    message("display_data", {
      data: { "text/plain": text },
      metadata: {},
      ...(id === undefined ? {} : { transient: { display_id: id } }),
    });
  const update = (text: string, id: string) =>
    message("update_display_data", {
      data: { "text/plain": text },
      metadata: { m: 1 },
      transient: { display_id: id },
    });
  const collector = new OutputCollector();
  const cell = (...messages: readonly Message[]) => {
    collector.begin();
    for (const each of messages) collector.take(each);
    return collector.end();
  };
  const first = cell(show("one", "a"), show("two", "b"), show("three"));
  const second = cell(show("four", "a"), update("new", "a"), update("none", "c"));
  const said = (outputs: readonly Output[]) =>
    outputs.map(({ data, metadata }) => [
      String((data as Record<string, unknown>)["text/plain"]),
      metadata,
    ]);
  assertEquals(said(first), [["new", { m: 1 }], ["two", {}], ["three", {}]]);
  assertEquals(said(second), [["new", { m: 1 }]]);
});
