import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import tsx from "shiki/langs/tsx.mjs";
import { escapeHtml, type Markup, trusted } from "./markup.ts";

const THEME = createCssVariablesTheme({ name: "tallybook", variablePrefix: "--code-" });

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
  const { tokens } = loaded().codeToTokens(source.replace(/\s+$/, ""), {
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
