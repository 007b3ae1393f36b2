import { zlibSync } from "fflate";
import { crc32 } from "../files/crc32.ts";

/**
 * Encodes an opaque picture as PNG. With at most 256 colors, which most charts have, the file is
 * indexed and exact. With more, from blended edges, colors nearer to each other than an eye tells
 * are merged; where that does not reach 256, the file has full color. A third of the usual size.
 *
 * Compressed in pinned TypeScript, not by the runtime: its zlib may give other bytes on another
 * processor.
 *
 * @param rgba Four bytes a pixel, row by row; the fourth is ignored.
 * @param dotsPerMeter The resolution that the file states.
 */
export function encodePng(
  rgba: Uint8Array,
  width: number,
  height: number,
  dotsPerMeter: number,
): Uint8Array<ArrayBuffer> {
  const words = wordsOf(rgba);
  const counts = countColors(rgba, words);
  const palette = choosePalette(counts);
  const [depthAndKind, lines, extra] = palette === undefined
    ? [[8, 2], rgbLines(rgba, width, height), []] as const
    : [
      [8, 3],
      indexLines(rgba, words, width, palette.indexOf),
      [chunk("PLTE", palette.bytes)],
    ] as const;
  return concatenate([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk("IHDR", Uint8Array.of(...bytesOf(width), ...bytesOf(height), ...depthAndKind, 0, 0, 0)),
    chunk("pHYs", Uint8Array.of(...bytesOf(dotsPerMeter), ...bytesOf(dotsPerMeter), 1)),
    ...extra,
    chunk("IDAT", zlibSync(lines, { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** The pixels as whole numbers, to be compared in one step; their bytes' order is the machine's. */
function wordsOf(rgba: Uint8Array): Uint32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, rgba.length >>> 2);
}

const colorAt = (rgba: Uint8Array, pixel: number): number =>
  rgba[4 * pixel]! << 16 | rgba[4 * pixel + 1]! << 8 | rgba[4 * pixel + 2]!;

/** How many pixels each color has, the colors in the order in which they first end. */
function countColors(rgba: Uint8Array, words: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  // Pictures are mostly runs of one color: the map is asked once a run.
  for (let from = 0, i = 1; i <= words.length; i++) {
    if (i < words.length && words[i] === words[from]) continue;
    const color = colorAt(rgba, from);
    counts.set(color, (counts.get(color) ?? 0) + i - from);
    from = i;
  }
  return counts;
}

interface Palette {
  readonly bytes: Uint8Array;
  readonly indexOf: ReadonlyMap<number, number>;
}

/** Squared distance below which colors may be merged, from none up to what is still not seen. */
const MERGE = [0, 16, 36, 64, 121, 196, 324];

function choosePalette(counts: ReadonlyMap<number, number>): Palette | undefined {
  const colors = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  for (const limit of MERGE) {
    if (limit === 0 && colors.length > 256) continue;
    const chosen: number[] = [];
    const indexOf = new Map<number, number>();
    for (const color of colors) {
      const index = limit === 0 ? -1 : nearest(chosen, color, limit);
      if (index < 0 && chosen.push(color) > 256) break;
      indexOf.set(color, index < 0 ? chosen.length - 1 : index);
    }
    if (chosen.length <= 256) {
      return {
        bytes: Uint8Array.from(chosen.flatMap((c) => [c >> 16, c >> 8 & 255, c & 255])),
        indexOf,
      };
    }
  }
  return undefined;
}

/** The index of the nearest color within a squared distance, or -1. */
function nearest(colors: readonly number[], color: number, limit: number): number {
  let best = -1;
  let least = limit + 1;
  for (let i = 0; i < colors.length; i++) {
    const other = colors[i]!;
    const red = (color >> 16) - (other >> 16);
    const green = (color >> 8 & 255) - (other >> 8 & 255);
    const blue = (color & 255) - (other & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

function indexLines(
  rgba: Uint8Array,
  words: Uint32Array,
  width: number,
  indexOf: ReadonlyMap<number, number>,
): Uint8Array {
  const height = words.length / width;
  const lines = new Uint8Array(height * (width + 1));
  let index = indexOf.get(colorAt(rgba, 0))!;
  for (let y = 0, i = 0; y < height; y++) {
    // Each line begins with the byte that names its filter: none.
    const end = i + width;
    for (let at = y * (width + 1) + 1; i < end; i++, at++) {
      if (i > 0 && words[i] !== words[i - 1]) index = indexOf.get(colorAt(rgba, i))!;
      lines[at] = index;
    }
  }
  return lines;
}

function rgbLines(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const lines = new Uint8Array(height * (width * 3 + 1));
  for (let y = 0, i = 0, at = 0; y < height; y++) {
    at++;
    for (let x = 0; x < width; x++, i += 4) {
      lines[at++] = rgba[i]!;
      lines[at++] = rgba[i + 1]!;
      lines[at++] = rgba[i + 2]!;
    }
  }
  return lines;
}

const bytesOf = (
  value: number,
) => [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255];

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = concatenate([new TextEncoder().encode(kind), data]);
  return concatenate([
    Uint8Array.from(bytesOf(data.length)),
    body,
    Uint8Array.from(bytesOf(crc32(body))),
  ]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
