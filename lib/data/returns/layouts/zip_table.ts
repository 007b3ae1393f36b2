import { strFromU8, unzipSync } from "fflate";
import { crc32 } from "../../../files/crc32.ts";
import { LARGEST_UNPACKED } from "../plain_content.ts";
import type { ReturnsTable } from "../returns_table.ts";
import { dominionJsonRows } from "./dominion.ts";
import { parsedJson } from "./json_records.ts";
import { plainTable } from "./plain_rows.ts";

/** The files of an archive of which none can be chosen, or of which none is known as returns. */
export interface Members {
  readonly members: readonly string[];
}

/** How many bytes an archive says that it unpacks to; 0 where it is damaged. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
  } catch {
    return 0;
  }
  return size;
}

/** The checksums that an archive's directory lists, by member; none where the directory is not found. */
function checksumsOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = new Map<string, number>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return found;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + length), !isUtf8);
    found.set(name, view.getUint32(at + 16, true));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** Files of an archive that say something of it and hold nothing. */
const ASIDE =
  /(^|\/)(__MACOSX|\.DS_Store)|(^|\/)[^/]*(readme|license|licence|codebook|changelog|manifest)[^/]*\.(txt|md|csv|docx?|html?)$|\.(pdf|rmd|md|docx?|html?|png|jpe?g)$/i;

/**
 * Reads an archive: Dominion's JSON export with its manifests, or the one file of returns in it. Of
 * several none is chosen.
 *
 * @param isReturns Whether a member's first bytes are those of a table of returns.
 * @param read Reads one member.
 * @returns A table, the names of its members, or undefined where it cannot be unpacked.
 */
export function zipTable(
  bytes: Uint8Array,
  path: string,
  isReturns: (member: Uint8Array) => boolean,
  read: (member: Uint8Array<ArrayBuffer>, name: string) => ReturnsTable,
): ReturnsTable | Members | undefined {
  if (unpackedSize(bytes) > LARGEST_UNPACKED) return undefined;
  let members: Record<string, Uint8Array>;
  try {
    members = unzipSync(bytes, {
      filter: ({ name }) => !name.endsWith("/") && !ASIDE.test(name),
    });
  } catch {
    return undefined;
  }
  const names = Object.keys(members);
  const checksums = checksumsOf(bytes);
  const isWhole = (name: string) =>
    !checksums.has(name) || crc32(members[name]!) === checksums.get(name);
  if (!names.every(isWhole)) return undefined;
  if (names.some((name) => /ContestManifest\.json$/.test(name))) {
    const json = new Map<string, unknown>();
    for (const name of names) {
      if (!name.endsWith(".json")) continue;
      const content = parsedJson(new TextDecoder().decode(members[name]!));
      if (content === undefined) return undefined;
      json.set(name, content);
    }
    const result = dominionJsonRows(path, json);
    return result === undefined ? { members: names } : plainTable(path, result);
  }
  const returns = names.length > 1 ? names.filter((name) => isReturns(members[name]!)) : names;
  if (returns.length !== 1) return { members: names };
  const [name] = returns;
  const table = read(new Uint8Array(members[name!]!), name!);
  const others = names.filter((other) => other !== name).map((other) => `"${other}"`);
  const note = {
    file: path,
    expected: "a file",
    found: `an archive: "${name}" in it is read` +
      (others.length === 0 ? "" : `, not ${others.join(", ")}`),
  };
  return { ...table, notes: [...table.notes, note] };
}
