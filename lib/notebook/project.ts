import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { sha256 } from "../files/hash.ts";

function isProject(folder: string): boolean {
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

/**
 * Where the runner keeps what it needs between runs: a folder of the project that
 * git ignores, or, for a notebook outside of any project, one among the system's
 * temporary files, so that nothing is written beside it.
 */
export function stateFolder(root: string): string {
  return isProject(root)
    ? join(root, ".tallybook")
    : join(tmpdir(), `tallybook-${sha256(root).slice(0, 16)}`);
}
