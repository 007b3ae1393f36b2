/**
 * The hidden piece of code that runs behind each cell.
 *
 * The kernel sends a cell's outputs beside its "idle" message, not before it, so
 * "idle" does not mean "all here". It queues them in order, though: the barrier
 * sends a token through the same queue, and what came before the token belongs
 * to the cell.
 */
import type { Message } from "./message.ts";

/** What the barrier reports of the cell before it. */
export interface Barrier {
  /** Rejected promises and thrown errors that nobody caught. */
  readonly uncaught?: readonly string[];
}

const BARRIER_TYPE = "application/vnd.tallybook.barrier+json";

/** The name of the symbol under which the barrier finds the report that the prelude prepares. */
export const REPORT_SYMBOL = "tallybook.report";

/** The code that sends `token` through the queue of outputs. */
export function barrierCode(token: string): string {
  return `await Deno.jupyter.broadcast("display_data", {
  data: {
    ${JSON.stringify(BARRIER_TYPE)}: {
      token: ${JSON.stringify(token)},
      report: (await globalThis[Symbol.for(${JSON.stringify(REPORT_SYMBOL)})]?.()) ?? {},
    },
  },
  metadata: {},
  transient: {},
});`;
}

/** The token and report that a message carries, if it is a barrier's. */
export function barrierOf(message: Message): { token: string; report: Barrier } | undefined {
  const data = message.content["data"] as Record<string, unknown> | undefined;
  return data?.[BARRIER_TYPE] as { token: string; report: Barrier } | undefined;
}
