import { assertEquals } from "@std/assert";
import { withDeniedAccess } from "../../lib/notebook/denied_access.ts";
import type { Output } from "../../lib/notebook/notebook_file.ts";

const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text: [text] });
const error = (name: string): Output => ({
  output_type: "error",
  ename: name,
  evalue: "no NotCapable: no",
  traceback: [],
});
const told = (...lines: string[]): Output => ({
  output_type: "stream",
  name: "stderr",
  text: lines.map((line) => `${line}\n`),
});
const failed: Output = { output_type: "error", ename: "TypeError", evalue: "x", traceback: [] };

Deno.test("what was denied and is not told of stands on stderr, before the cell's error", () => {
  assertEquals(withDeniedAccess([failed, stream("a\n")], ["read access to a"]), [
    stream("a\n"),
    told("NotCapable: read access to a"),
    failed,
  ]);
  assertEquals(withDeniedAccess([], ["a", "b", "a"]), [told("NotCapable: a", "NotCapable: b")]);
});

Deno.test("what the outputs tell of already is not told again", () => {
  const outputs = [stream("NotCapable: one\n")];
  assertEquals(withDeniedAccess(outputs, ["a"]), outputs);
  assertEquals(withDeniedAccess(outputs, []), outputs);
  assertEquals(withDeniedAccess([], []), []);
  // An error is one refusal, however often it names it; a text is as many as it names.
  const twice = [error("NotCapable")];
  assertEquals(withDeniedAccess(twice, ["a"]), twice);
  assertEquals(withDeniedAccess(twice, ["a", "b"]).length, 2);
  const text = [stream("NotCapable, NotCapable\n")];
  assertEquals(withDeniedAccess(text, ["a", "b"]), text);
  assertEquals(withDeniedAccess(text, ["a", "b", "c"]).length, 2);
  assertEquals(withDeniedAccess([failed], ["a"]).length, 2);
});

Deno.test("of more than a hundred refusals the number of the rest is told", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `r${i}`);
  const lines = (count: number) => withDeniedAccess([], many(count))[0]!["text"] as string[];
  assertEquals(lines(100).length, 100);
  assertEquals(lines(100).at(-1), "NotCapable: r99\n");
  assertEquals(lines(101).slice(-2), ["NotCapable: r99\n", "NotCapable: and 1 more\n"]);
  assertEquals(lines(103).at(-1), "NotCapable: and 3 more\n");
});
