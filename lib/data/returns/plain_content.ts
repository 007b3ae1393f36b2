import { Gunzip } from "fflate";
import { crc32 } from "../../files/crc32.ts";
import type { FileKind } from "./file_kind.ts";

/** What a file holds once it is unpacked, as bytes, and what was done in words. */
export interface PlainContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly expected: string;
  readonly found: string;
}

/** Files that unpack to more than this are refused: a few kilobytes can hold terabytes of zeros. */
export const LARGEST_UNPACKED = 1 << 30;
/** So much of a compressed file is unpacked at a time. */
const STEP = 1 << 20;

/**
 * A compressed file's content, or text in UTF-16 as UTF-8; undefined for other kinds, and for a
 * compressed file that is cut off or damaged.
 */
export function plainContent(
  kind: FileKind,
  whole: () => Uint8Array,
): PlainContent | "too large" | undefined {
  if (kind === "a gzip file") {
    const bytes = gunzipped(whole());
    if (bytes === "too large") return bytes;
    return bytes && { bytes, expected: "a file", found: "a compressed file: its content is read" };
  }
  if (!kind.startsWith("UTF-16 text")) return undefined;
  const label = kind.endsWith("big-endian") ? "utf-16be" : "utf-16le";
  const bytes = new TextEncoder().encode(new TextDecoder(label).decode(whole()));
  return { bytes, expected: "text in UTF-8", found: "text in UTF-16: read so" };
}

/** All members of a gzip file, one behind the other. */
function gunzipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> | "too large" | undefined {
  const parts: Uint8Array[] = [];
  let ended = false;
  let size = 0;
  let checksum = 0;
  // Where each member ends, and the checksum of what it gave.
  const members: [end: number, checksum: number][] = [];
  try {
    const stream = new Gunzip((part, final) => {
      parts.push(part);
      size += part.length;
      checksum = crc32(part, checksum);
      ended ||= final;
    });
    stream.onmember = (start) => {
      members.push([start, checksum]);
      checksum = 0;
    };
    for (let at = 0; at < bytes.length; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (size > LARGEST_UNPACKED) return "too large";
    }
  } catch {
    return undefined;
  }
  if (!ended) return undefined;
  members.push([bytes.length, checksum]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (members.some(([end, own]) => view.getUint32(end - 8, true) !== own)) return undefined;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
