import { join } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInside } from "./grants.ts";
import type { ModuleCode } from "./module_code.ts";
import { neededModules } from "./needed_modules.ts";
import { RUNNER_ROOT } from "./project.ts";
import { runWalledTool } from "./walled_tool.ts";
import type { NotebookCopies } from "./notebook_copies.ts";

interface InfoModule {
  readonly specifier: string;
  readonly dependencies?: ReadonlyArray<{
    readonly specifier: string;
    readonly code?: { readonly specifier?: string };
    readonly type?: { readonly specifier?: string };
  }>;
}

/** Where the imports of each module lead, as one call of `deno info` for all copies tells. */
async function graph(
  copies: NotebookCopies,
  remote: boolean,
): Promise<Map<string, ReadonlyMap<string, string>>> {
  const entry = await copies.entry("info.ts", copies.files.keys());
  const config = join(copies.folder, "deno.json");
  const { stdout, stderr, success } = await runWalledTool(
    ["info", "--json", ...(remote ? [] : ["--no-remote"]), "--config", config, entry],
    copies,
    remote,
  );
  if (!success) throw new Error(`Cannot read imports: ${stderr.trim()}`);
  const { modules, redirects = {} }: {
    modules: InfoModule[];
    redirects?: Record<string, string>;
  } = JSON.parse(stdout);
  return new Map(modules.map(({ specifier, dependencies = [] }) => [
    specifier,
    new Map(dependencies.flatMap(({ specifier, code, type }) => {
      const target = code?.specifier ?? type?.specifier;
      return target === undefined ? [] : [[specifier, redirects[target] ?? target] as const];
    })),
  ]));
}

/**
 * The project's own modules whose code each notebook rests on, each with the hash of what the
 * compiler emits for it: paths from the root, by the notebook's path from the root.
 */
export async function modulesOfCopies(
  copies: NotebookCopies,
  code: ModuleCode,
  remote = false,
): Promise<Map<string, Record<string, string>>> {
  const edges = await graph(copies, remote);
  const places = [copies.root, join(RUNNER_ROOT, "lib")];
  const own = (url: string) =>
    url.startsWith("file:") && places.some((place) => isInside(fileURLToPath(url), place));
  const lookup = {
    read: (url: string) => own(url) ? code.read(fileURLToPath(url)) : Promise.resolve(null),
    resolve: (url: string, from: string) => edges.get(url)?.get(from),
  };
  const result = new Map<string, Record<string, string>>();
  for (const [file, { name }] of copies.files) {
    const hashes: Array<[string, string]> = [];
    for (const url of await neededModules(pathToFileURL(file).href, lookup)) {
      const path = fileURLToPath(url);
      hashes.push([relativePath(copies.root, path), await code.hash(path) ?? ""]);
    }
    result.set(name, Object.fromEntries(hashes.sort(([a], [b]) => a < b ? -1 : 1)));
  }
  return result;
}
