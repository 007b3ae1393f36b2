import { hashOfFile } from "../files/hash.ts";
import { type Notebook, NotebookFormatError, parseNotebook } from "./notebook_file.ts";
import { readNotebookText } from "./notebook_text.ts";
import { type Hashing, reasonToRun } from "./run_reason.ts";
import { readRecord, type RunRecord } from "./run_record.ts";

/** One notebook on its way. */
export interface Candidate {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly notebook: Notebook;
  readonly record: RunRecord | null;
  /** Why it has to run; null when it need not. */
  readonly reason: string | null;
}

/** Errors whose message is meant for the reader as it stands. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof NotebookFormatError || error instanceof Deno.errors.NotFound;
}

/** The message for a file that was refused before anything ran. */
export function reasonOfRefusal(error: Error, name: string): string {
  return error instanceof Deno.errors.NotFound ? `Cannot find ${name}` : error.message;
}

/** Remembers the hash of each file for the length of one run's questions. */
export function rememberingHash(): (path: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  return (path) => {
    const hash = known.get(path) ?? hashOfFile(path);
    known.set(path, hash);
    return hash;
  };
}

/** Reads a notebook and decides whether it has to run; `force` is the reason that it must. */
export async function consider(
  path: string,
  name: string,
  root: string,
  options: { readonly force?: string; readonly allow?: readonly string[] },
  runner: string,
  hashing: Hashing,
): Promise<Candidate> {
  const text = await readNotebookText(path, name);
  const { notebook } = parseNotebook(text, name);
  const record = await readRecord(root, name);
  const allowed = options.allow ?? [];
  const reason = options.force ??
    await reasonToRun(record, { root, notebook, text, allowed, runner }, hashing);
  return { path, name, text, notebook, record, reason };
}
