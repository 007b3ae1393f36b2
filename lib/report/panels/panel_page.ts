import { allTables } from "../../data/tables/all.ts";
import { type Markup, markup, trusted } from "../markup.ts";
import { pageShell } from "../page_shell.ts";
import { HEADER_SCRIPT, siteHeader } from "../site_header.ts";
import panelStyles from "../style/panel.css" with { type: "text" };
import config from "../../../deno.json" with { type: "json" };
import type { PageLink } from "../report_context.ts";
import type { PanelEntry } from "./panel_list.ts";
import { PANEL_SOURCES, type PanelTable } from "./panel_sources.ts";

/** A notebook's page with the notebook's name, by which panels know theirs. */
export interface NotebookLink extends PageLink {
  readonly name: string;
}

/** JSON inside a script element: what could end the element is spelled in another way. */
const embedded = (data: unknown) =>
  trusted(
    `<script type="application/json" id="panel-data">${
      JSON.stringify(data).replaceAll("<", "\\u003c")
    }</script>`,
  );

/** A table's file. */
const fileOf = (table: PanelTable) => allTables.find(({ name }) => name === table)!.file;

/** What the panel rests on, and the pages that it belongs to. */
function origin({ tables }: PanelEntry, notebooks: readonly PageLink[]): Markup {
  const sources = tables.map((table, i) =>
    markup`${i > 0 ? "; " : ""}<code>${fileOf(table)}</code> (${PANEL_SOURCES[table]})`
  );
  const pages = notebooks.map(({ href, title }, i) =>
    markup`${i > 0 ? " · " : ""}<a href="${href}">${title}</a>`
  );
  return markup`<p class="caveat"><strong>Data.</strong> ${sources}.</p>
${pages.length > 0 ? markup`<p class="caveat"><strong>See</strong> ${pages}</p>` : null}`;
}

/** A live panel's page: its data and its program are in the page, and it asks for nothing else. */
export function renderPanel(
  panel: PanelEntry,
  notebooks: readonly PageLink[],
  data: unknown,
  program: string,
): string {
  const body = markup`${siteHeader()}<main id="content">
<h1>${panel.title}</h1>
<p class="intro">${panel.description} ${panel.limit}</p>
<div id="panel" data-panel="${panel.id}" data-title="${panel.title}" data-version="${config.version}">
<noscript><p>This panel computes in the page and needs scripts. The notebooks' pages show their results without.</p></noscript>
</div>
<p class="caveat"><strong>What it assumes.</strong> ${panel.caveat} The address of this page keeps what is set, so that a scenario can be cited.</p>
${origin(panel, notebooks)}
</main>
${embedded(data)}`;
  return pageShell({
    kind: "panel",
    title: `${panel.title} · Tallybook`,
    description: panel.description,
    body,
    styles: [panelStyles],
    scripts: [HEADER_SCRIPT, program],
  });
}
