import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { OutputCollector } from "../../lib/notebook/cell_outputs.ts";
import type { Message } from "../../lib/notebook/message.ts";

const message = (type: string, content: Record<string, unknown>): Message => ({
  header: { msg_id: "", msg_type: type, session: "", username: "", date: "", version: "5.3" },
  parent: {},
  content,
  bytes: 0,
});
const stream = (name: string, text: string) => message("stream", { name, text });
const display = (type: string, text: unknown, id?: string, kind = "display_data") =>
  message(kind, {
    data: { [type]: text },
    metadata: {},
    transient: id === undefined ? {} : { display_id: id },
  });

function collect(...messages: readonly Message[]) {
  const collector = new OutputCollector();
  collector.begin();
  for (const each of messages) collector.take(each);
  return collector.end();
}

Deno.test("OutputCollector joins neighbouring texts of one stream, however they were cut", () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (texts) => {
    const whole = collect(stream("stdout", texts.join("")));
    assertEquals(collect(...texts.map((text) => stream("stdout", text))), whole);
  }));
});

Deno.test("OutputCollector keeps the order of different streams and displays", () => {
  assertEquals(
    collect(
      stream("stdout", "a\nb"),
      stream("stderr", "c"),
      stream("stdout", "d"),
      display("text/plain", "e"),
      stream("stdout", "f"),
    ).map((output) => output["text"] ?? output["data"]),
    [["a\n", "b"], ["c"], ["d"], { "text/plain": ["e"] }, ["f"]],
  );
});

Deno.test("OutputCollector stores text as lines, and images and JSON as they are", () => {
  const stored = (type: string, value: unknown) =>
    (collect(display(type, value))[0]?.["data"] as Record<string, unknown>)[type];
  assertEquals(stored("text/html", "<p>\n</p>"), ["<p>\n", "</p>"]);
  assertEquals(stored("image/svg+xml", "<svg>\n</svg>"), ["<svg>\n", "</svg>"]);
  assertEquals(stored("image/png", "aGk=\n"), "aGk=\n");
  assertEquals(stored("application/vnd.tallybook.figure+json", { a: [1] }), { a: [1] });
});

Deno.test("OutputCollector puts an error behind all other outputs of its cell", () => {
  const error = message("error", { ename: "Error", evalue: "no", traceback: ["Error: no"] });
  assertEquals(
    collect(error, stream("stdout", "late")).map((output) => output.output_type),
    ["stream", "error"],
  );
});

Deno.test("OutputCollector updates every display of an id, in earlier cells, too", () => {
  const collector = new OutputCollector();
  collector.begin();
  collector.take(display("text/plain", "one", "d"));
  collector.take(display("text/plain", "other", "e"));
  const first = collector.end();
  collector.begin();
  collector.take(display("text/plain", "two", "d"));
  collector.take(display("text/plain", "three", "d", "update_display_data"));
  const second = collector.end();
  const texts = [...first, ...second].map((output) => output["data"]);
  assertEquals(texts, [
    { "text/plain": ["three"] },
    { "text/plain": ["other"] },
    { "text/plain": ["three"] },
  ]);
  assertEquals("transient" in (first[0] ?? {}), false, "ids of displays are not stored");
});

Deno.test("OutputCollector clears at once, or with the next output", () => {
  const clear = (wait: boolean) => message("clear_output", { wait });
  assertEquals(collect(stream("stdout", "a"), clear(false)), []);
  assertEquals(collect(stream("stdout", "a"), clear(true)).length, 1);
  assertEquals(
    collect(stream("stdout", "a"), clear(true), stream("stdout", "b"))[0]?.["text"],
    ["b"],
  );
});
