import { processStat } from "../files/process_stat.ts";

/** Thrown when a cell uses more than it may. */
export class LimitExceeded extends Error {
  override name = "LimitExceeded";
}

/** A running limit: `exceeded` rejects when it is passed; `stop()` ends the watch. */
export interface Limit {
  readonly exceeded: Promise<never>;
  readonly stop: () => void;
}

const MEMORY_POLL_MS = 250;
/** Threads of one kernel: far more than data frames and workers take, far less than a machine has. */
const MOST_THREADS = 2000;

/**
 * Watches the memory of a process, native memory included: V8's own limit sees
 * neither typed arrays nor data frames. Its threads, too: the machine's are everybody's.
 */
export function memoryLimit(pid: number, megabytes: number): Limit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const timer = setInterval(() => {
    const found = processStat(pid);
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
