import { assertEquals } from "@std/assert";
import { BARRIER_TYPE, barrierCode, barrierName, barrierOf } from "../../lib/notebook/barrier.ts";
import type { Message } from "../../lib/notebook/message.ts";

Deno.test("a barrier tells what its token's message carries, and no other message", () => {
  const name = barrierName();
  assertEquals([/^tallybook_\w{36}$/.test(name), name === barrierName()], [true, false]);
  assertEquals(barrierCode("f", 'a"b'), 'f("a\\"b")');
  const mark = { token: "t", uncaught: '["a","b"]', denied: '["c"]', loads: 3, unlisted: true };
  const message = (content: Record<string, unknown>) => ({ content }) as unknown as Message;
  assertEquals(barrierOf(message({ data: { [BARRIER_TYPE]: mark } }), "t"), {
    uncaught: ["a", "b"],
    denied: ["c"],
    loads: 3,
    unlisted: true,
  });
  assertEquals(barrierOf(message({ data: { [BARRIER_TYPE]: mark } }), "u"), undefined);
  assertEquals(barrierOf(message({ data: { "text/plain": "t" } }), "t"), undefined);
  assertEquals(barrierOf(message({}), "t"), undefined);
});
