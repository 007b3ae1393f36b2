import { resolve } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { isRefusal, reasonOfRefusal } from "./candidate.ts";
import { executeOn, startSession } from "./execute.ts";
import { executed, type NotebookRun, notStarted } from "./notebook_run.ts";
import { projectRoot } from "./project.ts";
import type { NotebookSession } from "./session.ts";

/** Thrown by a run that was stopped because its notebook changed. */
export class Superseded extends Error {
  override name = "Superseded";
}

/**
 * Runs one notebook again and again and leaves its file alone, each time from its first cell on a
 * fresh kernel, the next of which is started ahead of need. The types are not checked.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ReadyRunner } from "./mod.ts";
 *
 * const runner = new ReadyRunner("none.ipynb");
 * assertEquals((await runner.run("saved")).failure, "Cannot find none.ipynb");
 * await runner.close();
 * ```
 */
export class ReadyRunner {
  readonly #path: string;
  readonly #name: string;
  #next: Promise<NotebookSession> | null = null;
  #running: AbortController | null = null;
  #closed = false;

  constructor(path: string) {
    this.#path = path;
    this.#name = relativePath(projectRoot(path), resolve(path));
    this.#prepare();
  }

  #prepare(): void {
    if (this.#closed) return;
    this.#next ??= startSession(this.#path);
    // Its failure is met where the session is used.
    this.#next.catch(() => {});
  }

  #take(): Promise<NotebookSession> {
    this.#prepare();
    const session = this.#next ?? startSession(this.#path);
    this.#next = null;
    return session;
  }

  /**
   * Runs the notebook as its file is now; `reason` is what the result says. A run that goes on
   * meanwhile is stopped and rejects with `Superseded`.
   */
  async run(reason: string): Promise<NotebookRun> {
    this.#running?.abort(new Superseded("The notebook was saved again"));
    const running = this.#running = new AbortController();
    try {
      const { signal } = running;
      return executed(
        this.#name,
        reason,
        await executeOn(() => this.#take(), this.#path, { out: null, signal }),
      );
    } catch (error) {
      if (error instanceof Superseded) throw error;
      const message = isRefusal(error) ? reasonOfRefusal(error, this.#name) : String(error);
      return notStarted(this.#path, this.#name, reason, message, { notebook: null, text: "" });
    } finally {
      if (this.#running === running) this.#running = null;
      this.#prepare();
    }
  }

  /** Ends what runs and the kernel that waits. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#running?.abort(new Superseded("The runner was closed"));
    await this.#next?.then((session) => session.end(), () => {});
  }
}
