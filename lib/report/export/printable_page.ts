import { outlineText } from "../../chart/outline_text.ts";
import { withoutLinksBeside } from "./links_beside.ts";

/**
 * A page without what on paper does harm:
 * - links to files beside it: printed, they would lead into the folder in which the
 *   page was printed, and name it;
 * - strokes under the labels of figures, as text: Chromium would print the letters as drawings
 *   (Type 3 fonts), so the strokes become shapes;
 * - the class for which the page's script puts buttons into a table's head, since
 *   Chromium does not repeat a head with buttons on a table's next page.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { printablePage } from "./printable_page.ts";
 *
 * assertEquals(printablePage('<a href="08_electors.html">Electors</a>'), "<a>Electors</a>");
 * assertEquals(printablePage('<table class="sortable">'), "<table>");
 * ```
 */
export function printablePage(html: string): string {
  let drawings = 0;
  return withoutLinksBeside(html).replace(/(<table\b[^>]*?) class="sortable"/g, "$1")
    .replace(
      /<svg\b(?:(?!<\/svg>)[\s\S])*<\/svg>/g,
      (svg) => outlineText(svg, { onlyHalos: true, prefix: `print-${++drawings}` }),
    );
}
