import { FONT_STACK, type FontWeight } from "./fonts.ts";
import { coordinate, escapeXml } from "./svg_document.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** The words of a figure, as a layout sets them. */
export interface FigureWords {
  /** The name in pages and files. */
  readonly id: string;
  /** The title. */
  readonly title: string;
  /** The definitions below the title. */
  readonly subtitle?: string | null;
  /** What to note in reading it. */
  readonly caption?: string | null;
  /** Where the data comes from. */
  readonly source: string;
  /** What it shows, in words. */
  readonly alt: string;
}

/** Names of {@linkcode layoutFigure}'s layouts. */
export const LAYOUTS = ["slide", "column", "two-columns", "card"] as const;

/** One of them. */
export type Layout = typeof LAYOUTS[number];

/** Pixels of 1/96 inch in a millimeter. */
const MILLIMETER = 96 / 25.4;

/** The smallest letters that a chart draws. */
export const SMALLEST = theme.size.small;

/** Sizes of a sheet and of the type on it, in pixels. */
export interface Sheet {
  readonly width: number;
  /** Absent where the sheet is as high as what stands on it. */
  readonly height?: number;
  readonly edge: number;
  readonly title: number;
  readonly subtitle: number;
  readonly caption: number;
  readonly source: number;
  /** The smallest letters that a drawing may have on it. */
  readonly least: number;
}

/** The sheets of the layouts. */
export const SHEETS: Readonly<Record<Layout, Sheet>> = {
  // Letters of 9 points on a slide that is 13.33 inches wide.
  slide: {
    ...{ width: 1280, height: 720, edge: 48, title: 32, subtitle: 20, caption: 16, source: 14 },
    least: 12,
  },
  // Letters of 7 points, the least that journals ask for.
  column: {
    ...{ width: 89 * MILLIMETER, edge: 4, title: 13, subtitle: 11, caption: 10, source: 9.4 },
    least: 9.33,
  },
  "two-columns": {
    ...{ width: 183 * MILLIMETER, edge: 4, title: 15, subtitle: 12, caption: 11, source: 10 },
    least: 9.33,
  },
  // A picture of the figure: who wants to read it follows the link.
  card: {
    ...{ width: 1200, height: 630, edge: 40, title: 40, subtitle: 26, caption: 0, source: 18 },
    least: 10,
  },
};

/** Lines of words at a place. */
interface Words {
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly color: string;
  /** Room above. */
  readonly gap: number;
}

const lineHeight = (size: number) => size * 1.3;

const linesOf = (words: Words, width: number) =>
  wrapText(words.text, width, words.size, words.weight);

/** How high words stand at a width. */
export const heightOf = (all: readonly Words[], width: number): number =>
  all.reduce(
    (sum, words) => sum + words.gap + lineHeight(words.size) * linesOf(words, width).length,
    0,
  );

/** Words as SVG, each text below the one before. */
export function drawWords(all: readonly Words[], left: number, top: number, width: number): string {
  let y = top;
  return all.map((words) => {
    y += words.gap;
    const spans = linesOf(words, width).map((line) => {
      const span = `<tspan x="${coordinate(left)}" y="${coordinate(y + words.size)}">${
        escapeXml(line)
      }</tspan>`;
      y += lineHeight(words.size);
      return span;
    });
    const bold = words.weight === 400 ? "" : ` font-weight="${words.weight}"`;
    return `<text font-size="${words.size}"${bold} fill="${words.color}">${spans.join("")}</text>`;
  }).join("");
}

/** A figure's words above and below its drawing, at the sizes of a sheet. */
export function wordsOf(
  figure: FigureWords,
  sheet: Sheet,
  shrink = 1,
): { readonly head: readonly Words[]; readonly foot: readonly Words[] } {
  const words = (
    text: string | null | undefined,
    size: number,
    color: string,
    gap: number,
    weight: FontWeight = 400,
  ): Words[] => text && size > 0 ? [{ text, size: size * shrink, weight, color, gap }] : [];
  return {
    head: [
      ...words(figure.title, sheet.title, theme.ink, 0, 600),
      ...words(figure.subtitle, sheet.subtitle, theme.muted, 4),
    ],
    foot: [
      ...words(figure.caption, sheet.caption, theme.ink, 4),
      ...words(`Source: ${figure.source}`, sheet.source, theme.muted, 4),
    ],
  };
}

/** A standalone SVG with the figure's title and description. */
export function page(figure: FigureWords, width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"` +
    ` width="${coordinate(width)}" height="${coordinate(height)}"` +
    ` viewBox="0 0 ${coordinate(width)} ${coordinate(height)}" role="img"` +
    ` aria-labelledby="${figure.id}-title ${figure.id}-desc" font-family="${FONT_STACK}"` +
    ` font-size="${theme.size.text}" fill="${theme.ink}">` +
    `<title id="${figure.id}-title">${escapeXml(figure.title)}</title>` +
    `<desc id="${figure.id}-desc">${escapeXml(`${figure.alt} Source: ${figure.source}`)}</desc>` +
    `<rect width="${coordinate(width)}" height="${
      coordinate(height)
    }" fill="${theme.background}"/>` +
    body + "</svg>\n";
}
