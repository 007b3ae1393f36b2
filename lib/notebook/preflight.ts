import { join, resolve } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { hashOfFile } from "../files/hash.ts";
import type { ModuleCode } from "./module_code.ts";
import { modulesOfCopies } from "./module_graph.ts";
import { withNotebookCopies } from "./notebook_copies.ts";
import type { Notebook } from "./notebook_file.ts";
import { projectRoot } from "./project.ts";
import { type CellFault, checkCopies } from "./type_check.ts";

/** What Deno's tools say of notebooks. */
export interface Preflight {
  /** What the type check found, by the notebook's path from the root. */
  readonly faults: ReadonlyMap<string, readonly CellFault[]>;
  /** The project's modules that each rests on, with the hash of what each emits, by the same path. */
  readonly modules: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Why a notebook could not be looked at, by the same path. */
  readonly broken: ReadonlyMap<string, string>;
}

type Candidates = ReadonlyArray<{ readonly path: string; readonly notebook: Notebook }>;

/** What the tools may reach beyond the notebooks' own folders. */
export interface Reach {
  /** Whether modules of the network may be fetched. */
  readonly remote: boolean;
  /** Files and folders that were granted. */
  readonly reads: readonly string[];
}

/** Hashes files of a project, each once. */
export async function hashFiles(
  root: string,
  names: readonly string[],
  hash: (path: string) => Promise<string | null> = hashOfFile,
): Promise<Record<string, string>> {
  const entries: Array<[string, string]> = [];
  for (const name of names) {
    const value = await hash(join(root, name));
    if (value !== null) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

async function lookAt(
  notebooks: Candidates,
  code: ModuleCode,
  types: boolean,
  { remote, reads }: Reach,
): Promise<Preflight> {
  return await withNotebookCopies(notebooks, async (copies) => {
    const [found, modules] = await Promise.all([
      types ? checkCopies(copies, remote) : [],
      modulesOfCopies(copies, code, remote),
    ]);
    const faults = Map.groupBy(found, (fault) => fault.notebook);
    return { faults, modules, broken: new Map() };
  }, reads);
}

/**
 * Checks the types of notebooks and finds what they import: one call of `deno
 * check` and one of `deno info` for all, side by side. Without `types` only the
 * imports are looked at. Where that fails, each notebook is looked at on its own, so that what is
 * wrong with one is told of that one alone.
 */
export async function preflight(
  notebooks: Candidates,
  code: ModuleCode,
  types = true,
  reach: Reach = { remote: false, reads: [] },
): Promise<Preflight> {
  const faults = new Map<string, readonly CellFault[]>();
  const modules = new Map<string, Readonly<Record<string, string>>>();
  const broken = new Map<string, string>();
  if (notebooks.length === 0) return { faults, modules, broken };
  if (notebooks.length > 1) {
    try {
      return await lookAt(notebooks, code, types, reach);
    } catch {
      // Told below, of whichever notebook it is.
    }
  }
  for (const candidate of notebooks) {
    const { path } = candidate;
    try {
      const found = await lookAt([candidate], code, types, reach);
      for (const [name, value] of found.faults) faults.set(name, value);
      for (const [name, value] of found.modules) modules.set(name, value);
    } catch (error) {
      const name = relativePath(projectRoot(path), resolve(path));
      broken.set(name, `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { faults, modules, broken };
}
