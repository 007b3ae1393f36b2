import type { Markup } from "./markup.ts";
import { Formulas } from "./math.ts";
import { withoutMarks } from "./origins/mark_numbers.ts";

/** A heading of a page, for its list of contents. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  /** The heading's text, without markup. */
  readonly text: string;
}

/** A table of a page that has a caption. */
export interface PageTable {
  readonly id: string;
  readonly number: number;
  /** The caption's text. */
  readonly caption: string;
  /** The table's element, sanitized. */
  readonly html: string;
}

/** What is collected while a page is rendered from top to bottom. */
export class PageState {
  readonly headings: Heading[] = [];
  readonly formulas: Formulas;
  /** Gives what stands below a table; nothing where this is not set. */
  belowTable: ((table: PageTable) => Markup) | null = null;
  readonly #ids = new Set<string>(["content", "contents", "panels", "provenance"]);
  /** The number to try next for a text that came before: equal ones must not be tried again. */
  readonly #next = new Map<string, number>();
  #figures = 0;
  #tables = 0;

  /** `formulas` typesets; exports that cannot show KaTeX's markup give their own. */
  constructor(formulas: Formulas = new Formulas()) {
    this.formulas = formulas;
  }

  /** An identifier made of the text, that no other element of the page has. */
  uniqueId(text: string, fallback: string): string {
    const base = slug(withoutMarks(text)) || fallback;
    let id = base;
    let n = this.#next.get(base) ?? 2;
    for (; this.#ids.has(id); n++) id = `${base}-${n}`;
    this.#next.set(base, n);
    this.#ids.add(id);
    return id;
  }

  /** The number of the next figure. */
  nextFigure(): number {
    return ++this.#figures;
  }

  /** The number of the next table. */
  nextTable(): number {
    return ++this.#tables;
  }
}

/** Text as an address can carry it: lower case, words joined by hyphens. */
export function slug(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}
