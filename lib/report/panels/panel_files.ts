import type { ReportFile } from "../report_context.ts";
import { bundlePanels } from "./bundle_panels.ts";
import { panelAudits, panelCount, panelElections } from "./panel_data.ts";
import { panelHref, PANELS } from "./panel_list.ts";
import { renderPanel } from "./panel_page.ts";
import type { NotebookLink } from "./panel_page.ts";

/**
 * Renders the page of every panel.
 *
 * @param notebooks The notebooks' pages, to which those of the panels lead back.
 * @throws {BundleError} when Deno's bundler fails.
 * @throws {DataError} when a table is missing or broken.
 */
export async function panelFiles(notebooks: readonly NotebookLink[]): Promise<ReportFile[]> {
  const data = { elections: panelElections(), count: panelCount(), audits: panelAudits() };
  const program = await bundlePanels();
  return PANELS.map((panel) => ({
    path: panelHref(panel.id),
    content: renderPanel(
      panel,
      notebooks.filter(({ name }) => panel.notebooks.includes(name)),
      data[panel.data],
      program,
    ),
  }));
}
