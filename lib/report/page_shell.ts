import { Buffer } from "node:buffer";
import { curlyMarks, curlyText } from "./curly_marks.ts";
import { contentPolicy } from "./content_policy.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import type { Formulas } from "./math.ts";
import { openGraph, type Preview } from "./open_graph.ts";
import type { ReportFile } from "./report_context.ts";
import { FORMULA_STYLES, PAGE_STYLES } from "./styles.ts";
import { unbroken } from "./unbroken.ts";

/** What surrounds a page's content. */
export interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly body: Markup;
  /** Set when the page has formulas. */
  readonly formulas?: Formulas;
  /** Scripts that the page carries, as modules. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** Whether the page runs a worker of its own making. */
  readonly worker?: boolean;
  /** Linked data for machines, as JSON-LD. */
  readonly data?: readonly unknown[];
  /** Fonts to put into the page, by their path in the style sheets; others stay files beside it. */
  readonly fonts?: readonly ReportFile[];
  /** How a link to the page looks elsewhere; left out where the page is a file of its own. */
  readonly preview?: Preview;
  /** Names the kind of page for the style sheet. */
  readonly kind: "index" | "notebook" | "panel";
}

/** A script may not end the element that holds it. */
function inlineScript(source: string): string {
  return source.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

/** Data that a page's script reads: no script itself, so no policy has to name it. */
export function dataElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json.replaceAll("<", "\\u003c")}</script>\n`;
}

/** The style sheet with each font's bytes in place of its address. */
function withFonts(style: string, fonts: readonly ReportFile[]): string {
  return fonts.reduce(
    (sheet, { path, content }) =>
      sheet.replaceAll(
        `url(${path})`,
        `url(data:font/woff2;base64,${Buffer.from(content).toString("base64")})`,
      ),
    style,
  );
}

/** A whole page, with its policy, styles and scripts inside it. */
export function pageShell(parts: PageParts): string {
  const styles = [
    PAGE_STYLES,
    ...(parts.formulas?.used ? [FORMULA_STYLES + parts.formulas.styles()] : []),
    ...(parts.styles ?? []),
  ].map((style) => withFonts(style, parts.fonts ?? []));
  const scripts = (parts.scripts ?? []).map(inlineScript);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${
    contentPolicy({ styles, scripts, worker: parts.worker ?? false })
  }">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${curlyText(parts.title)}</title>
<meta name="description" content="${curlyText(parts.description)}">
${parts.preview && openGraph(parts.preview)}${
    styles.map((style) => trusted(`<style>${style}</style>\n`))
  }${
    (parts.data ?? []).map((data) =>
      trusted(
        `<script type="application/ld+json">${
          JSON.stringify(data).replaceAll("<", "\\u003c")
        }</script>\n`,
      )
    )
  }</head>
<body class="${parts.kind}">
<a class="skip" href="#content">Skip to the content</a>
${trusted(unbroken(curlyMarks(parts.body.toString())))}
${scripts.map((script) => trusted(`<script type="module">${script}</script>\n`))}</body>
</html>
`.toString();
}
