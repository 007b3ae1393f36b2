import { createRequire } from "node:module";
import { Buffer } from "node:buffer";
import * as fontkit from "fontkit";
// Naming the package in an import is what makes Deno download it; the fonts beside it are read below.
import fontPackage from "@expo-google-fonts/source-sans-3/package.json" with { type: "json" };

/** The family that every figure is set in, as the font files name it. */
export const FONT_FAMILY = "Source Sans 3";

/** What an SVG asks for where the font itself is not embedded. */
export const FONT_STACK = "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif";

/** The weights that figures use: 400 for reading, 600 for titles and emphasis. */
export type FontWeight = 400 | 600;

const require = createRequire(import.meta.url);
const path = (file: string) => require.resolve(`${fontPackage.name}/${file}`);

/** Where the font of each weight lies on disk. */
export const fontPaths: Readonly<Record<FontWeight, string>> = {
  400: path("400Regular/SourceSans3_400Regular.ttf"),
  600: path("600SemiBold/SourceSans3_600SemiBold.ttf"),
};

/** A line of text as fontkit sets it, in units of the font. */
export interface FontLayout {
  readonly advanceWidth: number;
  readonly glyphs: readonly {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly path: { toSVG(): string };
  }[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[];
}

/** The part of fontkit's font object that is used here. */
export interface OpenFont {
  readonly unitsPerEm: number;
  layout(text: string, features?: unknown): FontLayout;
  hasGlyphForCodePoint(codePoint: number): boolean;
  /** Every character that a glyph is drawn for. */
  stringsForGlyph(id: number): readonly string[];
}

// Read while the module loads: a notebook may give up its permissions after its imports.
const fontBytes: Readonly<Record<FontWeight, Uint8Array>> = {
  400: Deno.readFileSync(fontPaths[400]),
  600: Deno.readFileSync(fontPaths[600]),
};

/** A font object of fontkit's, which remembers what it was asked. */
export function openFont(weight: FontWeight): OpenFont {
  return (fontkit as unknown as { create(bytes: Uint8Array): OpenFont }).create(
    Buffer.from(fontBytes[weight]),
  );
}

const fonts: Readonly<Record<FontWeight, OpenFont>> = { 400: openFont(400), 600: openFont(600) };

/** The font of a weight that all texts are set in: its tables are read once. */
export function sharedFont(weight: FontWeight): OpenFont {
  return fonts[weight];
}

const widths: Readonly<Record<FontWeight, Map<string, number>>> = {
  400: new Map(),
  600: new Map(),
};

/** The bytes of the font of a weight, for exports that embed it. */
export function fontData(weight: FontWeight): Uint8Array {
  return fontBytes[weight];
}

/**
 * How wide a line of text is, in pixels, set in the figures' font with its kerning.
 *
 * @param text The text, one line.
 * @param size The font size in pixels.
 * @param weight The font's weight, 400 unless given.
 *
 * @example
 * ```ts
 * import { assert, assertAlmostEquals } from "@std/assert";
 * import { measureText } from "tallybook/chart";
 *
 * // Figures are tabular in this font: every digit is 0.497 em wide.
 * assertAlmostEquals(measureText("1111", 10), 19.88, 0.01);
 * assert(measureText("Votes", 12, 600) > measureText("Votes", 12));
 * ```
 */
export function measureText(text: string, size: number, weight: FontWeight = 400): number {
  const font = fonts[weight];
  // The font kerns no letter with a space (fonts_test.ts): a line is as wide as its words and the spaces
  // between them, and words come again where lines do not.
  const words = text.split(" ");
  let units = (words.length - 1) * wordWidth(font, weight, " ");
  for (const word of words) if (word !== "") units += wordWidth(font, weight, word);
  return units / font.unitsPerEm * size;
}

function wordWidth(font: OpenFont, weight: FontWeight, word: string): number {
  const known = widths[weight];
  let width = known.get(word);
  if (width === undefined) {
    width = font.layout(word).advanceWidth;
    // A figure has hundreds of labels, a session perhaps thousands: keep the cache bounded.
    if (known.size > 20_000) known.clear();
    known.set(word, width);
  }
  return width;
}

/** Units of the fonts' outlines in an em. */
export const UNITS_PER_EM: number = fonts[400].unitsPerEm;

/** A letter's shape. */
export interface Glyph {
  /** Its number in the font. */
  readonly id: number;
  /** Its outline as SVG's path data, in units of the font, upward; empty for a space. */
  readonly path: string;
}

/** The shapes of a line of text with their places, and the line's width, in units of the font. */
export interface GlyphLine {
  readonly shapes: readonly { readonly glyph: Glyph; readonly at: number }[];
  readonly advance: number;
}

const outlines: Readonly<Record<FontWeight, Map<number, Glyph>>> = {
  400: new Map(),
  600: new Map(),
};

/** Sets a line of text in the figures' font, with its kerning. */
export function glyphsOf(text: string, weight: FontWeight = 400): GlyphLine {
  const { glyphs, positions, advanceWidth } = fonts[weight].layout(text);
  let at = 0;
  const shapes = glyphs.map(({ id, path }, i) => {
    let glyph = outlines[weight].get(id);
    if (glyph === undefined) {
      const rounded = path.toSVG().replaceAll(/-?\d+\.\d+/gu, (n) => String(Math.round(Number(n))));
      outlines[weight].set(id, glyph = { id, path: rounded });
    }
    const { xAdvance, xOffset } = positions[i]!;
    const place = { glyph, at: at + xOffset };
    at += xAdvance;
    return place;
  });
  return { shapes, advance: advanceWidth };
}

/** The characters of a text that the figures' font lacks: they would vanish from a PNG. */
export function missingGlyphs(text: string): string[] {
  return [...new Set(text)].filter((character) =>
    !/\s/u.test(character) && !fonts[400].hasGlyphForCodePoint(character.codePointAt(0)!)
  );
}
