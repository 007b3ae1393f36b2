import type { ClaimSummary } from "../claims/mod.ts";
import type { AnswerMark } from "./answer_mark.ts";
import { claimsOf } from "./claims_of.ts";
import { claimReviews } from "./claim_review.ts";
import { CLAIMS_SCRIPT } from "./claims_script.ts";
import { CLAIMS_STYLES, claimsDesk } from "./claims_section.ts";
import { figureFiles } from "./figure_files.ts";
import { figureMarkup } from "./figure_markup.ts";
import { fontFiles, formulaFontFiles } from "./font_files.ts";
import { type FigureRecord, readFigure } from "./figure_record.ts";
import { splitHeadline } from "./headline.ts";
import { highlightCode } from "./highlight.ts";
import { markdownText, renderInlineMarkdown, renderMarkdown } from "./markdown.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import type { NotebookDocument, PageCell } from "./notebook_document.ts";
import { renderOutput } from "./output_markup.ts";
import { answerNotes } from "./origins/answer_notes.ts";
import { numberElements } from "./origins/mark_numbers.ts";
import type { OutputNumbers } from "./origins/number_index.ts";
import { markProse, PageNumbers, tableMarkup } from "./origins/page_numbers.ts";
import { PAGE_SCRIPT, WHERE_FROM_SCRIPT } from "./page_script.ts";
import { dataElement, pageShell } from "./page_shell.ts";
import { PageState } from "./page_state.ts";
import { parametersOf } from "./parameters.ts";
import { provenanceMarkup } from "./provenance.ts";
import type { SearchEntry } from "./search/entry.ts";
import { pageEntries } from "./search/page_entries.ts";
import { HEADER_SCRIPT, siteHeader } from "./site_header.ts";
import { indexPicture, type Picture } from "./index_picture.ts";
import { pageCard } from "./page_card.ts";
import type { RenderContext, ReportFile } from "./report_context.ts";
import { SharedParts } from "./shared_parts.ts";

/** A notebook's page, its files, and what the index says of it. */
export interface RenderedNotebook {
  readonly name: string;
  readonly html: string;
  /** Files beside the page, paths relative to the report's folder. */
  readonly files: readonly ReportFile[];
  /** The question, in plain text. */
  readonly title: string;
  /** The word that opens the answer, for the index; null where none does. */
  readonly mark: AnswerMark | null;
  /** The answer in plain text, without its mark. */
  readonly answer: string;
  readonly picture: Picture | null;
  /** What the report's search finds on it. */
  readonly entries: readonly SearchEntry[];
  /** Whether formulas need KaTeX's fonts. */
  readonly usesFormulas: boolean;
  /** What went wrong when it ran, when something did. */
  readonly failure: string | null;
  /** The claims that it checked, one by one on its page. */
  readonly claims: readonly ClaimSummary[];
}

const HIDDEN = ["remove-cell", "remove_cell", "hidden"];
const WITHOUT_CODE = ["remove-input", "remove_input"];
const PARAMETERS = ["parameters", "injected-parameters"];

function codeMarkup(cell: PageCell): Markup | null {
  if (cell.source.trim() === "" || cell.tags.some((tag) => WITHOUT_CODE.includes(tag))) return null;
  const injected = cell.tags.includes("injected-parameters");
  const parameters = cell.tags.some((tag) => PARAMETERS.includes(tag));
  const name = injected ? "Parameters of this run" : parameters ? "Parameters" : "Code";
  const number = cell.executionCount === null ? "" : ` [${cell.executionCount}]`;
  return markup`
    <details class="code"${
    cell.executionCount !== null && markup` id="code-${cell.executionCount}"`
  }${parameters ? trusted(" open") : null}>
      <summary>${name}${number}</summary>
      <pre tabindex="0"><code>${highlightCode(cell.source)}</code></pre>
    </details>
  `;
}

