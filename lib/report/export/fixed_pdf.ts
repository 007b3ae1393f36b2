/** The same page must give the same bytes, so its file is of this day, by any clock. */
const FIXED_DATE = "20000101000000+00'00'";

/** As Chromium writes the time of day, always of one length. */
const DATES = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;

/**
 * A PDF of Chromium with a fixed date in place of the time of printing. No byte
 * moves, since the file lists where each of its objects begins.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { withFixedDates } from "./fixed_pdf.ts";
 *
 * const pdf = new TextEncoder().encode("/ModDate (D:20161123120000-05'00')>>");
 * assertEquals(
 *   new TextDecoder().decode(withFixedDates(pdf)),
 *   "/ModDate (D:20000101000000+00'00')>>",
 * );
 * ```
 */
export function withFixedDates(pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const fixed = pdf.slice();
  // One character for each byte, so that a place in the text is one in the file.
  const text = new TextDecoder("latin1").decode(pdf);
  for (const { 1: key, index } of text.matchAll(DATES)) {
    fixed.set(new TextEncoder().encode(`/${key} (D:${FIXED_DATE})`), index);
  }
  return fixed;
}
