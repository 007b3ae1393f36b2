import { dirname, join, resolve } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { pathToFileURL } from "node:url";
import { type NotebookModule, notebookModule } from "./cell_text.ts";
import { tryLock } from "../files/file_lock.ts";
import { onInterrupt } from "../files/interrupt.ts";
import type { Notebook } from "./notebook_file.ts";
import { isProject, projectRoot, RUNNER_ROOT, stateFolder } from "./project.ts";

/** The code of one notebook as a file that Deno's tools can read. */
export interface NotebookCopy {
  /** The notebook's path from the project's root. */
  readonly name: string;
  readonly module: NotebookModule;
}

/** A folder of such files, with a configuration that makes their imports mean what they mean in the notebooks. */
export interface NotebookCopies {
  readonly root: string;
  readonly folder: string;
  /** Where the notebooks lie. */
  readonly paths: readonly string[];
  /** Files and folders beyond theirs that were granted. */
  readonly reads: readonly string[];
  /** By absolute path of the copy. */
  readonly files: ReadonlyMap<string, NotebookCopy>;
  /** Writes a module of this name that imports these copies, and resolves to its path. */
  entry(name: string, files: Iterable<string>): Promise<string>;
  /** Writes a copy again, in which these cells each begin a scope. */
  withScopes(file: string, cells: ReadonlySet<number>): Promise<void>;
}

/** The folder, below the copies' own, that stands for the project's root. */
const CELLS = "cells";

interface DenoConfig {
  imports?: Record<string, string>;
  links?: string[];
  compilerOptions?: Record<string, unknown>;
  unstable?: string[];
}

/**
 * The configuration for copies in `folder` of what lies at `root`: the project's, or, where there
 * is none, the runner's own, so that its library is there.
 */
async function configFor(root: string, folder: string): Promise<string> {
  const base = isProject(root) ? root : RUNNER_ROOT;
  const up = relativePath(folder, base);
  const config: DenoConfig = JSON.parse(await Deno.readTextFile(join(base, "deno.json")));
  const below = (path: string) => path.startsWith(".") ? join(up, path) : path;
  const imports = Object.fromEntries(
    Object.entries(config.imports ?? {}).map(([name, target]) => [name, below(target)]),
  );
  const locked = await Deno.stat(join(base, "deno.lock")).then(() => true, () => false);
  // What a notebook from elsewhere imports beside the library is in no lock of ours.
  const frozen = base === root;
  if (locked && !frozen) {
    await Deno.copyFile(join(base, "deno.lock"), join(folder, "deno.lock"));
  }
  const lock = { path: frozen ? `${up}/deno.lock` : "./deno.lock", frozen };
  return JSON.stringify({
    imports,
    // The copies import by the paths that the originals use.
    scopes: { [`./${CELLS}/`]: { [`./${CELLS}/`]: `${relativePath(folder, root)}/` } },
    ...(config.links ? { links: config.links.map(below) } : {}),
    ...(config.unstable ? { unstable: config.unstable } : {}),
    lock: locked ? lock : false,
    // A cell may show a value that nothing else uses.
    compilerOptions: {
      ...config.compilerOptions,
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
  });
}

/**
 * Gives `use` copies of the code of notebooks of one project, in the project's
 * state folder so that an interruption leaves nothing beside the notebooks, and
 * removes them.
 */
export async function withNotebookCopies<T>(
  notebooks: ReadonlyArray<{ readonly path: string; readonly notebook: Notebook }>,
  use: (copies: NotebookCopies) => Promise<T>,
  reads: readonly string[] = [],
): Promise<T> {
  const root = projectRoot(notebooks[0]?.path ?? Deno.cwd());
  // Deno remembers what it checked by its path: the same folder each time makes that count.
  using lock = await tryLock(join(stateFolder(root), "locks", "check.lock"));
  const folder = join(stateFolder(root), lock ? "check" : `check-${crypto.randomUUID()}`);
  const discard = () => {
    try {
      Deno.removeSync(folder, { recursive: true });
    } catch {
      // Never made, or removed before.
    }
  };
  const forget = onInterrupt(discard);
  try {
    // A process that was killed may have left some.
    discard();
    await Deno.mkdir(folder, { recursive: true });
    const config = await configFor(root, folder);
    await Deno.writeTextFile(join(folder, "deno.json"), config);
    const files = new Map<string, NotebookCopy>();
    const sources = new Map<string, Notebook>();
    for (const { path, notebook } of notebooks) {
      const name = relativePath(root, resolve(path));
      const file = join(folder, CELLS, `${name}.tsx`);
      const module = notebookModule(notebook);
      await Deno.mkdir(dirname(file), { recursive: true });
      await Deno.writeTextFile(file, module.code);
      files.set(file, { name, module });
      sources.set(file, notebook);
    }
    const withScopes = async (file: string, cells: ReadonlySet<number>) => {
      const [notebook, copy] = [sources.get(file), files.get(file)];
      if (!notebook || !copy) return;
      const module = notebookModule(notebook, cells);
      files.set(file, { ...copy, module });
      await Deno.writeTextFile(file, module.code);
    };
    const entry = async (name: string, files: Iterable<string>) => {
      const path = join(folder, name);
      const urls = Array.from(files, (file) => pathToFileURL(file).href);
      await Deno.writeTextFile(
        path,
        urls.map((url) => `import ${JSON.stringify(url)};\n`).join(""),
      );
      return path;
    };
    const paths = notebooks.map(({ path }) => path);
    return await use({ root, folder, paths, reads, files, entry, withScopes });
  } finally {
    discard();
    forget();
  }
}
