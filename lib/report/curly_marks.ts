/** Elements whose text is code, a formula or data, and stays as it is written. */
const VERBATIM = /<(script|style|pre|code|textarea|math|annotation)\b[\s\S]*?<\/\1\s*>/gi;

// After a letter, always; after a digit only before a letter, since 5' is five feet or minutes.
// The second form is how HTML is escaped here.
const APOSTROPHE = /(\p{L})(?:'|&#39;)|(\d)(?:'|&#39;)(?=\p{L})/gu;

const QUOTATION_MARK = /"|&quot;/g;

// Within a quotation, single: before a word and after a mark that ends a phrase.
const OPENS_WITHIN = /(^|[\s(\[\u2013\u2014"]|&quot;)(?:'|&#39;)(?=\p{L})/gu;
const CLOSES_WITHIN = /([.,!?])(?:'|&#39;)(?!\p{L})/gu;

// A quotation ends after a word, a number or a mark that ends a phrase or what is quoted; anywhere else
// it begins. A space may be written as its name; U+E002 ends a number that has its origins on the page.
const ENDS = /(?<!&nbsp|&#160)[\p{L}\p{N}.,;:!?%\u2026)\]}>\u2019\u201d"'\uE002]$/u;

/** Elements that stand within a line; any other begins one. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|button|cite|data|em|i|mark|q|s|small|span|strong|sub|sup|u)\b/i;

/**
 * The apostrophes and quotation marks of plain text as readers see them everywhere: U+2019, U+201C
 * and U+201D.
 */
export function curlyText(text: string): string {
  return curlyAfter("", text);
}

/** The same for a text on whose line something stands before it. */
function curlyAfter(before: string, text: string): string {
  // After a tag that closes a name an apostrophe begins the text, and no quotation.
  const said = text.replace(
    OPENS_WITHIN,
    (_, lead: string, place: number) =>
      place === 0 && lead === "" && ENDS.test(before) ? "\u2019" : `${lead}\u2018`,
  ).replace(CLOSES_WITHIN, "$1\u2019").replace(APOSTROPHE, "$1$2\u2019");
  return said.replace(QUOTATION_MARK, (_, place: number) => {
    const last = place === 0 ? before : said.slice(Math.max(0, place - 6), place);
    return ENDS.test(last) ? "\u201d" : "\u201c";
  });
}

/**
 * Makes every apostrophe and every quotation mark in the text of HTML or SVG the same: prose has
 * them from the typographer, tables and drawings have what a keyboard gives. Tags, attributes,
 * scripts, styles, code and formulas stay as they are. Linear in the text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { curlyMarks } from "./curly_marks.ts";
 *
 * assertEquals(
 *   curlyMarks(`<td title="Gore's">Gore's "lead"</td><code>don't</code><b>Ohio</b>'s states' 5'`),
 *   `<td title="Gore's">Gore\u2019s \u201clead\u201d</td><code>don't</code><b>Ohio</b>\u2019s states\u2019 5'`,
 * );
 * ```
 */
export function curlyMarks(markup: string): string {
  let made = "";
  let end = 0;
  for (const verbatim of markup.matchAll(VERBATIM)) {
    made += curlySegments(markup.slice(end, verbatim.index)) + verbatim[0];
    end = verbatim.index + verbatim[0].length;
  }
  return made + curlySegments(markup.slice(end));
}

function curlySegments(markup: string): string {
  let before = "";
  return markup.replace(/<[^>]*>|[^<]+/g, (part) => {
    if (part.startsWith("<")) {
      if (!INLINE.test(part)) before = "";
      return part;
    }
    // A possessive may follow the tag that closes a name.
    const said = curlyAfter(before, part).replace(/^(?:'|&#39;)(?=s\b)/, "\u2019");
    before = said.slice(-6);
    return said;
  });
}
