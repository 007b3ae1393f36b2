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

Deno.test("a kernel that could not be started is told to who takes it, however late, and to nobody else", async () => {
  const folder = await Deno.makeTempDir();
  // No folder stands there, in which a kernel could start.
  const queue = new SessionQueue([`${folder}/gone/a.ipynb`], {});
  queue.startUpTo(1);
  // Were its failure nobody's until then, it would end the whole run.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await assertRejects(async () => await queue.take(0));
  await queue.discardAll();
  await Deno.remove(folder, { recursive: true });
});
