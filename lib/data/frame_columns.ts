import pl, { type DataFrame, type Series } from "nodejs-polars";
import { rowsOf, type TypedCell } from "./check_columns.ts";
import type { ColumnType, TableSchema } from "./schema.ts";

const LARGEST_INT32 = 2 ** 31 - 1;

/** The type, as schemas name it, of a column of a frame. */
export function columnType(series: Series): ColumnType | string {
  const type = String(series.dtype);
  if (/String|Utf8/.test(type)) return "text";
  if (/Int/.test(type)) return "integer";
  if (/Float/.test(type)) return "number";
  return /Bool/.test(type) ? "boolean" : type;
}

const TYPES = { text: pl.String, boolean: pl.Bool, number: pl.Float64, integer: pl.Int64 } as const;

function seriesOf(name: string, type: ColumnType, cells: readonly TypedCell[]): Series {
  // deno-lint-ignore no-explicit-any
  const series = pl.Series(name, cells as any, TYPES[type] as any) as Series;
  const short = type === "integer" &&
    cells.every((cell) => Math.abs(Number(cell)) <= LARGEST_INT32);
  // By way of 64 bits: polars makes a series of 32 bits from a list with a 0 for every null.
  return short ? series.cast(pl.Int32) : series;
}

/** Typed columns as a frame; whole numbers beyond 32 bits make their column one of 64 bits. */
export function typedFrame(
  schema: TableSchema,
  columns: readonly (readonly TypedCell[])[],
): DataFrame {
  return pl.DataFrame(schema.columns.map(({ name, type }, i) => seriesOf(name, type, columns[i]!)));
}

/**
 * A column's numbers by way of a typed array: polars makes a list of values one call each, which takes ten
 * times as long.
 */
function numbersOf(series: Series): readonly TypedCell[] {
  const nulls = series.nullCount() === 0 ? null : series.isNull().cast(pl.UInt8).toTypedArray();
  const values = (nulls === null ? series : series.fillNull("zero")).toTypedArray();
  const cells: TypedCell[] = new Array(values.length);
  for (let row = 0; row < cells.length; row++) {
    cells[row] = nulls !== null && nulls[row] === 1 ? null : Number(values[row]);
  }
  return cells;
}

/** A column's texts: one string is made for each that differs, and equal ones share it. */
function textsOf(series: Series): readonly TypedCell[] {
  const codes = (texts: Series) => texts.cast(pl.Categorical).cast(pl.UInt32);
  const different = series.dropNulls().unique();
  const texts = different.toArray() as string[];
  // Codes are given out by polars to all columns of the process, so that they may begin anywhere.
  const known: string[] = [];
  codes(different).toTypedArray().forEach((code: number, i: number) => known[code] = texts[i]!);
  const cells = numbersOf(codes(series)) as TypedCell[];
  return cells.map((code) => code === null ? null : known[code as number]!);
}

/** A column's cells, which its schema says are of this type: many times faster than polars' own list of them. */
export function cellsOf(series: Series, type: ColumnType): readonly TypedCell[] {
  if (type === "text") return textsOf(series);
  return type === "boolean" ? series.toArray() as TypedCell[] : numbersOf(series);
}

/** A frame's rows, whose columns are the schema's. Column by column, which is many times faster than polars' own records. */
export function frameRows(
  frame: DataFrame,
  schema: TableSchema,
): Readonly<Record<string, TypedCell>>[] {
  return rowsOf(
    schema.columns.map(({ name }) => name),
    schema.columns.map(({ name, type }) => cellsOf(frame.getColumn(name), type)),
  );
}
