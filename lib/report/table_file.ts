import { safeCsv } from "./safe_csv.ts";

/** What a cell says, its number, and how many columns it takes. */
interface Cell {
  readonly text: string;
  readonly value: string | null;
  readonly span: number;
}

/** The rows of a table's head and body; its foot is its source. */
interface Rows {
  readonly head: Cell[][];
  readonly body: Cell[][];
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</giu;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

const decoded = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const attribute = (attributes: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "u").exec(attributes);
  return found === null ? null : decoded(found[1]!);
};

/**
 * Reads a table's cells from its markup. A page's tables come from the sanitizer, closed and escaped,
 * so that no tree has to be built: that took nine tenths of the time of a page of many tables.
 */
function readRows(html: string): Rows {
  const rows: { head: Cell[][]; body: Cell[][] } = { head: [], body: [] };
  let part: Cell[][] | null = null;
  let depth = 0;
  let cell: { parts: string[]; attributes: string } | null = null;
  for (const [token, closing, tag, attributes] of html.matchAll(TOKEN)) {
    if (tag === undefined) {
      cell?.parts.push(token);
      continue;
    }
    const isOpen = closing === "";
    const name = tag.toLowerCase();
    if (name === "table") {
      depth += isOpen ? 1 : -1;
      if (depth === 0) break;
    }
    // A table within a cell is words of the cell.
    if (depth !== 1) continue;
    if (name === "thead") part = isOpen ? rows.head : null;
    else if (name === "tbody") part = isOpen ? rows.body : null;
    else if (name === "tr" && isOpen) part?.push([]);
    else if ((name === "td" || name === "th") && isOpen) {
      cell = { parts: [], attributes: attributes ?? "" };
    } else if ((name === "td" || name === "th") && cell !== null) {
      part?.at(-1)?.push({
        text: decoded(cell.parts.join("")).replaceAll(/\s+/gu, " ").trim(),
        value: attribute(cell.attributes, "data-value"),
        span: Number(attribute(cell.attributes, "colspan") ?? 1),
      });
      cell = null;
    }
  }
  return rows;
}

/** A row's cells with those that span columns repeated as empty ones, so that columns stay apart. */
const apart = (row: readonly Cell[]): (Cell | null)[] =>
  row.flatMap((cell) => [cell, ...Array.from({ length: cell.span - 1 }, () => null)]);

const field = (text: string) => /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * A table of a page as CSV, as it stands: its headings and the text of its cells. A column whose cells
 * carry their numbers (`data-value`) has a second one with these, named by the heading and "value".
 *
 * @param html The table's element, as the sanitizer writes it: elements closed, attributes in double
 * quotes. Cost: linear in its length.
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
    (_, i) => body.some((row) => (row[i]?.value ?? null) !== null),
  );
  const line = (row: (Cell | null)[], valueOf: (cell: Cell | null | undefined) => string) =>
    valued.flatMap((isValued, i) => {
      const text = row[i]?.text ?? "";
      return isValued ? [text, valueOf(row[i])] : [text];
    }).map(field).join(",") + "\n";
  return safeCsv(
    heads.map((row) => line(row, (cell) => cell ? `${cell.text} (value)` : "")).join("") +
      body.map((row) => line(row, (cell) => cell?.value ?? "")).join(""),
  );
}
