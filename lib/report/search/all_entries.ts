import type { IndexContext } from "../index_page.ts";
import type { RenderedNotebook } from "../notebook_page.ts";
import type { SearchEntry } from "./entry.ts";

/** What the whole report can be searched for: its pages, and what its first page lists beside them. */
export function allEntries(
  pages: readonly Pick<RenderedNotebook, "entries">[],
  { tables = [], panels = [], claims = [] }: IndexContext,
): SearchEntry[] {
  return [
    ...pages.flatMap(({ entries }) => entries),
    ...panels.map(({ href, title, description }): SearchEntry => ({
      kind: "Panel",
      title,
      href,
      text: description,
    })),
    ...claims.map(({ id, quote, speaker, label, reason, article }): SearchEntry => ({
      kind: "Claim",
      title: `${id.toUpperCase()}: \u201C${quote}\u201D`,
      href: `index.html#claim-${id.toLowerCase()}`,
      text: `${speaker}, ${article}. ${label}. ${reason}`,
    })),
    ...tables.map(({ path, title, description = "" }): SearchEntry => ({
      kind: "Data",
      title: `${title} (${path})`,
      href: "index.html#data",
      text: description,
    })),
  ];
}
