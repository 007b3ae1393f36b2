import { type Markup, markup } from "../markup.ts";
import { pageShell } from "../page_shell.ts";
import type { PageLink } from "../report_context.ts";
import { HEADER_SCRIPT, siteHeader } from "../site_header.ts";
import type { PageChanges } from "./moved_numbers.ts";
import type { ReportVersion } from "./report_versions.ts";

/** The name of the page of a report's versions. */
export const CHANGES_PAGE = "changes.html";

/** Lines of one kind that a page lists; the list of versions has all. */
const MOST = 60;

const more = (all: readonly unknown[]) =>
  all.length > MOST &&
  markup`<p class="soft">And ${
    String(all.length - MOST)
  } more, in <a href="versions.json">versions.json</a>.</p>`;

/** @param where The page and the version: regions of one name could not be told apart. */
function movedTable({ moved }: PageChanges, where: string): Markup | null {
  if (moved.length === 0) return null;
  const rows = moved.slice(0, MOST).flatMap(({ line, moved }) =>
    moved.map(({ before, after }) =>
      markup`<tr><td align="right">${before}</td><td align="right">${after}</td><td>${line}</td></tr>\n`
    )
  );
  return markup`<div class="table-box" role="region" tabindex="0" aria-label="${`Numbers that moved, ${where}`}"><table>
<thead><tr><th scope="col">Before</th><th scope="col">Now</th><th scope="col">In</th></tr></thead>
<tbody>${rows}</tbody></table></div>${more(moved)}`;
}

const lineList = (title: string, lines: readonly string[]): Markup | null =>
  lines.length === 0
    ? null
    : markup`<details><summary>${title}: ${String(lines.length)}</summary><ul>${
      lines.slice(0, MOST).map((line) => markup`<li>${line}</li>`)
    }</ul>${more(lines)}</details>`;

function versionMarkup(version: ReportVersion, titles: ReadonlyMap<string, string>): Markup {
  const { number, id, library, changes, newPages, gonePages } = version;
  const pages = Object.entries(changes);
  const nothing = number === 1
    ? "The first version in this folder: there is none to compare with."
    : "No page shows anything else; tables, library or dependencies changed.";
  const quiet = pages.length + newPages.length + gonePages.length === 0;
  return markup`<section aria-labelledby="version-${String(number)}">
<h2 id="version-${String(number)}">Version ${
    String(number)
  } <span class="soft">${id}, Tallybook ${library}</span></h2>
${quiet && markup`<p>${nothing}</p>`}
${newPages.length > 0 && markup`<p>New pages: ${newPages.join(", ")}.</p>`}
${gonePages.length > 0 && markup`<p>Pages no longer there: ${gonePages.join(", ")}.</p>`}
${
    pages.map(([name, found]) =>
      markup`<h3><a href="${name}.html">${titles.get(name) ?? name}</a></h3>
${movedTable(found, `version ${number}: ${titles.get(name) ?? name}`)}${
        lineList("Lines that are new", found.added)
      }${lineList("Lines that are gone", found.removed)}`
    )
  }</section>`;
}

/** The page of a report's versions: which numbers moved in each, as they were and as they are, the newest first. */
export function changesPage(
  versions: readonly ReportVersion[],
  pages: readonly PageLink[],
): string {
  const titles = new Map(pages.map(({ href, title }) => [href.replace(/\.html$/u, ""), title]));
  return pageShell({
    kind: "index",
    title: "Versions of this report · Tallybook",
    description: "Which numbers moved between the versions of this report",
    scripts: [HEADER_SCRIPT],
    body: markup`${siteHeader()}<main id="content"><h1>Versions of this report</h1>
<p class="intro">What the pages show is compared line by line with the report that was here before. A version’s eight digits stand for notebooks, tables and pinned dependencies: the same digits, the same content. The list keeps what changed, and not the pages themselves: those of a former version are made again from its notebooks, which have their outputs in them, by <code>deno task report --stored</code>.</p>
${versions.toReversed().map((version) => versionMarkup(version, titles))}</main>`,
  });
}
