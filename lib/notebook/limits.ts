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
/** Threads of one kernel: far more than data frames and workers take, far less than a machine has. */
const MOST_THREADS = 2000;

/**
 * The memory that a process holds, in MB, and its threads; null where the system does not tell
 * (only Linux does).
 */
async function look(pid: number): Promise<{ megabytes: number; threads: number } | null> {
  try {
    const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
    // Behind the program's name, which may hold anything: the fields from the third on.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { threads: Number(fields[17]), megabytes: Number(fields[21]) * PAGE_BYTES / 2 ** 20 };
  } catch {
    return null;
  }
}

/**
 * Watches the memory of a process, native memory included: V8's own limit sees
 * neither typed arrays nor data frames. Its threads, too: the machine's are everybody's.
 */
export function memoryLimit(pid: number, megabytes: number): Limit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const timer = setInterval(async () => {
    const found = await look(pid);
    if (found === null) return;
    if (found.megabytes > megabytes) {
      reject(new LimitExceeded(`used more than ${megabytes} MB of memory`));
    }
    if (found.threads > MOST_THREADS) {
      reject(new LimitExceeded(`started more than ${MOST_THREADS} threads`));
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
