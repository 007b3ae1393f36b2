import { refusal } from "../check/mod.ts";
import { unescaped } from "../display/entities.ts";
import { Buffer } from "node:buffer";
import { FONT_FAMILY, fontData } from "./fonts.ts";

/** The part of pdfkit's document that a figure needs. */
interface PdfDocument {
  registerFont(name: string, bytes: Uint8Array): void;
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
  document.registerFont("regular", Buffer.from(fontData(400)));
  document.registerFont("semibold", Buffer.from(fontData(600)));
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

/**
 * Puts the letters that a figure uses into its SVG as a font, so that it looks the same on a
 * machine without the font: about 14 kB a weight. The result is what a reader downloads; the
 * notebook stores the SVG without.
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
  const { default: subset } = await import("subset-font") as {
    default: (font: Uint8Array, text: string, options: object) => Promise<Uint8Array>;
  };
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)/gu)].map((match) =>
    unescaped(match[1]!)
  );
  const letters = [...new Set(texts.join(""))].sort().join("");
  const weights = svg.includes('font-weight="600"') ? [400, 600] as const : [400] as const;
  const faces: string[] = [];
  for (const weight of weights) {
    const font = await subset(Buffer.from(fontData(weight)), letters, { targetFormat: "woff2" });
    faces.push(
      `@font-face{font-family:"${FONT_FAMILY}";font-weight:${weight};src:url(data:font/woff2;base64,${
        Buffer.from(font).toString("base64")
      }) format("woff2")}`,
    );
  }
  return svg.replace(/<svg[^>]*>/u, (tag) => `${tag}<style>${faces.join("")}</style>`);
}
