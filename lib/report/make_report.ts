import { join } from "node:path";
import type { ClaimSummary } from "../claims/mod.ts";
import { figureConversions } from "./figure_conversions.ts";
import { BundleError } from "./panels/bundle_panels.ts";
import { panelFiles } from "./panels/panel_files.ts";
import { panelHref, PANELS } from "./panels/panel_list.ts";
import { readTables } from "./project_facts.ts";
import { renderReport, type Report, type ReportEntry } from "./render_report.ts";
import type { Versions } from "./report_context.ts";

/** The claims are computed from the tables: loading what that takes is left until it is needed. */
async function readClaims(): Promise<readonly ClaimSummary[]> {
  return (await import("../claims/mod.ts")).claimSummaries();
}

/**
 * Renders a project's whole report from its executed notebooks: pages, panels, claims, files.
 *
 * @param onLack Told what the report has to do without.
 */
export async function makeReport(
  root: string,
  entries: readonly ReportEntry[],
  versions: Versions,
  onLack: (message: string) => void,
): Promise<Report> {
  const conversions = figureConversions(join(root, ".tallybook/figures"), versions.lock);
  const { svgToPdf, svgToFile } = conversions;
  try {
    const [live, claims, tables] = await Promise.all([
      panelFiles(root).catch((error: unknown) => {
        // Only the bundler is not ours; whatever else fails is a fault, and ends the task.
        if (!(error instanceof BundleError)) throw error;
        onLack(`The report is without live panels. ${error.message}`);
        return [];
      }),
      readClaims(),
      readTables(root),
      ...entries.map(({ notebook }) => conversions.prepare(notebook)),
    ]);
    const panels = (live.length > 0 ? PANELS : []).map(({ id, title, description, notebooks }) => ({
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
          svgToPdf,
          svgToFile,
          panels: panels.filter(({ notebooks }) => notebooks.test(context.name)),
        },
      })),
      { tables, panels, claims },
    );
    return { ...report, files: [...report.files, ...live] };
  } finally {
    conversions.close();
  }
}
