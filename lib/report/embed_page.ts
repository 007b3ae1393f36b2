import { contentPolicy } from "./content_policy.ts";
import { curlyText } from "./curly_marks.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { openGraph, type Preview } from "./open_graph.ts";

/** What a page shows that stands in a frame of somebody else's page. */
export interface EmbedParts {
  readonly title: string;
  readonly body: Markup;
  /** The line below: where it is from. */
  readonly credit: string;
  /** The report's page with the place on it, from the report's folder. */
  readonly href: string;
  readonly preview: Preview;
}

/** Fonts of the reader's machine: a frame loads nothing. */
const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1f2328; font: 14px/1.4 system-ui, sans-serif; }
svg, img { display: block; width: 100%; max-width: 720px; height: auto; }
div.box { overflow-x: auto; padding: 8px 12px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: 6px; }
th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid #dfe3e8; text-align: left; vertical-align: top; }
[align="right"] { text-align: right; }
tfoot td, p { color: #57606a; font-size: 12px; border: 0; }
p { margin: 6px 12px 10px; }
a { color: #0b5cad; }
`.trim();

/**
 * A static page with one figure or table, for a frame on somebody else's page: no script, no font, no
 * request of any kind, and a policy that allows none. Its link leads to the report's page, outside of
 * the frame.
 */
export function embedPage(parts: EmbedParts): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${
    contentPolicy({ styles: [STYLE], scripts: [] })
  }">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${curlyText(parts.title)}</title>
${openGraph(parts.preview)}${trusted(`<style>${STYLE}</style>`)}
</head>
<body>
${parts.body}
<p>${
    curlyText(parts.credit)
  } <a href="../../${parts.href}" target="_blank" rel="noopener">In its page</a></p>
</body>
</html>
`.toString();
}
