import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import tsx from "shiki/langs/tsx.mjs";
import { escapeHtml, type Markup, markup, trusted } from "./markup.ts";

const THEME = createCssVariablesTheme({ name: "tallybook", variablePrefix: "--code-" });

/** A word or a line that nobody reads: the grammar's patterns take the square of its length. */
const UNREADABLE = /[\w$]{1000}|[^\n]{5000}/;

const trimmedEnd = (text: string) => text.trimEnd();

let highlighter: ReturnType<typeof createHighlighterCoreSync> | undefined;

/** Loading the grammar takes a moment: only a page with code pays for it. */
function loaded(): ReturnType<typeof createHighlighterCoreSync> {
  return highlighter ??= createHighlighterCoreSync({
    themes: [THEME],
    langs: [tsx],
    engine: createJavaScriptRegexEngine(),
  });
}

/**
 * TypeScript with its tokens marked by class (`code-keyword`, `code-string`,
 * …), never by style attribute, so that a strict content policy shows it in
 * color. The kernel reads cells as TSX, and so does this.
 */
export function highlightCode(source: string): Markup {
  if (UNREADABLE.test(source)) return markup`${trimmedEnd(source)}`;
  const { tokens } = loaded().codeToTokens(trimmedEnd(source), {
    lang: "tsx",
    theme: "tallybook",
    // On a busy machine the default limit would cut the coloring short, and differently each time.
    tokenizeTimeLimit: 0,
  });
  const lines = tokens.map((line) =>
    line.map(({ content, color }) => {
      const name = /var\(--code-(?:token-)?([a-z-]+)\)/.exec(color ?? "")?.[1];
      const text = escapeHtml(content);
      return name === undefined || name === "foreground" || content.trim() === ""
        ? text
        : `<span class="code-${name}">${text}</span>`;
    }).join("")
  );
  return trusted(lines.join("\n"));
}
