import { Parser } from "htmlparser2";
import { csvText } from "../display/csv.ts";
import { safeCsv } from "./safe_csv.ts";

/** What a cell says, its number, and how many columns it takes. */
interface Cell {
  readonly words: string[];
  readonly value: string | undefined;
  readonly span: number;
}

/** The rows of a table's head and body; its foot is its source. */
interface Rows {
  readonly head: Cell[][];
  readonly body: Cell[][];
}

/** Reads a table's cells as its markup goes by: to build a tree of it took nine tenths of a page's time. */
function readRows(html: string): Rows {
  const rows: Rows = { head: [], body: [] };
  let part: Cell[][] | undefined;
  let cell: Cell | undefined;
  let depth = 0;
  let ended = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "table") depth++;
      // A table within a cell is words of the cell.
      if (depth !== 1 || ended) return;
      if (name === "thead") part = rows.head;
      else if (name === "tbody") part = rows.body;
      else if (name === "tr") part?.push([]);
      else if (name === "td" || name === "th") {
        const span = Number(attributes.colspan ?? 1);
        cell = { words: [], value: attributes["data-value"], span };
        part?.at(-1)?.push(cell);
      }
    },
    ontext(text) {
      if (!ended) cell?.words.push(text);
    },
    onclosetag(name) {
      if (name === "table" && --depth === 0) ended = true;
      else if (depth !== 1) return;
      else if (name === "thead" || name === "tbody") part = undefined;
      else if (name === "td" || name === "th") cell = undefined;
    },
  });
  parser.end(html);
  return rows;
}

/** A row's cells with those that span columns repeated as empty ones, so that columns stay apart. */
const apart = (row: readonly Cell[]): (Cell | undefined)[] =>
  row.flatMap((cell) => [cell, ...Array.from({ length: cell.span - 1 }, () => undefined)]);

const wordsOf = (cell: Cell | undefined) =>
  (cell?.words.join("") ?? "").replaceAll(/\s+/gu, " ").trim();

/**
 * A table of a page as CSV, as it stands: its headings and the text of its cells. A column whose cells
 * carry their numbers (`data-value`) has a second one with these, named by the heading and "value".
 *
 * @param html The table's element. Cost: linear in its length.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { tableCsv } from "./table_file.ts";
 *
 * assertEquals(
 *   tableCsv('<table><thead><tr><th>State</th><th>Votes</th></tr></thead><tbody><tr><td>MI</td><td data-value="10704">10,704</td></tr></tbody></table>'),
 *   'State,Votes,Votes (value)\nMI,"10,704",10704\n',
 * );
 * ```
 */
export function tableCsv(html: string): string {
  const rows = readRows(html);
  const heads = rows.head.map(apart);
  const body = rows.body.map(apart);
  const columns = [...heads, ...body].reduce((most, row) => Math.max(most, row.length), 0);
  const valued = Array.from(
    { length: columns },
    (_, i) => body.some((row) => row[i]?.value !== undefined),
  );
  const line = (row: (Cell | undefined)[], valueOf: (cell: Cell | undefined) => string) =>
    valued.flatMap((isValued, i) =>
      isValued ? [wordsOf(row[i]), valueOf(row[i])] : [wordsOf(row[i])]
    );
  return safeCsv(csvText([
    ...heads.map((row) =>
      line(row, (cell) => cell === undefined ? "" : `${wordsOf(cell)} (value)`)
    ),
    ...body.map((row) => line(row, (cell) => cell?.value ?? "")),
  ]));
}
