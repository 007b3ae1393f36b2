import { assertRejects } from "@std/assert";
import { lockNotebook, NotebookBusy } from "../../lib/notebook/notebook_lock.ts";
import { testProject } from "./project.ts";

Deno.test("one run at a time writes into a notebook", async () => {
  await using project = await testProject();
  const [a, b] = [project.path("a.ipynb"), project.path("b.ipynb")];
  {
    using _a = await lockNotebook(a);
    await assertRejects(
      () => lockNotebook(a),
      NotebookBusy,
      "Another process is running this notebook",
    );
    using _b = await lockNotebook(b);
  }
  (await lockNotebook(a))[Symbol.dispose]();
});
