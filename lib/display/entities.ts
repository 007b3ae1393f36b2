/** Text as HTML and XML show it, in elements and in attributes in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The text of markup without elements: {@linkcode escaped} undone, and an escaped apostrophe. */
export function unescaped(markup: string): string {
  return markup.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** The text that markup shows: its elements left out. */
export function textOfMarkup(markup: string): string {
  return unescaped(markup.replace(/<[^>]*>/g, ""));
}
