import { requireOneOf } from "../check/mod.ts";
import {
  drawWords,
  type FigureWords,
  heightOf,
  type Layout,
  LAYOUTS,
  page,
  type Sheet,
  SHEETS,
  SMALLEST,
  wordsOf,
} from "./sheet.ts";
import { type SplitDrawing, splitDrawing } from "./split_drawing.ts";
import { coordinate } from "./svg_document.ts";
import { theme } from "./theme.ts";

/** What a layout is made of: a stored figure has it all. */
export interface LayoutFigure extends FigureWords {
  /** The standalone SVG. */
  readonly svg: string;
  /** The drawing for phones, where there is one. */
  readonly narrow?: string | null;
}

/** Where a drawing goes: its box, and how much larger it becomes. */
interface Place {
  readonly drawing: SplitDrawing;
  readonly scale: number;
  readonly svg: string;
}

const LARGEST = 2.4;

function placed(
  drawing: SplitDrawing,
  left: number,
  top: number,
  width: number,
  height: number,
): Place {
  const [w, h] = [drawing.right - drawing.left, drawing.bottom - drawing.top];
  const scale = Math.min(width / w, height / h, LARGEST);
  const x = left + (width - scale * w) / 2 - scale * drawing.left;
  const y = top + (height - scale * h) / 2 - scale * drawing.top;
  return {
    drawing,
    scale,
    svg: `<g transform="translate(${coordinate(x)},${coordinate(y)}) scale(${
      Number(scale.toPrecision(5))
    })" font-size="${theme.size.text}">${drawing.svg}</g>`,
  };
}

/** A sheet as high as it needs to be: words, drawing, words. */
function column(
  figure: LayoutFigure,
  sheet: Sheet,
  drawings: readonly SplitDrawing[],
): string | null {
  const inner = sheet.width - 2 * sheet.edge;
  const { head, foot } = wordsOf(figure, sheet);
  const top = sheet.edge + heightOf(head, inner) + 8;
  for (const drawing of drawings) {
    const scale = inner / (drawing.right - drawing.left);
    if (scale * SMALLEST < sheet.least) continue;
    const height = scale * (drawing.bottom - drawing.top);
    const below = top + height + 8;
    return page(
      figure,
      sheet.width,
      below + heightOf(foot, inner) + sheet.edge,
      drawWords(head, sheet.edge, sheet.edge, inner) +
        placed(drawing, sheet.edge, top, inner, height).svg +
        drawWords(foot, sheet.edge, below, inner),
    );
  }
  return null;
}

/** A sheet of a given height: words above and below the drawing, or at its left. */
function sized(
  figure: LayoutFigure,
  sheet: Sheet & { readonly height: number },
  drawings: readonly SplitDrawing[],
): { readonly svg: string; readonly scale: number } | null {
  const { width, height, edge } = sheet;
  const inner = width - 2 * edge;
  const tries = drawings.flatMap((drawing) => {
    const { head, foot } = wordsOf(figure, sheet);
    const [headHeight, footHeight] = [heightOf(head, inner), heightOf(foot, inner)];
    const top = edge + headHeight + 16;
    const bottom = height - edge - footHeight;
    const stacked = placed(drawing, edge, top, inner, bottom - 12 - top);
    // Narrower lines beside the drawing ask for smaller type.
    const side = wordsOf(figure, sheet, 0.86);
    return [
      {
        fits: bottom - top > 60,
        scale: stacked.scale,
        svg: drawWords(head, edge, edge, inner) + stacked.svg +
          drawWords(foot, edge, bottom, inner),
      },
      ...[0.26, 0.32, 0.38].map((share) => {
        const words = Math.round(inner * share);
        const left = edge + words + 32;
        const beside = placed(drawing, left, edge, width - edge - left, height - 2 * edge);
        const [above, below] = [heightOf(side.head, words), heightOf(side.foot, words)];
        return {
          fits: above + 24 + below <= height - 2 * edge,
          scale: beside.scale,
          svg: drawWords(side.head, edge, edge, words) + beside.svg +
            drawWords(side.foot, edge, height - edge - below, words),
        };
      }),
    ];
  }).filter(({ fits, scale }) => fits && scale * SMALLEST >= sheet.least);
  const best = tries.sort((a, b) => b.scale - a.scale)[0];
  return best === undefined
    ? null
    : { svg: page(figure, width, height, best.svg), scale: best.scale };
}

