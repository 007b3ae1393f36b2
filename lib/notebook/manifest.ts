/**
 * What a run leaves in a notebook so that a later look finds what was changed since: digests of
 * each cell without its outputs, which a new run gives again, and of the notebook's own metadata.
 * Who changes notebook and manifest together is not found by it.
 */
import { runnableCells } from "./cell_text.ts";
import { sha256 } from "../files/hash.ts";
import { keptPlaces } from "./kept_places.ts";
import { type Cell, type Notebook, sourceOf } from "./notebook_file.ts";
import { type NotedRun, noteOfRun, RUN_KEY, RUN_KEYS } from "./noted_run.ts";

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
  const { [RUN_KEY]: _own, ...metadata } = notebook.metadata;
  const { cells: _cells, metadata: _metadata, ...rest } = notebook;
  return {
    metadata: sha256(canonical({ ...rest, metadata })),
    cells: notebook.cells.map(cellDigest),
  };
}

/** Writes the manifest of a notebook that ran into its metadata, with what the run read. */
export function writeManifest(notebook: Notebook, run?: NotedRun): void {
  delete notebook.metadata[RUN_KEY];
  notebook.metadata[RUN_KEY] = {
    manifest: manifestOf(notebook),
    ...(run ? { run: noteOfRun(run) } : {}),
  };
}

function storedManifest(notebook: Notebook): Manifest | null {
  const own = notebook.metadata[RUN_KEY] as { manifest?: Manifest } | undefined;
  const manifest = own?.manifest;
  const whole = typeof manifest?.metadata === "string" && Array.isArray(manifest.cells) &&
    manifest.cells.every((digest) => typeof digest === "string");
  return whole ? manifest : null;
}

/** Cells by what a reader sees of them: a code cell's number in brackets, others by their place. */
function namesOf(notebook: Notebook): (index: number) => string {
  const numbers = new Map(runnableCells(notebook).map((cell, i) => [cell, i + 1]));
  return (index) => {
    const cell = notebook.cells[index]!;
    const number = numbers.get(cell);
    return number === undefined
      ? `cell ${index + 1} of the file (${cell.cell_type})`
      : `cell [${number}]`;
  };
}

/** What a run leaves under its key, which no digest holds: whatever else stands there is a forger's. */
function moreThanRun(notebook: Notebook): string[] {
  const own = notebook.metadata[RUN_KEY] as Record<string, unknown>;
  const more = (value: unknown, at: string, keys: readonly string[]) =>
    typeof value === "object" && value !== null
      ? Object.keys(value).filter((key) => !keys.includes(key)).map((key) => `${at}.${key}`)
      : [];
  return [
    ...more(own, RUN_KEY, ["manifest", "run"]),
    ...more(own["manifest"], `${RUN_KEY}.manifest`, ["metadata", "cells"]),
    ...more(own["run"], `${RUN_KEY}.run`, RUN_KEYS),
  ];
}

/** What was changed in a notebook since it ran, beside outputs, each in words that name the cell. */
export function changesSinceRun(notebook: Notebook): string[] {
  const stored = storedManifest(notebook);
  if (stored === null) {
    return ["it has no manifest of its run, so nothing holds its prose: run it"];
  }
  const now = manifestOf(notebook);
  const found = moreThanRun(notebook).map((key) => `its metadata has ${key}, which no run leaves`);
  if (now.metadata !== stored.metadata) found.push("its metadata is not that of the run");
  const places = keptPlaces(stored.cells, now.cells);
  const nameOf = namesOf(notebook);
  const more = now.cells.length - stored.cells.length;
  for (const [index] of now.cells.entries()) {
    if (places.has(index)) continue;
    const what = more > 0 ? "was inserted or changed" : "was changed";
    found.push(`${nameOf(index)} ${what} after the run`);
  }
  if (more < 0) found.push(`${-more} of the run's ${stored.cells.length} cells are gone`);
  return found;
}

/** Outputs that no run gives: those of cells without code, each in words that name the cell. */
export function outputsOfNothing(notebook: Notebook): string[] {
  const runnable = new Set(runnableCells(notebook));
  const nameOf = namesOf(notebook);
  return notebook.cells.flatMap((cell, index) => {
    if (runnable.has(cell)) return [];
    const outputs = cell.outputs ?? [];
    const counted = cell.execution_count !== undefined && cell.execution_count !== null;
    return outputs.length > 0 || counted
      ? [`${nameOf(index)} has outputs and no code to give them`]
      : [];
  });
}
