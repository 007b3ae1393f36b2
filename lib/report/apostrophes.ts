/** Elements whose text is code, a formula or data, and stays as it is written. */
const VERBATIM = /<(script|style|pre|code|textarea|math|annotation)\b[\s\S]*?<\/\1\s*>/gi;

// After a letter, always; after a digit only before a letter, since 5' is five feet or minutes.
// The second form is how HTML is escaped here.
const STRAIGHT = /(\p{L})(?:'|&#39;)|(\d)(?:'|&#39;)(?=\p{L})/gu;

/** The apostrophes of plain text as readers see them everywhere: U+2019. */
export function curlyText(text: string): string {
  return text.replace(STRAIGHT, "$1$2\u2019");
}

/**
 * Makes every apostrophe in the text of HTML or SVG the same, U+2019: prose has it from the
 * typographer, tables and drawings have what a keyboard gives. Tags, attributes, scripts, styles,
 * code and formulas stay as they are. Linear in the text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { curlyApostrophes } from "./apostrophes.ts";
 *
 * assertEquals(
 *   curlyApostrophes(`<td title="Gore's">Gore's</td><code>don't</code><b>Ohio</b>'s states' 5'`),
 *   `<td title="Gore's">Gore\u2019s</td><code>don't</code><b>Ohio</b>\u2019s states\u2019 5'`,
 * );
 * ```
 */
export function curlyApostrophes(markup: string): string {
  let made = "";
  let end = 0;
  for (const verbatim of markup.matchAll(VERBATIM)) {
    made += curlySegments(markup.slice(end, verbatim.index)) + verbatim[0];
    end = verbatim.index + verbatim[0].length;
  }
  return made + curlySegments(markup.slice(end));
}

function curlySegments(markup: string): string {
  return markup.replace(/<[^>]*>|[^<]+/g, (part) =>
    part.startsWith("<")
      ? part
      // A possessive may follow the tag that closes a name.
      : curlyText(part).replace(/^(?:'|&#39;)(?=s\b)/, "\u2019"));
}
