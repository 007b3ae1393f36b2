import minisearch from "minisearch" with { type: "text" };
import { type Markup, markup, trusted } from "../markup.ts";
import { dataElement, pageShell } from "../page_shell.ts";
import { siteHeader } from "../site_header.ts";
import type { SearchEntry } from "./entry.ts";
import script from "./search.js" with { type: "text" };

/** The page's address. */
export const SEARCH_PAGE = "search.html";

/** The library as a script of the page's own: its comments go, and what it hands out stays a name of the script. */
function library(): string {
  const bare = minisearch.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n?/gm, "")
    .replace(/^[ \t]*\/\/.*\n?/gm, "");
  const handedOut = /export\s*\{\s*MiniSearch as default\s*\};?/;
  if (!handedOut.test(bare)) {
    throw new Error("Cannot make the search: minisearch: found no default export, expected one");
  }
  return bare.replace(handedOut, "");
}

/** Entries as rows, pages and kinds named once: what the page carries is searched in the browser. */
function rowsOf(entries: readonly SearchEntry[]): string {
  return JSON.stringify(entries.map(({ kind, title, href, text }) => [kind, title, href, text]));
}

/** Everything but single numbers as lists, for those without scripts. */
function lists(entries: readonly SearchEntry[]): Markup {
  const questions = entries.filter(({ kind }) => kind === "Question");
  const others = entries.filter(({ kind }) => kind === "Panel" || kind === "Claim");
  const link = ({ title, href, kind }: SearchEntry) =>
    markup`<li>${
      kind !== "Section" && kind !== "Figure" && kind !== "Table" &&
      markup`<span class="kind">${kind}</span> `
    }<a href="${href}">${title}</a></li>`;
  return markup`<div class="everything">
${
    questions.map(({ title, href }) =>
      markup`<details><summary>${title}</summary><ul><li><a href="${href}">The page</a></li>${
        entries.filter((entry) => entry.href.startsWith(`${href}#`) && entry.kind !== "Number").map(
          link,
        )
      }</ul></details>
`
    )
  }<details><summary>Panels and claims</summary><ul>${others.map(link)}</ul></details>
</div>`;
}

/** The page on which the whole report is searched: nothing leaves it, and it loads nothing. */
export function searchPage(entries: readonly SearchEntry[]): string {
  const body = markup`${siteHeader({ searched: true })}
<main id="content">
<h1>Search the report</h1>
<p class="intro">Questions, sections, claims, figures, tables and the numbers in them. Arrows go through what is found, Enter opens it; on every page the key / leads here.</p>
<div class="search" role="search">
<label for="search">Words or a number</label>
<input type="search" id="search" autocomplete="off" autocapitalize="off" spellcheck="false">
<p class="found" role="status"></p>
<ol class="results"></ol>
</div>
<h2>Everything, page by page</h2>
${lists(entries)}
</main>
${trusted(dataElement("entries", rowsOf(entries)))}`;
  return pageShell({
    kind: "index",
    title: "Search · Tallybook",
    description: "Search the report's questions, claims, figures, tables and numbers",
    body,
    scripts: [`${library()}\n${script}`],
  });
}
