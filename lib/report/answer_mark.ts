/**
 * The words that may open an answer. Each says what kind of answer it is before
 * any number does.
 */
export const ANSWER_MARKS = [
  "Yes",
  "No",
  "No sign in the recount",
  "Not by the figures at hand",
  "Yes, by the figures at hand",
  "Very likely the layout",
  "Very unlikely",
  "None beyond chance",
  "None found",
  "No clear sign",
  "In part",
  "In one state",
  "In theory",
  "Roughly",
  "By definition",
  "It depends",
  "Can't tell",
  "Nearer than most",
  "Not nearer than most",
  "Estimated",
  "One main cause",
  "Several causes",
] as const;

/** One of {@linkcode ANSWER_MARKS}. */
export type AnswerMark = typeof ANSWER_MARKS[number];

const OPENING = /^\*\*([^*]+?)[.:]\*\*\s+/;

/**
 * Splits a paragraph of Markdown that opens with a mark in bold, "**No.** The
 * lead grew.", into the mark and the sentence after it.
 *
 * @returns The mark, or null with the whole paragraph where none opens it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { splitMark } from "./answer_mark.ts";
 *
 * assertEquals(splitMark("**No.** The lead grew."), { mark: "No", text: "The lead grew." });
 * assertEquals(splitMark("**She did.** By a lot."), { mark: null, text: "**She did.** By a lot." });
 * ```
 */
export function splitMark(paragraph: string): { mark: AnswerMark | null; text: string } {
  const match = OPENING.exec(paragraph);
  const words = match?.[1]?.replaceAll("\u2019", "'");
  const mark = ANSWER_MARKS.find((known) => known === words) ?? null;
  return { mark, text: mark === null ? paragraph : paragraph.slice(match![0].length) };
}
