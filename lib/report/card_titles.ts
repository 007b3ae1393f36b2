import { shownText } from "./shown_text.ts";

/** The letters of a second name that a card's title takes, and of what it takes where cards would share one. */
const NAME = 60;
const TELLING = 130;

const isName = (text: string) => /\p{L}/u.test(text) && !/^\W*[\d.,]+(?![\p{L}\d])/u.test(text);

/** What stands for nothing in a cell. */
export const isBlank = (text: string): boolean => /^\u2013?$/.test(text);

/**
 * Whether a card needs its second cell to be told from others: its first is a rank or a year, or
 * stands in several rows; the second is a name, and short.
 */
function needsSecondName(rows: readonly (readonly string[])[]): boolean {
  const first = rows.map(([name = ""]) => name);
  const second = rows.map((row) => row[1] ?? "");
  return (first.every((name) => /^\d+$/.test(name)) || new Set(first).size < first.length) &&
    second.every((name) => isName(name) && name.length <= NAME);
}

/**
 * The columns, after the first, that a card's title takes for each row of a table, so that no two
 * cards have the same title where their cells differ. A column of names is in every title of the
 * table; one of numbers only where titles would else be the same.
 *
 * @param rows The cells of each row, as HTML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { titleColumns } from "./card_titles.ts";
 *
 * assertEquals(titleColumns([["A", "5", "poll"], ["A", "5", "model"]]), [[2], [2]]);
 * assertEquals(titleColumns([["A", "5"], ["A", "6"], ["B", "6"]]), [[1], [1], []]);
 * ```
 */
export function titleColumns(rows: readonly (readonly string[])[]): number[][] {
  const cells = rows.map((row) => row.map(shownText));
  const taken: number[][] = cells.map(() => needsSecondName(cells) ? [1] : []);
  const titles = () =>
    cells.map((row, i) => JSON.stringify([0, ...taken[i]!].map((column) => row[column] ?? "")));
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 1; column < columns; column++) {
    const now = titles();
    const count = new Map<string, number>();
    for (const title of now) count.set(title, (count.get(title) ?? 0) + 1);
    if (count.size === now.length) break;
    const texts = cells.map((row) => row[column] ?? "");
    const told = new Set(now.map((title, i) => JSON.stringify([title, texts[i]])));
    if (told.size === count.size || texts.some((text) => text.length > TELLING)) continue;
    const inAll = texts.every((text) => isName(text) || isBlank(text));
    now.forEach((title, i) => {
      if ((inAll || count.get(title)! > 1) && !isBlank(texts[i]!)) taken[i]!.push(column);
    });
  }
  return taken;
}
