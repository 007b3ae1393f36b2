import { join } from "node:path";
import type { ClaimSummary } from "../claims/mod.ts";
import { CLAIMS_NOTEBOOK } from "./claims_section.ts";
import type { Erratum } from "./errata_page.ts";
import { figureConversions } from "./figure_conversions.ts";
import { BundleError } from "./panels/bundle_panels.ts";
import { panelFiles } from "./panels/panel_files.ts";
import { panelHref, PANELS } from "./panels/panel_list.ts";
import { readTables } from "./project_facts.ts";
import { type RenderLimits, RenderPool } from "./render_pool.ts";
import { linkTo, renderReport, type Report, type ReportEntry } from "./render_report.ts";
import type { Versions } from "./report_context.ts";

const PREPARE_MS = 120_000;

/** Waits for conversions that are made ahead, for as long as a page may take. */
async function prepared(work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, PREPARE_MS);
  await Promise.race([work.catch(() => {}), late.promise]);
  clearTimeout(timer);
}

/** The claims are computed from the tables: loading what that takes is left until it is needed. */
async function readClaims(): Promise<readonly ClaimSummary[]> {
  return (await import("../claims/mod.ts")).claimSummaries();
}

async function readErrata(): Promise<readonly Erratum[]> {
  return (await import("../data/mod.ts")).loadErrata().toRecords();
}

/**
 * Renders a project's whole report from its executed notebooks: pages, panels, claims, files.
 *
 * @param limits What one page may take.
 * @param onLack Told what the report has to do without.
 */
export async function makeReport(
  root: string,
  entries: readonly ReportEntry[],
  versions: Versions,
  onLack: (message: string) => void,
  limits: RenderLimits = {},
): Promise<Report> {
  const conversions = figureConversions(join(root, ".tallybook/figures"), versions.lock);
  const pool = new RenderPool(limits);
  const links = entries.map((entry) => ({ ...linkTo(entry), name: entry.context.name }));
  try {
    // The cards stand on the page of their notebook; a report without it has no claims.
    const withClaims = entries.some(({ context }) => context.name === CLAIMS_NOTEBOOK);
    const [live, claims, errata, tables] = await Promise.all([
      panelFiles(links).catch((error: unknown) => {
        // Only the bundler is not ours; whatever else fails is a fault, and ends the task.
        if (!(error instanceof BundleError)) throw error;
        onLack(`The report is without live panels. ${error.message}`);
        return [];
      }),
      withClaims ? readClaims() : [],
      withClaims ? readErrata() : [],
      readTables(root),
      // What cannot be converted is told by the page that needs it.
      ...entries.map(({ notebook }) => prepared(conversions.prepare(notebook))),
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
          panels: panels.filter(({ notebooks }) => notebooks.includes(context.name)),
        },
      })),
      { tables, panels, claims, errata },
      ({ notebook, context }) => pool.render({ root, notebook, context }),
    );
    const failed = new Set(entries.flatMap(({ context }) => context.failure ? [context.name] : []));
    for (const { name, failure } of report.pages) {
      if (failure !== null && !failed.has(name)) onLack(failure);
    }
    return { ...report, files: [...report.files, ...live] };
  } finally {
    conversions.close();
    pool.close();
  }
}
