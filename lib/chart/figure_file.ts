import { requireOneOf } from "../check/mod.ts";
import { greySvg } from "./grey.ts";
import { bareFigure, type LayoutFigure, layoutFigure } from "./layouts.ts";
import { outlineText } from "./outline_text.ts";
import { embedFonts, svgToPdf } from "./pdf.ts";
import { svgToPng } from "./png.ts";
import { LAYOUTS } from "./sheet.ts";

/** How a figure is laid out: as drawn, without the words around it, in grey, or for a place of its own. */
const ARRANGEMENTS = ["drawn", "bare", "grey", ...LAYOUTS] as const;

/** What a file is: "svg" has its words as outlines, "text.svg" as text with its font inside. */
const FORMATS = ["svg", "text.svg", "png", "pdf"] as const;

/** An arrangement of {@linkcode figureFile}. */
export type Arrangement = typeof ARRANGEMENTS[number];

/** A format of {@linkcode figureFile}. */
export type FigureFormat = typeof FORMATS[number];

/** Pixels of a PNG per pixel of the sheet: a card is shown as it is, a slide on a large screen. */
const SCALES: Readonly<Record<Arrangement, number>> = {
  drawn: 2,
  bare: 2,
  grey: 2,
  slide: 1.5,
  column: 4,
  "two-columns": 4,
  card: 1,
};

function arranged(figure: LayoutFigure, arrangement: Arrangement): string | null {
  if (arrangement === "drawn") return figure.svg;
  if (arrangement === "bare") return bareFigure(figure);
  return arrangement === "grey" ? greySvg(figure.svg) : layoutFigure(figure, arrangement);
}

/**
 * A figure as the bytes of a file that other programs show alike: as drawn, without its words, in grey, on a slide, in
 * a journal's column, on a card for social media; as SVG with its words as outlines, as SVG with live
 * text, as PNG, as PDF. The same figure gives the same bytes.
 *
 * @returns Null where the figure's letters would be too small in that layout.
 * @throws {RangeError} for another arrangement or format.
 * @throws {TypeError} for an SVG without a size.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { figureFile } from "tallybook/chart";
 *
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect fill="#ff0000"/></svg>';
 * const grey = await figureFile({ id: "a", title: "A", source: "S", alt: "a", svg }, "grey", "svg");
 * assertEquals(new TextDecoder().decode(grey!).includes("#7f7f7f"), true);
 * ```
 */
export async function figureFile(
  figure: LayoutFigure,
  arrangement: Arrangement,
  format: FigureFormat,
): Promise<Uint8Array<ArrayBuffer> | null> {
  requireOneOf("make a figure's file", "arrangement", arrangement, ARRANGEMENTS);
  requireOneOf("make a figure's file", "format", format, FORMATS);
  const svg = arranged(figure, arrangement);
  if (svg === null) return null;
  switch (format) {
    case "svg":
      return new TextEncoder().encode(outlineText(svg));
    case "text.svg":
      return new TextEncoder().encode(await embedFonts(svg));
    case "png":
      return svgToPng(svg, { scale: SCALES[arrangement] });
    case "pdf":
      return await svgToPdf(svg);
  }
}
