/** Elements whose text is code, a formula, a drawing or data, and tags: none of it is broken into lines as prose is. */
const OTHER = /<(script|style|pre|code|textarea|math|annotation|svg)\b[\s\S]*?<\/\1\s*>|<[^>]*>/;

/** A letter that stands for a number, and what it equals. */
const EQUATION = /(?<![\p{L}\p{N}])(\p{L}) = (?=[\u2212\p{N}<])/u;

const EITHER = new RegExp(`${OTHER.source}|${EQUATION.source}`, "giu");

/**
 * Puts no-break spaces into short equations of the text of HTML, so that no line ends between
 * "p =" and its number. Linear in the text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { unbroken } from "./unbroken.ts";
 *
 * assertEquals(
 *   unbroken("<p>p = <b>0.2</b>, n = 72</p><code>p = 1</code>"),
 *   "<p>p\u00a0=\u00a0<b>0.2</b>, n\u00a0=\u00a072</p><code>p = 1</code>",
 * );
 * ```
 */
export function unbroken(html: string): string {
  return html.replace(
    EITHER,
    (whole, _name: string | undefined, letter: string | undefined) =>
      letter === undefined ? whole : `${letter}\u00a0=\u00a0`,
  );
}
