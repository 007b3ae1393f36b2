import MarkdownIt from "markdown-it";
import { tex } from "@mdit/plugin-tex";
import { textOfMarkup } from "../display/entities.ts";
import { escapeHtml, type Markup, trusted } from "./markup.ts";
import { withoutMarks } from "./origins/mark_numbers.ts";
import type { PageState } from "./page_state.ts";
import { sanitizeHtml } from "./sanitize_html.ts";
import { wrapTables } from "./wrap_tables.ts";

/**
 * Formulas pass the sanitizer as a number between two private-use characters
 * and are put in afterwards: KaTeX's own markup would not survive it, and what
 * the notebook wrote must not escape it. The characters are removed from sources.
 */
const OPEN = "\uE000";
const CLOSE = "\uE001";

interface Environment extends Record<PropertyKey, unknown> {
  formulas: { source: string; display: boolean }[];
}

// Of the typographer's rules only the quotes: the others guess, as that (c) is a copyright.
const parser = new MarkdownIt({ html: true, linkify: false, typographer: true })
  .disable("replacements")
  .use(tex, {
    delimiters: "dollars",
    render: (source: string, display: boolean, env: unknown) => {
      const { formulas } = env as Environment;
      formulas.push({ source, display });
      return `${OPEN}${formulas.length - 1}${CLOSE}`;
    },
  });
// Every address is judged by the sanitizer, in one place, attachments included.
parser.validateLink = () => true;

/** How {@linkcode renderMarkdown} reads a cell. */
export interface MarkdownOptions {
  /** Images pasted into the cell, by file name. */
  attachments?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Headings get identifiers and enter the contents; the page's only h1 is its title. */
function nameHeadings(html: string, page: PageState): string {
  return html.replace(/<h([1-6])>([\s\S]*?)<\/h\1>/g, (_, digit: string, inner: string) => {
    const level = Math.max(2, Number(digit));
    const text = withoutMarks(textOfMarkup(inner).trim()).replace(
      new RegExp(`${OPEN}\\d+${CLOSE}`, "g"),
      "",
    )
      .trim();
    const id = page.uniqueId(text, "section");
    page.headings.push({ level, id, text });
    return `<h${level} id="${escapeHtml(id)}">${inner}</h${level}>`;
  });
}

function putFormulas(html: string, env: Environment, page: PageState): string {
  const placeholder = new RegExp(`${OPEN}(\\d+)${CLOSE}`, "g");
  // Only text takes formulas: inside a tag, a placeholder would end up in an attribute.
  return html.replace(/<[^>]*>|[^<]+/g, (part) =>
    part.replace(placeholder, (_, index: string) => {
      const formula = env.formulas[Number(index)];
      if (part.startsWith("<") || formula === undefined) return "";
      const rendered = page.formulas.render(formula.source, formula.display);
      return formula.display
        ? `<span class="formula" tabindex="0" role="group" aria-label="Formula">${rendered}</span>`
        : rendered;
    }));
}

/** A name as an address spells it; one that is spelled wrong is taken as it stands. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function embedAttachments(source: string, attachments: MarkdownOptions["attachments"]): string {
  return source.replace(/attachment:([^\s)"']+)/g, (whole, file: string) => {
    const bundle = attachments?.[decoded(file)] ?? attachments?.[file];
    const [type, data] = Object.entries(bundle ?? {})[0] ?? [];
    return type === undefined ? whole : `data:${type};base64,${data!.replace(/\s/g, "")}`;
  });
}

/**
 * Prose of a notebook as safe HTML: CommonMark with tables, formulas between
 * dollar signs, and what the sanitizer lets through of HTML. Headings are
 * collected in the page's state.
 */
export function renderMarkdown(
  source: string,
  page: PageState,
  options: MarkdownOptions = {},
): Markup {
  const env: Environment = { formulas: [] };
  const clean = embedAttachments(source.replace(/[\uE000\uE001]/g, ""), options.attachments);
  const safe = sanitizeHtml(parser.render(clean, env)).toString();
  return trusted(wrapTables(putFormulas(nameHeadings(safe, page), env, page), page));
}

/** Prose as safe HTML without a page around it: headings keep their levels, tables stand bare. */
export function renderMarkdownPlain(
  source: string,
  page: PageState,
  attachments?: MarkdownOptions["attachments"],
): Markup {
  const env: Environment = { formulas: [] };
  const clean = embedAttachments(source.replace(/[\uE000\uE001]/g, ""), attachments);
  return trusted(putFormulas(sanitizeHtml(parser.render(clean, env)).toString(), env, page));
}

/** Prose without block structure, for a title or a card: no headings, tables or paragraphs. */
export function renderInlineMarkdown(source: string, page: PageState): Markup {
  const env: Environment = { formulas: [] };
  const clean = source.replace(/[\uE000\uE001]/g, "");
  return trusted(
    putFormulas(sanitizeHtml(parser.renderInline(clean, env)).toString(), env, page),
  );
}

/** The text of a Markdown source, without its markup. */
export function markdownText(source: string): string {
  const env: Environment = { formulas: [] };
  const html = parser.render(withoutMarks(source.replace(/[\uE000\uE001]/g, "")), env);
  return textOfMarkup(
    sanitizeHtml(html).toString().replace(
      new RegExp(`${OPEN}(\\d+)${CLOSE}`, "g"),
      (_, index: string) => env.formulas[Number(index)]?.source ?? "",
    ),
  ).trim().replace(/\s+/g, " ");
}
