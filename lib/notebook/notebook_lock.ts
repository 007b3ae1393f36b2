import { join, resolve } from "node:path";
import { tryLock } from "../files/file_lock.ts";
import { sha256 } from "../files/hash.ts";
import { projectRoot, stateFolder } from "./project.ts";

/** Thrown when another process is running the same notebook. */
export class NotebookBusy extends Error {
  override name = "NotebookBusy";
}

/**
 * Makes this the only run into the notebook at `path`, which is free of symbolic links, until the
 * lock is disposed of or the process ends. Throws `NotebookBusy` when there is another.
 */
export async function lockNotebook(path: string): Promise<Disposable> {
  const name = sha256(resolve(path)).slice(0, 16);
  const lock = await tryLock(join(stateFolder(projectRoot(path)), "locks", name));
  if (lock === null) throw new NotebookBusy("Another process is running this notebook");
  return lock;
}
