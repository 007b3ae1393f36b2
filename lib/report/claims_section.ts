import type { ClaimSummary } from "../claims/mod.ts";
import { VERDICTS } from "../claims/verdict.ts";
import { day } from "../display/format.ts";
import { type Markup, markup } from "./markup.ts";

const pageOf = (notebook: string) => notebook.replace(/\.ipynb$/, ".html");

function values({ text, unit, estimand }: ClaimSummary): Markup {
  return markup`<dl>
<div><dt>Stated</dt><dd>${text.stated}</dd></div>
<div><dt>On its day</dt><dd>${text.then}</dd></div>
<div><dt>Final</dt><dd>${text.final}</dd></div>
<div class="wide"><dt>Measured</dt><dd>${estimand}${
    unit && !estimand.includes(unit) ? `, ${unit}` : ""
  }</dd></div>
</dl>`;
}

function claimMarkup(claim: ClaimSummary, pages: ReadonlySet<string>): Markup {
  const href = pageOf(claim.notebook);
  return markup`<li class="claim ${claim.verdict}" id="claim-${claim.id.toLowerCase()}"><details>
<summary><span class="verdict">${claim.label}</span> <q>${claim.quote}</q></summary>
<p class="speaker">${claim.speaker}, <cite>${claim.article}</cite>, ${
    claim.dateNote === "" ? "" : "about "
  }${day(claim.articleDate)}</p>
${values(claim)}
<p>${claim.reason} ${pages.has(href) && markup`<a href="${href}">How it was checked</a>`}</p>
</details></li>
`;
}

/** The rules that show one verdict alone when its button is chosen; they need no script. */
export const CLAIMS_STYLES: string = VERDICTS.map(({ verdict }) =>
  `.claims:has(#only-${verdict}:checked) .claim:not(.${verdict}){display:none}`
).join("\n");

/**
 * The claims with what was stated, what the counts said on the day and finally,
 * and the verdict that follows. One may choose a verdict to see alone, without
 * scripts.
 *
 * @param pages Addresses of the report's pages, so that no link leads nowhere.
 */
export function claimsSection(
  claims: readonly ClaimSummary[],
  pages: ReadonlySet<string>,
): Markup {
  const counts = VERDICTS.map(({ verdict, label, meaning }) => ({
    verdict,
    label,
    meaning,
    count: claims.filter((claim) => claim.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return markup`<section class="claims" aria-labelledby="claims"><h2 id="claims">Claims in the news, checked</h2>
<p>${claims.length} statements of ${
    new Set(claims.map(({ article }) => article)).size
  } articles, speeches, posts and filings. The values are computed from the tables, and the verdict follows from them by a rule.</p>
<fieldset class="verdicts"><legend>Show</legend>
<span class="check"><input type="radio" name="verdict" id="only-all" checked><label for="only-all">all (${claims.length})</label></span>
${
    counts.map(({ verdict, label, count }) =>
      markup`<span class="check"><input type="radio" name="verdict" id="only-${verdict}"><label for="only-${verdict}">${label} (${count})</label></span>
`
    )
  }</fieldset>
<details class="meanings"><summary>What the verdicts mean</summary><dl>${
    counts.map(({ label, meaning }) => markup`<dt>${label}</dt><dd>${meaning}.</dd>`)
  }</dl></details>
<ol class="claim-list">
${claims.map((claim) => claimMarkup(claim, pages))}</ol></section>`;
}
