import { dirname, join, relative, resolve } from "node:path";
import { type Grants, isInside } from "./grants.ts";
import { hashOfFile } from "../files/hash.ts";
import { firstCell, LAST_CELL, READS_TYPE } from "./hidden_cells.ts";
import { Kernel } from "./kernel.ts";
import type { Message } from "./message.ts";
import { PermissionBroker, realPathOf } from "./permission_broker.ts";
import { projectRoot, stateFolder } from "./project.ts";

const HIDDEN_CELL_MS = 60_000;

/** Files with the SHA-256 of their content, in hex. */
export interface Reads {
  /** By path from the project's root. */
  readonly project: Readonly<Record<string, string>>;
  /** Files elsewhere on this machine, by absolute path. */
  readonly outside: Readonly<Record<string, string>>;
}

function sortedRecord(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

/** Deno's cache, where installed packages lie. */
function cacheFolder(): string {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? "";
  const caches = Deno.build.os === "darwin"
    ? join(home, "Library", "Caches")
    : Deno.env.get("XDG_CACHE_HOME") ?? join(home, ".cache");
  return resolve(Deno.env.get("DENO_DIR") ?? join(caches, "deno"));
}

/** Runs code that is not the notebook's own; throws when it fails. */
async function runHidden(kernel: Kernel, code: string): Promise<Message[]> {
  const messages: Message[] = [];
  const { reply } = await kernel.run(code, {
    counts: false,
    limit: HIDDEN_CELL_MS,
    onOutput: (message) => messages.push(message),
  });
  if (reply.content["status"] !== "ok") {
    const error = messages.find((message) => message.header.msg_type === "error")?.content;
    throw new Error(`Cannot prepare the kernel: ${error?.["ename"]}: ${error?.["evalue"]}`);
  }
  return messages;
}

/** A kernel for one notebook, with its permissions decided: ready for the first cell. */
export class NotebookSession {
  readonly kernel: Kernel;
  readonly #broker: PermissionBroker;
  readonly #root: string;

  private constructor(kernel: Kernel, broker: PermissionBroker, root: string) {
    this.kernel = kernel;
    this.#broker = broker;
    this.#root = realPathOf(root);
  }

  /** Starts a kernel for the notebook at `path`. */
  static async start(
    path: string,
    options: { grants: Grants; memory: number },
  ): Promise<NotebookSession> {
    const root = projectRoot(path);
    const folder = dirname(resolve(path));
    const broker = new PermissionBroker({
      grants: options.grants,
      notebookFolder: folder,
      packages: join(cacheFolder(), "npm"),
    });
    let kernel: Kernel | undefined;
    try {
      kernel = await Kernel.start({
        folder,
        runtimeFolder: join(stateFolder(root), "kernels"),
        memory: options.memory,
        broker: broker.path,
      });
      // A kernel asks for its ports as it starts. One that does not has all rights.
      if (!broker.asked) {
        throw new Error(
          `Deno ${Deno.version.deno} does not ask its permission broker: expected 2.9.6 or later`,
        );
      }
      await runHidden(kernel, firstCell(options.grants));
      broker.starting = false;
      broker.reads.clear();
      broker.takeDenied();
      return new NotebookSession(kernel, broker, root);
    } catch (error) {
      await kernel?.kill();
      broker.close();
      throw error;
    }
  }

  /** What was denied since this was asked last, each in the words of its refusal. */
  takeDenied(): string[] {
    return this.#broker.takeDenied();
  }

  /** What the notebook's cells read so far: by Deno's account and by the loaders' own. */
  async reads(): Promise<Reads> {
    const project = new Map<string, string>();
    const outside = new Map<string, string>();
    const cache = realPathOf(cacheFolder());
    for (const path of this.#broker.reads) {
      // Deno asks for the modules that it loads, too: they are no data.
      if (/\.[cm]?[jt]sx?$/.test(path)) continue;
      const hash = await hashOfFile(path);
      if (hash === null || isInside(path, cache)) continue;
      if (isInside(path, this.#root)) project.set(relative(this.#root, path), hash);
      else outside.set(path, hash);
    }
    for (const { content } of await runHidden(this.kernel, LAST_CELL)) {
      const data = content["data"] as Record<string, unknown> | undefined;
      const said = (data?.[READS_TYPE] ?? {}) as Record<string, string>;
      for (const [name, hash] of Object.entries(said)) project.set(name, hash);
    }
    return { project: sortedRecord(project), outside: sortedRecord(outside) };
  }

  /** Ends the kernel; resolves when it is gone. */
  async end(): Promise<void> {
    await this.kernel.kill();
    this.#broker.close();
  }
}
