import { type ExecuteOptions, startSession } from "./execute.ts";
import type { NotebookSession } from "./session.ts";

type SessionOptions = Pick<ExecuteOptions, "allow" | "memory" | "requireSandbox">;

/** Kernels for the notebooks that will run, each started a little before its turn. */
export class SessionQueue {
  readonly #paths: readonly string[];
  readonly #options: SessionOptions;
  /** In the order of the notebooks; null once ended, so that nothing keeps it. */
  readonly #started: Array<Promise<NotebookSession> | null> = [];

  constructor(paths: readonly string[], options: SessionOptions) {
    this.#paths = paths;
    this.#options = options;
  }

  /** Starts kernels until `count` have been started. */
  startUpTo(count: number): void {
    for (const path of this.#paths.slice(this.#started.length, count)) {
      const session = startSession(path, this.#options);
      // Its failure is met where the session is used.
      session.catch(() => {});
      this.#started.push(session);
    }
  }

  /** The kernel for the notebook at `index`, started now if it was not before. */
  take(index: number): Promise<NotebookSession> {
    this.startUpTo(index + 1);
    const session = this.#started[index];
    if (!session) {
      throw new RangeError(
        `Cannot take a kernel: found none at ${index}, expected one of ${this.#started.length}`,
      );
    }
    return session;
  }

  /** Ends the kernel for the notebook at `index`, if it was started. */
  async discard(index: number): Promise<void> {
    const session = this.#started[index];
    if (session) this.#started[index] = null;
    await session?.then((session) => session.end(), () => {});
  }

  /** Ends all. */
  async discardAll(): Promise<void> {
    for (const index of this.#started.keys()) await this.discard(index);
  }
}
