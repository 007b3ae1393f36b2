import { type Markup, markup, trusted } from "./markup.ts";
import { prefixedIds } from "./prefixed_ids.ts";
import { sanitizeSvg } from "./sanitize_svg.ts";

/**
 * A drawing inside a page: one picture with one name. The roles and names that
 * charts give to their parts go, and so does the drawing's own title, which a
 * browser would show as a tooltip over the whole.
 *
 * @param svg A drawing as text, which is sanitized here, or what was sanitized before.
 * @param prefix Keeps its identifiers apart from those of other drawings.
 */
export function svgMarkup(svg: string | Markup, prefix: string, label: string): Markup {
  const clean = typeof svg === "string" ? sanitizeSvg(svg, prefix) : prefixedIds(svg, prefix);
  const bare = clean.toString()
    .replace(/^(<svg[^>]*>)\s*<title>[\s\S]*?<\/title>/, "$1")
    .replace(/^(<svg[^>]*>)\s*<title [^>]*>[\s\S]*?<\/title>/, "$1")
    .replace(/<[^>]*>/g, (tag) => tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, ""));
  return trusted(bare.replace(/^<svg/, `<svg ${markup`role="img" aria-label="${label}"`}`));
}
