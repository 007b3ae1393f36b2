/** A module that was written after a run began: nobody knows which of its states the run met. */
import { assertEquals } from "@std/assert";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { testProject } from "./project.ts";

Deno.test("a run whose module was written meanwhile keeps no record, nor the one of a run before", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ['import { one } from "./m.ts";\none;']);
  const module = await project.write("m.ts", "export const one: number = 1;\n");
  const reason = async () => (await runNotebooks([path], {}))[0]!.reason;
  assertEquals([await reason(), await reason()], ["not run here before", "unchanged"]);
  await Deno.writeTextFile(module, "export const one: number = 2;\n");
  const later = new Date(Date.now() + 3_600_000);
  await Deno.utime(module, later, later);
  assertEquals(await reason(), "m.ts changed");
  assertEquals(await reason(), "not run here before");
  const before = new Date(Date.now() - 3_600_000);
  await Deno.utime(module, before, before);
  assertEquals([await reason(), await reason()], ["not run here before", "unchanged"]);
});
