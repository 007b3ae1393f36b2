import type { Buffer } from "node:buffer";
import type { DataFrame } from "nodejs-polars";
import { checkFrame } from "../check_frame.ts";
import { DataError } from "../data_error.ts";
import { readTextCells } from "../read_table.ts";
import type { TableSchema } from "../schema.ts";
import type { Row, Value } from "./table_build.ts";

function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows as CSV, columns in the schema's order, LF line ends. */
export function toCsv(schema: TableSchema, rows: readonly Row[]): string {
  const names = schema.columns.map((column) => column.name);
  const lines = [names.join(",")];
  for (const row of rows) lines.push(names.map((name) => cell(row[name])).join(","));
  return lines.join("\n") + "\n";
}

/**
 * Turns rows into the bytes of the table's file, CSV or Parquet, after checking them against the
 * schema. The same rows give the same bytes.
 *
 * @throws {DataError} listing every cell that breaks the schema.
 */
export function toBytes(schema: TableSchema, rows: readonly Row[]): Uint8Array {
  const csv = new TextEncoder().encode(toCsv(schema, rows));
  const parquet = frameToBytes(schema, readTextCells(csv));
  return schema.file.endsWith(".csv") ? csv : parquet;
}

/**
 * Turns a frame of text cells into the bytes of a Parquet file, after checking it.
 *
 * @throws {DataError} listing every cell that breaks the schema.
 */
export function frameToBytes(schema: TableSchema, cells: DataFrame): Uint8Array {
  const { frame, problems } = checkFrame(cells, schema, schema.file);
  if (problems.length > 0) throw new DataError(`Cannot build ${schema.name}`, problems);
  if (schema.file.endsWith(".csv")) return new Uint8Array();
  const parquet: Buffer = frame.writeParquet({ compression: "zstd" });
  return new Uint8Array(parquet);
}
