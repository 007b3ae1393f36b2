import { allEntries } from "./search/all_entries.ts";
import { SEARCH_PAGE, searchPage } from "./search/search_page.ts";
import { ERRATA_HREF, renderErrata } from "./errata_page.ts";
import { fontFiles, formulaFontFiles } from "./font_files.ts";
import { type IndexContext, renderIndex } from "./index_page.ts";
import { type RenderedNotebook, renderNotebook } from "./notebook_page.ts";
import { splitHeadline } from "./headline.ts";
import { markdownText } from "./markdown.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import type { PageLink, RenderContext, ReportFile } from "./report_context.ts";

/** A notebook to render, and what its page says beside it. */
export interface ReportEntry {
  readonly notebook: NotebookDocument;
  readonly context: Omit<RenderContext, "previous" | "next">;
}

/** A whole report, ready to be written. */
export interface Report {
  readonly files: readonly ReportFile[];
  readonly pages: readonly RenderedNotebook[];
}

/**
 * How a notebook becomes a page: in this process, or in one of its own. `onSent` may be called when there is
 * nothing more to do here until the page comes.
 */
export type Render = (
  entry: { readonly notebook: NotebookDocument; readonly context: RenderContext },
  onSent?: () => void,
) => Promise<RenderedNotebook>;

/** A page that says what kept its notebook from being rendered. */
function failedPage(context: RenderContext, error: unknown): Promise<RenderedNotebook> {
  const reason = error instanceof Error ? error.message : String(error);
  const failure = `Cannot render notebooks/${context.name}.ipynb: ${reason}`;
  // Whatever converts drawings may be what failed.
  const { convert: _convert, ...bare } = context;
  return renderNotebook({ cells: [] }, { ...bare, failure });
}

/** The page that has the claims one by one. */
function deskOf(pages: readonly RenderedNotebook[]): string | undefined {
  const desk = pages.find(({ claims }) => claims.length > 0);
  return desk && `${desk.name}.html`;
}

/** The link to a notebook's page: its title, or its name where it has none. */
export function linkTo({ notebook, context }: Pick<ReportEntry, "notebook" | "context">): PageLink {
  const { headline } = splitHeadline(notebook, context.name);
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
 * import { documentOf } from "./notebook_document.ts";
 * import { renderReport } from "./render_report.ts";
 *
 * const cell = { cell_type: "markdown" as const, metadata: {}, source: "# Who won?" };
 * const { files } = await renderReport([{
 *   notebook: documentOf({ cells: [cell] }),
 *   context: { name: "01_votes", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } },
 * }]);
 * assertEquals(files.slice(0, 3).map(({ path }) => path), [
 *   "index.html",
 *   "search.html",
 *   "01_votes.html",
 * ]);
 * ```
 */
export async function renderReport(
  entries: readonly ReportEntry[],
  index: IndexContext = {},
  render: Render = ({ notebook, context }) => renderNotebook(notebook, context),
): Promise<Report> {
  const links = entries.map(linkTo);
  const { errata = [] } = index;
  const corrected = errata.length > 0 ? [ERRATA_HREF] : [];
  const all = [...links.map(({ href }) => href), ...corrected];
  const pages = await Promise.all(entries.map(({ notebook, context: own }, i) => {
    const [previous, next] = [links[i - 1], links[i + 1]];
    const context = {
      ...own,
      ...(previous ? { previous } : {}),
      ...(next ? { next } : {}),
      pages: all,
    };
    return render({ notebook, context }).catch((error) => failedPage(context, error));
  }));
  const files: ReportFile[] = [
    { path: "index.html", content: renderIndex(pages, index) },
    { path: SEARCH_PAGE, content: searchPage(allEntries(pages, index)) },
    ...corrected.map((path) => ({
      path,
      content: renderErrata(
        errata,
        new Map(entries.map(({ context: { name } }, i) => [name, links[i]!])),
        deskOf(pages),
      ),
    })),
    ...pages.flatMap((page) => [{ path: `${page.name}.html`, content: page.html }, ...page.files]),
    ...fontFiles(),
    ...(pages.some((page) => page.usesFormulas) ? await formulaFontFiles() : []),
  ];
  return { files, pages };
}
