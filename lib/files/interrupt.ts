/** What has to be undone at once when the process is told to end. */
const cleanups = new Set<() => void>();

/** Registers a synchronous `cleanup` for an interruption; the function returned takes it back. */
export function onInterrupt(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

const SIGNALS: ReadonlyArray<readonly [Deno.Signal, number]> = Deno.build.os === "windows"
  ? [["SIGINT", 130], ["SIGBREAK", 149]]
  : [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]];

/**
 * Runs `work` so that Ctrl-C, or a request to end, first undoes what is
 * half done (kernels, temporary files), says so in one line and exits with the
 * shell's code for that signal.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { interruptible } from "./interrupt.ts";
 *
 * assertEquals(await interruptible(() => Promise.resolve(1)), 1);
 * ```
 */
export async function interruptible<T>(work: () => Promise<T>): Promise<T> {
  const handlers = SIGNALS.map(([signal, code]) => {
    const handler = () => {
      for (const cleanup of cleanups) cleanup();
      Deno.stderr.writeSync(
        new TextEncoder().encode(`\nInterrupted (${signal}): notebooks are as they were\n`),
      );
      Deno.exit(code);
    };
    Deno.addSignalListener(signal, handler);
    return [signal, handler] as const;
  });
  try {
    return await work();
  } finally {
    for (const [signal, handler] of handlers) Deno.removeSignalListener(signal, handler);
  }
}
