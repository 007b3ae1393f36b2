import { claimAnchor } from "../claim_card.ts";
import type { IndexContext } from "../index_page.ts";
import type { RenderedNotebook } from "../notebook_page.ts";
import { withinQuotation } from "../within_quotation.ts";
import type { SearchEntry } from "./entry.ts";

/** What the whole report can be searched for: its pages, and what its first page lists beside them. */
export function allEntries(
  pages: readonly Pick<RenderedNotebook, "name" | "entries" | "claims">[],
  { tables = [], panels = [] }: IndexContext,
): SearchEntry[] {
  return [
    ...pages.flatMap(({ entries }) => entries),
    ...panels.map(({ href, title, description }): SearchEntry => ({
      kind: "Panel",
      title,
      href,
      text: description,
    })),
    ...pages.flatMap(({ name, claims }) =>
      claims.map((claim): SearchEntry => ({
        kind: "Claim",
        title: `${claim.id}: \u201C${withinQuotation(claim.quote)}\u201D`,
        href: `${name}.html#${claimAnchor(claim.id)}`,
        text:
          `${claim.speaker}, ${claim.outlet}: ${claim.article}. ${claim.label}. ${claim.reason}`,
      }))
    ),
    ...tables.map(({ path, title, description = "" }): SearchEntry => ({
      kind: "Data",
      title: `${title} (${path})`,
      href: "index.html#data",
      text: description,
    })),
  ];
}
