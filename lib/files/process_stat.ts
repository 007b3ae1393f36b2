/** Clock ticks a second and bytes a page in /proc, the same on every Linux that Deno runs on. */
const TICKS = 100;
const PAGE_BYTES = 4096;

/** What the system tells of a process. */
export interface ProcessStat {
  /** Processor time of all its threads, in seconds. */
  readonly processorSeconds: number;
  /** Processor time of the processes that it started and that have ended, and of theirs, in seconds. */
  readonly endedBelowSeconds: number;
  readonly threads: number;
  /** Memory that it holds, native memory included, in MB. */
  readonly megabytes: number;
}

/**
 * What /proc tells of a process; null where the system does not tell (only Linux does), or the
 * process is gone.
 *
 * @param pid Its number, or "self" for this one.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { processStat } from "./process_stat.ts";
 *
 * const own = processStat("self");
 * assert(own === null || own.threads >= 1 && own.megabytes > 1);
 * ```
 */
export function processStat(pid: number | "self"): ProcessStat | null {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // Behind the program's name, which may hold anything: the fields from the third on.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
    const seconds = (first: number) => (fields[first]! + fields[first + 1]!) / TICKS;
    return {
      processorSeconds: seconds(11),
      endedBelowSeconds: seconds(13),
      threads: fields[17]!,
      megabytes: fields[21]! * PAGE_BYTES / 2 ** 20,
    };
  } catch {
    return null;
  }
}
