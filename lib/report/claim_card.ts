import type { ClaimSummary } from "../claims/mod.ts";
import { day } from "../display/format.ts";
import { type Markup, markup } from "./markup.ts";
import { withinQuotation } from "./within_quotation.ts";

/** The address of a claim's card within the page that has the cards: "m6". */
export const claimAnchor = (id: string): string => id.toLowerCase();

const pageOf = (notebook: string) => notebook.replace(/\.ipynb$/, ".html");

const agreement = (agrees: boolean | null) =>
  agrees === null ? null : agrees ? " (agrees)" : " (does not agree)";

function values(claim: ClaimSummary): Markup {
  const { text, unit, estimand, heldThen, holdsFinally, tolerance, thenAsOf, finalSource } = claim;
  return markup`<dl>
<div><dt>Stated</dt><dd>${text.stated}${
    tolerance !== null && tolerance > 0 && claim.stated !== null &&
    ` (within ${tolerance.toLocaleString("en-US")} agrees)`
  }</dd></div>
<div><dt>On its day${thenAsOf !== "" && `, by the count of ${day(thenAsOf)}`}</dt><dd>${text.then}${
    agreement(heldThen)
  }</dd></div>
<div><dt>Final</dt><dd>${text.final}${agreement(holdsFinally)}</dd></div>
<div class="wide"><dt>Measured</dt><dd>${estimand}${
    unit && !estimand.includes(unit) ? `, ${unit}` : ""
  }</dd></div>
${finalSource !== "" && markup`<div class="wide"><dt>Rests on</dt><dd>${finalSource}</dd></div>`}
</dl>`;
}

function readings({ readings, narrower }: ClaimSummary): Markup | null {
  if (readings.length === 0 && narrower === null) return null;
  return markup`<ul class="readings">
${
    readings.map(({ name, then, final, agrees }) =>
      markup`<li>Read as <em>${name}</em>: ${then}${
        final !== then && `, finally ${final}`
      }; agrees: ${agrees}.</li>
`
    )
  }${
    narrower !== null &&
    markup`<li>Read more narrowly, <em>${narrower.name}</em>: ${narrower.label}.</li>`
  }</ul>`;
}

function source(
  { speaker, speakerKind, article, outlet, author, address, articleDate, dateNote }: ClaimSummary,
): Markup {
  const by = [author, outlet].filter((name, i, all) => name !== "" && all.indexOf(name) === i);
  return markup`${
    speakerKind === "article" ? null : `${speaker}, in: `
  }<cite><a href="${address}" rel="noreferrer">${article}</a></cite>, ${by.join(", ")}, ${
    dateNote === "" ? "" : "about "
  }${day(articleDate)}${dateNote !== "" && ` (${dateNote})`}`;
}

/**
 * A claim's card: the verdict and the quotation, and folded under them who said it where, what was
 * measured, both values, other readings and why. Its anchor stands inside the fold, so that a
 * browser opens the card whose address it is given.
 *
 * @param pages Addresses of the report's pages, so that no link leads nowhere.
 */
export function claimCard(claim: ClaimSummary, pages: ReadonlySet<string>): Markup {
  const href = pageOf(claim.notebook);
  const anchor = claimAnchor(claim.id);
  return markup`<li class="claim ${claim.verdict}" data-subject="${claim.subject}" data-speaker="${claim.speaker}"><details>
<summary><span class="verdict">${claim.label}</span> <q>${
    withinQuotation(claim.quote)
  }</q></summary>
<p class="speaker" id="${anchor}">${
    source(claim)
  }. <a class="self" href="#${anchor}">${claim.id}</a></p>
${values(claim)}
<p>${claim.reason} ${pages.has(href) && markup`<a href="${href}">How it was checked</a>`}</p>
${readings(claim)}
</details></li>
`;
}
