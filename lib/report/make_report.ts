import { join } from "node:path";
import type { ClaimSummary } from "../claims/mod.ts";
import { findNotebooks } from "../notebook/mod.ts";
import { executedNotebooks, type ExecutedOptions } from "./executed_notebooks.ts";
import { figureConversions } from "./figure_conversions.ts";
import { type PanelFiles, panelFiles } from "./panels/panel_files.ts";
import { panelHref } from "./panels/panel_list.ts";
import { readTables, readVersions } from "./project_facts.ts";
import { renderReport, type Report } from "./render_report.ts";

/** How a project's report is made. */
export interface MakeReportOptions extends ExecutedOptions {
  /** Told what the report has to do without. */
  readonly onLack: (message: string) => void;
}

/** The claims are computed from the tables: loading what that takes is left until it is needed. */
async function readClaims(): Promise<readonly ClaimSummary[]> {
  return (await import("../claims/mod.ts")).claimSummaries();
}

/** Runs the notebooks of a project and renders its whole report: pages, panels, claims, files. */
export async function makeReport(root: string, options: MakeReportOptions): Promise<Report> {
  const versions = await readVersions(root);
  const conversions = figureConversions(join(root, ".tallybook/figures"), versions.lock);
  const { svgToPdf, svgToFile } = conversions;
  try {
    const paths = await findNotebooks(join(root, "notebooks"));
    const entries = await executedNotebooks(paths, { versions, svgToPdf, svgToFile }, options);
    const [live, claims, tables] = await Promise.all([
      panelFiles(root).catch((error: Error): PanelFiles => {
        options.onLack(`The report is without live panels. ${error.message}`);
        return { panels: [], files: [] };
      }),
      readClaims(),
      readTables(root),
      ...entries.map(({ notebook }) => conversions.prepare(notebook)),
    ]);
    const panels = live.panels.map(({ id, title, description, notebooks }) => ({
      href: panelHref(id),
      title,
      description,
      notebooks,
    }));
    const report = await renderReport(
      entries.map(({ notebook, context }) => ({
        notebook,
        context: {
          ...context,
          panels: panels.filter(({ notebooks }) => notebooks.test(context.name)),
        },
      })),
      { tables, panels, claims },
    );
    return { ...report, files: [...report.files, ...live.files] };
  } finally {
    conversions.close();
  }
}
