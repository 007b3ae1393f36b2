import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runDenoTool } from "./deno_tool.ts";
import { isInside } from "./grants.ts";
import { RUNNER_ROOT } from "./project.ts";
import type { NotebookCopies } from "./notebook_copies.ts";

interface InfoModule {
  readonly specifier: string;
  readonly dependencies?: ReadonlyArray<{
    readonly code?: { readonly specifier?: string };
    readonly type?: { readonly specifier?: string };
  }>;
}

/** Reads the module graph that starts at all copies, with one call of `deno info`. */
async function graph(
  copies: NotebookCopies,
  remote: boolean,
): Promise<Map<string, readonly string[]>> {
  const entry = await copies.entry("info.ts", copies.files.keys());
  const config = join(copies.folder, "deno.json");
  const { stdout, stderr, success } = await runDenoTool(
    ["info", "--json", ...(remote ? [] : ["--no-remote"]), "--config", config, entry],
    copies.folder,
  );
  if (!success) throw new Error(`Cannot read imports: ${stderr.trim()}`);
  const { modules, redirects = {} }: {
    modules: InfoModule[];
    redirects?: Record<string, string>;
  } = JSON.parse(stdout);
  return new Map(modules.map(({ specifier, dependencies = [] }) => [
    specifier,
    dependencies
      .flatMap(({ code, type }) => [code?.specifier, type?.specifier])
      .filter((target) => target !== undefined)
      .map((target) => redirects[target] ?? target),
  ]));
}

/**
 * The project's own modules that each notebook imports, directly or not: paths
 * from the root, by the notebook's path from the root.
 */
export async function modulesOfCopies(
  copies: NotebookCopies,
  remote = false,
): Promise<Map<string, string[]>> {
  const edges = await graph(copies, remote);
  const result = new Map<string, string[]>();
  for (const [file, { name }] of copies.files) {
    const start = pathToFileURL(file).href;
    const seen = new Set([start]);
    for (const specifier of seen) {
      for (const target of edges.get(specifier) ?? []) {
        if (target.startsWith("file:")) seen.add(target);
      }
    }
    seen.delete(start);
    const paths = [...seen].map((url) => fileURLToPath(url))
      .filter((path) => isInside(path, copies.root) || isInside(path, join(RUNNER_ROOT, "lib")))
      .map((path) => relative(copies.root, path));
    result.set(name, paths.sort());
  }
  return result;
}
