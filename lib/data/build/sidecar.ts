import { DataError } from "../data_error.ts";
import type { RawFolder } from "./raw_folder.ts";
import { producerOf } from "./source_catalog.ts";

/** The day by which all raw files had been fetched; their exact days were not recorded. */
const ACCESSED = "on or before 2026-11-21";

function pageOf(repository: string, path: string, commit: string): string | null {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{8,40}$/.test(commit)) return null;
  const location = path.split(" (")[0]!.split("/").map(encodeURIComponent).join("/");
  return `https://github.com/${repository}/blob/${commit}/${location}`;
}

/**
 * Describes each raw file that a table uses: path below `data/sources/` to JSON text.
 *
 * @throws {DataError} listing the files whose producer nobody has described.
 */
export function sidecars(raw: RawFolder): Map<string, string> {
  const texts = new Map<string, string>();
  const unknown: string[] = [];
  for (const [file, tables] of [...raw.uses].sort(([a], [b]) => a < b ? -1 : 1)) {
    const entry = raw.files.get(file)!;
    const producer = producerOf(file);
    if (producer === undefined) {
      unknown.push(file);
      continue;
    }
    const copy = pageOf(entry.repository, entry.path, entry.commit);
    const description = {
      file,
      title: producer.title,
      producer: producer.producer,
      citation: producer.citation,
      original_url: producer.url ?? copy ?? "named in each row",
      copy_url: copy,
      date_accessed: ACCESSED,
      license: producer.license ?? entry.license,
      sha256: entry.sha256,
      bytes: entry.bytes,
      note: producer.note ??
        (producer.license === undefined ? entry.note.replace(/^PRIMARY /, "") : null),
      used_for: [...tables].sort(),
    };
    texts.set(`${file}.json`, JSON.stringify(description, null, 2) + "\n");
  }
  if (unknown.length > 0) {
    throw new DataError(
      "Cannot describe the sources",
      unknown.map((file) => ({
        file,
        expected: "a producer in the catalog of sources",
        found: "none",
      })),
    );
  }
  return texts;
}
