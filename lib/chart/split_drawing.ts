import { refusal } from "../check/mod.ts";

/** A figure's drawing without the words around it: legend, panels and their headings. */
export interface SplitDrawing {
  /** SVG elements, in the figure's own coordinates. */
  readonly svg: string;
  /** Where they are: what lies outside is the figure's edge, or words. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The elements directly in the root of an SVG, each as text. */
function children(svg: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^>]*?)?(\/?)>/gu)) {
    const [whole, closing, , empty] = tag;
    if (depth === 1 && !closing) start = tag.index;
    if (closing) depth--;
    else if (!empty) depth++;
    if (depth === 1 && (closing || empty)) parts.push(svg.slice(start, tag.index + whole.length));
  }
  return parts;
}

const isParagraph = (element: string) => /^<text [^>]*><tspan/u.test(element);

const sizeOf = (paragraph: string) => Number(paragraph.match(/font-size="([\d.]+)"/u)?.[1] ?? 12);

const baselines = (paragraph: string) =>
  [...paragraph.matchAll(/<tspan[^>]* y="([\d.]+)"/gu)].map(([, y]) => Number(y));

/**
 * Takes a figure apart: its drawing, without title, subtitle, caption and source, which a page or a
 * slide sets in its own way.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives, or its drawing for phones.
 * @throws {TypeError} for another SVG.
 */
export function splitDrawing(svg: string): SplitDrawing {
  const [, width, height] = svg.match(/^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/u) ?? [];
  if (width === undefined) {
    throw new TypeError(refusal({
      task: "lay a figure out",
      where: "svg",
      found: svg,
      expected: "an SVG with width and height",
    }));
  }
  const parts = children(svg);
  const shown = parts.filter((part) => !/^<(?:title|desc|rect)\b/u.test(part));
  const first = shown.findIndex((part) => !isParagraph(part) && !part.startsWith("<defs"));
  const last = shown.findLastIndex((part) => !isParagraph(part));
  const before = shown.slice(0, first).filter(isParagraph).at(-1);
  const after = shown[last + 1];
  const pad = before === undefined ? 4 : 16;
  return {
    svg: shown.filter((part) => !isParagraph(part)).join(""),
    left: pad,
    right: Number(width) - pad,
    // Below the last line of the words above come its descenders, above the first one its letters.
    top: before === undefined ? 12 : baselines(before).at(-1)! + 0.36 * sizeOf(before) + 4,
    bottom: after === undefined ? Number(height) - 18 : baselines(after)[0]! - sizeOf(after) - 6,
  };
}
