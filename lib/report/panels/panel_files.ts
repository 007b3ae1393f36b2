import type { ReportFile } from "../report_context.ts";
import { bundlePanels } from "./bundle_panels.ts";
import { type PanelEntry, panelHref, PANELS } from "./panel_list.ts";
import { renderPanel } from "./panel_page.ts";
import { notebookLinks } from "./panel_notebooks.ts";
import { readCount, readElections } from "./read_panel_data.ts";

/** The panels whose data there is, with their pages. */
export interface PanelFiles {
  readonly panels: readonly PanelEntry[];
  readonly files: readonly ReportFile[];
}

/** Renders the page of every panel whose tables are in the project. */
export async function panelFiles(root: string): Promise<PanelFiles> {
  const [elections, count, notebooks] = await Promise.all([
    readElections(root),
    readCount(root),
    notebookLinks(root),
  ]);
  const data = { elections: elections.length > 0 ? elections : null, count };
  const panels = PANELS.filter((panel) => data[panel.data] !== null);
  if (panels.length === 0) return { panels, files: [] };
  const program = await bundlePanels();
  return {
    panels,
    files: panels.map((panel) => ({
      path: panelHref(panel.id),
      content: renderPanel(
        panel,
        notebooks.filter(({ name }) => panel.notebooks.test(name)),
        data[panel.data],
        program,
      ),
    })),
  };
}
