import { onInterrupt } from "../files/interrupt.ts";

/** What one of Deno's own tools said. */
export interface ToolOutput {
  readonly success: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a subcommand of this Deno in `folder`; it ends with the process when that is interrupted. */
export async function runDenoTool(args: readonly string[], folder: string): Promise<ToolOutput> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: folder,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const forget = onInterrupt(() => {
    try {
      child.kill("SIGKILL");
    } catch {
      // Already ended.
    }
  });
  try {
    const { success, stdout, stderr } = await child.output();
    const decoder = new TextDecoder();
    return { success, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } finally {
    forget();
  }
}
