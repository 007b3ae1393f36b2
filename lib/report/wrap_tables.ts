import { unescaped } from "../display/entities.ts";
import { escapeHtml } from "./markup.ts";
import { phoneCards } from "./phone_cards.ts";
import { type PageState, type PageTable, slug } from "./page_state.ts";
import { wholeCells } from "./whole_cells.ts";

const text = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();

/** The caption of a table that begins where the search does. */
const CAPTION = /<table>\s*<caption>([\s\S]*?)<\/caption>/y;

/** A caption's words that hold no digit. */
const withoutNumbers = (caption: string) =>
  caption.split(/\s+/).filter((word) => !/\d/.test(word)).join(" ") || caption;

/** A cell of more characters holds a sentence. */
const LONG = 60;

/**
 * Puts each table of sanitized HTML into a box of its own, which scrolls on
 * narrow screens and can be reached and named by keyboard and screen reader,
 * and numbers the tables that have a caption. Its caption and source line stay in
 * view while it scrolls, dates and codes are kept whole, and so are short names and intervals where
 * there is room; cells that hold a sentence are marked, so that a narrow screen can give them room.
 */
export function wrapTables(html: string, page: PageState): string {
  let depth = 0;
  let label = "";
  let opened: Omit<PageTable, "number"> | null = null;
  let table: PageTable | null = null;
  const marked = html
    .replace(
      /<td( [^>]*)?>(?=\s*(?:\d{4}-\d\d-\d\d|[A-Z]{2}-\d\d|[A-Z]{2}-AL)\s*<\/td>)/g,
      '<td$1 class="code">',
    )
    .replace(
      /<td>([^<]*(?:<(?!\/?td)[^<]*)*)<\/td>/g,
      (cell, content) => text(content).length > LONG ? `<td class="long">${content}</td>` : cell,
    )
    .replace(
      /(<tfoot>\s*<tr>\s*<td[^>]*>)((?:(?!<\/tfoot>)[\s\S])*?)(<\/td>\s*<\/tr>\s*<\/tfoot>)/g,
      '$1<span class="words">$2</span>$3',
    )
    .replace(
      /<table>(?:(?!<table>)[\s\S])*?<\/table>/g,
      (table) => phoneCards(wholeCells(table)),
    );
  return marked.replace(/<table>|<\/table>|<caption>([\s\S]*?)<\/caption>/g, (tag, caption, at) => {
    if (tag === "<table>") {
      if (depth++ > 0) return tag;
      CAPTION.lastIndex = at;
      const found = CAPTION.exec(marked)?.[1];
      const end = marked.indexOf("</table>", at);
      const rest = marked.slice(at, end < 0 ? undefined : end);
      label = found === undefined ? "Table" : unescaped(text(found));
      const numeric = rest.includes("data-value=") ? ' class="sortable"' : "";
      // Numbers in a caption move with the data, and a name must not.
      const named = `table-${withoutNumbers(label)}`;
      const name = page.uniqueId(named, "table");
      table = null;
      opened = { id: name, caption: label, html: marked.slice(at, end < 0 ? undefined : end + 8) };
      // Regions of one name could not be told apart: a second one says that it is the second.
      const again = name.slice((slug(named) || "table").length + 1);
      return `<div class="table-box" role="region" tabindex="0" id="${name}" aria-label="${
        escapeHtml(again ? `${label} (${again})` : label)
      }"><table${numeric}>`;
    }
    if (tag === "</table>") {
      // Unbalanced closing tags do not occur in the sanitizer's output.
      if (--depth > 0) return tag;
      return `${tag}</div>${table === null ? "" : page.belowTable?.(table) ?? ""}`;
    }
    if (depth !== 1) return tag;
    const number = page.nextTable();
    if (opened !== null) table = { ...opened, number };
    return `<caption><span class="number">Table ${number}.</span> ${caption}</caption>`;
  });
}
