import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { checkColumns, rowsOf } from "./check_columns.ts";
import { csvColumns } from "./csv_columns.ts";
import { DataError, type DataProblem } from "./data_error.ts";
import { columnType, frameRows, typedFrame } from "./frame_columns.ts";
import type { TableSchema } from "./schema.ts";

/** A table's row before the compiler knows its columns. */
export type AnyRow = Readonly<Record<string, string | number | boolean | null>>;

/** A table as it was read: a CSV file as rows, a Parquet file as a frame, each once a process. */
export type TableContent =
  | { readonly rows: readonly AnyRow[] }
  | { readonly frame: DataFrame };

interface Held {
  readonly modified: number;
  readonly size: number;
  readonly content: TableContent;
}

/**
 * Tables already read, by file. polars keeps its memory outside of the JavaScript heap, where the
 * garbage collector does not see it: reading a table once a process, and not once a call, is what
 * keeps memory flat.
 */
const held = new Map<string, Held>();

function fail(schema: TableSchema, problems: readonly DataProblem[]): never {
  throw new DataError(`Cannot load ${schema.name}`, problems);
}

function parseParquet(bytes: Uint8Array, schema: TableSchema): DataFrame {
  const { file } = schema;
  let frame: DataFrame;
  try {
    frame = pl.readParquet(Buffer.from(bytes));
  } catch (cause) {
    // polars' errors name neither the file nor what is wrong with it.
    const found = `something else: ${String((cause as Error).message).split("\n")[0]}`;
    fail(schema, [{ file, expected: "a Parquet file", found }]);
  }
  // Its cells were checked when it was built: here its columns have to be the schema's.
  const expected = schema.columns.map((column) => `${column.name} (${column.type})`).join(", ");
  const found = frame.columns.map((name) => `${name} (${columnType(frame.getColumn(name))})`)
    .join(", ");
  if (found !== expected) fail(schema, [{ file, expected: `the columns ${expected}`, found }]);
  return frame;
}

/**
 * Turns a table's bytes into rows that obey its schema, or into a frame if it is a Parquet file.
 *
 * @throws {DataError} listing every cell that breaks the schema.
 */
export function parseTable(bytes: Uint8Array, schema: TableSchema): TableContent {
  const { file } = schema;
  if (file.endsWith(".parquet")) return { frame: parseParquet(bytes, schema) };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    fail(schema, [{ file, expected: "text in UTF-8", found: "other bytes" }]);
  }
  const { names, columns, ragged } = csvColumns(text);
  if (ragged.length > 0) {
    fail(
      schema,
      ragged.map(({ line, cells }) => ({
        file,
        row: line,
        expected: `${names.length} comma-separated cells, as the header has`,
        found: `${cells} cells`,
      })),
    );
  }
  const checked = checkColumns(new Map(names.map((name, i) => [name, columns[i]!])), schema, file);
  if (checked.problems.length > 0) fail(schema, checked.problems);
  return { rows: rowsOf(schema.columns.map(({ name }) => name), checked.columns) };
}

/**
 * Reads one table of `data/`, checked against its schema. A file is read again only when it has
 * changed.
 *
 * @throws {DataError} listing every cell that breaks the schema, or the missing file.
 */
export function tableContent(schema: TableSchema): TableContent {
  const url = new URL(`../../${schema.file}`, import.meta.url);
  let stat: Deno.FileInfo;
  try {
    stat = Deno.statSync(url);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    const expected = "a file that `deno task data` has built";
    fail(schema, [{ file: schema.file, expected, found: "no file" }]);
  }
  const modified = stat.mtime?.getTime() ?? 0;
  let entry = held.get(schema.file);
  if (entry === undefined || entry.modified !== modified || entry.size !== stat.size) {
    const bytes = Deno.readFileSync(url);
    entry = { modified, size: stat.size, content: parseTable(bytes, schema) };
    held.set(schema.file, entry);
  }
  return entry.content;
}

/** A table's content as rows. */
export function contentRows(content: TableContent, schema: TableSchema): readonly AnyRow[] {
  return "rows" in content ? content.rows : frameRows(content.frame, schema);
}

/** A table's content as a frame. */
export function contentFrame(content: TableContent, schema: TableSchema): DataFrame {
  return "frame" in content ? content.frame : typedFrame(
    schema,
    schema.columns.map(({ name }) => content.rows.map((row) => row[name]!)),
  );
}
