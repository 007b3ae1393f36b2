import { withoutMarks } from "./origins/mark_numbers.ts";

/** A cell's text as a reader sees it, its references to characters counted as one each. */
export const shownText = (html: string): string =>
  withoutMarks(html).replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, "x").replace(/\s+/g, " ").trim();
