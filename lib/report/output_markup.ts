import { curlyMarks } from "./curly_marks.ts";
import { decodePng } from "./figure_record.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { renderMarkdown } from "./markdown.ts";
import type { PageOutput } from "./notebook_document.ts";
import type { PageState } from "./page_state.ts";
import { sanitizeHtml } from "./sanitize_html.ts";
import { svgMarkup } from "./svg_markup.ts";
import { wrapTables } from "./wrap_tables.ts";

/** Longer printed output is cut on the page; the notebook file has all of it. */
const LONGEST_TEXT = 20_000;

// deno-lint-ignore no-control-regex -- terminal colors are control sequences
const TERMINAL_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]/g;

const OTHER_BITMAPS = ["image/jpeg", "image/gif", "image/webp"] as const;

/** A pattern for this would start again at each line end. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "\n") end--;
  return text.slice(0, end);
}

function plainText(text: string): string {
  const clean = withoutLastLineEnds(text.replace(TERMINAL_SEQUENCES, ""));
  return clean.length <= LONGEST_TEXT
    ? clean
    : `${clean.slice(0, LONGEST_TEXT)}\n… cut here: ${
      (clean.length - LONGEST_TEXT).toLocaleString("en-US")
    } more characters are in the notebook's file`;
}

function bitmap(type: string, base64: string, alt: string): Markup | null {
  const clean = base64.replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/=]+$/.test(clean)) return null;
  return markup`<p class="bitmap"><img src="data:${type};base64,${clean}" alt="${alt}"></p>`;
}

function renderData(data: Readonly<Record<string, unknown>>, page: PageState): Markup | null {
  const text = (type: string) => typeof data[type] === "string" ? data[type] as string : null;
  const alt = text("text/plain")?.slice(0, 300) ?? "Picture without a description";

  const source = text("text/html");
  if (source !== null) {
    return markup`<div class="output">${
      // The page's only heading of level 1 is its title.
      trusted(
        wrapTables(
          curlyMarks(sanitizeHtml(source).toString().replace(/<(\/?)h1>/g, "<$1h2>")),
          page,
        ),
      )}</div>`;
  }
  const prose = text("text/markdown");
  if (prose !== null) return renderMarkdown(prose, page);
  const drawing = text("image/svg+xml");
  if (drawing !== null) {
    const id = page.uniqueId("drawing", "drawing");
    return markup`<div class="plate" id="${id}" tabindex="0" role="group" aria-label="Drawing">${
      svgMarkup(drawing, `${id}-`, alt)
    }</div>`;
  }
  if (decodePng(data["image/png"]) !== null) return bitmap("image/png", text("image/png")!, alt);
  for (const type of OTHER_BITMAPS) {
    const image = text(type);
    if (image !== null) return bitmap(type, image, alt);
  }
  const latex = text("text/latex");
  if (latex !== null) {
    return trusted(page.formulas.render(latex.replace(/^\$+|\$+$/g, ""), true));
  }
  const plain = text("text/plain");
  if (plain !== null) return markup`<pre class="output" tabindex="0">${plainText(plain)}</pre>`;
  const json = data["application/json"];
  if (json !== undefined) {
    return markup`<pre class="output" tabindex="0">${
      plainText(JSON.stringify(json, null, 2))
    }</pre>`;
  }
  return null;
}

/**
 * An output as safe HTML, from the richest of its representations that a page
 * can show; null when there is none. Figures have their own way (figureMarkup).
 */
export function renderOutput(output: PageOutput, page: PageState): Markup | null {
  switch (output.kind) {
    case "stream":
      return markup`<pre class="output${
        output.stream === "stderr" ? " stderr" : ""
      }" tabindex="0">${plainText(output.text)}</pre>`;
    case "error":
      return markup`<pre class="output error" tabindex="0">${
        plainText(output.trace || `${output.name}: ${output.message}`)
      }</pre>`;
    case "data":
      return renderData(output.data, page);
  }
}
