import { join, relative, resolve } from "node:path";
import { tryLock } from "./file_lock.ts";
import { projectRoot, stateFolder } from "./project.ts";

/** Thrown when another process is running the same notebook. */
export class NotebookBusy extends Error {
  override name = "NotebookBusy";
}

/**
 * Makes this the only run into the notebook at `path` until the lock is disposed
 * of or the process ends. Throws `NotebookBusy` when there is another.
 */
export async function lockNotebook(path: string): Promise<Disposable> {
  const root = projectRoot(path);
  const name = relative(root, resolve(path));
  const lock = await tryLock(join(stateFolder(root), "locks", `${name}.lock`));
  if (lock === null) throw new NotebookBusy("Another process is running this notebook");
  return lock;
}
