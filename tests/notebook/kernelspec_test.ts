import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { writeKernelspec } from "../../lib/notebook/kernelspec.ts";
import { RUNNER_ROOT } from "../../lib/notebook/project.ts";
import { testProject } from "./project.ts";

Deno.test("Jupyter's kernelspec starts the kernel behind its wall, with the displays' environment", async () => {
  await using project = await testProject();
  const folder = await writeKernelspec(project.root);
  assertEquals(folder, project.path(".tallybook/jupyter"));
  const { argv, env, ...rest } = JSON.parse(
    Deno.readTextFileSync(join(folder, "kernels/deno/kernel.json")),
  );
  assertEquals(argv, [
    Deno.execPath(),
    "run",
    "-A",
    join(RUNNER_ROOT, "lib/cli.ts"),
    "kernel",
    "{connection_file}",
  ]);
  assertEquals(env, { TZ: "UTC", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8", NO_COLOR: "1" });
  assertEquals(rest, { display_name: "Deno", language: "typescript", interrupt_mode: "message" });
});
