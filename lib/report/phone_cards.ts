import { isBlank, titleColumns } from "./card_titles.ts";
import { shownText } from "./shown_text.ts";

/** Columns from which a table with sentences in its cells reads better, on a phone, as a card a row. */
const MANY_COLUMNS = 4;

/** Columns that no phone has room for beside each other, even of short numbers. */
const TOO_MANY_COLUMNS = 6;

/** Columns among which a phrase takes a line a word, and the letters of such a phrase. */
const NARROW_COLUMNS = 5;
const PHRASE = 24;

/** The letters of a row's name that, beside three columns or more or beside sentences, would take five lines of a word or two. */
const LONG_NAME = 36;

/** The room for a table on a page of 390 pixels, and what a letter and the space between two columns take there. */
const ROOM = 356;
const LETTER = 6.7;
const GAP = 7.2;

/** The letters of a name and its value that half a card's line has room for. */
const HALF_LINE = 28;

/** The letters of a phrase that stays on one line beside a key number, where there is room. */
const WHOLE = 28;

/** The letters of a key value that takes more than one line, so that its name keeps some room. */
const LONG_VALUE = 50;

const longest = (lengths: readonly number[]) => lengths.reduce((a, b) => Math.max(a, b), 0);

const longestWord = (words: string) => longest(words.split(/[ -]/).map((word) => word.length));

/** The pixels that a table's columns need at least: numbers and dates stay whole, words break at spaces. */
function leastWidth(names: readonly string[], body: string): number {
  const widest = names.map(longestWord);
  for (const [row] of body.matchAll(/<tr>[\s\S]*?<\/tr>/g)) {
    [...row.matchAll(/<td((?: [^>]*)?)>([\s\S]*?)<\/td>/g)].forEach(([, attributes, cell], i) => {
      const isWhole = /data-value|class="code"|align="right"/.test(attributes!);
      const length = isWhole ? shownText(cell!).length : longestWord(shownText(cell!));
      widest[i] = Math.max(widest[i] ?? 0, length);
    });
  }
  return widest.reduce((sum, letters) => sum + letters * LETTER + GAP, 0);
}

/** A table's cells, row by row. */
const cellsOf = (body: string): string[][] =>
  [...body.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td(?: [^>]*)?>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell!)
  );

/** Words for an attribute: their references to characters stay. */
const inQuotes = (html: string) =>
  html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim().replaceAll('"', "&quot;");

/** The rest of a card's title: a second name by itself, anything else with its column's name. */
function titleOf(names: readonly string[], row: readonly string[], columns: readonly number[]) {
  return columns.map((column) => {
    const cell = row[column] ?? "";
    const name = names[column] ?? "";
    if (column === 1 && /\p{L}/u.test(shownText(cell))) return cell;
    return `${name}${name.endsWith("?") ? "" : ":"} ${cell}`;
  }).join(" \u00b7 ");
}

/** Whether a cell after its row's name holds a phrase. */
function hasPhrases(body: string): boolean {
  return [...body.matchAll(/<tr>[\s\S]*?<\/tr>/g)].some(([row]) =>
    [...row.matchAll(/<td(?: [^>]*)?>([\s\S]*?)<\/td>/g)].slice(1)
      .some(([, cell]) => shownText(cell!).length > PHRASE)
  );
}

/**
 * Gives the cells of a table their column's name, where a phone shows each row as a card, so that
 * nothing of it is out of view: a table with sentences, with more or wider columns than a phone can
 * show beside each other, or of an answer's key numbers. Where the first cell does not tell a row from
 * others, the card's title has those that do, too; what half a line has no room for gets a line of its
 * own. Of key numbers, columns of short phrases are marked, which a wider page keeps on one line, and
 * values that it breaks. Other tables stay as they are.
 */
export function phoneCards(table: string): string {
  const names = [...table.matchAll(/<th(?: [^>]*)?>([\s\S]*?)<\/th>/g)].map(([, name]) =>
    name!.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim()
  );
  const body = /<tbody>[\s\S]*?<\/tbody>/.exec(table)?.[0] ?? "";
  if (/colspan|<th/.test(body)) return table;
  const isKey = names[0] === "What" && names[1] === "Value";
  const hasLongName = cellsOf(body).some(([name = ""]) => shownText(name).length > LONG_NAME);
  const isLong = table.includes('class="long"') &&
    (names.length >= MANY_COLUMNS || names.length >= 3 && hasLongName);
  const isWide = names.length >= TOO_MANY_COLUMNS ||
    names.length >= NARROW_COLUMNS && hasPhrases(body) ||
    names.length >= MANY_COLUMNS && hasLongName ||
    names.length >= 3 && leastWidth(names.map(shownText), body) > ROOM;
  if (!isKey && !isLong && !isWide) return table;
  const rows = cellsOf(body);
  const titled = names.length >= 3 && !isKey ? titleColumns(rows) : rows.map(() => []);
  const wide = names.map((name, i) =>
    longest(rows.map((row) => shownText(name).length + 2 + shownText(row[i] ?? "").length)) >
      HALF_LINE
  );
  const whole = names.map((_, i) =>
    isKey && i > 1 && rows.every((row) => shownText(row[i] ?? "").length <= WHOLE)
  );
  let at = -1;
  const labeled = body.replace(/<tr>[\s\S]*?<\/tr>/g, (row) => {
    let column = -1;
    const cells = rows[++at]!;
    const joined = titled[at]!;
    return row.replace(/<td((?: [^>]*)?)>([\s\S]*?)<\/td>/g, (_, attributes, content) => {
      column++;
      const marks = [
        `data-label="${inQuotes(names[column] ?? "")}"`,
        ...joined.length > 0 && column === 0
          ? [`data-title="${inQuotes(titleOf(names, cells, joined))}"`]
          : [],
        ...wide[column] ? ["data-wide"] : [],
        ...whole[column] ? ["data-whole"] : [],
        ...isKey && column === 1 && shownText(content).length > LONG_VALUE ? ["data-broken"] : [],
        ...joined.includes(column) || isBlank(shownText(content)) ? ["data-none"] : [],
      ];
      return `<td${attributes} ${marks.join(" ")}>${content}</td>`;
    });
  });
  // The body may hold a dollar sign, which a replacement's text would read as its own.
  return table.replace(body, () => labeled);
}
