import { requireNumber } from "../check/mod.ts";
import { Resvg } from "@resvg/resvg-js";
import { FONT_FAMILY, fontPaths } from "./fonts.ts";
import { encodePng } from "./png_encode.ts";
import { theme } from "./theme.ts";

/** How a PNG is to be drawn. */
export interface PngOptions {
  /** Pixels of the PNG per pixel of the figure, 2 unless given. */
  readonly scale?: number | undefined;
  /** Without color, by luminance: what a grey print shows. */
  readonly greyscale?: boolean | undefined;
}

/**
 * Draws a figure's SVG as a PNG, with the project's own fonts and none of the system's, so that
 * every machine makes the same bytes. The file states its resolution (96 dots an inch times the
 * scale), so that a word processor places it at the figure's size.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives and a notebook's output stores.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { svgToPng } from "tallybook/chart";
 *
 * const png = svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"/>');
 * assertEquals(new DataView(png.buffer).getUint32(16), 20); // 10 pixels, twice as fine
 * ```
 */
export function svgToPng(svg: string, options: PngOptions = {}): Uint8Array<ArrayBuffer> {
  const { scale = 2, greyscale = false } = options;
  requireNumber("draw a PNG", 'option "scale"', scale, { minimum: 0.1, maximum: 10 });
  const image = new Resvg(greyscale ? withoutColor(svg) : svg, {
    font: {
      fontFiles: Object.values(fontPaths),
      loadSystemFonts: false,
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
    fitTo: { mode: "zoom", value: scale },
    background: theme.background,
  }).render();
  const dotsPerMeter = Math.round((96 * scale) / 0.0254);
  return encodePng(image.pixels, image.width, image.height, dotsPerMeter);
}

/** Wraps a drawing in a filter that keeps each color's luminance (Rec. 709, linear light). */
function withoutColor(svg: string): string {
  const weights = "0.2126 0.7152 0.0722 0 0";
  return svg.replace(
    /<svg[^>]*>/u,
    (tag) =>
      `${tag}<filter id="tallybook-grey" filterUnits="userSpaceOnUse" x="0" y="0" width="100%" height="100%" color-interpolation-filters="linearRGB">` +
      `<feColorMatrix type="matrix" values="${weights} ${weights} ${weights} 0 0 0 1 0"/></filter>` +
      `<g filter="url(#tallybook-grey)">`,
  ).replace(/<\/svg>\s*$/u, "</g></svg>");
}
