import type { ReportFile } from "../report_context.ts";
import { packKnown } from "../own_returns/known_pack.ts";
import { OWN_RETURNS_HREF, renderOwnReturns } from "../own_returns/own_returns_page.ts";
import { bundlePrograms, PANELS_ENTRY } from "./bundle_panels.ts";
import { panelAudits, panelCount, panelElections } from "./panel_data.ts";
import { panelHref, PANELS } from "./panel_list.ts";
import { renderPanel } from "./panel_page.ts";
import type { NotebookLink } from "./panel_page.ts";

/** The panels' program, that of the page for a reader's own file, and its worker. */
const PROGRAMS = [
  PANELS_ENTRY,
  "report/own_returns/client/main.ts",
  "report/own_returns/client/worker.ts",
];

/**
 * Renders the page of every panel, and the one on which a reader checks a file of their own.
 *
 * @param notebooks The notebooks' pages, to which those of the panels lead back.
 * @param bundle Makes the programs of the pages; Deno's bundler unless given.
 * @throws {BundleError} when Deno's bundler fails.
 * @throws {DataError} when a table is missing or broken.
 */
export async function panelFiles(
  notebooks: readonly NotebookLink[],
  bundle: (entries: readonly string[]) => Promise<string[]> = bundlePrograms,
): Promise<ReportFile[]> {
  const data = { elections: panelElections(), count: panelCount(), audits: panelAudits() };
  const [program, own, worker] = await bundle(PROGRAMS) as [string, string, string];
  const pages = PANELS.map((panel) => ({
    path: panelHref(panel.id),
    content: renderPanel(
      panel,
      notebooks.filter(({ name }) => panel.notebooks.includes(name)),
      data[panel.data],
      program,
    ),
  }));
  return [
    ...pages,
    { path: OWN_RETURNS_HREF, content: renderOwnReturns(own, worker, packKnown()) },
  ];
}
