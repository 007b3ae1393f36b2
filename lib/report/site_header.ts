import { type Markup, markup } from "./markup.ts";
import script from "./site_header.js" with { type: "text" };

/** What every page of a report adds where scripts run: a field that leads to the search. */
export const HEADER_SCRIPT: string = script;

/**
 * The line above every page of a report: its name, and the way to the search.
 *
 * @param options.home Whether this is the first page.
 * @param options.searched Whether this is the search itself.
 */
export function siteHeader(options: { home?: boolean; searched?: boolean } = {}): Markup {
  return markup`<header class="site">${
    options.home ? "Tallybook" : markup`<a href="index.html">Tallybook</a>`
  }${!options.searched && markup` <a class="seek" href="search.html">Search</a>`}</header>
`;
}
