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

/** Reads CSV bytes into a frame of text cells; blank cells are null, cells too many an error. */
export function readTextCells(bytes: Uint8Array): DataFrame {
  return pl.readCSV(Buffer.from(bytes), { inferSchemaLength: 0, truncateRaggedLines: false });
}

/** Runs a reader of polars, whose errors name neither the file nor what is wrong with it. */
function readWith(schema: TableSchema, kind: string, read: () => DataFrame): DataFrame {
  try {
    return read();
  } catch (cause) {
    const found = `something else: ${String((cause as Error).message).split("\n")[0]}`;
    throw new DataError(`Cannot load ${schema.name}`, [{
      file: schema.file,
      expected: kind,
      found,
    }]);
  }
}

/** A Parquet file was checked when it was built: here its columns have to be the schema's. */
function checkColumns(frame: DataFrame, schema: TableSchema): void {
  const expected = schema.columns.map(({ name }) => name).join(", ");
  const found = frame.columns.join(", ");
  if (found === expected) return;
  throw new DataError(`Cannot load ${schema.name}`, [{
    file: schema.file,
    expected: `the columns ${expected}`,
    found,
  }]);
}

/** Turns a table's bytes into a frame that obeys its schema. */
export function parseTable(bytes: Uint8Array, schema: TableSchema): DataFrame {
  if (schema.file.endsWith(".parquet")) {
    const frame = readWith(schema, "a Parquet file", () => pl.readParquet(Buffer.from(bytes)));
    checkColumns(frame, schema);
    return frame;
  }
  const cells = readWith(schema, "rows of comma-separated cells", () => readTextCells(bytes));
  const { frame, problems } = checkFrame(cells, schema, schema.file);
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
    entry = { modified, size: stat.size, hash: sha256(bytes), frame: parseTable(bytes, schema) };
    held.set(schema.file, entry);
  }
  recordRead(schema.file, entry.hash);
  return entry.frame;
}
