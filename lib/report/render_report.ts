import { fontFiles, formulaFontFiles } from "./font_files.ts";
import { type IndexContext, renderIndex } from "./index_page.ts";
import { type RenderedNotebook, renderNotebook } from "./notebook_page.ts";
import { splitHeadline } from "./headline.ts";
import { markdownText } from "./markdown.ts";
import { parseNotebook } from "./notebook_document.ts";
import type { PageLink, RenderContext, ReportFile } from "./report_context.ts";

/** A notebook to render: its JSON value and what its page says beside it. */
export interface ReportEntry {
  readonly notebook: unknown;
  readonly context: Omit<RenderContext, "previous" | "next">;
}

/** A whole report, ready to be written. */
export interface Report {
  readonly files: readonly ReportFile[];
  readonly pages: readonly RenderedNotebook[];
}

/** How a notebook becomes a page: in this process, or in one of its own. */
export type Render = (entry: {
  readonly notebook: unknown;
  readonly context: RenderContext;
}) => Promise<RenderedNotebook>;

/** A page that says what kept its notebook from being rendered. */
function failedPage(context: RenderContext, error: unknown): Promise<RenderedNotebook> {
  const reason = error instanceof Error ? error.message : String(error);
  const failure = `Cannot render notebooks/${context.name}.ipynb: ${reason}`;
  const notebook = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  return renderNotebook(notebook, { ...context, failure });
}

function linkTo({ notebook, context }: ReportEntry): PageLink {
  try {
    return titledLink({ notebook, context });
  } catch {
    // Its page says what is wrong with it.
    return { href: `${context.name}.html`, title: context.name.replaceAll("_", " ") };
  }
}

function titledLink({ notebook, context }: ReportEntry): PageLink {
  const { headline } = splitHeadline(parseNotebook(notebook, context.name), context.name);
  return { href: `${context.name}.html`, title: markdownText(headline.title) };
}

/**
 * Renders all pages of a report with the files they need: a page a notebook, in
 * the order given, the index, and the fonts. The same input gives the same bytes.
 * What cannot be rendered gets a page that says why, and the others are whole.
 *
 * @example A report of one notebook
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { renderReport } from "./render_report.ts";
 *
 * const { files } = await renderReport([{
 *   notebook: { nbformat: 4, cells: [{ cell_type: "markdown", source: "# Who won?" }] },
 *   context: { name: "01_votes", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } },
 * }]);
 * assertEquals(files.slice(0, 2).map(({ path }) => path), ["index.html", "01_votes.html"]);
 * ```
 */
export async function renderReport(
  entries: readonly ReportEntry[],
  index: IndexContext = {},
  render: Render = ({ notebook, context }) => renderNotebook(notebook, context),
): Promise<Report> {
  const links = entries.map(linkTo);
  const pages = await Promise.all(entries.map(({ notebook, context: own }, i) => {
    const [previous, next] = [links[i - 1], links[i + 1]];
    const context = { ...own, ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
    return render({ notebook, context }).catch((error) => failedPage(context, error));
  }));
  const files: ReportFile[] = [
    { path: "index.html", content: renderIndex(pages, index) },
    ...pages.flatMap((page) => [{ path: `${page.name}.html`, content: page.html }, ...page.files]),
    ...fontFiles(),
    ...(pages.some((page) => page.usesFormulas) ? await formulaFontFiles() : []),
  ];
  return { files, pages };
}
