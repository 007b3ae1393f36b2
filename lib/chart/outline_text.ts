import { unescaped } from "../display/entities.ts";
import { type FontWeight, type Glyph, glyphsOf, UNITS_PER_EM } from "./fonts.ts";
import { coordinate } from "./svg_document.ts";

/** How {@linkcode outlineText} draws words. */
export interface OutlineOptions {
  /** Outlines for the strokes under labels alone; the words above them stay text, and are shown. */
  readonly onlyHalos?: boolean;
  /** Begins the outlines' ids, for several drawings on one page; the figure's id unless given. */
  readonly prefix?: string;
}

/** What a text inherits from the groups around it. */
interface Look {
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  /** Whether the stroke is a halo beneath the letters. */
  readonly halo: boolean;
}

/** One line of a text, at its place in the text's own coordinates. */
interface Line {
  /** The line's characters as XML has them. */
  readonly xml: string;
  readonly x: number;
  readonly y: number;
}

const START: Look = {
  size: 12,
  weight: 400,
  anchor: "start",
  stroke: "none",
  strokeWidth: 1,
  halo: false,
};

const attribute = (attributes: string, name: string): string | null =>
  attributes.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "u"))?.[1] ?? null;

const without = (attributes: string, names: readonly string[]): string =>
  attributes.replace(new RegExp(`\\s(?:${names.join("|")})="[^"]*"`, "gu"), "");

const length = (text: string | null, size: number): number =>
  text === null || text === ""
    ? 0
    : text.endsWith("em")
    ? Number.parseFloat(text) * size
    : Number.parseFloat(text);

function lookOf(attributes: string, outer: Look): Look {
  const own = (name: string) => attribute(attributes, name);
  const weight = own("font-weight");
  return {
    size: length(own("font-size"), outer.size) || outer.size,
    weight: weight === null ? outer.weight : /bold|[6-9]00/u.test(weight) ? 600 : 400,
    anchor: own("text-anchor") ?? outer.anchor,
    stroke: own("stroke") ?? outer.stroke,
    strokeWidth: Number(own("stroke-width") ?? outer.strokeWidth),
    halo: own("paint-order") === null ? outer.halo : own("paint-order") === "stroke",
  };
}

const hasHalo = (look: Look) => look.halo && look.stroke !== "none";

/** The lines of a text: its own characters, and those of each of its spans. */
function linesOf(attributes: string, content: string, size: number): Line[] {
  let x = length(attribute(attributes, "x"), size) + length(attribute(attributes, "dx"), size);
  let y = length(attribute(attributes, "y"), size) + length(attribute(attributes, "dy"), size);
  const lines: Line[] = [];
  const add = (xml: string) => {
    if (xml.trim() !== "") lines.push({ xml, x, y });
  };
  for (const part of content.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>|([^<]+)|<[^>]*>/gu)) {
    const [, span, inSpan, plain] = part;
    if (span !== undefined) {
      if (attribute(span, "x") !== null) x = length(attribute(span, "x"), size);
      if (attribute(span, "y") !== null) y = length(attribute(span, "y"), size);
      y += length(attribute(span, "dy"), size);
      add(inSpan!);
    } else if (plain !== undefined) add(plain);
  }
  return lines;
}

/**
 * Draws the words of a figure's SVG as outlines of the figures' font, so that every program shows
 * the same letters at the same places, whatever fonts its machine has.
 *
 * The words stay in the file as transparent text of a fixed length over their outlines: they can be
 * selected, searched and read by a program. The stroke under a label is drawn as a shape of its own,
 * since many programs would draw it over the letters.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives and a notebook's output stores.
 *
 * @example
 * ```ts
 * import { assert, assertStringIncludes } from "@std/assert";
 * import { outlineText } from "tallybook/chart";
 *
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="5" y="15">Votes</text></svg>';
 * const outlined = outlineText(svg);
 * assertStringIncludes(outlined, '<path id="glyph-400-');
 * assertStringIncludes(outlined, '>Votes</text>');
 * assert(outlined.includes('fill-opacity="0"'));
 * ```
 */
