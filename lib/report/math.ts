import katex from "katex";
import { escapeHtml } from "./markup.ts";

/**
 * Typesets the formulas of one page. KaTeX positions glyphs with style
 * attributes, which a strict content policy forbids: each distinct declaration
 * becomes a class, and {@linkcode Formulas.styles} gives their rules for the
 * page's own style sheet.
 */
export class Formulas {
  readonly #classes = new Map<string, string>();
  #used = false;

  /** Whether the page has a formula, and so needs KaTeX's style sheet and fonts. */
  get used(): boolean {
    return this.#used;
  }

  /** One formula as HTML with MathML inside; a formula with an error is shown as its source. */
  render(source: string, display: boolean): string {
    let output: string;
    try {
      output = katex.renderToString(source.trim(), {
        displayMode: display,
        output: "htmlAndMathml",
        strict: "ignore",
        trust: false,
        // What it refuses is shown as source, in the color of the text around it.
        errorColor: "currentColor",
        maxExpand: 200,
        maxSize: 20,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return `<code class="formula-error" title="${escapeHtml(reason)}">${
        escapeHtml(source)
      }</code>`;
    }
    this.#used = true;
    return output
      .replace(
        /class="([^"]*)" style="([^"]*)"/g,
        (_, names: string, style: string) => `class="${names} ${this.#classOf(style)}"`,
      )
      .replace(/ style="([^"]*)"/g, (_, style: string) => ` class="${this.#classOf(style)}"`);
  }

  /** The rules of all declarations met so far. */
  styles(): string {
    return [...this.#classes].map(([style, name]) => `.${name}{${style}}`).join("\n");
  }

  #classOf(style: string): string {
    const known = this.#classes.get(style);
    if (known !== undefined) return known;
    const name = `tx${this.#classes.size}`;
    this.#classes.set(style, name);
    return name;
  }
}

/** Shows formulas as their TeX source, for documents that cannot typeset them. */
export class FormulaSources extends Formulas {
  /** The source as code. */
  override render(source: string): string {
    return `<code>${escapeHtml(source.trim())}</code>`;
  }
}
