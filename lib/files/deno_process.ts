import { onInterrupt } from "./interrupt.ts";

/** How a program is started, beside its arguments. */
export interface ProcessStart extends Pick<Deno.CommandOptions, "args" | "stdin" | "stderr"> {
  readonly folder: string;
  /** This Deno unless given. */
  readonly program?: string;
  /** All of its environment; this one's, without color and without a look for newer versions, unless given. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A process that ends when this one is interrupted, so that none is left behind. */
export interface TiedProcess {
  readonly child: Deno.ChildProcess;
  /** Ends it at once, if it has not ended. */
  readonly kill: () => void;
  /** It has ended, or is to live on: an interruption leaves it alone. */
  readonly release: () => void;
}

/** Starts a program, whose output is read by who starts it, and which ends when this process is interrupted. */
export function startTied({ folder, program, environment, ...rest }: ProcessStart): TiedProcess {
  const child = new Deno.Command(program ?? Deno.execPath(), {
    ...rest,
    cwd: folder,
    ...(environment === undefined ? {} : { clearEnv: true }),
    env: environment ?? { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdout: "piped",
  }).spawn();
  const kill = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // Ended before.
    }
  };
  return { child, kill, release: onInterrupt(kill) };
}
