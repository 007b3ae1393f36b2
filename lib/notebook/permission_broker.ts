import { join, relative, resolve, sep } from "node:path";
import { type AccessRequest, type Grants, isGranted, isInside } from "./grants.ts";
import { onInterrupt } from "../files/interrupt.ts";
import { parseNetAddress } from "./net_address.ts";
import { realPathOf } from "./real_path.ts";

/** The folder in which a process works, or `fallback` where the system does not tell. */
function workingFolder(pid: number, fallback: string): string {
  try {
    return Deno.readLinkSync(`/proc/${pid}/cwd`);
  } catch {
    return fallback;
  }
}

/** Bytes of the longest question: a path has at most 4,096. */
const LONGEST_QUESTION = 1 << 20;
/** Paths and refusals that are kept; a notebook may ask without end. */
const MOST_KEPT = 10_000;

/** Whether `path` would lie in `root` and nothing of its first name is there: no secret is told. */
function isMissing(path: string, root: string): boolean {
  if (!isInside(path, root)) return false;
  const [first = ""] = relative(root, path).split(sep);
  try {
    Deno.lstatSync(join(root, first));
    return false;
  } catch (error) {
    return error instanceof Deno.errors.NotFound;
  }
}

/** Letters of what was asked for that are kept: a path has fewer. */
const LONGEST_SHOWN = 4096;

const cut = (value: string) =>
  value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;

/** What was refused, by its words; everything of a kind only where no one thing of it was named. */
function withoutVague(refused: ReadonlyMap<string, AccessRequest>): string[] {
  const all = [...refused];
  const named = new Set(
    all.filter(([, { value }]) => value !== null).map(([, { permission }]) => permission),
  );
  return all.filter(([, it]) => it.value !== null || !named.has(it.permission))
    .map(([words]) => words);
}

/** What a broker goes by. */
export interface BrokerOptions {
  readonly grants: Grants;
  /** The folder in which the notebook's relative paths start. */
  readonly notebookFolder: string;
  /** The folder of the installed packages. */
  readonly packages: string;
  /** The places that the wall leaves open for reading, free of symbolic links. */
  readonly readable: readonly string[];
  /** The project's folder, whose entries are such places: what is not there may be asked for. */
  readonly root: string;
  /** Where its socket lies: a path of at most about 100 bytes. */
  readonly folder: string;
}

/**
 * Answers a kernel's questions whether it may: Deno asks its permission broker,
 * a process of the caller's, before each access, and what the kernel itself
 * was started with does not count. A refusal is thrown in the cell as
 * `NotCapable`.
 */
export class PermissionBroker {
  /** The socket on which it answers. */
  readonly path: string;
  /** Every path that was opened for reading. */
  readonly reads = new Set<string>();
  /** Every path that was asked for and refused. */
  readonly refused = new Set<string>();
  /** How often native code was loaded, by whatever door. */
  loads = 0;
  /** Whether a program was started. */
  programs = false;
  /** Whether the kernel asked at all. */
  asked = false;
  /** Until the notebook's own cells start, the kernel may listen, go to its folder and close its doors. */
  starting = true;

  /** What else was asked for and refused, by what a reader is told of it. */
  readonly #others = new Map<string, AccessRequest>();
  /** By their reasons, so that one asked for a thousand times is one. */
  #denied = new Map<string, AccessRequest>();
  readonly #listener: Deno.UnixListener;
  readonly #forget: () => void;
  readonly #options: BrokerOptions;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.path = join(options.folder, "broker");
    this.#listener = Deno.listen({ transport: "unix", path: this.path });
    this.#forget = onInterrupt(() => this.close());
    this.#accept().catch(() => {});
  }

  async #accept(): Promise<void> {
    for await (const connection of this.#listener) this.#serve(connection).catch(() => {});
  }

  async #serve(connection: Deno.UnixConn): Promise<void> {
    using _ = connection;
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const chunk = new Uint8Array(1 << 14);
    let text = "";
    for (;;) {
      const read = await connection.read(chunk);
      if (read === null) return;
      text += decoder.decode(chunk.subarray(0, read), { stream: true });
      const lines = text.split("\n");
      text = lines.pop() ?? "";
      if (text.length > LONGEST_QUESTION) return;
      for (const line of lines) {
        const answer = encoder.encode(this.#answer(JSON.parse(line)) + "\n");
        for (let sent = 0; sent < answer.length;) {
          sent += await connection.write(answer.subarray(sent));
        }
      }
    }
  }

  #answer(request: AccessRequest & { id: number; pid: number }): string {
    const { id, pid, permission, value } = request;
    if (typeof permission !== "string" || value !== null && typeof value !== "string") {
      throw new TypeError(
        "Cannot answer the kernel: a question: found another form, expected that of Deno's broker",
      );
    }
    this.asked = true;
    const locate = (path: string) =>
      realPathOf(resolve(workingFolder(pid, this.#options.notebookFolder), path));
    const preparing = permission === "net" || permission === "ffi" ||
      permission === "read" && value === this.#options.notebookFolder;
    const allowed = this.starting && preparing ||
      isGranted(request, this.#options.grants, { ...this.#options, locate }) ||
      permission === "read" && value !== null && isMissing(locate(value), this.#options.root);
    if (permission === "read" && value !== null) {
      const paths = allowed ? this.reads : this.refused;
      if (paths.size < MOST_KEPT) paths.add(cut(locate(value)));
    }
    if (allowed) {
      if (!this.starting && permission === "ffi") this.loads++;
      if (!this.starting && permission === "run") this.programs = true;
      return JSON.stringify({ id, result: "allow" });
    }
    const shown = value === null ? null : JSON.stringify(cut(value));
    const what = shown === null ? permission : `${permission} access to ${shown}`;
    const hint = permission === "net" && value !== null && parseNetAddress(value) !== null
      ? `net=${value}`
      : { write: "write=FOLDER", read: "read=PATH" }[permission] ?? permission;
    const reason = `Notebook has no ${what}: run it with --allow=${hint} to give it`;
    if (this.#denied.size < MOST_KEPT) this.#denied.set(reason, { permission, value });
    if (!this.starting && permission !== "read" && this.#others.size < MOST_KEPT) {
      this.#others.set(shown === null ? `${permission} access` : what, { permission, value });
    }
    return JSON.stringify({ id, result: "deny", reason });
  }

  /**
   * What was denied since this was asked last, each in the words of its refusal. Where Deno asks
   * for everything of a kind before it asks for the one thing, only the second is an access.
   */
  takeDenied(): string[] {
    const denied = withoutVague(this.#denied);
    this.#denied.clear();
    return denied;
  }

  /** Everything but reading that was refused, each as `net access to "host:port"`. */
  get others(): string[] {
    return withoutVague(this.#others);
  }

  /** Stops answering and removes the socket. */
  close(): void {
    this.#forget();
    try {
      this.#listener.close();
    } catch {
      // Closed before.
    }
    try {
      Deno.removeSync(this.path);
    } catch {
      // Removed before.
    }
  }
}
