import { assertRejects, assertStringIncludes } from "@std/assert";
import { SessionQueue } from "../../lib/notebook/session_queue.ts";

Deno.test("a queue has a kernel for each of its notebooks, and for no other", async () => {
  const queue = new SessionQueue([], {});
  queue.startUpTo(2);
  const error = await assertRejects(async () => await queue.take(0), RangeError);
  assertStringIncludes(error.message, "found none at 0");
  await queue.discard(0);
  await queue.discardAll();
});
