import { shownText } from "./shown_text.ts";

/** The letters of a row's name, as of a state, that stays on one line. */
const NAME = 22;

/** A number, or an interval, alone or after its point; or nothing. */
const INTERVAL =
  /^(?:[\u2212+]?[\d.,]+%?)?(?: ?\(?[\u2212+]?[\d.,]+%? to [\u2212+]?[\d.,]+%?\)?)?$|^\u2013$/;

/**
 * Marks the cells of a table that a wide page keeps on one line though they have spaces: rows' short
 * names, and columns of intervals. A table with sentences in its cells needs the room for these, and stays as it is.
 */
export function wholeCells(table: string): string {
  const body = /<tbody>[\s\S]*?<\/tbody>/.exec(table)?.[0] ?? "";
  if (/colspan|<th|class="long"/.test(body)) return table;
  const rows = [...body.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td(?: [^>]*)?>([\s\S]*?)<\/td>/g)].map(([, cell]) => shownText(cell!))
  );
  // A rank or a year in the first column: the name is in the second.
  const nameColumn = rows.every(([first = ""]) => /^\d+$/.test(first)) ? 1 : 0;
  const isWhole = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    return column === nameColumn && cells.every((cell) => cell.length <= NAME) ||
      cells.some((cell) => cell.includes(" to ")) && cells.every((cell) => INTERVAL.test(cell));
  });
  let at = -1;
  const marked = body.replace(/<tr>[\s\S]*?<\/tr>/g, (row) => {
    const cells = rows[++at]!;
    let column = -1;
    return row.replace(
      /<td(?= |>)/g,
      (cell) => isWhole[++column] && cells[column]!.includes(" ") ? `${cell} data-line` : cell,
    );
  });
  // The body may hold a dollar sign, which a replacement's text would read as its own.
  return table.replace(body, () => marked);
}
