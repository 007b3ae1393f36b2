import { dirname, join, resolve } from "node:path";
import type { Barrier } from "./barrier.ts";
import { relativePath } from "../files/relative_path.ts";
import { makeStartFolder } from "./elsewhere.ts";
import { type Grants, isInside } from "./grants.ts";
import { hashOfFile } from "../files/hash.ts";
import { firstCell } from "./hidden_cells.ts";
import { Kernel } from "./kernel.ts";
import type { Message } from "./message.ts";
import { kernelEnvironment } from "./kernel_environment.ts";
import { needsNameServer } from "./net_address.ts";
import { PermissionBroker } from "./permission_broker.ts";
import { isProject, projectRoot, RUNNER_ROOT } from "./project.ts";
import { realPathOf } from "./real_path.ts";
import { cacheFolder, makeCacheLayer, registrySettings } from "./sandbox/deno_folder.ts";
import type { Policy } from "./sandbox/policy.ts";
import { projectPolicy } from "./sandbox/project_policy.ts";
import { RunFolder } from "./sandbox/run_folder.ts";
import {
  behindWall,
  findWall,
  launcherEnvironment,
  removeOrder,
  type Wall,
} from "./sandbox/wall.ts";

const HIDDEN_CELL_MS = 60_000;

/** Files with the SHA-256 of their content, in hex. */
export interface Reads {
  /** By path from the project's root. */
  readonly project: Readonly<Record<string, string>>;
  /** Files elsewhere on this machine, by absolute path. */
  readonly outside: Readonly<Record<string, string>>;
  /** Files that it asked for and was refused: from the project's root, or absolute. */
  readonly refused: readonly string[];
  /** What else it asked for and was refused, each in words: `net access to "host:port"`. */
  readonly denied: readonly string[];
  /** What ran that may have read files which are not listed here. */
  readonly unlisted: readonly Unlisted[];
}

/** What reads files without asking for each: the wall alone holds it. */
export type Unlisted = "native code" | "programs";

function sortedRecord(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => a < b ? -1 : 1));
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

/** How a notebook's kernel is started. */
export interface SessionOptions {
  readonly grants: Grants;
  /** MB of memory that it may use. */
  readonly memory: number;
  /** Whether a machine without a wall runs nothing. */
  readonly requireSandbox?: boolean;
  /** The key that signs the kernel's messages, where Jupyter gave one. */
  readonly key?: string;
}

/** Thrown where a wall is asked for and there is none. */
export class NoSandbox extends Error {
  override name = "NoSandbox";
}

/** A folder for one run in the project at `root`: home, temporary files and cache of its own. */
function makeRunFolder(root: string): RunFolder {
  const folder = new RunFolder();
  const home = join(folder.path, "home");
  Deno.mkdirSync(home);
  Deno.mkdirSync(join(folder.path, "tmp"));
  const projects = isProject(root) ? [RUNNER_ROOT, realPathOf(root)] : [RUNNER_ROOT];
  makeCacheLayer(join(folder.path, "deno"), [...new Set(projects)]);
  const settings = registrySettings();
  if (settings !== "") Deno.writeTextFileSync(join(home, ".npmrc"), settings);
  return folder;
}

/** A kernel for one notebook, behind its wall and with its permissions decided: ready for the first cell. */
export class NotebookSession {
  readonly kernel: Kernel;
  /** The wall that it stands behind. */
  readonly wall: Wall;
  readonly #broker: PermissionBroker;
  readonly #root: string;
  readonly #folder: RunFolder;
  #noted = 0;
  /** What the kernel itself told last. */
  #told: Omit<Barrier, "uncaught"> = { denied: [], loads: 0, unlisted: false };

  private constructor(
    kernel: Kernel,
    wall: Wall,
    broker: PermissionBroker,
    root: string,
    folder: RunFolder,
  ) {
    this.kernel = kernel;
    this.wall = wall;
    this.#broker = broker;
    this.#root = realPathOf(root);
    this.#folder = folder;
  }

