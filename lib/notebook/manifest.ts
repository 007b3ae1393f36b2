/**
 * What a run leaves in a notebook so that a later look finds what was changed since: digests of
 * each cell without its outputs, which a new run gives again, and of the notebook's own metadata.
 * Who changes notebook and manifest together is not found by it.
 */
import { runnableCells } from "./cell_text.ts";
import { sha256 } from "../files/hash.ts";
import { type Cell, type Notebook, sourceOf } from "./notebook_file.ts";

/** The key of a notebook's metadata that holds the manifest. */
const KEY = "tallybook";

interface Manifest {
  /** Of the notebook's metadata, without this. */
  readonly metadata: string;
  /** Of each cell, in order. */
  readonly cells: readonly string[];
}

const isRaw = (value: unknown) =>
  (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value);

/** A value as text, the same whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, item) =>
      typeof item === "object" && item !== null && !Array.isArray(item) && !isRaw(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0))
        : item,
  ) ?? "";
}

function cellDigest(cell: Cell): string {
  const { outputs: _outputs, execution_count: _count, ...rest } = cell;
  return sha256(canonical({ ...rest, source: sourceOf(cell) }));
}

function manifestOf(notebook: Notebook): Manifest {
  const { [KEY]: _own, ...metadata } = notebook.metadata;
  const { cells: _cells, metadata: _metadata, ...rest } = notebook;
  return {
    metadata: sha256(canonical({ ...rest, metadata })),
    cells: notebook.cells.map(cellDigest),
  };
}

/** What a notebook says of its run: the project's files that it read, and what it was allowed. */
export interface NotedRun {
  /** The files' SHA-256 by their paths from the root. */
  readonly reads: Readonly<Record<string, string>>;
  readonly allowed: readonly string[];
}

/** Writes the manifest of a notebook that ran into its metadata, with what the run read. */
export function writeManifest(notebook: Notebook, run?: NotedRun): void {
  delete notebook.metadata[KEY];
  const reads = Object.entries(run?.reads ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
  notebook.metadata[KEY] = {
    manifest: manifestOf(notebook),
    ...(run ? { run: { reads: Object.fromEntries(reads), allowed: [...run.allowed] } } : {}),
  };
}

/** What a notebook says of its run; null where it says nothing, or something else. */
export function notedRun(notebook: Notebook): NotedRun | null {
  const run = (notebook.metadata[KEY] as { run?: NotedRun } | undefined)?.run;
  const texts = (values: unknown) =>
    typeof values === "object" && values !== null &&
    Object.values(values).every((value) => typeof value === "string");
  return run && texts(run.reads) && Array.isArray(run.allowed) && texts(run.allowed) ? run : null;
}

function storedManifest(notebook: Notebook): Manifest | null {
  const own = notebook.metadata[KEY] as { manifest?: Manifest } | undefined;
  const manifest = own?.manifest;
  const whole = typeof manifest?.metadata === "string" && Array.isArray(manifest.cells) &&
    manifest.cells.every((digest) => typeof digest === "string");
  return whole ? manifest : null;
}

/** A cell by what a reader sees of it: a code cell's number in brackets, others by their place. */
function nameOf(notebook: Notebook, index: number): string {
  const cell = notebook.cells[index]!;
  const number = runnableCells(notebook).indexOf(cell) + 1;
  return number > 0 ? `cell [${number}]` : `cell ${index + 1} of the file (${cell.cell_type})`;
}

/** The longest run of digests that both lists share in order, as the places of it in `now`. */
function kept(before: readonly string[], now: readonly string[]): Set<number> {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let k = now.length - 1; k >= 0; k--) {
      lengths[i]![k] = before[i] === now[k]
        ? lengths[i + 1]![k + 1]! + 1
        : Math.max(lengths[i + 1]![k]!, lengths[i]![k + 1]!);
    }
  }
  const places = new Set<number>();
  for (let i = 0, k = 0; i < before.length && k < now.length;) {
    if (before[i] === now[k]) {
      places.add(k);
      i++;
      k++;
    } else if (lengths[i + 1]![k]! >= lengths[i]![k + 1]!) i++;
    else k++;
  }
  return places;
}

/** What was changed in a notebook since it ran, beside outputs, each in words that name the cell. */
export function changesSinceRun(notebook: Notebook): string[] {
  const stored = storedManifest(notebook);
  if (stored === null) {
    return ["it has no manifest of its run, so nothing holds its prose: run it"];
  }
  const now = manifestOf(notebook);
  const found: string[] = [];
  if (now.metadata !== stored.metadata) found.push("its metadata is not that of the run");
  const places = kept(stored.cells, now.cells);
  const more = now.cells.length - stored.cells.length;
  for (const [index] of now.cells.entries()) {
    if (places.has(index)) continue;
    const what = more > 0 ? "was inserted or changed" : "was changed";
    found.push(`${nameOf(notebook, index)} ${what} after the run`);
  }
  if (more < 0) found.push(`${-more} of the run's ${stored.cells.length} cells are gone`);
  return found;
}

/** What a notebook says of the files it read that its new run does not bear out, each in words. */
export function wronglyNoted(notebook: Notebook, reads: NotedRun["reads"]): string[] {
  const noted = notedRun(notebook)?.reads ?? {};
  return Object.entries(noted).flatMap(([path, hash]) =>
    reads[path] === hash ? [] : [
      `it says that it read ${path}, ${
        reads[path] === undefined ? "which its run does not read" : "which was another file then"
      }`,
    ]
  );
}

/** Outputs that no run gives: those of cells without code, each in words that name the cell. */
export function outputsOfNothing(notebook: Notebook): string[] {
  const runnable = new Set(runnableCells(notebook));
  return notebook.cells.flatMap((cell, index) => {
    if (runnable.has(cell)) return [];
    const outputs = cell.outputs ?? [];
    const counted = cell.execution_count !== undefined && cell.execution_count !== null;
    return outputs.length > 0 || counted
      ? [`${nameOf(notebook, index)} has outputs and no code to give them`]
      : [];
  });
}
