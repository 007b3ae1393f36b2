import { join } from "node:path";
import type { Connection } from "./connection.ts";
import { onInterrupt } from "../files/interrupt.ts";
import type { RunFolder } from "./sandbox/run_folder.ts";

/** How many of the last bytes that a kernel wrote to its own error stream are kept. */
const TAIL = 4000;

/** How a kernel ended. */
export interface KernelExit {
  readonly code: number;
  readonly signal: string | null;
  /** The end of what it wrote to its own error stream. */
  readonly stderr: string;
}

/** How a kernel's process is started. */
export interface LaunchOptions {
  /** The folder in which it runs: imports and relative paths start there. */
  readonly folder: string;
  readonly runFolder: RunFolder;
  /** The key that signs its messages, where another is to talk to it; a new one unless given. */
  readonly key?: string;
  /** The command that starts it, for a connection and the file that holds it. */
  readonly command: (connection: Connection, file: string) => readonly string[];
  /** The environment of that command. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A Deno kernel's process and its connection file, both gone after `kill()` or an interruption. */
export class KernelProcess {
  readonly pid: number;
  /** Resolves when the process has ended, whatever the cause. */
  readonly exit: Promise<KernelExit>;
  readonly #child: Deno.ChildProcess;
  readonly #connectionFile: string;
  readonly #runFolder: RunFolder;
  readonly #forget: () => void;

  private constructor(child: Deno.ChildProcess, connectionFile: string, runFolder: RunFolder) {
    this.#child = child;
    this.#runFolder = runFolder;
    this.pid = child.pid;
    this.#connectionFile = connectionFile;
    this.#forget = onInterrupt(() => this.kill());
    this.exit = this.#awaitExit();
  }

  /** Starts a kernel in `folder`, behind the wall; its connection file lies in `runFolder`. */
  static async start(connection: Connection, options: LaunchOptions): Promise<KernelProcess> {
    const file = join(options.runFolder.path, `connection-${crypto.randomUUID()}.json`);
    await Deno.writeTextFile(file, JSON.stringify(connection), { mode: 0o600 });
    const [program = "", ...args] = options.command(connection, file);
    const child = new Deno.Command(program, {
      args,
      cwd: options.folder,
      clearEnv: true,
      env: options.environment,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    options.runFolder.started(child.pid);
    return new KernelProcess(child, file, options.runFolder);
  }

  async #awaitExit(): Promise<KernelExit> {
    let stderr = "";
    const reading = (async () => {
      for await (const text of this.#child.stderr.pipeThrough(new TextDecoderStream())) {
        stderr = (stderr + text).slice(-TAIL);
      }
    })().catch(() => {});
    const status = await this.#child.status;
    this.#endGroup();
    await reading;
    this.#forget();
    this.#runFolder.ended(this.pid);
    this.#removeConnectionFile();
    return { code: status.code, signal: status.signal, stderr };
  }

  /** Removes the file that holds the key: the kernel has read it, and no cell needs it. */
  started(): void {
    this.#removeConnectionFile();
  }

  /** Ends what the kernel itself started: all of it is in the kernel's own process group. */
  #endGroup(): void {
    try {
      Deno.kill(-this.pid, "SIGKILL");
    } catch {
      // Nothing is left of it.
    }
  }

  #removeConnectionFile(): void {
    try {
      Deno.removeSync(this.#connectionFile);
    } catch {
      // Already removed.
    }
  }

  /** Ends the process at once. */
  kill(): void {
    this.#endGroup();
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // Already ended.
    }
    this.#removeConnectionFile();
  }
}
