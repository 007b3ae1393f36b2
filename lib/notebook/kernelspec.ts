import { join } from "node:path";
import { writeAtomically } from "../files/atomic_write.ts";
import { DISPLAY_ENVIRONMENT } from "./kernel_environment.ts";
import { RUNNER_ROOT, stateFolder } from "./project.ts";

const CLI = join(RUNNER_ROOT, "lib", "cli.ts");

/**
 * Writes a kernelspec for this Deno into the project's state folder and resolves
 * to the folder that belongs on `JUPYTER_PATH`. It goes by the name that Deno's
 * own installation uses, so that a notebook saved with it names no machine.
 */
export async function writeKernelspec(root: string): Promise<string> {
  const folder = join(stateFolder(root), "jupyter");
  const spec = join(folder, "kernels", "deno");
  await Deno.mkdir(spec, { recursive: true });
  await writeAtomically(
    join(spec, "kernel.json"),
    JSON.stringify(
      {
        // The kernel behind its wall, as in a run.
        argv: [Deno.execPath(), "run", "-A", CLI, "kernel", "{connection_file}"],
        display_name: "Deno",
        language: "typescript",
        interrupt_mode: "message",
        // What makes a cell's output the same here as in a run of the task.
        env: DISPLAY_ENVIRONMENT,
      },
      null,
      1,
    ) + "\n",
  );
  return folder;
}
