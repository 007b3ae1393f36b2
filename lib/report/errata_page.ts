import { day } from "../display/format.ts";
import { claimAnchor } from "./claim_card.ts";
import { type Markup, markup } from "./markup.ts";
import { pageShell } from "./page_shell.ts";
import { HEADER_SCRIPT, siteHeader } from "./site_header.ts";
import type { PageLink } from "./report_context.ts";

/** The page's address within the report. */
export const ERRATA_HREF = "errata.html";

/** One correction, as `data/errata.csv` has it. */
export interface Erratum {
  readonly corrected_on: string;
  readonly stood_since: string;
  readonly notebook: string;
  readonly claim: string | null;
  readonly kind: string;
  readonly was: string;
  readonly now: string;
  readonly reason: string;
}

/**
 * The page of corrections: what the pages said and was wrong, since when, and what they say now.
 *
 * @param links The report's pages by the notebooks' names.
 * @param desk The page that has the claims one by one, where there is one.
 */
export function renderErrata(
  errata: readonly Erratum[],
  links: ReadonlyMap<string, PageLink>,
  desk?: string,
): string {
  const where = ({ notebook, claim }: Erratum): Markup => {
    const link = links.get(notebook.replace(/\.ipynb$/, ""));
    const page = link === undefined
      ? markup`${notebook}`
      : markup`<a href="${link.href}">${link.title}</a>`;
    return claim === null
      ? page
      : markup`Claim ${
        desk === undefined ? claim : markup`<a href="${desk}#${claimAnchor(claim)}">${claim}</a>`
      }; ${page}`;
  };
  const body = markup`${siteHeader()}<main id="content">
<h1>Corrections</h1>
<p class="intro">Verdicts, numbers, quotations and sentences of the pages that were wrong, the latest first: what stood there since when, what stands there now, and why. Wording that changed without changing what is said is not listed.</p>
<ol class="errata">
${
    [...errata].reverse().map((entry) =>
      markup`<li><p class="where"><strong>${entry.kind}</strong>, ${where(entry)}; corrected on ${
        day(entry.corrected_on)
      }, wrong since ${day(entry.stood_since)} at the latest</p>
<dl><div><dt>It said</dt><dd>${entry.was}</dd></div>
<div><dt>Now</dt><dd>${entry.now}</dd></div>
<div><dt>Why</dt><dd>${entry.reason}</dd></div></dl></li>
`
    )
  }</ol>
</main>
<footer><p>All of it is a table, <code>data/errata.csv</code>.</p></footer>`;
  return pageShell({
    kind: "index",
    title: "Corrections · Tallybook",
    description: "What the pages said and no longer say",
    body,
    scripts: [HEADER_SCRIPT],
  });
}
