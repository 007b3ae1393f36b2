import { refusal } from "../check/mod.ts";
import { unescaped } from "../display/entities.ts";
import { Buffer } from "node:buffer";
import {
  FONT_FAMILY,
  fontData,
  type FontLayout,
  type FontWeight,
  type OpenFont,
  openFont,
  sharedFont,
} from "./fonts.ts";

/** The part of pdfkit's document that a figure needs. */
interface PdfDocument {
  registerFont(name: string, font: object): void;
  struct(type: string, options: object, children: (() => void) | unknown[]): unknown;
  addStructure(element: unknown): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  end(): void;
}
type PdfConstructor = new (options: object) => PdfDocument;
type DrawSvg = (document: PdfDocument, svg: string, x: number, y: number, options: object) => void;

/** A PDF states when it was made; the same figure must give the same bytes, so it is a fixed day. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/** Points of a PDF per pixel of an SVG: 72 and 96 to the inch. */
const POINTS = 72 / 96;

/**
 * Draws a figure's SVG as a one-page PDF of the figure's own size, with its fonts embedded, its
 * text selectable, and its alternative text in the structure tree. Byte-deterministic.
 *
 * pdfkit is loaded at the first call, as most runs need no PDF.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives and a notebook's output stores.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { svgToPdf } from "tallybook/chart";
 *
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5"/>';
 * const pdf = await svgToPdf(svg);
 * assertEquals(new TextDecoder().decode(pdf.slice(0, 5)), "%PDF-");
 * assertEquals(await svgToPdf(svg), pdf);
 * ```
 */
export async function svgToPdf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: PDFDocument }, { default: drawSvg }] = await Promise.all([
    import("pdfkit") as Promise<{ default: PdfConstructor }>,
    import("svg-to-pdfkit") as Promise<{ default: DrawSvg }>,
  ]);
  const [, width, height] = svg.match(/<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/u) ?? [];
  if (width === undefined) {
    throw new TypeError(refusal({
      task: "draw a PDF",
      where: "svg",
      found: svg,
      expected: "an SVG with width and height",
    }));
  }
  const inside = (tag: string) =>
    unescaped(svg.match(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, "u"))?.[1] ?? "");
  const document = new PDFDocument({
    size: [Number(width) * POINTS, Number(height) * POINTS],
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    font: null,
    info: {
      Title: inside("title"),
      Subject: inside("desc"),
      Creator: "Tallybook",
      Producer: "Tallybook",
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
  document.registerFont("regular", shapingOnce(400));
  document.registerFont("semibold", shapingOnce(600));
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", () => resolve());
    document.on("error", reject);
  });
  document.addStructure(
    document.struct(
      "Figure",
      { alt: inside("desc"), title: inside("title") },
      () =>
        drawSvg(document, haloBeneath(svg), 0, 0, {
          assumePt: false,
          fontCallback: (_family: string, bold: boolean) => bold ? "semibold" : "regular",
          warningCallback: () => {},
        }),
    ),
  );
  document.end();
  await ended;
  const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}

const shaping = new Map<FontWeight, object>();

/**
 * The font of a weight as pdfkit asks it, a word shaped once for all drawings: nine files of a figure set
 * the same words. pdfkit scales the places that it gets, so that each asker gets its own.
 */
function shapingOnce(weight: FontWeight): object {
  const made = shaping.get(weight);
  if (made !== undefined) return made;
  const font = sharedFont(weight);
  const known = new Map<string, FontLayout>();
  const layout = (text: string, features?: unknown) => {
    let run = known.get(text);
    if (run === undefined || features !== undefined) {
      const { glyphs, positions, advanceWidth } = font.layout(text, features);
      run = { glyphs: glyphs.map((glyph) => readAsFirst(font, glyph)), positions, advanceWidth };
      if (known.size > 20_000) known.clear();
      if (features === undefined) known.set(text, run);
    }
    return { ...run, positions: run.positions.map((place) => ({ ...place })) };
  };
  // What is embedded is asked for glyphs by number: in the other font they would stay without characters.
  const shared = Object.create(openFont(weight), { layout: { value: layout } });
  shaping.set(weight, shared);
  return shared;
}

