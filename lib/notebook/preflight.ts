import { join } from "node:path";
import { hashOfFile } from "../files/hash.ts";
import type { ModuleCode } from "./module_code.ts";
import { modulesOfCopies } from "./module_graph.ts";
import { withNotebookCopies } from "./notebook_copies.ts";
import type { Notebook } from "./notebook_file.ts";
import { type CellFault, checkCopies } from "./type_check.ts";

/** What Deno's tools say of notebooks. */
export interface Preflight {
  /** What the type check found, by the notebook's path from the root. */
  readonly faults: ReadonlyMap<string, readonly CellFault[]>;
  /** The project's modules that each rests on, with the hash of what each emits, by the same path. */
  readonly modules: ReadonlyMap<string, Readonly<Record<string, string>>>;
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

/**
 * Checks the types of notebooks and finds what they import: one call of `deno
 * check` and one of `deno info` for all, side by side. Without `types` only the
 * imports are looked at, and without `remote` no module of the network is fetched.
 */
export function preflight(
  notebooks: ReadonlyArray<{ readonly path: string; readonly notebook: Notebook }>,
  code: ModuleCode,
  types = true,
  remote = false,
): Promise<Preflight> {
  if (notebooks.length === 0) {
    return Promise.resolve({ faults: new Map(), modules: new Map() });
  }
  return withNotebookCopies(notebooks, async (copies) => {
    const [found, modules] = await Promise.all([
      types ? checkCopies(copies, remote) : [],
      modulesOfCopies(copies, code, remote),
    ]);
    return { faults: Map.groupBy(found, (fault) => fault.notebook), modules };
  });
}
