import { escapeHtml } from "./markup.ts";
import { type PageState, slug } from "./page_state.ts";

const text = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();

/** The caption of a table that begins where the search does. */
const CAPTION = /<table>\s*<caption>([\s\S]*?)<\/caption>/y;

/** A cell of more characters holds a sentence. */
const LONG = 60;

/**
 * Puts each table of sanitized HTML into a box of its own, which scrolls on
 * narrow screens and can be reached and named by keyboard and screen reader,
 * and numbers the tables that have a caption. Its caption and source line stay in
 * view while it scrolls, dates and codes are kept whole, and cells that hold a sentence are marked,
 * so that a narrow screen can give them room.
 */
export function wrapTables(html: string, page: PageState): string {
  let depth = 0;
  let label = "";
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
    );
  return marked.replace(/<table>|<\/table>|<caption>([\s\S]*?)<\/caption>/g, (tag, caption, at) => {
    if (tag === "<table>") {
      if (depth++ > 0) return tag;
      CAPTION.lastIndex = at;
      const found = CAPTION.exec(marked)?.[1];
      const end = marked.indexOf("</table>", at);
      const rest = marked.slice(at, end < 0 ? undefined : end);
      label = found === undefined ? "Table" : decode(text(found));
      const numeric = rest.includes("data-value=") ? ' class="sortable"' : "";
      const name = page.uniqueId(`table-${label}`, "table");
      // Regions of one name could not be told apart: a second one says that it is the second.
      const again = name.slice((slug(`table-${label}`) || "table").length + 1);
      return `<div class="table-box" role="region" tabindex="0" id="${name}" aria-label="${
        escapeHtml(again ? `${label} (${again})` : label)
      }"><table${numeric}>`;
    }
    if (tag === "</table>") {
      // Unbalanced closing tags do not occur in the sanitizer's output.
      return --depth > 0 ? tag : `${tag}</div>`;
    }
    return depth === 1
      ? `<caption><span class="number">Table ${page.nextTable()}.</span> ${caption}</caption>`
      : tag;
  });
}

const decode = (escaped: string) =>
  escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
