/**
 * Pages as runs of notebooks gave them, kept beside the project by all that such a run rests on: a test
 * that reads a page runs its notebook only where something of that changed, or was never run here.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Figure } from "../../lib/chart/figure.ts";
import { writeAtomically } from "../../lib/files/atomic_write.ts";
import { sha256 } from "../../lib/files/hash.ts";
import { relativePath } from "../../lib/files/relative_path.ts";
import { ModuleCode } from "../../lib/notebook/module_code.ts";
import { neededModules } from "../../lib/notebook/needed_modules.ts";
import { hashFolder } from "../../lib/report/hash_folder.ts";
import { listening } from "./listening.ts";
import { loadModule, type RunnableNotebook, writeNotebookModule } from "./notebook_module.ts";
import { pageOf, type Piece } from "./page.ts";
import { type Fault, pageFaults } from "./page_faults.ts";

/** A page of one run. */
export interface KeptPage {
  readonly pieces: readonly KeptPiece[];
  /** What it said on the console, which no page should, and what cannot be right in its pieces. */
  readonly faults: readonly Fault[];
}

/** One piece of it. */
export interface KeptPiece extends Pick<Piece, "cell" | "kind" | "text"> {
  /** Of a figure: its drawing, where the run had the notebook's own parameters. */
  readonly drawing?: string;
}

/** What a run gives, beside the parameters that it was given. */
type Given = Readonly<Record<string, unknown>>;

/** What of a project all its notebooks rest on. */
class Ground {
  readonly #root: string;
  readonly #code = new ModuleCode();
  readonly #common: Promise<readonly [text: string, imports: Readonly<Record<string, string>>]>;
  #late = false;

  constructor(root: string) {
    this.#root = root;
    this.#common = this.#readCommon();
  }

