import { join } from "node:path";
import { runnableCells } from "./cell_text.ts";
import { sha256 } from "../files/hash.ts";
import { type Notebook, sourceOf } from "./notebook_file.ts";
import type { Hashes } from "../files/hash.ts";
import type { RunRecord } from "./run_record.ts";

/** The hash of each code cell's source. */
export function cellHashes(notebook: Notebook): string[] {
  return runnableCells(notebook).map((cell) => sha256(sourceOf(cell)));
}

/** The first of `files` whose content is no longer what it was, in words; null when all are. */
async function changedFile(
  files: Hashes,
  locate: (name: string) => string,
  hash: (path: string) => Promise<string | null>,
): Promise<string | null> {
  for (const [name, before] of Object.entries(files)) {
    const now = await hash(locate(name));
    if (now === null) return `${name} is gone`;
    if (now !== before) return `${name} changed`;
  }
  return null;
}

function changedCell(before: readonly string[], now: readonly string[]): string | null {
  const more = now.length - before.length;
  if (more !== 0) {
    const count = Math.abs(more);
    return `it has ${count} ${more > 0 ? "more" : "fewer"} code cell${count === 1 ? "" : "s"}`;
  }
  const at = now.findIndex((hash, i) => hash !== before[i]);
  return at < 0 ? null : `cell [${at + 1}] changed`;
}

/** What a notebook is now, to be compared with its record. */
export interface NotebookState {
  readonly root: string;
  readonly notebook: Notebook;
  readonly text: string;
  readonly allowed: readonly string[];
  /** The runner's own code, summed up. */
  readonly runner: string;
}

/** How files are hashed; each may remember, since notebooks share files. */
export interface Hashing {
  /** The content of a file, whatever it is; null when it is gone. */
  readonly file: (path: string) => Promise<string | null>;
  /** What the compiler emits for a module; null when it is gone. */
  readonly code: (path: string) => Promise<string | null>;
}

/**
 * Why a notebook has to run: the first difference from its last run here, in
 * words; null when nothing changed. A comment or a type in a module changes nothing.
 */
export async function reasonToRun(
  record: RunRecord | null,
  state: NotebookState,
  hashing: Hashing,
): Promise<string | null> {
  if (record === null) return "not run here before";
  if (record.runner !== state.runner) return "the runner changed";
  if (record.deno !== Deno.version.deno) return `Deno ${record.deno} became ${Deno.version.deno}`;
  const inRoot = (name: string) => join(state.root, name);
  return changedCell(record.cells, cellHashes(state.notebook)) ??
    (record.allowed.join() === state.allowed.join() ? null : "what it is allowed changed") ??
    await changedFile(record.config, inRoot, hashing.file) ??
    await changedFile(record.modules, inRoot, hashing.code) ??
    await changedFile(record.reads, inRoot, hashing.file) ??
    await changedFile(record.outside, (path) => path, hashing.file) ??
    (record.notebook === sha256(state.text) ? null : "its text or outputs changed");
}
