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

/** Highlighted code by its source. */
export type Highlights = Readonly<Record<string, string>>;

let known: Highlights = {};
let used: Map<string, string> | undefined;
let more = false;

/**
 * Makes something with code in it, where the code of `before` is not highlighted again.
 *
 * @returns What was made, all code that it has, and whether any of it was not in `before`. One at a time.
 */
export async function highlightsOf<T>(
  before: Highlights,
  make: () => Promise<T>,
): Promise<{ readonly made: T; readonly highlights: Highlights; readonly more: boolean }> {
  [known, used, more] = [before, new Map(), false];
  try {
    const made = await make();
    return { made, highlights: Object.fromEntries(used), more };
  } finally {
    [known, used] = [{}, undefined];
  }
}

/**
 * TypeScript with its tokens marked by class (`code-keyword`, `code-string`,
 * …), never by style attribute, so that a strict content policy shows it in
 * color. The kernel reads cells as TSX, and so does this.
 */
export function highlightCode(source: string): Markup {
  const before = Object.hasOwn(known, source) ? known[source] : undefined;
  if (before === undefined) more = true;
  const html = before ?? String(highlighted(source));
  used?.set(source, html);
  return trusted(html);
}

function highlighted(source: string): Markup {
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
