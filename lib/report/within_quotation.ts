/**
 * The words of a quotation as they stand between its marks: what they quote themselves has single ones.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { withinQuotation } from "./within_quotation.ts";
 *
 * assertEquals(withinQuotation("so-called “electors” and \"a few\""), "so-called ‘electors’ and ‘a few’");
 * ```
 */
export function withinQuotation(words: string): string {
  return words.replace(/\u201c|(?<![\p{L}\p{N}.,;:!?%])"/gu, "\u2018").replace(
    /[\u201d"]/g,
    "\u2019",
  );
}
