/** Columns from which a table with sentences in its cells reads better, on a phone, as a card a row. */
const MANY_COLUMNS = 4;

/** Columns that no phone has room for beside each other, even of short numbers. */
const TOO_MANY_COLUMNS = 6;

/** Columns among which a phrase takes a line a word, and the letters of such a phrase. */
const NARROW_COLUMNS = 5;
const PHRASE = 24;

/** The room for a table on a page of 390 pixels, and what a letter and the space between two columns take there. */
const ROOM = 356;
const LETTER = 6.7;
const GAP = 7.2;

/** A cell's text as a reader sees it, its references to characters counted as one each. */
const shown = (html: string) =>
  html.replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, "x").replace(/\s+/g, " ").trim();

const longest = (lengths: readonly number[]) => lengths.reduce((a, b) => Math.max(a, b), 0);

const longestWord = (words: string) => longest(words.split(/[ -]/).map((word) => word.length));

/** The pixels that a table's columns need at least: numbers and dates stay whole, words break at spaces. */
function leastWidth(names: readonly string[], body: string): number {
  const widest = names.map(longestWord);
  for (const [row] of body.matchAll(/<tr>[\s\S]*?<\/tr>/g)) {
    [...row.matchAll(/<td((?: [^>]*)?)>([\s\S]*?)<\/td>/g)].forEach(([, attributes, cell], i) => {
      const isWhole = /data-value|class="code"|align="right"/.test(attributes!);
      const length = isWhole ? shown(cell!).length : longestWord(shown(cell!));
      widest[i] = Math.max(widest[i] ?? 0, length);
    });
  }
  return widest.reduce((sum, letters) => sum + letters * LETTER + GAP, 0);
}

/** Whether a cell after its row's name holds a phrase. */
function hasPhrases(body: string): boolean {
  return [...body.matchAll(/<tr>[\s\S]*?<\/tr>/g)].some(([row]) =>
    [...row.matchAll(/<td(?: [^>]*)?>([\s\S]*?)<\/td>/g)].slice(1)
      .some(([, cell]) => shown(cell!).length > PHRASE)
  );
}

/**
 * Gives the cells of a table their column's name, where a phone shows each row as a card, so that
 * nothing of it is out of view: a table with sentences, with more or wider columns than a phone can
 * show beside each other, or of an answer's key numbers. Other tables stay as they are.
 */
export function phoneCards(table: string): string {
  const names = [...table.matchAll(/<th(?: [^>]*)?>([\s\S]*?)<\/th>/g)].map(([, name]) =>
    name!.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim()
  );
  const body = /<tbody>[\s\S]*?<\/tbody>/.exec(table)?.[0] ?? "";
  if (/colspan|<th/.test(body)) return table;
  const isKey = names[0] === "What" && names[1] === "Value";
  const isLong = names.length >= MANY_COLUMNS && table.includes('class="long"');
  const isWide = names.length >= TOO_MANY_COLUMNS ||
    names.length >= NARROW_COLUMNS && hasPhrases(body) ||
    names.length >= 3 && leastWidth(names.map(shown), body) > ROOM;
  if (!isKey && !isLong && !isWide) return table;
  const labeled = body.replace(/<tr>[\s\S]*?<\/tr>/g, (row) => {
    let column = 0;
    return row.replace(/<td((?: [^>]*)?)>([\s\S]*?)<\/td>/g, (_, attributes, content) => {
      const name = names[column++] ?? "";
      const none = /^\u2013?$/.test(shown(content)) ? " data-none" : "";
      return `<td${attributes} data-label="${name}"${none}>${content}</td>`;
    });
  });
  // The body may hold a dollar sign, which a replacement's text would read as its own.
  return table.replace(body, () => labeled);
}
