/**
 * The hidden piece of code that runs behind each cell.
 *
 * The kernel sends a cell's outputs beside its "idle" message, not before it, so "idle" does not
 * mean "all here". It queues them in order, though: the barrier sends a token through the same
 * queue, and what came before the token belongs to the cell. The token is new each time and known
 * to the runner alone: a cell can't send it, and the function that does holds nothing that a cell
 * can change.
 */
import type { Message } from "./message.ts";

/** What the barrier reports, from the kernel's start on. */
export interface Barrier {
  /** Rejected promises and thrown errors that nobody caught so far. */
  readonly uncaught: readonly string[];
  /** Accesses that the kernel refused by itself, which its broker was not asked for. */
  readonly denied: readonly string[];
  /** How often native code was loaded by the doors that are watched. */
  readonly loads: number;
  /** Whether native code was asked for what may read files that nobody can list. */
  readonly unlisted: boolean;
}

/** What travels: lists as texts, which no cell can change by replacing what lists can do. */
interface Mark {
  readonly token: string;
  readonly uncaught: string;
  readonly denied: string;
  readonly loads: number;
  readonly unlisted: boolean;
}

/** The MIME type under which the barrier's answer travels. */
export const BARRIER_TYPE = "application/vnd.tallybook.barrier+json";

/** A name for the global function that answers the barrier: one that no cell can foresee. */
export function barrierName(): string {
  return `tallybook_${crypto.randomUUID().replaceAll("-", "_")}`;
}

/** The code that sends `token` through the queue of outputs. */
export function barrierCode(name: string, token: string): string {
  return `${name}(${JSON.stringify(token)})`;
}

/** What a message reports if it is the barrier that carries `token`. */
export function barrierOf(message: Message, token: string): Barrier | undefined {
  const data = message.content["data"] as Record<string, unknown> | undefined;
  const mark = data?.[BARRIER_TYPE] as Mark | undefined;
  if (mark?.token !== token) return undefined;
  const { uncaught, denied, loads, unlisted } = mark;
  return { uncaught: JSON.parse(uncaught), denied: JSON.parse(denied), loads, unlisted };
}
