import { curlyMarks, curlyText } from "./curly_marks.ts";
import { FIGURE_MEDIA_TYPE } from "../chart/stored_figure.ts";
import { slug } from "./page_state.ts";
import type { PageOutput } from "./notebook_document.ts";
import { sanitizeSvg } from "./sanitize_svg.ts";

/** What a figure says around its drawing. */
export interface CaptionWords {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
  /** What the figure shows, in words. */
  readonly alt: string;
}

/** A figure as stored in an output, checked and cleaned. */
export interface FigureRecord extends CaptionWords {
  /** Fit for a file name and an anchor. */
  readonly id: string;
  readonly source: string;
  /** The estimate that the figure shows, when it shows one. */
  readonly estimand: unknown;
  readonly width: number;
  readonly height: number;
  /** The drawing as a file of its own, sanitized. */
  readonly svg: string;
  /** The drawing for phones, sanitized; empty where there is none. */
  readonly narrow: string;
  readonly csv: string;
  readonly png: Uint8Array<ArrayBuffer> | null;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The bytes of a stored PNG, or null when they are not a PNG's. */
export function decodePng(base64: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof base64 !== "string") return null;
  try {
    const bytes = Uint8Array.fromBase64(base64);
    return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte) ? bytes : null;
  } catch {
    return null;
  }
}

const text = (value: unknown) => typeof value === "string" ? value : "";
const size = (value: unknown, fallback: number) =>
  typeof value === "number" && value > 0 && value < 10_000 ? value : fallback;

/** What an output stores of a figure, as it stands; null when the output is none. */
function storedFigure(output: PageOutput): Record<string, unknown> | null {
  if (output.kind !== "data") return null;
  const stored = output.data[FIGURE_MEDIA_TYPE];
  let value: unknown = stored;
  if (typeof stored === "string") {
    try {
      value = JSON.parse(stored);
    } catch {
      return null;
    }
  }
  return typeof value === "object" && value !== null ? value as Record<string, unknown> : null;
}

function wordsOf(record: Record<string, unknown>): CaptionWords {
  const words = (value: unknown) => curlyText(text(value));
  const title = words(record.title) || "Untitled figure";
  return {
    title,
    subtitle: words(record.subtitle),
    caption: words(record.caption),
    alt: words(record.alt) || title,
  };
}

/** The words of an output's figure, or null when the output is none: its drawing is not looked at. */
export function readFigureWords(output: PageOutput): CaptionWords | null {
  const record = storedFigure(output);
  return record && wordsOf(record);
}

/**
 * The figure of an output, or null when the output is none. The drawing and the
 * identifier are cleaned here, so that whatever uses the record is safe.
 */
export function readFigure(output: PageOutput): FigureRecord | null {
  const record = storedFigure(output);
  if (record === null || output.kind !== "data") return null;
  const words = wordsOf(record);
  const svg = curlyMarks(sanitizeSvg(text(record.svg), "").toString());
  const narrow = text((record.narrow as { readonly svg?: unknown } | null | undefined)?.svg);
  const named = (name: string) => slug(name).replaceAll("-", "_");
  return {
    ...words,
    id: named(text(record.id)) || named(words.title) || "figure",
    source: curlyText(text(record.source)),
    estimand: record.estimand ?? null,
    width: size(record.width, 640),
    height: size(record.height, 400),
    svg,
    narrow: narrow === "" ? "" : curlyMarks(sanitizeSvg(narrow, "").toString()),
    csv: text(record.csv),
    png: decodePng(output.data["image/png"]),
  };
}
