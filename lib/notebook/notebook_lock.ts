import { dirname, join, relative, resolve } from "node:path";
import { projectRoot, stateFolder } from "./project.ts";

/** Thrown when another process is running the same notebook. */
export class NotebookBusy extends Error {
  override name = "NotebookBusy";
}

/**
 * Makes this process the only one that runs into the notebook at `path` until
 * the lock is disposed of, or the process ends, however it ends. Throws
 * `NotebookBusy` when another one holds it.
 */
export async function lockNotebook(path: string): Promise<Disposable> {
  const root = projectRoot(path);
  const name = relative(root, resolve(path));
  const file = join(stateFolder(root), "locks", `${name}.lock`);
  await Deno.mkdir(dirname(file), { recursive: true });
  const lock = await Deno.open(file, { write: true, create: true });
  try {
    if (await lock.tryLock(true)) return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
  lock.close();
  throw new NotebookBusy("Another process is running this notebook");
}
