import sanitize from "sanitize-html";
import { type Markup, trusted } from "./markup.ts";
import { isNestedTooDeep } from "./nesting.ts";
import { repeatsTooOften } from "./svg_expansion.ts";

const ELEMENTS = [
  ...["svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse"],
  ...["line", "polyline", "polygon", "text", "tspan", "clipPath", "mask", "pattern", "marker"],
  ...["linearGradient", "radialGradient", "stop", "image"],
];

/** Properties that SVG also has as attributes; what a style attribute says in them is kept. */
const PRESENTATION = [
  ...["fill", "fill-opacity", "fill-rule", "clip-rule", "stroke", "stroke-width", "stroke-opacity"],
  ...["stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin"],
  ...["stroke-miterlimit", "opacity", "color", "paint-order", "vector-effect", "shape-rendering"],
  ...["font-family", "font-size", "font-weight", "font-style", "font-variant", "letter-spacing"],
  ...["text-anchor", "dominant-baseline", "word-spacing", "text-decoration", "visibility"],
  ...[
    "stop-color",
    "stop-opacity",
    "marker-start",
    "marker-mid",
    "marker-end",
    "clip-path",
    "mask",
  ],
];

const ATTRIBUTES = [
  ...PRESENTATION,
  ...["id", "role", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden", "xmlns"],
  ...["xmlns:xlink", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "dx", "dy"],
  ...["x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "offset"],
  ...["rotate", "textLength", "lengthAdjust", "pathLength", "gradientUnits", "gradientTransform"],
  ...["spreadMethod", "fx", "fy", "patternUnits", "patternContentUnits", "patternTransform"],
  ...["clipPathUnits", "maskUnits", "maskContentUnits", "markerWidth", "markerHeight"],
  ...["markerUnits", "refX", "refY", "orient", "href", "xlink:href", "xml:space"],
];

/** What stands for a drawing with which a browser would never end. */
const NOT_SHOWN = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="40" ` +
  `viewBox="0 0 640 40"><text x="8" y="25" font-size="14">` +
  `This drawing nests or repeats its parts without end: the notebook's file has it.</text></svg>`;

const BITMAP = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=\s]+$/;
const REFERENCES = ["aria-labelledby", "aria-describedby"];

/** url() may only point inside the same drawing, and its target carries the prefix. */
function localUrls(value: string, prefix: string): string | null {
  const mended = value.replace(
    /url\(\s*["']?#([^"')\s]{1,200})["']?\s*\)/gi,
    (_, id: string) => `url(#${prefix}${id})`,
  );
  // A backslash can spell "url" in another way.
  return /url\(\s*(?!#)|\\|javascript:/i.test(mended) ? null : mended;
}

function declarations(style: string): [string, string][] {
  return style.split(";").map((part) => {
    const colon = part.indexOf(":");
    return [part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()] as [
      string,
      string,
    ];
  }).filter(([property, value]) => PRESENTATION.includes(property) && value !== "");
}

/**
 * An SVG drawing from a notebook, without anything that could run, load or
 * restyle the page: an allowlist of shapes, text, gradients, clips and markers.
 * Style attributes become presentation attributes, so that a page whose policy
 * forbids inline styles still shows them; references stay inside the drawing.
 *
 * @param prefix Put before every identifier, so that several drawings on one
 * page cannot meet each other's clip paths.
 *
 * @example A bar with a script
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sanitizeSvg } from "./sanitize_svg.ts";
 *
 * const source = '<svg onload="run()"><rect id="bar" style="fill: navy"/></svg>';
 * assertEquals(
 *   sanitizeSvg(source, "one-").toString(),
 *   '<svg><rect id="one-bar" fill="navy"></rect></svg>',
 * );
 * ```
 */
export function sanitizeSvg(source: string, prefix: string): Markup {
  if (isNestedTooDeep(source)) return trusted(NOT_SHOWN);
  const clean = sanitize(source, {
    allowedTags: ELEMENTS,
    nonTextTags: ["script", "style", "foreignObject", "iframe", "textarea", "option", "noscript"],
    disallowedTagsMode: "discard",
    allowedAttributes: { "*": ATTRIBUTES },
    allowedSchemes: [],
    allowedSchemesByTag: { image: ["data"] },
    allowedSchemesAppliedToAttributes: ["href", "xlink:href"],
    allowProtocolRelative: false,
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
    selfClosing: [],
    transformTags: {
      "*": (tagName, attributes) => {
        const kept: Record<string, string> = {};
        const all = [...Object.entries(attributes), ...declarations(attributes.style ?? "")];
        for (const [name, value] of all) {
          if (name === "href" || name === "xlink:href") {
            if (tagName === "image" ? BITMAP.test(value) : value.startsWith("#")) {
              kept[name] = tagName === "image" ? value : `#${prefix}${value.slice(1)}`;
            }
          } else if (name === "id") kept.id = prefix + value;
          else if (REFERENCES.includes(name)) {
            kept[name] = value.split(/\s+/).map((id) => prefix + id).join(" ");
          } else {
            const safe = localUrls(value, prefix);
            if (safe !== null) kept[name] = safe;
          }
        }
        return { tagName, attribs: kept };
      },
    },
    exclusiveFilter: (frame) =>
      ["image", "use"].includes(frame.tag) && !frame.attribs.href && !frame.attribs["xlink:href"],
  });
  // What stands before the drawing (an XML declaration, a comment's rest) is not part of it.
  const start = clean.indexOf("<svg");
  const drawing = start < 0 ? "" : clean.slice(start);
  return trusted(repeatsTooOften(drawing) ? NOT_SHOWN : drawing);
}
