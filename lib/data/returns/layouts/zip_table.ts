import { unzipSync } from "fflate";
import type { ReturnsTable } from "../returns_table.ts";
import { dominionJsonRows } from "./dominion.ts";
import { plainTable } from "./plain_rows.ts";

/**
 * Reads an archive: Dominion's JSON export with its manifests, or one file of returns. Of several
 * files none is chosen.
 *
 * @param read Reads one member.
 * @returns A table, or undefined where the archive holds neither.
 */
export function zipTable(
  bytes: Uint8Array,
  path: string,
  read: (member: Uint8Array<ArrayBuffer>, name: string) => ReturnsTable,
): ReturnsTable | undefined {
  let members: Record<string, Uint8Array>;
  try {
    members = unzipSync(bytes, {
      filter: ({ name }) =>
        !name.endsWith("/") && !/__MACOSX|\.DS_Store|readme|\.(pdf|rmd|md)$/i.test(name),
    });
  } catch {
    return undefined;
  }
  const names = Object.keys(members);
  if (names.some((name) => /ContestManifest\.json$/.test(name))) {
    const json = new Map(
      names.filter((name) => name.endsWith(".json")).map((name) => [
        name,
        JSON.parse(new TextDecoder().decode(members[name]!).replace(/^\uFEFF/, "")) as unknown,
      ]),
    );
    const result = dominionJsonRows(path, json);
    return result === undefined ? undefined : plainTable(path, result);
  }
  if (names.length !== 1) return undefined;
  const table = read(new Uint8Array(members[names[0]!]!), path);
  const note = { file: path, expected: "a file", found: `an archive: "${names[0]}" in it is read` };
  return { ...table, notes: [...table.notes, note] };
}
