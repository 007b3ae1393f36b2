/**
 * HTML that is known to be safe, as a type of its own. Text becomes markup only
 * through {@linkcode markup}, which escapes it, or through {@linkcode trusted},
 * whose every call is a promise that its argument was sanitized or made here.
 *
 * @module
 */

/** A piece of HTML in which all foreign text is escaped. */
export class Markup {
  readonly #source: string;
  /** Wraps a source that is already safe; use {@linkcode markup} or {@linkcode trusted}. */
  constructor(source: string) {
    this.#source = source;
  }
  /** The HTML source. */
  toString(): string {
    return this.#source;
  }
}

/** What {@linkcode markup} takes between its literal parts. */
export type Fragment = Markup | string | number | null | undefined | false | readonly Fragment[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it literally, inside elements and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

function render(fragment: Fragment): string {
  if (fragment === null || fragment === undefined || fragment === false) return "";
  if (fragment instanceof Markup) return fragment.toString();
  if (Array.isArray(fragment)) return fragment.map(render).join("");
  return escapeHtml(String(fragment));
}

/**
 * HTML with values in it: strings and numbers are escaped, markup is kept,
 * lists are joined, and absent values vanish. Attribute values must be quoted.
 *
 * @example A name that looks like an element
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { markup } from "./markup.ts";
 *
 * const states = ["WI", "<MI>"];
 * assertEquals(
 *   markup`<ul>${states.map((state) => markup`<li>${state}</li>`)}</ul>`.toString(),
 *   "<ul><li>WI</li><li>&lt;MI&gt;</li></ul>",
 * );
 * ```
 */
export function markup(strings: TemplateStringsArray, ...values: Fragment[]): Markup {
  let source = strings[0]!;
  for (const [i, value] of values.entries()) source += render(value) + strings[i + 1]!;
  return new Markup(source);
}

/** Declares a source safe: it was made by this library or has been sanitized. */
export function trusted(source: string): Markup {
  return new Markup(source);
}
