import { join } from "node:path";

/** Thrown when a cell uses more than it may. */
export class LimitExceeded extends Error {
  override name = "LimitExceeded";
}

/** A running limit: `exceeded` rejects when it is passed; `stop()` ends the watch. */
export interface Limit {
  readonly exceeded: Promise<never>;
  readonly stop: () => void;
}

const PAGE_BYTES = 4096;
const MEMORY_POLL_MS = 250;

/** The memory that a process holds, in MB; undefined where the system does not tell (only Linux does). */
async function residentMegabytes(pid: number): Promise<number | undefined> {
  try {
    const pages = (await Deno.readTextFile(`/proc/${pid}/statm`)).split(" ")[1];
    return Number(pages) * PAGE_BYTES / 2 ** 20;
  } catch {
    return undefined;
  }
}

/**
 * Watches the memory of a process, native memory included: V8's own limit sees
 * neither typed arrays nor data frames.
 */
export function memoryLimit(pid: number, megabytes: number): Limit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const timer = setInterval(async () => {
    if ((await residentMegabytes(pid) ?? 0) > megabytes) {
      reject(new LimitExceeded(`used more than ${megabytes} MB of memory`));
    }
  }, MEMORY_POLL_MS);
  return { exceeded: promise, stop: () => clearInterval(timer) };
}

const FOLDER_POLL_MS = 500;

/** The bytes that lie in a folder and below; what cannot be looked at counts nothing. */
async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  try {
    for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
      const path = join(folder, name);
      if (isDirectory) sum += await bytesIn(path);
      else if (isFile) sum += await Deno.lstat(path).then(({ size }) => size, () => 0);
    }
  } catch {
    // Gone in the meantime.
  }
  return sum;
}

/** Watches what lies in a folder, as temporary files do. */
export function folderLimit(folder: string, megabytes: number): Limit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    if (await bytesIn(folder) > megabytes * 2 ** 20) {
      reject(new LimitExceeded(`wrote more than ${megabytes} MB of temporary files`));
    }
    looking = false;
  }, FOLDER_POLL_MS);
  return { exceeded: promise, stop: () => clearInterval(timer) };
}

/** Counts a cell's output: `add()` the bytes of each message. */
export function outputLimit(
  bytes: number,
): { exceeded: Promise<never>; add(more: number): boolean } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  let total = 0;
  return {
    exceeded: promise,
    add(more) {
      total += more;
      if (total > bytes) {
        reject(new LimitExceeded(`put out more than ${Math.round(bytes / 1e6)} MB`));
      }
      return total <= bytes;
    },
  };
}
