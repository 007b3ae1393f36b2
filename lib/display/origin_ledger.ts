import { formatListener, type Formatted } from "./format_listener.ts";
import { numberTokens } from "./number_tokens.ts";

/**
 * Where in a notebook's cells a call came from, the innermost first: each "line:column" of the
 * JavaScript that the kernel made of a cell, with the name of the function before it where it has
 * one. Which cell it is the kernel does not say.
 */
export type CallPath = readonly string[];

/** A format's print, with its place. */
interface Noted extends Formatted {
  readonly path: CallPath;
  readonly order: number;
}

/** A table that was read, by one call in a cell. */
export interface Read {
  readonly table: string;
  /** For each column that the rows were chosen by, the values; columns that kept all are left out. */
  readonly choice: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** Rows that came, over all different choices; null where an engine counted or summed them itself. */
  readonly rows: number | null;
  readonly path: CallPath;
}

/** A number found in a text that a notebook shows. */
export interface NotedNumber {
  /** Its place among the text's numbers, from 0. */
  readonly place: number;
  readonly text: string;
  /** The format that printed it, where one did. */
  readonly formatted: { by: string; value: number; digits: number; path: CallPath } | null;
}

/** How many prints of one text, and how many texts, are remembered. */
const PRINTS_HELD = 24;
const TEXTS_HELD = 30_000;
const FRAMES_HELD = 4;

const prints = new Map<string, Noted[]>();
let reads = new Map<string, { read: Read; seen: Map<string, number | null> }>();
let order = 0;
let shownUpTo = 0;
let recording = false;

const CELL_FRAME = /^\s*at (?:(?:async |new )*([\w$.<>]+) \()?(?:async )?<anonymous>:(\d+:\d+)\)?$/;

/** The places in cells that the running call came from. */
export function callPath(): CallPath {
  const kind = Error as unknown as { stackTraceLimit?: number };
  const limit = kind.stackTraceLimit;
  kind.stackTraceLimit = 40;
  const lines = (new Error().stack ?? "").split("\n");
  if (limit === undefined) delete kind.stackTraceLimit;
  else kind.stackTraceLimit = limit;
  const frames = lines.flatMap((line) => {
    const match = CELL_FRAME.exec(line);
    return match === null ? [] : [match[1] ? `${match[1]} ${match[2]}` : match[2]!];
  });
  // The innermost say what was computed, the outermost in which cell.
  return frames.length <= FRAMES_HELD
    ? frames
    : [...frames.slice(0, FRAMES_HELD - 1), frames.at(-1)!];
}

function told(formatted: Formatted): void {
  const before = prints.get(formatted.text);
  const noted = { ...formatted, path: callPath(), order: ++order };
  if (before === undefined) {
    if (prints.size === TEXTS_HELD) prints.delete(prints.keys().next().value!);
    prints.set(formatted.text, [noted]);
  } else {
    before.push(noted);
    if (before.length > PRINTS_HELD) before.shift();
  }
}

/** Begins to record, or ends it and forgets what was recorded. */
export function recordOrigins(on: boolean): void {
  recording = on;
  formatListener.told = on ? told : null;
  prints.clear();
  reads = new Map();
}

/** Whether origins are recorded: in a notebook's kernel they are. */
export const isRecording = (): boolean => recording;

/** Notes that a table was read. */
export function noteRead(
  table: string,
  choice: Readonly<Record<string, unknown>>,
  rows: number | null,
): void {
  if (!recording) return;
  const path = callPath();
  const chosen = Object.entries(choice).filter(([, values]) => values !== undefined)
    .map(([column, values]) => [column, [values].flat() as (string | number | boolean)[]] as const);
  const key = `${table} ${path.join(" ")}`;
  const { read: before, seen } = reads.get(key) ?? { read: null, seen: new Map() };
  seen.set(JSON.stringify(chosen), rows);
  // Of several choices, only columns that all of them chose by narrow the rows.
  const columns = chosen.filter(([column]) => before === null || column in before.choice);
  const merged = columns.map(([column, values]) => [
    column,
    [...new Set([...(before?.choice[column] ?? []), ...values])],
  ]);
  const sum = [...seen.values()].reduce(
    (total, n) => total === null || n === null ? null : total + n,
    0,
  );
  const read = { table, choice: Object.fromEntries(merged), rows: sum, path };
  reads.set(key, { read, seen });
}

/** The tables read since the last time that this was asked. */
export function takeReads(): Read[] {
  const taken = [...reads.values()].map(({ read }) => read);
  reads = new Map();
  return taken;
}

/**
 * The numbers of texts that are shown together, each with the print that made it: in the order in
 * which they stand, since that is mostly the order in which they were printed.
 *
 * @param options.since Leaves out what was printed up to this order.
 */
export function findPrints(
  texts: readonly string[],
  { since = 0 }: { since?: number } = {},
): NotedNumber[][] {
  let last = Math.max(since, shownUpTo);
  const used = new Set<number>();
  return texts.map((text) =>
    numberTokens(text).map((token, place) => {
      const unsigned = token.text.replace(/^[+\u2212]/, "");
      const all = (prints.get(token.text) ?? prints.get(unsigned) ?? [])
        .filter((noted) => noted.order > since);
      const found = all.find((noted) => noted.order > last && !used.has(noted.order)) ??
        all.findLast((noted) => !used.has(noted.order)) ?? all.at(-1);
      if (found === undefined) return { place, text: token.text, formatted: null };
      used.add(found.order);
      last = Math.max(last, found.order);
      const { by, value, digits, path } = found;
      return { place, text: token.text, formatted: { by, value, digits, path } };
    })
  );
}

/** Says that something was shown: what is printed from now on belongs to what comes next. */
export function endOfShown(): void {
  shownUpTo = order;
}

/** The order of the last print, and of the last one before the thing that is being made. */
export const printsUpTo = (): { now: number; shown: number } => ({ now: order, shown: shownUpTo });

/** Whether this runs in Deno's Jupyter kernel: elsewhere the question itself is an error, or has no meaning. */
function inKernel(): boolean {
  try {
    return (globalThis as { Deno?: { jupyter?: unknown } }).Deno?.jupyter !== undefined;
  } catch {
    return false;
  }
}

if (inKernel()) recordOrigins(true);
