import type { ReportFile } from "../report_context.ts";
import { packKnown } from "../own_returns/known_pack.ts";
import { OWN_RETURNS_HREF, renderOwnReturns } from "../own_returns/own_returns_page.ts";
import { bundlePanels, bundleProgram } from "./bundle_panels.ts";
import { panelAudits, panelCount, panelElections } from "./panel_data.ts";
import { panelHref, PANELS } from "./panel_list.ts";
import { renderPanel } from "./panel_page.ts";
import type { NotebookLink } from "./panel_page.ts";

/**
 * Renders the page of every panel, and the one on which a reader checks a file of their own.
 *
 * @param notebooks The notebooks' pages, to which those of the panels lead back.
 * @throws {BundleError} when Deno's bundler fails.
 * @throws {DataError} when a table is missing or broken.
 */
export async function panelFiles(notebooks: readonly NotebookLink[]): Promise<ReportFile[]> {
  const data = { elections: panelElections(), count: panelCount(), audits: panelAudits() };
  const [program, own, worker] = await Promise.all([
    bundlePanels(),
    bundleProgram("report/own_returns/client/main.ts"),
    bundleProgram("report/own_returns/client/worker.ts"),
  ]);
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
