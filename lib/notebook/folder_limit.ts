import { join } from "node:path";
import { type Limit, LimitExceeded } from "./limits.ts";

const POLL_MS = 500;
/** What an entry of a folder takes beside its bytes: an empty file is not free. */
const ENTRY_BYTES = 4096;

/** The bytes that lie in a folder and below; one that cannot be looked at may hold any number. */
async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  try {
    for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
      const path = join(folder, name);
      sum += ENTRY_BYTES;
      if (isDirectory) sum += await bytesIn(path);
      else if (isFile) sum += await Deno.lstat(path).then(({ size }) => size, () => 0);
    }
  } catch (error) {
    // Gone in the meantime; or closed to its owner, or too deep for a path.
    return error instanceof Deno.errors.NotFound ? sum : Infinity;
  }
  return sum;
}

/** The bytes of files that a process holds open and that have no name any more. */
async function bytesWithoutName(pid: number): Promise<number> {
  const sizes = new Map<number | null, number>();
  try {
    for await (const { name } of Deno.readDir(`/proc/${pid}/fd`)) {
      const info = await Deno.stat(`/proc/${pid}/fd/${name}`).catch(() => null);
      if (info?.isFile && info.nlink === 0) sizes.set(info.ino, info.size);
    }
  } catch {
    // Only Linux tells.
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** Watches what a process leaves in a folder, as temporary files are, by name or without one. */
export function folderLimit(folder: string, pid: number, megabytes: number): Limit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    if (await bytesIn(folder) + await bytesWithoutName(pid) > megabytes * 2 ** 20) {
      reject(new LimitExceeded(`wrote more than ${megabytes} MB of temporary files`));
    }
    looking = false;
  }, POLL_MS);
  return { exceeded: promise, stop: () => clearInterval(timer) };
}
