import { highlightCode } from "../highlight.ts";
import { renderMarkdown } from "../markdown.ts";
import { type Markup, markup } from "../markup.ts";
import { pageShell } from "../page_shell.ts";
import { PageState } from "../page_state.ts";
import type { ReportFile } from "../report_context.ts";
import { HEADER_SCRIPT, siteHeader } from "../site_header.ts";
import type { DocumentedRoom, DocumentedSymbol } from "./read_docs.ts";

/** The page of a room's functions, by its path in the report. */
export const apiPath = (room: string): string => `api_${room}.html`;

const TITLES: Readonly<Record<string, string>> = {
  throws: "Refuses",
  param: "Takes",
  return: "Gives",
  returns: "Gives",
  example: "Example",
};

/** A tag of a doc comment: an example's code highlighted, other text as prose. */
function tagMarkup({ kind, name, doc }: DocumentedSymbol["tags"][number], page: PageState): Markup {
  const [, title, code] = /^([\s\S]*?)```ts\n([\s\S]*?)```/u.exec(doc) ?? [];
  const label = TITLES[kind] ?? kind;
  if (code !== undefined) {
    return markup`<dt>${
      [label, title?.trim()].filter(Boolean).join(": ")
    }</dt><dd><pre tabindex="0"><code>${highlightCode(code.trimEnd())}</code></pre></dd>`;
  }
  return markup`<dt>${label}${name && markup` <code>${name}</code>`}</dt><dd>${
    renderMarkdown(doc, page)
  }</dd>`;
}

function symbolMarkup(symbol: DocumentedSymbol, id: string, page: PageState): Markup {
  const { name, declaration, doc, tags, members } = symbol;
  return markup`<section><h2 id="${id}"><code>${name}</code></h2>
<pre tabindex="0"><code>${highlightCode(declaration)}</code></pre>
${renderMarkdown(doc, page)}
${
    members.length > 0 &&
    markup`<dl>${
      members.map(({ name, doc }) =>
        markup`<dt><code>${name}</code></dt><dd>${renderMarkdown(doc, page)}</dd>`
      )
    }</dl>`
  }
${tags.length > 0 && markup`<dl>${tags.map((tag) => tagMarkup(tag, page))}</dl>`}
</section>`;
}

/**
 * A page a room of the library: each exported function and type with its declaration, doc comment and
 * examples, which the tests run.
 */
export function apiPages(rooms: readonly DocumentedRoom[]): ReportFile[] {
  return rooms.map(({ name, about, symbols }) => {
    const page = new PageState();
    // A type and a function may differ by case alone: `Figure` and `figure`.
    const ids = symbols.map(({ name }) => page.uniqueId(name, "symbol"));
    const body = markup`${siteHeader()}<main id="content"><h1><code>tallybook/${name}</code></h1>
${renderMarkdown(about, page)}
<p class="soft">Other rooms: ${
      rooms.filter((room) => room.name !== name).map((room, i) =>
        markup`${i > 0 && ", "}<a href="${apiPath(room.name)}">${room.name}</a>`
      )
    }.</p>
<details><summary>All names: ${String(symbols.length)}</summary><p>${
      symbols.map(({ name }, i) => markup`${i > 0 && ", "}<a href="#${ids[i]!}">${name}</a>`)
    }</p></details>
${symbols.map((symbol, i) => symbolMarkup(symbol, ids[i]!, page))}</main>`;
    return {
      path: apiPath(name),
      content: pageShell({
        kind: "index",
        title: `tallybook/${name} · Tallybook`,
        description: `Functions and types of tallybook/${name}`,
        body,
        formulas: page.formulas,
        scripts: [HEADER_SCRIPT],
      }),
    };
  });
}
