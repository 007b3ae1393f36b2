import { join } from "node:path";
import type { Connection } from "./connection.ts";
import { onInterrupt } from "../files/interrupt.ts";
import { kernelEnvironment } from "./kernel_environment.ts";

/** How many of the last bytes that a kernel wrote to its own error stream are kept. */
const TAIL = 4000;

/** How a kernel ended. */
export interface KernelExit {
  readonly code: number;
  readonly signal: string | null;
  /** The end of what it wrote to its own error stream. */
  readonly stderr: string;
}

/** A Deno kernel's process and its connection file, both gone after `kill()` or an interruption. */
export class KernelProcess {
  readonly pid: number;
  /** Resolves when the process has ended, whatever the cause. */
  readonly exit: Promise<KernelExit>;
  readonly #child: Deno.ChildProcess;
  readonly #connectionFile: string;
  readonly #forget: () => void;

  private constructor(child: Deno.ChildProcess, connectionFile: string) {
    this.#child = child;
    this.pid = child.pid;
    this.#connectionFile = connectionFile;
    this.#forget = onInterrupt(() => this.kill());
    this.exit = this.#awaitExit();
  }

  /** Starts a kernel in `folder`; its connection file lies in `runtimeFolder` while it lives. */
  static async start(
    connection: Connection,
    options: { folder: string; runtimeFolder: string; memory: number; broker: string },
  ): Promise<KernelProcess> {
    await Deno.mkdir(options.runtimeFolder, { recursive: true });
    const file = join(options.runtimeFolder, `kernel-${crypto.randomUUID()}.json`);
    await Deno.writeTextFile(file, JSON.stringify(connection), { mode: 0o600 });
    try {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["jupyter", "--kernel", "--conn", file],
        cwd: options.folder,
        clearEnv: true,
        env: kernelEnvironment(options),
        stdin: "null",
        stdout: "null",
        stderr: "piped",
      }).spawn();
      return new KernelProcess(child, file);
    } catch (error) {
      await Deno.remove(file).catch(() => {});
      throw error;
    }
  }

  async #awaitExit(): Promise<KernelExit> {
    let stderr = "";
    const reading = (async () => {
      for await (const text of this.#child.stderr.pipeThrough(new TextDecoderStream())) {
        stderr = (stderr + text).slice(-TAIL);
      }
    })().catch(() => {});
    const status = await this.#child.status;
    await reading;
    this.#forget();
    this.#removeConnectionFile();
    return { code: status.code, signal: status.signal, stderr };
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
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // Already ended.
    }
    this.#removeConnectionFile();
  }
}
