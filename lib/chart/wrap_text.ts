import { type FontWeight, measureText } from "./fonts.ts";

/**
 * Breaks a text into lines that are no wider than `width` pixels, by the font's own metrics.
 * Line breaks in the text are kept. A single word that is wider than a line gets a line of its
 * own, and is broken between letters when it does not fit there either.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { wrapText } from "tallybook/chart";
 *
 * assertEquals(wrapText("Clinton's lead grew for weeks", 100, 12), ["Clinton's lead grew", "for weeks"]);
 * ```
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: FontWeight = 400,
): string[] {
  const fits = (line: string) => measureText(line, size, weight) <= width;
  const lines: string[] = [];
  for (const paragraph of text.trim().split(/\s*\n\s*/u)) {
    let line = "";
    for (const word of paragraph.split(/[^\S\u00a0]+/u).flatMap((word) => pieces(word, fits))) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line === "" || fits(longer)) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** A word whole where it fits a line, else in pieces that do. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const result: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && !fits(piece + letter)) {
      result.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...result, piece];
}
