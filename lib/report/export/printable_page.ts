/**
 * A page without what on paper does harm:
 * - links to files beside it, whose words are kept. Printed, such a link would lead
 *   into the folder in which the page was printed, and name it. Links to the web
 *   and within the page stay;
 * - the class for which the page's script puts buttons into a table's head, since
 *   Chromium does not repeat a head with buttons on a table's next page.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { printablePage } from "./printable_page.ts";
 *
 * assertEquals(printablePage('<a href="08_electors.html">Electors</a>'), "<a>Electors</a>");
 * assertEquals(printablePage('<a href="#how-sure">'), '<a href="#how-sure">');
 * assertEquals(printablePage('<table class="sortable">'), "<table>");
 * ```
 */
export function printablePage(html: string): string {
  return html
    .replace(/(<a\b[^>]*?) href="(?!https?:|mailto:|#)[^"]*"/g, "$1")
    .replace(/(<table\b[^>]*?) class="sortable"/g, "$1");
}
