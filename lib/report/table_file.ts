import { parseHTML } from "linkedom";
import { safeCsv } from "./safe_csv.ts";

/** The part of an element that reading a table needs. */
interface Element {
  readonly textContent: string;
  readonly children: Iterable<Element>;
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

const words = (element: Element) => element.textContent.replaceAll(/\s+/gu, " ").trim();

/** A row's cells with those that span columns repeated as empty ones, so that columns stay apart. */
function cells(row: Element): (Element | null)[] {
  return [...row.children].flatMap((cell) => [
    cell,
    ...Array.from({ length: Number(cell.getAttribute("colspan") ?? 1) - 1 }, () => null),
  ]);
}

const field = (text: string) => /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * A table of a page as CSV, as it stands: its headings and the text of its cells. A column whose cells
 * carry their numbers (`data-value`) has a second one with these, named by the heading and "value".
 *
 * @param html The table's element.
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
  const parsed = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: { querySelector(selector: string): Element | null };
  };
  const table = parsed.document.querySelector("table");
  if (table === null) return "";
  const rows = (part: string) => [...table.querySelectorAll(part)];
  const body = rows("tbody tr").map(cells);
  const heads = rows("thead tr").map(cells);
  const columns = Math.max(0, ...[...heads, ...body].map((row) => row.length));
  const valued = Array.from(
    { length: columns },
    (_, i) => body.some((row) => (row[i]?.getAttribute("data-value") ?? null) !== null),
  );
  const line = (row: (Element | null)[], valueOf: (cell: Element | null | undefined) => string) =>
    valued.flatMap((isValued, i) => {
      const text = row[i] ? words(row[i]) : "";
      return isValued ? [text, valueOf(row[i])] : [text];
    }).map(field).join(",") + "\n";
  return safeCsv(
    heads.map((row) => line(row, (cell) => cell ? `${words(cell)} (value)` : "")).join("") +
      body.map((row) => line(row, (cell) => cell?.getAttribute("data-value") ?? "")).join(""),
  );
}
