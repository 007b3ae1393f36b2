import { assertEquals } from "@std/assert";
import { TextLineStream } from "../../lib/report/text_lines.ts";

const lines = (...chunks: string[]) =>
  Array.fromAsync(ReadableStream.from(chunks).pipeThrough(new TextLineStream()));

Deno.test("a stream is cut at its line ends, wherever its parts end", async () => {
  assertEquals(await lines("a\nb\n"), ["a", "b"]);
  assertEquals(await lines("a", "b\n", "", "c", "\n\nd\ne", "f\n"), ["ab", "c", "", "d", "ef"]);
  assertEquals(await lines("\n"), [""]);
});

Deno.test("the last line counts when it is ended", async () => {
  assertEquals([await lines("a\nb"), await lines("a"), await lines()], [["a"], [], []]);
});
