import { runDenoTool, type ToolOutput } from "./deno_tool.ts";
import type { NotebookCopies } from "./notebook_copies.ts";
import { toolPolicy } from "./sandbox/project_policy.ts";
import { RunFolder } from "./sandbox/run_folder.ts";
import { behindWall, findWall, launcherEnvironment } from "./sandbox/wall.ts";

const MEGABYTES = 2048;
/** For one notebook, and more for each further one: the machine may be busy. */
const SECONDS = 180;
const SECONDS_MORE = 10;

/**
 * Runs a subcommand of Deno on copies of notebooks, behind the same wall as a kernel. It runs no
 * cell, but reads what the cells name as modules, and its messages quote what it read.
 *
 * @param remote Whether it may fetch modules.
 */
export async function runWalledTool(
  args: readonly string[],
  copies: NotebookCopies,
  remote: boolean,
): Promise<ToolOutput> {
  const wall = await findWall();
  const run = new RunFolder();
  try {
    const policy = toolPolicy({
      notebooks: copies.paths,
      copies: copies.folder,
      reads: copies.reads,
      runFolder: run.path,
      remote,
      memory: MEGABYTES,
    });
    return await runDenoTool(args, copies.folder, {
      command: behindWall(wall, policy, [Deno.execPath(), ...args], run.path),
      environment: launcherEnvironment(wall, policy.environment),
      seconds: SECONDS + SECONDS_MORE * (copies.paths.length - 1),
    });
  } finally {
    run.remove();
  }
}