/**
 * A glyph that a reader of the PDF takes for the first of its characters: of a space and a no-break
 * space, which look alike, the font would remember whichever it met first, in whatever drawing.
 */
function readAsFirst<G extends { readonly id: number; readonly codePoints: readonly number[] }>(
  font: OpenFont,
  glyph: G,
): G {
  const characters = font.stringsForGlyph(glyph.id);
  // A glyph that no character has alone, a ligature, stands for what it was made of.
  if (characters.length === 0) return glyph;
  const first = Math.min(...characters.map((text) => text.codePointAt(0)!));
  // ﬀ to ﬆ are characters for ligatures, which their letters have brought here.
  const letters = first >= 0xfb00 && first <= 0xfb06
    ? String.fromCodePoint(first).normalize("NFKC")
    : String.fromCodePoint(first);
  const codePoints = [...letters].map((letter) => letter.codePointAt(0)!);
  return Object.create(glyph, { codePoints: { value: codePoints } });
}

/**
 * Text with a halo is stroked first and filled above it (`paint-order`), which the PDF writer
 * does not know: each such group is written twice, stroke only and fill only.
 */
function haloBeneath(svg: string): string {
  return svg.replace(
    /<g([^>]*) paint-order="stroke"([^>]*)>((?:(?!<\/?g\b).)*)<\/g>/gsu,
    (_, before: string, after: string, texts: string) => {
      const attributes = before + after;
      const fill = attributes.match(/ stroke="([^"]*)"/u)?.[1] ?? "none";
      const halo = attributes.replace(/ fill="[^"]*"/u, "") + ` fill="${fill}"`;
      const plain = attributes.replace(/ stroke="[^"]*"/u, "");
      return `<g${halo}>${texts.replaceAll(/ fill="[^"]*"/gu, "")}</g><g${plain}>${texts}</g>`;
    },
  );
}

/** Every embedded font has these, so that a text can be edited, and most figures need no font of their own. */
const ALWAYS_EMBEDDED = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("") +
  "\u00a0–—‘’“”…−×±≥≤½·²³⁶←→↑↓áéíñóúü";

const subsets = new Map<string, Promise<string>>();

/** A font file of a weight with the letters given, as text for an address that holds its data. */
function embeddable(weight: FontWeight, letters: string): Promise<string> {
  const key = `${weight} ${letters}`;
  let made = subsets.get(key);
  if (made === undefined) {
    if (subsets.size > 50) subsets.clear();
    subsets.set(key, made = makeEmbeddable(weight, letters));
  }
  return made;
}

async function makeEmbeddable(weight: FontWeight, letters: string): Promise<string> {
  const { default: subset } = await import("subset-font") as {
    default: (font: Uint8Array, text: string, options: object) => Promise<Uint8Array>;
  };
  const font = await subset(Buffer.from(fontData(weight)), letters, { targetFormat: "woff2" });
  return Buffer.from(font).toString("base64");
}

/**
 * Puts the figures' font into an SVG, with the letters that it uses and those of plain English, so that
 * it looks the same on a machine without the font: about 19 kB a weight. The result is what a reader
 * downloads and may edit; the notebook stores the SVG without.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives and a notebook's output stores.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { embedFonts } from "tallybook/chart";
 *
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Votes</text></svg>';
 * assertStringIncludes(await embedFonts(svg), "@font-face");
 * ```
 */
export async function embedFonts(svg: string): Promise<string> {
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)/gu)].map((match) =>
    unescaped(match[1]!)
  );
  const letters = [...new Set(ALWAYS_EMBEDDED + texts.join(""))].sort().join("");
  const weights = svg.includes('font-weight="600"') ? [400, 600] as const : [400] as const;
  const faces: string[] = [];
  for (const weight of weights) {
    const data = await embeddable(weight, letters);
    faces.push(
      `@font-face{font-family:"${FONT_FAMILY}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`,
    );
  }
  return svg.replace(/<svg[^>]*>/u, (tag) => `${tag}<style>${faces.join("")}</style>`);
}
