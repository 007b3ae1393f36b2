import { resolve } from "node:path";
import type ts from "typescript";
import type { Candidate } from "./candidate.ts";
import { codeHash } from "./cell_code.ts";
import { runnableCells } from "./cell_text.ts";
import { sha256 } from "../files/hash.ts";
import { canonical, outputsOfNothing, writeManifest } from "./manifest.ts";
import { formatNotebook, type Notebook, parseNotebook, sourceOf } from "./notebook_file.ts";
import { notedRun, RUN_KEY } from "./noted_run.ts";
import { lockNotebook } from "./notebook_lock.ts";
import { realPathOf } from "./real_path.ts";
import { cellHashes, type Hashing, type NotebookState, reasonToRun } from "./run_reason.ts";
import { type RunRecord, writeRecord } from "./run_record.ts";
import { storeResult } from "./store_result.ts";

/** The digest of all that a run gives: outputs, numbers in brackets, metadata; the texts of cells are not in it. */
export function givenDigest(notebook: Notebook): string {
  const { cells: _cells, metadata, ...rest } = notebook;
  const { [RUN_KEY]: _own, ...others } = metadata;
  const given = runnableCells(notebook).map(({ source: _source, ...cell }) => cell);
  return sha256(canonical({ ...rest, metadata: others, run: notedRun(notebook), cells: given }));
}

/** Whether each cell's code is what it was: the same letters, or the same but for comments and layout. */
async function isSameCode(
  record: RunRecord,
  notebook: Notebook,
  compiler: () => Promise<typeof ts>,
): Promise<boolean> {
  const sources = cellHashes(notebook);
  if (sources.length !== record.cells.length) return false;
  const changed = sources.flatMap((hash, i) => hash === record.cells[i] ? [] : [i]);
  if (changed.length === 0) return true;
  const api = await compiler();
  const cells = runnableCells(notebook);
  return changed.every((i) => codeHash(sourceOf(cells[i]!), api) === record.code[i]);
}

/**
 * The text of a notebook of which comments, layout or prose alone changed since its last run: the
 * outputs stand, and its manifest holds the new words. A run would give the same.
 *
 * @param compiler Loads the compiler; called where a cell changed.
 * @returns Null where it has to run: code or outputs are others, or something stands there that no run gives.
 */
export async function carriedOver(
  record: RunRecord,
  text: string,
  name: string,
  compiler: () => Promise<typeof ts>,
): Promise<string | null> {
  const { notebook, layout } = parseNotebook(text, name);
  if (givenDigest(notebook) !== record.given || outputsOfNothing(notebook).length > 0) return null;
  const run = notedRun(notebook);
  if (run === null || !await isSameCode(record, notebook, compiler)) return null;
  writeManifest(notebook, run);
  return formatNotebook(notebook, layout);
}

/** What the last run gave, with the notebook as it is now. */
export interface CarriedRun {
  readonly record: RunRecord;
  readonly notebook: Notebook;
  readonly text: string;
}

/**
 * Takes over a notebook's last run where comments, layout or prose alone changed since, and stores the
 * notebook with its new manifest; null where it has to run.
 */
export async function carryOver(
  { path, name, record: before, notebook, text }: Candidate,
  now: Pick<NotebookState, "root" | "runner" | "allowed"> & { readonly hashing: Hashing },
  compiler: () => Promise<typeof ts>,
): Promise<CarriedRun | null> {
  if (before === null) return null;
  const record = { ...before, cells: cellHashes(notebook), notebook: sha256(text) };
  if (await reasonToRun(record, { ...now, notebook, text }, now.hashing) !== null) return null;
  const carried = await carriedOver(before, text, name, compiler);
  if (carried === null) return null;
  const place = realPathOf(resolve(path));
  try {
    using _lock = await lockNotebook(place);
    await storeResult(carried, place, text);
  } catch {
    // Somebody else has it or edits it: a run says so.
    return null;
  }
  await writeRecord(now.root, name, { ...record, notebook: sha256(carried) });
  return { record, notebook: parseNotebook(carried, name).notebook, text: carried };
}
