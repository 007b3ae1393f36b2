/** A whole report on disk for the browser: the sample notebook, a hostile one, those of the project, the panels. */
import { fileURLToPath } from "node:url";
import { loadErrata } from "../../lib/data/mod.ts";
import { figureFile } from "../../lib/chart/mod.ts";
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { renderReport, writeReport } from "../../lib/report/mod.ts";
import { storedNotebook } from "../../lib/report/executed_notebooks.ts";
import type { NotebookDocument } from "../../lib/report/notebook_document.ts";
import { resolveOrigins } from "../../lib/report/origins/resolve_origins.ts";
import { panelFiles } from "../../lib/report/panels/panel_files.ts";
import { LISTED_PANELS } from "../../lib/report/panels/panel_list.ts";
import { linkTo } from "../../lib/report/render_report.ts";
import { HOSTILE } from "../report/hostile_notebook.ts";
import { SAMPLE, SAMPLE_TEXT } from "../report/sample_notebook.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const VERSIONS = { deno: Deno.version.deno, library: "0.1.0", lock: "0".repeat(64) };

let made: Promise<string> | undefined;

/** The report's folder; made once for all tests of a file, removed when they end. */
export function reportFolder(): Promise<string> {
  return made ??= make();
}

async function make(): Promise<string> {
  const folder = `${await Deno.makeTempDir()}/report`;
  globalThis.addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  const stored = await Promise.all(
    (await findNotebooks(`${ROOT}notebooks`)).map((path) => storedNotebook(path, VERSIONS)),
  );
  const withNumbers = await Promise.all(stored.map(async ({ notebook, context }) => ({
    notebook,
    context: { ...context, numbers: await resolveOrigins(ROOT, notebook) },
  })));
  const live = await panelFiles(
    stored.map((entry) => ({ ...linkTo(entry), name: entry.context.name })),
  );
  const panels = LISTED_PANELS;
  const own = (name: string, notebook: NotebookDocument) => ({
    notebook,
    context: {
      name,
      // What can be downloaded is a notebook's file.
      source: SAMPLE_TEXT,
      versions: VERSIONS,
      run: { reads: [{ path: "data/state_returns.csv", sha256: "1".repeat(64) }], allowed: [] },
      convert: figureFile,
      panels,
    },
  });
  const report = await renderReport(
    [own("sample", SAMPLE), own("hostile", HOSTILE), ...withNumbers],
    {
      panels,
      errata: loadErrata().toRecords(),
      tables: [{ path: "data/state_returns.csv", title: "Votes by state" }],
    },
  );
  await writeReport(folder, [...report.files, ...live]);
  return folder;
}

/** The names of all pages of a report. */
export function pagesOf(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.endsWith(".html")).sort();
}
