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
