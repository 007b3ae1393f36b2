import type { ClaimSummary } from "../claims/mod.ts";
import { VERDICTS } from "../claims/verdict.ts";
import { claimAnchor, claimCard } from "./claim_card.ts";
import { type Markup, markup } from "./markup.ts";
import { withinQuotation } from "./within_quotation.ts";

/** The rules that show one verdict alone when its button is chosen; they need no script. */
export const CLAIMS_STYLES: string = VERDICTS.map(({ verdict }) =>
  `.claims:has(#only-${verdict}:checked) .claim:not(.${verdict}){display:none}`
).join("\n");

const countsOf = (claims: readonly ClaimSummary[]) =>
  VERDICTS.map(({ verdict, label, meaning }) => ({
    verdict,
    label,
    meaning,
    count: claims.filter((claim) => claim.verdict === verdict).length,
  })).filter(({ count }) => count > 0);

const intro = (claims: readonly ClaimSummary[]) =>
  `${claims.length} statements of ${
    new Set(claims.map(({ article }) => article)).size
  } articles, speeches, posts and filings. They were chosen, not drawn at random, so that the numbers of verdicts measure no speaker or side. The values are computed from the tables, and the verdict follows from them by a rule.`;

const choice = (name: string, label: string, values: readonly string[]) =>
  markup`<label>${label} <select name="${name}"><option value="">all</option>${
    values.map((value) => markup`<option value="${value}">${value}</option>`)
  }</select></label>
`;

/**
 * The claims desk: every claim with what was stated, what the counts said on the day and finally,
 * and the verdict that follows. One may choose a verdict to see alone without scripts; with them, a
 * subject, a speaker and words, too.
 *
 * @param pages Addresses of the report's pages, so that no link leads nowhere.
 */
export function claimsDesk(
  claims: readonly ClaimSummary[],
  pages: ReadonlySet<string>,
): Markup {
  const counts = countsOf(claims);
  return markup`<section class="claims" aria-labelledby="desk"><h2 id="desk">The claims, one by one</h2>
<p>${intro(claims)}${
    pages.has("errata.html") &&
    markup` What stood here wrongly is listed under <a href="errata.html">Corrections</a>.`
  }</p>
<fieldset class="verdicts"><legend>Show</legend>
<span class="check"><input type="radio" name="verdict" id="only-all" checked><label for="only-all">all (${claims.length})</label></span>
${
    counts.map(({ verdict, label, count }) =>
      markup`<span class="check"><input type="radio" name="verdict" id="only-${verdict}"><label for="only-${verdict}">${label} (${count})</label></span>
`
    )
  }</fieldset>
<div class="find" role="search" aria-label="Claims" hidden>
<label>Words <input type="search" name="words" autocomplete="off" spellcheck="false"></label>
${choice("subject", "Subject", [...new Set(claims.map(({ subject }) => subject))])}${
    choice("speaker", "Speaker", [...new Set(claims.map(({ speaker }) => speaker))].sort())
  }<p class="found" role="status"></p></div>
<details class="meanings"><summary>What the verdicts mean</summary><dl>${
    counts.map(({ label, meaning }) => markup`<dt>${label}</dt><dd>${meaning}.</dd>`)
  }</dl></details>
<ol class="claim-list">
${claims.map((claim) => claimCard(claim, pages))}</ol></section>`;
}

/**
 * The claims on the index: how many have which verdict, and each by its words, with links to the desk.
 *
 * @param desk The page that has the desk: "12_claims.html".
 */
export function claimsOverview(claims: readonly ClaimSummary[], desk: string): Markup {
  return markup`<section class="claims-overview" aria-labelledby="claims"><h2 id="claims">Claims in the news, checked</h2>
<p>${intro(claims)}</p>
<ul class="tally">${
    countsOf(claims).map(({ verdict, label, count }) =>
      markup`<li><a href="${desk}#only-${verdict}">${label}</a> ${count}</li>
`
    )
  }</ul>
<details><summary>All claims, by their words</summary><ol>${
    claims.map((claim) =>
      markup`<li><a href="${desk}#${claimAnchor(claim.id)}"><q>${
        withinQuotation(claim.quote)
      }</q></a> <span class="verdict">${claim.label}</span></li>
`
    )
  }</ol></details>
</section>`;
}
