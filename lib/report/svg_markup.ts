import { type Markup, markup, trusted } from "./markup.ts";
import { sanitizeSvg } from "./sanitize_svg.ts";

/**
 * A drawing inside a page: one picture with one name. The roles and names that
 * charts give to their parts go, and so does the drawing's own title, which a
 * browser would show as a tooltip over the whole.
 *
 * @param prefix Keeps its identifiers apart from those of other drawings.
 */
export function svgMarkup(svg: string, prefix: string, label: string): Markup {
  const bare = sanitizeSvg(svg, prefix).toString()
    .replace(/^(<svg[^>]*>)\s*<title>[\s\S]*?<\/title>/, "$1")
    .replace(/^(<svg[^>]*>)\s*<title [^>]*>[\s\S]*?<\/title>/, "$1")
    .replace(/<[^>]*>/g, (tag) => tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, ""));
  return trusted(bare.replace(/^<svg/, `<svg ${markup`role="img" aria-label="${label}"`}`));
}
