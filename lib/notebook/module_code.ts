import { dirname, join } from "node:path";
import type ts from "typescript";
import { writeAtomically } from "../files/atomic_write.ts";
import { sha256 } from "../files/hash.ts";
import { emitModule, type EmittedModule } from "./emitted_module.ts";
import { RUNNER_ROOT, stateFolder } from "./project.ts";

/** What is remembered of modules, by the SHA-256 of their file. */
type Known = Record<string, EmittedModule>;

/** So many are remembered; with more, those of this process alone. */
const MOST = 4000;

/** Raised with the form of what is remembered. */
const FORM = 1;

/**
 * What the compiler emits for modules. A file that was seen before, by whichever process, is not
 * compiled again, so that the compiler is loaded only where a file is new.
 */
export class ModuleCode {
  readonly #path = join(stateFolder(RUNNER_ROOT), `code-${FORM}.json`);
  readonly #known: Promise<Known>;
  readonly #used: Known = {};
  readonly #read = new Map<string, Promise<EmittedModule | null>>();
  #compiler: Promise<typeof ts> | undefined;
  #more = false;

  constructor() {
    this.#known = Deno.readTextFile(this.#path).then(JSON.parse).catch(() => ({}));
  }

  /** What the module at `path` emits; null when there is no such file. Each is read once. */
  read(path: string): Promise<EmittedModule | null> {
    const read = this.#read.get(path) ?? this.#emitted(path);
    this.#read.set(path, read);
    return read;
  }

  /** The hash of what the module at `path` emits; null when there is no such file. */
  readonly hash = async (path: string): Promise<string | null> =>
    (await this.read(path))?.hash ?? null;

  async #emitted(path: string): Promise<EmittedModule | null> {
    const bytes = await Deno.readFile(path).catch(() => null);
    if (bytes === null) return null;
    const content = sha256(bytes);
    const known = (await this.#known)[content];
    if (known !== undefined) return this.#used[content] = known;
    if (!/\.[cm]?[jt]sx?$/.test(path)) {
      // A text or a table that is imported as it stands.
      return { hash: content, imports: [], handsOn: [], onlyHandsOn: false, onlyDeclares: true };
    }
    this.#more = true;
    const text = new TextDecoder().decode(bytes);
    return this.#used[content] = emitModule(path, text, await this.compiler());
  }

  /** The compiler, loaded once. */
  readonly compiler = (): Promise<typeof ts> =>
    this.#compiler ??= import("typescript").then((module) => module.default);

  /** Keeps what was compiled for the next process; where that cannot be written, it is compiled again. */
  async keep(): Promise<void> {
    if (!this.#more) return;
    this.#more = false;
    const all = { ...await this.#known, ...this.#used };
    const kept = Object.keys(all).length > MOST ? this.#used : all;
    try {
      await Deno.mkdir(dirname(this.#path), { recursive: true });
      await writeAtomically(this.#path, JSON.stringify(kept));
    } catch {
      // A folder that is not ours.
    }
  }
}
