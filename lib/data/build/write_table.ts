import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { csvText } from "../../display/csv.ts";
import { checkColumns } from "../check_columns.ts";
import { DataError } from "../data_error.ts";
import { typedFrame } from "../frame_columns.ts";
import type { TableSchema } from "../schema.ts";
import type { Row } from "./table_build.ts";

/**
 * Reads the bytes of a raw CSV file of millions of rows into a frame of text cells, blank ones null: all
 * columns, unless some are named.
 */
export function readTextCells(bytes: Uint8Array, columns?: readonly string[]): DataFrame {
  const shared = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pl.readCSV(shared, {
    inferSchemaLength: 0,
    truncateRaggedLines: false,
    ...(columns === undefined ? {} : { columns: [...columns] }),
  });
}

/**
 * Turns rows into the bytes of the table's file, CSV or Parquet, after checking them against the
 * schema. The same rows give the same bytes.
 *
 * @throws {DataError} listing every cell that breaks the schema.
 */
export function toBytes(schema: TableSchema, rows: readonly Row[]): Uint8Array {
  const names = [
    ...new Set([...schema.columns.map(({ name }) => name), ...Object.keys(rows[0] ?? {})]),
  ];
  return columnsToBytes(
    schema,
    new Map(names.map((name) => [
      name,
      rows.map((row) => {
        const cell = row[name];
        return cell === null || cell === undefined || cell === "" ? null : String(cell);
      }),
    ])),
  );
}

/**
 * The same for a frame of text cells.
 *
 * @throws {DataError} listing every cell that breaks the schema.
 */
export function frameToBytes(schema: TableSchema, cells: DataFrame): Uint8Array {
  return columnsToBytes(
    schema,
    new Map(cells.columns.map((name) => [
      name,
      cells.getColumn(name).toArray() as (string | null)[],
    ])),
  );
}

function columnsToBytes(
  schema: TableSchema,
  cells: ReadonlyMap<string, readonly (string | null)[]>,
): Uint8Array {
  const { columns: typed, problems } = checkColumns(cells, schema, schema.file);
  if (problems.length > 0) throw new DataError(`Cannot build ${schema.name}`, problems);
  const names = schema.columns.map(({ name }) => name);
  if (schema.file.endsWith(".csv")) {
    const columns = names.map((name) => cells.get(name)!);
    const rows = Array.from(
      { length: columns[0]?.length ?? 0 },
      (_, row) => columns.map((column) => column[row] ?? ""),
    );
    return new TextEncoder().encode(csvText([names, ...rows]));
  }
  return new Uint8Array(typedFrame(schema, typed).writeParquet({ compression: "zstd" }));
}
