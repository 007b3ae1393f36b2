import { DataError } from "../data_error.ts";
import { guessFormat } from "./fields.ts";
import { fileKind } from "./file_kind.ts";
import { fromFileName } from "./file_name.ts";
import { readHeader } from "./header.ts";
import { zipTable } from "./layouts/zip_table.ts";
import { HEAD_BYTES, openBytes, type OpenFile } from "./open_file.ts";
import type { ReadTableOptions } from "./read_table.ts";
import type { ReturnsTable } from "./returns_table.ts";

/** The one file of returns in an archive. */
export function archiveTable(
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  options: ReadTableOptions,
  tableOf: (opened: OpenFile, path: string, options: ReadTableOptions) => ReturnsTable,
): ReturnsTable {
  const isReturns = (member: Uint8Array) => {
    const head = member.subarray(0, HEAD_BYTES);
    const kind = fileKind(head);
    return kind !== "text"
      ? kind !== "a picture"
      : guessFormat(readHeader(head).names) !== undefined;
  };
  const table = zipTable(bytes, path, isReturns, (member, name) => {
    const named = fromFileName(name);
    const { year = named.year, state = named.state } = options;
    const read = tableOf(openBytes(member), name, { ...options, year, state });
    return { ...read, file: path, named };
  });
  if (table !== undefined && !("members" in table)) return table;
  const names = table?.members.map((name) => `"${name}"`) ?? [];
  const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? " and others" : "");
  throw new DataError(options.task, [{
    file: path,
    expected: "an archive with one file of returns: unpack it and read its files one by one",
    found: table === undefined
      ? "an archive that is cut off or damaged"
      : `an archive of ${names.length} file${names.length === 1 ? "" : "s"}: ${shown || "none"}`,
  }]);
}
