import sanitize from "sanitize-html";
import { type Markup, markup, trusted } from "./markup.ts";
import { isNestedTooDeep } from "./nesting.ts";

/** Elements of prose and tables. Everything else loses its tags and keeps its text, or goes whole. */
const ELEMENTS = [
  ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "br", "hr", "blockquote"],
  ...["ul", "ol", "li", "dl", "dt", "dd", "a", "img", "figure", "figcaption"],
  ...["pre", "code", "kbd", "samp", "var", "em", "strong", "b", "i", "u", "s", "del", "ins"],
  ...["small", "sub", "sup", "mark", "abbr", "cite", "q", "dfn", "time", "details", "summary"],
  ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col"],
];

/** Elements whose text is no prose: they go with all that is inside them. */
const DROPPED_WHOLE = [
  ...["script", "style", "textarea", "option", "noscript", "template", "iframe", "object"],
  ...["embed", "svg", "math", "title", "noembed", "noframes", "xmp", "plaintext", "select"],
];

const IMAGE = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/;

/** Where a link of a notebook leads on the rendered pages: another notebook is its page. */
function pageOf(href: string): string {
  return href.replace(/^(?:\.\/)?([\w.-]+)\.ipynb(#.*)?$/, "$1.html$2");
}

/** Markdown's columns are aligned by style, which goes: the same said by attribute stays. */
function aligned(tagName: string, attributes: Record<string, string>): sanitize.Tag {
  const side = /^text-align:\s*(left|right|center)$/.exec(attributes.style ?? "")?.[1];
  return { tagName, attribs: side === undefined ? attributes : { ...attributes, align: side } };
}

/**
 * HTML from a notebook, without anything that could run, load, restyle or
 * imitate the page: scripts, styles, handlers, frames, forms, identifiers and
 * classes go; links keep to http, https, mailto and relative addresses; images
 * must be embedded bitmaps. The work is done by an allowlist (sanitize-html).
 *
 * Cost: linear in the length of the source.
 *
 * @example A harmless table with a harmful guest
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sanitizeHtml } from "./sanitize_html.ts";
 *
 * const source = '<p onclick="run()">270 <script>run()</script><b>electors</b></p>';
 * assertEquals(sanitizeHtml(source).toString(), "<p>270 <b>electors</b></p>");
 * ```
 */
export function sanitizeHtml(source: string): Markup {
  if (isNestedTooDeep(source)) {
    return markup`<p>This HTML is nested too deep to be shown; its source:</p><pre>${source}</pre>`;
  }
  const clean = sanitize(source, {
    allowedTags: ELEMENTS,
    nonTextTags: DROPPED_WHOLE,
    disallowedTagsMode: "discard",
    allowedAttributes: {
      a: ["href", "title", "rel"],
      img: ["src", "alt", "width", "height"],
      abbr: ["title"],
      time: ["datetime"],
      ol: ["start"],
      details: ["open"],
      col: ["span"],
      colgroup: ["span"],
      th: ["colspan", "rowspan", "scope", "align", "data-value"],
      td: ["colspan", "rowspan", "align", "data-value"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
    transformTags: {
      th: aligned,
      td: aligned,
      a: (tagName, attributes) => {
        const { href, title } = attributes;
        const external = href !== undefined && /^https?:/i.test(href.trim());
        return {
          tagName,
          attribs: {
            ...(href === undefined ? {} : { href: pageOf(href.trim()) }),
            ...(title === undefined ? {} : { title }),
            ...(external ? { rel: "noopener noreferrer" } : {}),
          },
        };
      },
    },
    exclusiveFilter: (frame) => frame.tag === "img" && !IMAGE.test(frame.attribs.src ?? ""),
  });
  return trusted(clean);
}
