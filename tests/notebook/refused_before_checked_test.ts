/** A notebook that is refused before the check of its types has found a fault in it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { testProject } from "./project.ts";

Deno.test("a refused parameter is what a run says, and a fault of types found later harms nobody", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    { code: "const year = 2016;", tags: ["parameters"] },
    'const wrong: number = "x";',
  ]);
  const [run] = await runNotebooks([path], { parameters: { yaer: 2020 } });
  assertEquals(run!.status, "failed");
  assertStringIncludes(run!.failure!, '"yaer"');
  const [faulty] = await runNotebooks([path], {});
  assertStringIncludes(faulty!.failure!, "TS2322");
});
