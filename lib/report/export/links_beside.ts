/**
 * A page whose links to files beside it are plain words: a page that stands alone
 * has no file beside it. Links to the web and within the page stay.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { withoutLinksBeside } from "./links_beside.ts";
 *
 * assertEquals(withoutLinksBeside('<a href="08_electors.html">Electors</a>'), "<a>Electors</a>");
 * assertEquals(withoutLinksBeside('<a href="#how-sure">'), '<a href="#how-sure">');
 * ```
 */
export function withoutLinksBeside(html: string): string {
  return html.replace(/(<a\b[^>]*?) href="(?!https?:|mailto:|#|data:)[^"]*"/g, "$1");
}