export function outlineText(svg: string, options: OutlineOptions = {}): string {
  const { onlyHalos = false } = options;
  const name = options.prefix ?? svg.match(/<title id="([\w-]+)-title"/u)?.[1] ?? "";
  const prefix = name === "" ? "glyph" : `${name}-glyph`;
  const used = new Map<string, Glyph>();
  const looks: Look[] = [START];
  let result = "";
  let at = 0;
  const tags = /<(\/?)([a-zA-Z]+)((?:\s[^>]*?)?)(\/?)>/gu;
  for (let tag = tags.exec(svg); tag !== null; tag = tags.exec(svg)) {
    const [whole, closing, element, attributes, empty] = tag;
    if (element !== "text" || closing || empty) {
      if (closing) looks.pop();
      else if (!empty) looks.push(lookOf(attributes!, looks.at(-1)!));
      continue;
    }
    const start = tag.index + whole.length;
    const end = svg.indexOf("</text>", start);
    const look = lookOf(attributes!, looks.at(-1)!);
    if (onlyHalos && !hasHalo(look)) {
      looks.push(look);
      continue;
    }
    const content = svg.slice(start, end);
    result += svg.slice(at, tag.index) +
      outlined(attributes!, content, look, { prefix, used }, onlyHalos);
    at = end + "</text>".length;
    tags.lastIndex = at;
  }
  result += svg.slice(at);
  const shapes = [...used].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([id, glyph]) => `<path id="${prefix}-${id}" d="${glyph.path}"/>`);
  if (shapes.length === 0) return svg;
  const rootTag = result.match(/<svg[^>]*>/u)![0];
  const linked = rootTag.includes("xmlns:xlink")
    ? rootTag
    : rootTag.replace("<svg", '<svg xmlns:xlink="http://www.w3.org/1999/xlink"');
  return result.replace(rootTag, () => `${linked}<defs>${shapes.join("")}</defs>`);
}

/** What takes the place of one text: its outlines, and the text itself, transparent. */
function outlined(
  attributes: string,
  content: string,
  look: Look,
  glyphs: { readonly prefix: string; readonly used: Map<string, Glyph> },
  onlyHalos: boolean,
): string {
  const scale = look.size / UNITS_PER_EM;
  const parts: string[] = [];
  for (const { xml, x, y } of linesOf(attributes, content, look.size)) {
    const { shapes, advance } = glyphsOf(unescaped(xml), look.weight);
    const width = advance * scale;
    const shift = look.anchor === "middle" ? width / 2 : look.anchor === "end" ? width : 0;
    const uses = shapes.filter(({ glyph }) => glyph.path !== "").map(({ glyph, at }) => {
      const id = `${look.weight}-${glyph.id}`;
      glyphs.used.set(id, glyph);
      return `<use xlink:href="#${glyphs.prefix}-${id}" x="${Math.round(at)}"/>`;
    }).join("");
    const place = `transform="translate(${coordinate(x - shift)},${coordinate(y)}) scale(${
      Number(scale.toPrecision(5))
    },${-Number(scale.toPrecision(5))})"`;
    if (hasHalo(look)) {
      const wide = Math.round(look.strokeWidth / scale);
      parts.push(`<g ${place} fill="${look.stroke}" stroke-width="${wide}">${uses}</g>`);
    }
    if (!onlyHalos) parts.push(`<g ${place}${look.halo ? ' stroke="none"' : ""}>${uses}</g>`);
    const shown = onlyHalos ? "" : ' lengthAdjust="spacingAndGlyphs" fill-opacity="0"';
    parts.push(
      `<text x="${coordinate(x)}" y="${coordinate(y)}" textLength="${coordinate(width)}"${shown}` +
        ` stroke="none">${xml}</text>`,
    );
  }
  const rest = without(attributes, ["x", "y", "dx", "dy"]);
  return `<g${rest}>${parts.join("")}</g>`;
}