function contents(page: PageState, { panels = [] }: RenderContext, claims: number): Markup {
  const sections = page.headings.filter((heading) => heading.level === 2);
  const entries = [
    ...sections,
    ...(claims > 0 ? [{ id: "desk", text: "The claims, one by one" }] : []),
    ...(panels.length > 0 ? [{ id: "panels", text: "Try it" }] : []),
    { id: "provenance", text: "Where this page comes from" },
  ];
  return markup`
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ol>${entries.map(({ id, text }) => markup`<li><a href="#${id}">${text}</a></li>`)}</ol>
    </nav>
  `;
}

/**
 * Renders an executed notebook as a page: its question and answer on top, prose,
 * figures and tables in order, code folded, and at the end what all of it rests
 * on. Nothing is executed; the same notebook and context give the same bytes.
 *
 * @param notebook As `documentOf()` gives it.
 *
 * @example A page of one cell
 * ```ts
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 * import { documentOf } from "./notebook_document.ts";
 * import { renderNotebook } from "./notebook_page.ts";
 *
 * const source = "# Who won?\n\nTrump, by 306 electors to 232.";
 * const page = await renderNotebook(documentOf({ cells: [{ cell_type: "markdown", metadata: {}, source }] }), {
 *   name: "02_electoral_college",
 *   versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
 * });
 * assertEquals(page.answer, "Trump, by 306 electors to 232.");
 * assertStringIncludes(page.html, "<h1>Who won?</h1>");
 * ```
 */
