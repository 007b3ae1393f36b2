import { dirname, join, resolve } from "node:path";

/**
 * The folder that holds `path`'s project: its nearest parent with a deno.json,
 * or, where there is none, the folder of `path` itself.
 */
export function projectRoot(path: string): string {
  const start = dirname(resolve(path));
  for (let folder = start;; folder = dirname(folder)) {
    try {
      if (Deno.statSync(join(folder, "deno.json")).isFile) return folder;
    } catch {
      // Not here: look one folder up.
    }
    if (folder === dirname(folder)) return start;
  }
}

/** The project's own folder for what the runner keeps between runs; ignored by git. */
export function stateFolder(root: string): string {
  return join(root, ".tallybook");
}