  /** Starts a kernel for the notebook at `path`. */
  static async start(path: string, options: SessionOptions): Promise<NotebookSession> {
    const wall = await findWall();
    if (options.requireSandbox && wall.missing !== null) throw new NoSandbox(wall.missing);
    const root = projectRoot(path);
    const { grants, memory } = options;
    for (const folder of grants.folders) Deno.mkdirSync(folder, { recursive: true });
    const folder = makeRunFolder(root);
    const environment = kernelEnvironment({
      memory,
      broker: join(folder.path, "broker"),
      namesByTcp: grants.addresses.some(needsNameServer),
      runFolder: folder.path,
    });
    const policy = (ports: readonly number[]): Policy =>
      projectPolicy({ notebook: path, grants, runFolder: folder.path, ports, memory, environment });
    const broker = new PermissionBroker({
      grants,
      notebookFolder: dirname(resolve(path)),
      packages: join(cacheFolder(), "npm"),
      readable: [...policy([]).read, ...policy([]).write, Deno.execPath()],
      root: realPathOf(root),
      folder: folder.path,
    });
    const home = dirname(resolve(path));
    const start = isProject(root) ? null : join(folder.path, "deno", "start");
    let kernel: Kernel | undefined;
    try {
      if (start !== null) makeStartFolder(start, home);
      kernel = await Kernel.start({
        folder: start ?? home,
        runFolder: folder,
        ...(options.key === undefined ? {} : { key: options.key }),
        environment: launcherEnvironment(wall, environment),
        command: (connection, file) => {
          const { shell_port, iopub_port, stdin_port, control_port, hb_port } = connection;
          const ports = [shell_port, iopub_port, stdin_port, control_port, hb_port];
          const kernel = [Deno.execPath(), "jupyter", "--kernel", "--conn", file];
          return behindWall(wall, policy(ports), kernel, folder.path);
        },
      });
      removeOrder(folder.path);
      // A kernel asks for its ports as it starts. One that does not has all rights.
      if (!broker.asked) {
        throw new Error(
          `Cannot start a kernel: Deno: found ${Deno.version.deno}, which does not ask its permission broker, expected 2.9.6 or later`,
        );
      }
      const filtered = wall.kind === "landlock" || wall.kind === "bubblewrap";
      await runHidden(
        kernel,
        firstCell(
          grants,
          kernel.barrier,
          filtered ? policy([]).openings : null,
          start === null ? null : home,
        ),
      );
      broker.starting = false;
      broker.reads.clear();
      broker.refused.clear();
      broker.takeDenied();
      return new NotebookSession(kernel, wall, broker, root, folder);
    } catch (error) {
      await kernel?.kill();
      broker.close();
      folder.remove();
      throw error;
    }
  }

  /** The folder of this run alone. */
  get folder(): string {
    return this.#folder.path;
  }

  /** What was denied since this was asked last, each in the words of its refusal. */
  takeDenied(): string[] {
    return this.#broker.takeDenied();
  }

  /** Takes in what the kernel tells behind a cell: what nobody caught and was not told before. */
  newUncaught({ uncaught, ...told }: Barrier): readonly string[] {
    this.#told = told;
    const fresh = uncaught.slice(this.#noted);
    this.#noted = uncaught.length;
    return fresh;
  }

  /** What the notebook's cells read so far, and what they were refused. */
  async reads(): Promise<Reads> {
    const project = new Map<string, string>();
    const outside = new Map<string, string>();
    const places = [cacheFolder(), this.#folder.path].map(realPathOf);
    for (const path of this.#broker.reads) {
      // Deno asks for the modules that it loads, too: they are no data.
      if (/\.[cm]?[jt]sx?$/.test(path)) continue;
      const hash = await hashOfFile(path);
      if (hash === null || places.some((place) => isInside(path, place))) continue;
      if (isInside(path, this.#root)) project.set(relativePath(this.#root, path), hash);
      else outside.set(path, hash);
    }
    const named = (path: string) =>
      isInside(path, this.#root) ? relativePath(this.#root, path) || "." : path;
    return {
      project: sortedRecord(project),
      outside: sortedRecord(outside),
      refused: [...new Set([...this.#broker.refused].map(named))].sort(),
      denied: [...new Set([...this.#broker.others, ...this.#told.denied])].sort(),
      unlisted: [
        // Each load that is watched is asked for once: one more came by another door.
        ...(this.#told.unlisted || this.#broker.loads > this.#told.loads
          ? ["native code" as const]
          : []),
        ...(this.#broker.programs ? ["programs" as const] : []),
      ],
    };
  }

  /** Ends the kernel; resolves when it and its folder are gone. */
  async end(): Promise<void> {
    await this.kernel.kill();
    this.#broker.close();
    this.#folder.remove();
  }
}
