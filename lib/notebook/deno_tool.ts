import { refusal } from "../check/mod.ts";
import { startTied } from "../files/deno_process.ts";

/** Thrown when a tool takes longer than it may, or code brings it down. */
export class ToolFailed extends Error {
  override name = "ToolFailed";
}

/** What one of Deno's own tools said. */
export interface ToolOutput {
  readonly success: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a tool is started, where not simply. */
interface ToolStart {
  /** The whole command; this Deno with the arguments unless given. */
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Seconds that it may take. */
  readonly seconds?: number;
}

/** Runs a subcommand of this Deno in `folder`; it ends with the process when that is interrupted. */
export async function runDenoTool(
  args: readonly string[],
  folder: string,
  { command, environment, seconds = Infinity }: ToolStart = {},
): Promise<ToolOutput> {
  const [program = "", ...rest] = command ?? [Deno.execPath(), ...args];
  const { child, kill, release } = startTied({
    program,
    args: rest,
    folder,
    ...(environment === undefined ? {} : { environment }),
    stdin: "null",
    stderr: "piped",
  });
  let late = false;
  const timer = seconds === Infinity ? undefined : setTimeout(() => {
    late = true;
    kill();
  }, seconds * 1000);
  try {
    const { success, stdout, stderr } = await child.output();
    if (late) {
      throw new ToolFailed(refusal({
        task: "look at the notebook",
        where: `deno ${args[0]}`,
        found: `no answer within ${seconds} s`,
        expected: "one",
      }));
    }
    const decoder = new TextDecoder();
    if (/overflowed its stack/.test(decoder.decode(stderr))) {
      throw new ToolFailed(refusal({
        task: "look at the notebook",
        where: `deno ${args[0]}`,
        found: "code that is nested too deep",
        expected: "some thousand levels at most",
      }));
    }
    return { success, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } finally {
    clearTimeout(timer);
    release();
  }
}
