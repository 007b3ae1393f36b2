import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import {
  NotebookEdited,
  partialPath,
  storePartial,
  storeResult,
} from "../../lib/notebook/store_result.ts";

async function inFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    await work(join(folder, "a.ipynb"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("storeResult() replaces the notebook and removes an earlier partial result", () =>
  inFolder(async (path) => {
    await Deno.writeTextFile(path, "before");
    await storePartial("part", path);
    assertEquals(await Deno.readTextFile(partialPath(path)), "part");
    await storeResult("after", path, "before");
    assertEquals(await Deno.readTextFile(path), "after");
    await assertRejects(() => Deno.stat(partialPath(path)), Deno.errors.NotFound);
  }));

Deno.test("storeResult() does not touch a notebook that already says the same", () =>
  inFolder(async (path) => {
    await Deno.writeTextFile(path, "same");
    const day = new Date("2020-01-01T00:00:00Z");
    await Deno.utime(path, day, day);
    await storeResult("same", path, "same");
    assertEquals((await Deno.stat(path)).mtime, day);
  }));

Deno.test("storeResult() leaves an edit alone and keeps the result beside it", () =>
  inFolder(async (path) => {
    await Deno.writeTextFile(path, "edited");
    await assertRejects(
      () => storeResult("after", path, "before"),
      NotebookEdited,
      "Notebook was edited while it ran; the result is in a.partial.ipynb",
    );
    assertEquals(await Deno.readTextFile(path), "edited");
    assertEquals(await Deno.readTextFile(partialPath(path)), "after");
  }));

Deno.test("storePartial() is null where nothing can be written", () =>
  inFolder(async (path) => {
    assertEquals(await storePartial("part", join(path, "b.ipynb")), null);
  }));
