/** Notebooks that are folders or no text, beside one that runs. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { testProject } from "./project.ts";

Deno.test("runNotebooks() goes on where a notebook is a folder or no text", async () => {
  await using project = await testProject();
  await Deno.mkdir(project.path("folder.ipynb"));
  await Deno.writeFile(project.path("bytes.ipynb"), new Uint8Array([0xff]));
  const good = await project.notebook("good.ipynb", ["1 + 1"]);
  const runs = await runNotebooks(
    [join(project.root, "folder.ipynb"), project.path("bytes.ipynb"), good],
    { check: false },
  );
  assertEquals(runs.map(({ failure }) => failure), [
    "Cannot read folder.ipynb: the file: found a folder, expected a notebook",
    "Cannot read bytes.ipynb: line 1: found bytes that are no UTF-8, expected text",
    null,
  ]);
});
