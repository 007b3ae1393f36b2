import { numberTokens } from "../../display/number_tokens.ts";

/**
 * A number passes the renderer and the sanitizer between a private-use character that says which it
 * is and one that ends it, and becomes an element afterwards.
 */
const FIRST = 0xE100;
const LAST = 0xF8FF;
const END = "\uE002";
const MARKS = /[\uE002\uE100-\uF8FF]/g;
const MARKED = /([\uE100-\uF8FF])([^\uE002]*)\uE002/g;

/** How many numbers of a page can be told apart. */
const MOST_NUMBERS = LAST - FIRST + 1;

/** Where Markdown holds no text: code, formulas, addresses and tags. */
const NOT_TEXT = /`[^`\n]*`|\$[^$\n]+\$|\]\([^)\n]*\)|<[^>\n]*>/g;

/** A text without the marks of numbers. */
export const withoutMarks = (text: string): string => text.replace(MARKS, "");

/**
 * Marks numbers of a text.
 *
 * @param numbers For the place of a number among the text's numbers, from 0, its number on the page.
 * @param options.markdown Leaves alone what stands in code, formulas and addresses.
 */
export function markNumbers(
  text: string,
  numbers: ReadonlyMap<number, number>,
  options: { markdown?: boolean } = {},
): string {
  const closed = options.markdown
    ? [...text.matchAll(NOT_TEXT)].map((match) => [match.index, match.index + match[0].length])
    : [];
  let marked = "";
  let end = 0;
  for (const [place, { text: token, start }] of numberTokens(text).entries()) {
    const number = numbers.get(place);
    if (number === undefined || number >= MOST_NUMBERS) continue;
    if (closed.some(([from, to]) => start >= from! && start < to!)) continue;
    marked += text.slice(end, start) + String.fromCharCode(FIRST + number) + token + END;
    end = start + token.length;
  }
  return marked + text.slice(end);
}

/** Which numbers are marked in a text, in their order. */
export const markedNumbers = (text: string): number[] =>
  [...text.matchAll(MARKED)].map(([, mark]) => mark!.charCodeAt(0) - FIRST);

/** Marked numbers of HTML as elements; in tags, where no element can stand, the marks go. */
export function numberElements(html: string): string {
  return html.replace(
    /<[^>]*>|[^<]+/g,
    (part) =>
      part.startsWith("<") ? withoutMarks(part) : withoutMarks(
        part.replace(MARKED, (_, mark: string, number: string) => {
          const n = mark.charCodeAt(0) - FIRST;
          return `<span class="from" id="number-${n}">${number}</span>`;
        }),
      ),
  );
}
