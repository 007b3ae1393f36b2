import pl, { type LazyDataFrame } from "nodejs-polars";
import { fileURLToPath } from "node:url";
import { sha256OfFile } from "../../files/hash.ts";
import { DataError } from "../data_error.ts";
import { columnType } from "../frame_columns.ts";
import { contentFrame, tableContent } from "../read_table.ts";
import type { TableSchema } from "../schema.ts";

const ROOT = new URL("../../../", import.meta.url);

/** Hashes of files, by path, until they change. */
const hashes = new Map<string, { readonly key: string; readonly hash: string }>();

/** The path of a table's file. */
export function tablePath(table: TableSchema): string {
  return fileURLToPath(new URL(table.file, ROOT));
}

/** Opens a table's file and says its size and age. polars opens files where no record sees it. */
function opened(table: TableSchema, path: string): Deno.FileInfo {
  try {
    using file = Deno.openSync(path);
    return file.statSync();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new DataError(`Cannot query ${table.name}`, [{
      file: table.file,
      expected: "a file that `deno task data` has built",
      found: "no file",
    }]);
  }
}

/**
 * The SHA-256 of a table's file.
 *
 * @throws {DataError} where there is no such file.
 */
export function tableHash(table: TableSchema): string {
  const path = tablePath(table);
  const stat = opened(table, path);
  const key = `${stat.size} ${stat.mtime?.getTime() ?? 0}`;
  let entry = hashes.get(path);
  if (entry?.key !== key) {
    entry = { key, hash: sha256OfFile(path) };
    hashes.set(path, entry);
  }
  return entry.hash;
}

/**
 * A table as a lazy frame: a Parquet file is not read before the frame is collected.
 *
 * @throws {DataError} where the file is missing, or its columns are not the schema's.
 */
export function lazyTable(table: TableSchema): LazyDataFrame {
  if (!table.file.endsWith(".parquet")) return contentFrame(tableContent(table), table).lazy();
  const path = tablePath(table);
  opened(table, path);
  const frame = pl.scanParquet(path);
  const head = frame.slice(0, 0).collectSync();
  const expected = table.columns.map(({ name, type }) => `${name} (${type})`).join(", ");
  const found = head.columns.map((name) => `${name} (${columnType(head.getColumn(name))})`)
    .join(", ");
  if (found !== expected) {
    throw new DataError(`Cannot query ${table.name}`, [{
      file: table.file,
      expected: `the columns ${expected}`,
      found,
    }]);
  }
  return frame;
}

/** The number of a lazy frame's rows; of a Parquet file from its footer. */
export function rowCount(frame: LazyDataFrame): number {
  return Number(frame.select(pl.len().alias("rows")).collectSync().getColumn("rows").get(0));
}
