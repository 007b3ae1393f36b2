import { basename, join } from "node:path";
import { executeNotebook } from "../notebook/mod.ts";
import type { ReportEntry } from "./render_report.ts";
import type { RenderContext } from "./report_context.ts";

/** How {@linkcode executedNotebooks} gets its notebooks. */
export interface ExecutedOptions {
  /** Take the stored outputs as they are, without running anything. */
  readonly stored: boolean;
  /** Told in one line when a notebook starts and ends. */
  readonly onProgress: (line: string) => void;
}

/** The notebooks of a folder in the order of their names; partial results are left out. */
export async function notebookPaths(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isFile && /^[\w-]+\.ipynb$/.test(entry.name)) paths.push(join(folder, entry.name));
  }
  return paths.sort();
}

/** Runs the notebooks, or takes their outputs as stored, and says of each what its page must know. */
export async function executedNotebooks(
  paths: readonly string[],
  shared: Pick<RenderContext, "versions" | "svgToPdf">,
  { stored, onProgress }: ExecutedOptions,
): Promise<ReportEntry[]> {
  const entries: ReportEntry[] = [];
  for (const path of paths) {
    const name = basename(path, ".ipynb");
    if (stored) {
      const source = await Deno.readTextFile(path);
      entries.push({
        notebook: JSON.parse(source),
        context: { ...shared, name, source, reads: [], allowed: [] },
      });
      continue;
    }
    const start = performance.now();
    const run = await executeNotebook(path);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    onProgress(`${name}: ${run.failure ? `failed, ${run.failure.message}` : "ran"}, ${seconds} s`);
    entries.push({
      notebook: run.notebook,
      context: {
        ...shared,
        name,
        source: run.text,
        reads: Object.entries(run.reads.project).map(([path, sha256]) => ({ path, sha256 })),
        allowed: run.allowed,
        ...(run.failure ? { failure: `Cell [${run.failure.cell}]: ${run.failure.message}` } : {}),
      },
    });
  }
  return entries;
}
