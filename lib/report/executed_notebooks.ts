import { basename } from "node:path";
import {
  type NotebookRun,
  notedRun,
  parseNotebook,
  progressOn,
  runNotebooks,
  SILENT,
} from "../notebook/mod.ts";
import { documentOf } from "./notebook_document.ts";
import type { ReportEntry } from "./render_report.ts";
import type { Versions } from "./report_context.ts";

/** How {@linkcode executedNotebooks} gets its notebooks. */
export interface ExecutedOptions {
  /** Take the stored outputs as they are, without running anything. */
  readonly stored: boolean;
  /** Print no progress. */
  readonly quiet: boolean;
  /** Run every notebook, changed or not. */
  readonly force: boolean;
  /**
   * Called when the last cell of a notebook starts: from then on there is less to do, and what pages need can be
   * loaded.
   */
  readonly onLastCell?: () => void;
}

/** What the page of a run has to know. */
export function entryOf(run: NotebookRun, versions: Versions): ReportEntry {
  return {
    // A file that is no notebook still gets a page: one that says so.
    notebook: documentOf(run.notebook ?? { cells: [] }),
    context: {
      versions,
      name: basename(run.path, ".ipynb"),
      source: run.text,
      run: {
        reads: Object.entries(run.reads).map(([path, sha256]) => ({ path, sha256 })),
        outside: Object.entries(run.outside).map(([path, sha256]) => ({ path, sha256 })),
        refused: run.refused,
        denied: run.denied,
        unlisted: run.unlisted,
        missingWall: run.missingWall,
        allowed: run.allowed,
      },
      ...(run.failure === null ? {} : { failure: run.failure }),
    },
  };
}

/** Takes a notebook's outputs as they are stored, with what the notebook says of its run. */
export async function storedNotebook(path: string, versions: Versions): Promise<ReportEntry> {
  const source = await Deno.readTextFile(path);
  const name = basename(path, ".ipynb");
  const stored = parseNotebook(source, basename(path)).notebook;
  const noted = notedRun(stored);
  const run = noted && {
    reads: Object.entries(noted.reads).map(([path, sha256]) => ({ path, sha256 })),
    allowed: noted.allowed,
    refused: noted.refused ?? [],
    denied: noted.denied ?? [],
    unlisted: noted.unlisted ?? [],
    stored: true,
  };
  return {
    notebook: documentOf(stored),
    context: { versions, name, source, ...(run ? { run } : {}) },
  };
}

/** Runs the notebooks, or takes their outputs as stored, and says of each what its page must know. */
export async function executedNotebooks(
  paths: readonly string[],
  versions: Versions,
  { stored, quiet, force, onLastCell = () => {} }: ExecutedOptions,
): Promise<ReportEntry[]> {
  if (stored) return await Promise.all(paths.map((path) => storedNotebook(path, versions)));
  const progress = quiet ? SILENT : progressOn();
  try {
    const runs = await runNotebooks(paths, {
      progress: {
        ...progress,
        cell(name, cell, cells) {
          progress.cell(name, cell, cells);
          if (cell === cells) onLastCell();
        },
      },
      ...(force ? { force: "asked for" } : {}),
    });
    return runs.map((run) => entryOf(run, versions));
  } finally {
    progress.close();
  }
}