/** A figure's drawing alone, for documents that set title, caption and source as text of their own. */
export function bareFigure(figure: LayoutFigure): string {
  const drawing = splitDrawing(figure.svg);
  const [width, height] = [drawing.right - drawing.left, drawing.bottom - drawing.top];
  return page(
    figure,
    width + 8,
    height + 8,
    `<g transform="translate(${coordinate(4 - drawing.left)},${
      coordinate(4 - drawing.top)
    })">${drawing.svg}</g>`,
  );
}

/** A card of words alone, for what has no drawing, or one that would be too small: title and content. */
export function wordCard(figure: FigureWords): string {
  const sheet = SHEETS.card;
  const { width, edge } = sheet;
  const height = sheet.height!;
  const inner = width - 2 * edge;
  const shrinks = [1.25, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
  const tries = shrinks.map((shrink) => {
    const { head, foot } = wordsOf(figure, sheet, shrink);
    const alt = {
      text: figure.alt,
      size: 26 * shrink,
      weight: 400,
      color: theme.ink,
      gap: 20,
    } as const;
    return { head: figure.alt === "" ? head : [...head, alt], foot };
  });
  const fits = ({ head, foot }: (typeof tries)[number]) =>
    heightOf(head, inner) + heightOf(foot, inner) + 24 <= height - 2 * edge;
  const { head, foot } = tries.find(fits) ?? {
    head: tries.at(-1)!.head.slice(0, 1),
    foot: [],
  };
  return page(
    figure,
    width,
    height,
    drawWords(head, edge, edge, inner) +
      drawWords(foot, edge, height - edge - heightOf(foot, inner), inner),
  );
}

/**
 * Lays a figure out for a place of its own, its words set anew around the drawing:
 *
 * - "slide": 1280 by 720 pixels, 16:9, the words above the drawing or at its left, whichever lets
 *   the drawing be larger;
 * - "column" and "two-columns": 89 and 183 millimeters wide, as journals set one and two columns,
 *   the first from the drawing for phones;
 * - "card": 1200 by 630 pixels, what social media show of a link, with title and source, and with
 *   the drawing where its letters stay legible.
 *
 * Null where the drawing's letters would be smaller than 9 points on a slide or 7 in a column. The
 * words are live text; {@linkcode outlineText} makes outlines of them.
 *
 * @param figure A stored figure, or its title, source, alt text and SVG.
 * @throws {RangeError} for another layout.
 * @throws {TypeError} for another SVG.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, layoutFigure, rankedBars } from "tallybook/chart";
 *
 * const { narrow, ...stored } = figure({
 *   id: "margin",
 *   title: "Michigan was close",
 *   source: "FEC",
 *   alt: "Trump won Michigan by 10,704 votes.",
 *   ...rankedBars([{ state: "Michigan", margin: 10704 }], { label: "state", value: "margin" }),
 * }).toStored();
 * const slide = layoutFigure({ ...stored, narrow: narrow?.svg ?? null }, "slide");
 * assertStringIncludes(slide!, 'width="1280" height="720"');
 * ```
 */
export function layoutFigure(figure: LayoutFigure, layout: Layout): string | null {
  requireOneOf("lay a figure out", "layout", layout, LAYOUTS);
  const drawings = [figure.svg, figure.narrow ?? ""].filter((svg) => svg !== "").map(splitDrawing);
  const sheet = SHEETS[layout];
  const { height } = sheet;
  if (height === undefined) return column(figure, sheet, drawings);
  const found = sized(figure, { ...sheet, height }, drawings);
  return found?.svg ?? (layout === "card" ? wordCard(figure) : null);
}