  async #readCommon() {
    const [config, lock, tables] = await Promise.all([
      Deno.readTextFile(join(this.#root, "deno.json")),
      Deno.readTextFile(join(this.#root, "deno.lock")),
      hashFolder(join(this.#root, "data")),
    ]);
    for (const path of Object.keys(tables)) await this.#look(join(this.#root, "data", path));
    const { imports = {} } = JSON.parse(config);
    // Packages are pinned by the lock; of some each machine has its own native code.
    const text = JSON.stringify([Deno.version, Deno.build.target, config, lock, tables]);
    return [text, imports] as const;
  }

  /** A file that was written since this process began may be another one than what it has loaded. */
  async #look(path: string): Promise<void> {
    const { mtime } = await Deno.stat(path);
    if ((mtime?.getTime() ?? Infinity) > performance.timeOrigin) this.#late = true;
  }

  /**
   * All that the runs of these modules rest on, as one hash; null where that can't be told, since
   * something was written while this process ran.
   *
   * @param own A module made by this process.
   */
  async hash(own: string, others: readonly string[]): Promise<string | null> {
    const [common, imports] = await this.#common;
    const project = pathToFileURL(`${this.#root}/`).href;
    const lookup = {
      read: (url: string) => this.#code.read(fileURLToPath(url)),
      resolve: (url: string, from: string) => {
        if (/^(?:\.\.?\/|file:)/.test(from)) return new URL(from, url).href;
        const target = imports[from];
        return target?.startsWith("./") ? new URL(target, project).href : undefined;
      },
    };
    const hashes = new Map([["", await this.#code.hash(own) ?? ""]]);
    for (const start of [own, ...others]) {
      const url = pathToFileURL(start).href;
      for (const needed of [...start === own ? [] : [url], ...await neededModules(url, lookup)]) {
        const path = fileURLToPath(needed);
        await this.#look(path);
        // By its path in the project, so that a copy of the project finds what was kept.
        hashes.set(relativePath(this.#root, path), await this.#code.hash(path) ?? "");
      }
    }
    await this.#code.keep();
    return this.#late ? null : sha256(JSON.stringify([common, [...hashes].sort()]));
  }
}

/** The runs of one notebook that are kept; of another ground, none. */
interface Runs {
  readonly ground: string;
  readonly pages: Readonly<Record<string, KeptPage>>;
}

async function readRuns(file: string, ground: string): Promise<Runs> {
  const none = { ground, pages: {} };
  try {
    const kept: Runs = JSON.parse(await Deno.readTextFile(file));
    return kept.ground === ground ? kept : none;
  } catch {
    // None, or one that can't be read: the notebook runs.
    return none;
  }
}

/** One notebook, loaded only where it has to run. */
interface Opened {
  readonly parameters: RunnableNotebook["parameters"];
  readonly runs: Runs | null;
  readonly load: () => Promise<RunnableNotebook>;
  readonly file: string;
}

/** The pages of a project's notebooks under parameters. */
export class KeptPages {
  readonly #root: string;
  readonly #ground: Ground;
  readonly #opened = new Map<string, Promise<Opened>>();
  readonly #pages = new Map<string, Promise<KeptPage>>();
  readonly #folder: string;
  readonly #keep: boolean;

  /**
   * @param folder Where the notebooks' modules are written; who makes it removes it.
   * @param keep Whether what runs is kept; what was kept before is taken in any case.
   */
  constructor(root: string, folder: string, { keep = true } = {}) {
    this.#root = root;
    this.#ground = new Ground(root);
    this.#folder = folder;
    this.#keep = keep;
  }

  /** The declared parameters of a notebook, with their defaults. */
  async parameters(path: string): Promise<RunnableNotebook["parameters"]> {
    return (await this.#openedAt(path)).parameters;
  }

  /** The page that the notebook at `path` gives: run now, or before with all that it rests on as it is. */
  page(path: string, given: Given): Promise<KeptPage> {
    const key = JSON.stringify([path, given]);
    const page = this.#pages.get(key) ?? this.#page(path, given);
    this.#pages.set(key, page);
    return page;
  }

  async #page(path: string, given: Given): Promise<KeptPage> {
    const { runs, load, file } = await this.#openedAt(path);
    const key = JSON.stringify(given);
    const kept = runs?.pages[key];
    if (kept !== undefined) return kept;
    const page = pageOfRun(await load(), given);
    if (runs !== null && this.#keep) {
      await Deno.mkdir(dirname(file), { recursive: true });
      // Read again: other tests may have kept pages of the same notebook in the meantime.
      const { ground, pages } = await readRuns(file, runs.ground);
      await writeAtomically(file, JSON.stringify({ ground, pages: { ...pages, [key]: page } }));
    }
    return page;
  }

  #openedAt(path: string): Promise<Opened> {
    const opening = this.#opened.get(path) ?? this.#open(path);
    this.#opened.set(path, opening);
    return opening;
  }

  async #open(path: string): Promise<Opened> {
    const written = await writeNotebookModule(path, this.#folder);
    const ground = await this.#ground.hash(written.file, [fileURLToPath(import.meta.url)]);
    const file = join(this.#root, ".tallybook", "test_pages", `${written.name}.json`);
    const runs = ground === null ? null : await readRuns(file, ground);
    let loaded: Promise<RunnableNotebook> | undefined;
    const { parameters } = written;
    return { parameters, runs, load: () => loaded ??= loadModule(written), file };
  }
}

function pageOfRun(notebook: RunnableNotebook, given: Given): KeptPage {
  const { value: shown, said } = listening(() => notebook.run(given));
  const warnings = said.map((words) => ({ cell: -1, kind: "warning", words }));
  const pieces = pageOf(shown);
  const drawn = Object.keys(given).length === 0;
  return {
    pieces: pieces.map(({ cell, kind, text }, i) => {
      const { value } = shown[i]!;
      const drawing = drawn && value instanceof Figure ? value.toSvg() : undefined;
      return { cell, kind, text, ...(drawing === undefined ? {} : { drawing }) };
    }),
    faults: [...warnings, ...pageFaults(pieces)],
  };
}
