import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../files/hash.ts";

/** Whether a folder is a project: holds a deno.json. */
export function isProject(folder: string): boolean {
  try {
    return Deno.statSync(join(folder, "deno.json")).isFile;
  } catch {
    return false;
  }
}

/**
 * The folder that holds `path`'s project: its nearest parent with a deno.json,
 * or, where there is none, the folder of `path` itself.
 */
export function projectRoot(path: string): string {
  const start = dirname(resolve(path));
  for (let folder = start;; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (folder === dirname(folder)) return start;
  }
}

/** The project that this runner belongs to: its library is there for every notebook. */
export const RUNNER_ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

/**
 * Where the runner keeps what it needs between runs: a folder of the project that git ignores, or,
 * for a notebook outside of any project, one of the runner's own project, so that nothing is
 * written beside the notebook.
 */
export function stateFolder(root: string): string {
  return isProject(root)
    ? join(root, ".tallybook")
    : join(RUNNER_ROOT, ".tallybook", "elsewhere", sha256(root).slice(0, 16));
}
