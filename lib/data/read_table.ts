import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { checkFrame } from "./check_frame.ts";
import { DataError } from "./data_error.ts";
import { recordRead, sha256 } from "./recorded_reads.ts";
import type { TableSchema } from "./schema.ts";

interface Held {
  readonly modified: number;
  readonly size: number;
  readonly hash: string;
  readonly frame: DataFrame;
}

/**
 * Frames already read, by file. polars keeps its memory outside of the JavaScript heap, where the
 * garbage collector does not see it: reading a table once a process, and not once a call, is what
 * keeps memory flat.
 */
const held = new Map<string, Held>();

function root(): URL {
  return new URL("../../", import.meta.url);
}

/** Reads CSV bytes into a frame of text cells; blank cells are null. */
export function readTextCells(bytes: Uint8Array): DataFrame {
  return pl.readCSV(Buffer.from(bytes), { inferSchemaLength: 0 });
}

function parse(bytes: Uint8Array, schema: TableSchema): DataFrame {
  if (schema.file.endsWith(".parquet")) return pl.readParquet(Buffer.from(bytes));
  const { frame, problems } = checkFrame(readTextCells(bytes), schema, schema.file);
  if (problems.length > 0) throw new DataError(`Cannot load ${schema.name}`, problems);
  return frame;
}

/**
 * Reads one table of `data/`, checked against its schema, and notes the read for the record of
 * what a notebook rests on. A file is read again only when it has changed.
 *
 * @throws {DataError} listing every cell that breaks the schema, or the missing file.
 */
export function readTable(schema: TableSchema): DataFrame {
  const url = new URL(schema.file, root());
  let stat: Deno.FileInfo;
  try {
    stat = Deno.statSync(url);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new DataError(`Cannot load ${schema.name}`, [{
      file: schema.file,
      expected: "a file that `deno task data` has built",
      found: "no file",
    }]);
  }
  const modified = stat.mtime?.getTime() ?? 0;
  let entry = held.get(schema.file);
  if (entry === undefined || entry.modified !== modified || entry.size !== stat.size) {
    const bytes = Deno.readFileSync(url);
    entry = { modified, size: stat.size, hash: sha256(bytes), frame: parse(bytes, schema) };
    held.set(schema.file, entry);
  }
  recordRead(schema.file, entry.hash);
  return entry.frame;
}