export async function renderNotebook(
  notebook: NotebookDocument,
  context: RenderContext,
): Promise<RenderedNotebook> {
  const numbers = context.numbers === undefined ? null : new PageNumbers(context.numbers);
  const marked = numbers === null ? notebook : markProse(notebook, numbers);
  const { headline, rest } = splitHeadline(marked, context.name);
  const parameters = parametersOf(rest);
  const claims = claimsOf(rest);
  const page = new PageState();
  const title = markdownText(headline.title);
  const shared = new SharedParts(context, title);
  if (!context.standalone) page.belowTable = (table) => shared.table(table);
  const lead = renderMarkdown(headline.lead, page);
  const files: ReportFile[] = [];
  const figures: { figure: FigureRecord; files: ReportFile[] }[] = [];
  const taken = new Set<string>();

  const addFigure = async (
    found: FigureRecord,
    shown: OutputNumbers | undefined,
  ): Promise<Markup> => {
    let id = found.id;
    for (let n = 2; taken.has(id); n++) id = `${found.id}_${n}`;
    taken.add(id);
    const figure = { ...found, id };
    const own = await figureFiles(figure, `figures/${context.name}`, context, parameters);
    files.push(...own);
    figures.push({ figure, files: own });
    const origins = numbers === null || shown === undefined ? undefined : { page: numbers, shown };
    const share = context.standalone
      ? undefined
      : (id: string, number: number) => shared.figure(figure, own, id, number);
    return figureMarkup(figure, own, page, { standalone: context.standalone, origins, share });
  };

  const flow: Markup[] = [];
  for (const [c, cell] of rest.cells.entries()) {
    if (cell.tags.some((tag) => HIDDEN.includes(tag))) continue;
    if (cell.kind === "markdown") {
      flow.push(renderMarkdown(cell.source, page, { attachments: cell.attachments }));
    } else if (cell.kind === "code") {
      const code = codeMarkup(cell);
      if (code !== null) flow.push(code);
      for (const [o, output] of cell.outputs.entries()) {
        const figure = readFigure(output);
        const origins = numbers?.of(c, o);
        const shown = figure !== null
          ? await addFigure(figure, origins)
          : numbers !== null && origins?.shown === "table"
          ? tableMarkup(output, origins, numbers, page)
          : renderOutput(output, page);
        if (shown !== null) flow.push(shown);
      }
    }
  }
  if (context.source !== undefined) {
    files.push({ path: `notebooks/${context.name}.ipynb`, content: context.source });
  }
  const known = numbers !== null && numbers.listed.length > 0 ? numbers : null;
  if (known !== null && !context.standalone) {
    files.push({ path: `${context.name}.numbers.json`, content: known.indexFile(context.name) });
  }
  files.push(...shared.files);
  const description = [headline.mark && `${headline.mark}.`, headline.answer || title]
    .filter((part) => part !== null).join(" ");
  const first = figures[0];
  const { picture, file } = await indexPicture(first?.figure, first?.files ?? [], context);
  if (file !== null) files.push(file);
  const card = context.standalone ? null : await pageCard(context, title, description);
  if (card !== null) files.push(card);
  const body = markup`
    ${context.standalone ? markup`<header class="site">Tallybook</header>` : siteHeader()}
    <main id="content">
      <article>
    <header class="headline">
    <h1>${renderInlineMarkdown(headline.title, page)}</h1>
    ${context.failure === undefined ? null : failureMarkup(context.failure)}
    <div class="lead">${lead}</div>
    </header>
    ${contents(page, context, claims.length)}
    <div class="flow">
    ${flow.map((part) => markup`${part}\n`)}
    ${claims.length > 0 && claimsDesk(claims, new Set(context.pages))}
    ${panelLinks(context)}
    ${known !== null && answerNotes(known, lead.toString())}
    ${provenanceMarkup(context, parameters, title, known !== null)}
    </div>
      </article>
    </main>
    ${!context.standalone && pageLinks(context)}
  `;
  const numbered = known === null ? body : trusted(
    numberElements(body.toString()) +
      dataElement(
        "numbers",
        known.pageData(context.standalone ? "" : `${context.name}.numbers.json`),
      ),
  );
  const html = pageShell({
    kind: "notebook",
    title: `${title} · Tallybook`,
    description,
    ...(context.standalone ? {} : {
      preview: {
        title,
        description,
        path: `${context.name}.html`,
        card: card === null ? undefined : { path: card.path, alt: `${title} ${description}` },
        address: context.address,
      },
    }),
    body: numbered,
    formulas: page.formulas,
    scripts: [
      ...(context.standalone ? [] : [HEADER_SCRIPT]),
      PAGE_SCRIPT,
      ...(known === null ? [] : [WHERE_FROM_SCRIPT]),
      ...(claims.length > 0 ? [CLAIMS_SCRIPT] : []),
    ],
    ...(claims.length > 0
      ? { styles: [CLAIMS_STYLES], data: [claimReviews(claims, `${context.name}.html`)] }
      : {}),
    ...(context.standalone
      ? { fonts: [...fontFiles(), ...(page.formulas.used ? await formulaFontFiles() : [])] }
      : {}),
  });
  return {
    name: context.name,
    html,
    // Numbers of the page are found by the report's search; one file for itself has none.
    entries: context.standalone ? [] : pageEntries(html, `${context.name}.html`),
    files,
    title,
    mark: headline.mark,
    answer: headline.answer,
    picture,
    usesFormulas: page.formulas.used,
    failure: context.failure ?? null,
    claims,
  };
}

const failureMarkup = (failure: string): Markup =>
  markup`
    <div class="failure">
      <p><strong>This notebook did not run to its end.</strong> What follows is what it gave until then.</p>
      <pre tabindex="0">${failure}</pre>
    </div>
  `;

function panelLinks({ panels = [] }: RenderContext): Markup | null {
  if (panels.length === 0) return null;
  return markup`
    <aside class="panels" aria-labelledby="panels">
      <h2 id="panels">Try it</h2>
      <ul>${panels.map(({ href, title }) => markup`<li><a href="${href}">${title}</a></li>`)}</ul>
    </aside>
  `;
}

function pageLinks({ previous, next }: RenderContext): Markup {
  return markup`<nav class="pages" aria-label="Other notebooks">
${
    previous &&
    markup`<a rel="prev" href="${previous.href}"><span>Before</span> ${previous.title}</a>`
  }
<a href="index.html"><span>All</span> Questions and answers</a>
${next && markup`<a rel="next" href="${next.href}"><span>Next</span> ${next.title}</a>`}
</nav>`;
}
