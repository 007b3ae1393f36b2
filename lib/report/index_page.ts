import { ERRATA_HREF, type Erratum } from "./errata_page.ts";
import { claimsOverview } from "./claims_section.ts";
import { type Fragment, type Markup, markup } from "./markup.ts";
import type { RenderedNotebook } from "./notebook_page.ts";
import { pageShell } from "./page_shell.ts";
import { HEADER_SCRIPT, siteHeader } from "./site_header.ts";
import type { PageLink } from "./report_context.ts";

/** What the index says of one notebook. */
export type IndexEntry = Pick<
  RenderedNotebook,
  "name" | "title" | "mark" | "answer" | "picture" | "failure" | "claims"
>;

/** A table of data/ as the index lists it. */
export interface TableEntry {
  readonly path: string;
  readonly title: string;
  readonly description?: string;
}

/** What stands on the index beside the notebooks. */
export interface IndexContext {
  /** Tables of the project, from datapackage.json. */
  readonly tables?: readonly TableEntry[];
  readonly panels?: readonly (PageLink & { readonly description: string })[];
  /** Rooms of the library whose functions have a page. */
  readonly api?: readonly string[];
  /** Its version: number in its folder, and id. */
  readonly report?: { readonly number: number; readonly id: string };
  /** Where the report stands on the web, ending with a slash. */
  readonly address?: string;
  /** Its picture for social media, by path. */
  readonly card?: string;
  /** What the pages said and no longer say; a page of its own when there is any. */
  readonly errata?: readonly Erratum[];
}

/** The report's name. */
export const INDEX_TITLE = "Presidential vote counts: what the numbers say";

/** What the report is about. */
export const INDEX_INTRO =
  "Who won by how much under which rule, what third parties and voting machines had to do with it, how one close election compares with the others, and which numbers in the news hold up.";

function question(entry: IndexEntry): Markup {
  const href = `${entry.name}.html`;
  return markup`
    <li>
    <div><h3><a href="${href}">${entry.title}</a></h3>
    ${entry.failure !== null && markup`<p class="alarm">This notebook did not run to its end.</p>`}
    <p>${
    entry.mark !== null && markup`<span class="mark">${entry.mark}</span> `
  }${entry.answer}</p></div>
    ${
    entry.picture &&
    markup`
        <a class="picture" href="${href}" tabindex="-1"
          aria-hidden="true"><img src="${entry.picture.path}" width="${entry.picture.width}" height="${entry.picture.height}" alt="" loading="lazy">${
      entry.picture.title !== undefined && markup`<span>${entry.picture.title}</span>`
    }</a>
      `
  }
    </li>
  `;
}

function panelList(panels: IndexContext["panels"]): Markup | null {
  if (!panels?.length) return null;
  return markup`
    <section aria-labelledby="try">
      <h2 id="try">Change the assumptions</h2>
      <ul class="panel-list">${
    panels.map(({ href, title, description }) =>
      markup`<li><a href="${href}">${title}</a><br>${description}</li>`
    )
  }</ul>
    </section>
  `;
}

function describedBy(title: string, description: string | undefined): Fragment {
  if (!description) return title;
  return markup`<details><summary>${title}</summary><p class="soft">${description}</p></details>`;
}

function tableList(tables: IndexContext["tables"]): Markup | null {
  if (!tables?.length) return null;
  return markup`
    <section class="tables" aria-labelledby="data">
      <h2 id="data">The data</h2>
      <p>Each table is rebuilt from the published files; every source is described, with its hash, beside the tables in <code>data/</code>.</p>
      <div class="table-box" role="region" tabindex="0" aria-label="The tables">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">What it holds</th>
            </tr>
          </thead>
          <tbody>${
    tables.map(({ path, title, description }) =>
      markup`
              <tr>
                <td><code>${path}</code></td>
                <td>${describedBy(title, description)}</td>
              </tr>
            `
    )
  }</tbody>
        </table>
      </div>
    </section>
  `;
}

/**
 * The report's first page: the questions with their answers, the panels, the
 * claims, the data.
 *
 * @example One question
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { renderIndex } from "./index_page.ts";
 *
 * const html = renderIndex([
 *   { name: "01_votes", title: "Who won?", mark: null, answer: "She did.", picture: null, failure: null, claims: [] },
 * ]);
 * assertStringIncludes(html, '<a href="01_votes.html">Who won?</a>');
 * ```
 */
export function renderIndex(pages: readonly IndexEntry[], context: IndexContext = {}): string {
  const body = markup`
    ${siteHeader({ home: true })}
    <main id="content">
    <h1>${INDEX_TITLE}</h1>
    <p class="intro">${INDEX_INTRO} Each question has a page with its data, its calculation and its limits; every number on it is computed from the tables or given with its source.</p>
    <section aria-labelledby="questions"><h2 id="questions">Questions and answers</h2>
    <ul class="questions">
    ${pages.map(question)}</ul></section>
    ${panelList(context.panels)}
    ${
    pages.filter(({ claims }) => claims.length > 0)
      .map(({ name, claims }) => claimsOverview(claims, `${name}.html`))
  }
    ${tableList(context.tables)}
    </main>
    <footer>
      ${
    (context.errata ?? []).length > 0 &&
    markup`<p>What the pages said and no longer say is listed under <a href="${ERRATA_HREF}">Corrections</a>.</p>`
  }
      <p>The pages hold all that they need and load nothing from elsewhere. They can be copied, printed and read without a connection. <a href="ro-crate-metadata.json">The report’s description</a> (RO-Crate) lists every file with its hash.${
    context.api &&
    markup` The library’s functions, with examples: ${
      context.api.map((room, i) => markup`${i > 0 && ", "}<a href="api_${room}.html">${room}</a>`)
    }.`
  }${
    context.report &&
    markup` <a href="changes.html">Version ${
      String(context.report.number)
    }</a> (${context.report.id}).`
  }</p>
    </footer>
  `;
  return pageShell({
    kind: "index",
    title: "Tallybook: presidential vote counts",
    description: "Presidential vote counts: questions, answers, figures and data",
    body,
    scripts: [HEADER_SCRIPT],
    preview: {
      title: INDEX_TITLE,
      description: INDEX_INTRO,
      path: "index.html",
      card: context.card === undefined ? undefined : { path: context.card, alt: INDEX_INTRO },
      address: context.address,
    },
  });
}
