import { join } from "node:path";
import { runnableCells } from "./cell_text.ts";
import { hashOfFile, sha256 } from "../files/hash.ts";
import { type Notebook, sourceOf } from "./notebook_file.ts";
import { type Hashes, RUNNER_VERSION, type RunRecord } from "./run_record.ts";

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
}

/**
 * Why a notebook has to run: the first difference from its last run here, in
 * words; null when nothing changed. `hash` may remember what it hashed, since
 * notebooks share files.
 */
export async function reasonToRun(
  record: RunRecord | null,
  state: NotebookState,
  hash: (path: string) => Promise<string | null> = hashOfFile,
): Promise<string | null> {
  if (record === null) return "not run here before";
  if (record.runner !== RUNNER_VERSION) return "the runner changed";
  if (record.deno !== Deno.version.deno) return `Deno ${record.deno} became ${Deno.version.deno}`;
  const inRoot = (name: string) => join(state.root, name);
  return changedCell(record.cells, cellHashes(state.notebook)) ??
    (record.allowed.join() === state.allowed.join() ? null : "what it is allowed changed") ??
    await changedFile(record.config, inRoot, hash) ??
    await changedFile(record.modules, inRoot, hash) ??
    await changedFile(record.reads, inRoot, hash) ??
    await changedFile(record.outside, (path) => path, hash) ??
    (record.notebook === sha256(state.text) ? null : "its text or outputs changed");
}
