import pl, { type DataFrame, type Series } from "nodejs-polars";
import type { DataProblem } from "./data_error.ts";
import type { ColumnSchema, TableSchema } from "./schema.ts";

const HEADER_LINES = 1;

/** In words, what a column's cells may hold: "a whole number, 0 or more". */
export function describeRule(column: ColumnSchema): string {
  if (column.values !== undefined) {
    return column.values.length > 8
      ? `one of ${column.values.length} known values such as "${column.values[0]}"`
      : `one of ${column.values.map((value) => `"${value}"`).join(", ")}`;
  }
  if (column.pattern !== undefined) return `text like ${column.pattern}`;
  if (column.type === "boolean") return "true or false";
  if (column.type === "text") return "text";
  const kind = column.type === "integer" ? "a whole number" : "a number";
  const { minimum, maximum } = column;
  if (minimum !== undefined && maximum !== undefined) return `${kind}, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${kind}, ${minimum} or more`;
  if (maximum !== undefined) return `${kind}, ${maximum} or less`;
  return kind;
}

function castTo(series: Series, column: ColumnSchema): Series {
  switch (column.type) {
    case "integer":
      return series.cast(pl.Int32, false);
    case "number":
      return series.cast(pl.Float64, false);
    case "boolean":
      return pl.DataFrame([series]).select(
        pl.col(column.name).eq(pl.lit("true")).alias(column.name),
      ).getColumn(column.name);
    case "text":
      return series;
  }
}

/** Row numbers (from 0) where the mask is true. */
function rowsWhere(mask: boolean[]): number[] {
  const rows: number[] = [];
  mask.forEach((hit, row) => hit && rows.push(row));
  return rows;
}

function invalidRows(raw: Series, cast: Series, column: ColumnSchema): number[] {
  const isBlank = raw.isNull();
  const bad = new Set<number>();
  if (!column.optional && raw.nullCount() > 0) {
    rowsWhere(isBlank.toArray() as boolean[]).forEach((row) => bad.add(row));
  }
  if (column.type !== "text" && cast.nullCount() !== raw.nullCount()) {
    const failed = cast.isNull().toArray() as boolean[];
    const blank = isBlank.toArray() as boolean[];
    rowsWhere(failed.map((value, row) => value && blank[row] === false)).forEach((row) =>
      bad.add(row)
    );
  }
  const fails = (row: number, holds: boolean) => holds || bad.add(row);
  if (column.values !== undefined || column.pattern !== undefined || column.type === "boolean") {
    const allowed = new Set(column.type === "boolean" ? ["true", "false"] : column.values);
    const pattern = column.pattern === undefined
      ? undefined
      : new RegExp(`^(?:${column.pattern})$`);
    const distinct = raw.dropNulls().unique().toArray() as string[];
    const wrong = new Set(
      distinct.filter((value) =>
        pattern === undefined ? !allowed.has(value) : !pattern.test(value)
      ),
    );
    if (wrong.size > 0) {
      (raw.toArray() as (string | null)[]).forEach((value, row) =>
        value !== null && fails(row, !wrong.has(value))
      );
    }
  } else if (column.type !== "text") {
    const { minimum = -Infinity, maximum = Infinity } = column;
    const lowest = cast.min() as number | null;
    const highest = cast.max() as number | null;
    if (lowest !== null && highest !== null && (lowest < minimum || highest > maximum)) {
      (cast.toArray() as (number | null)[]).forEach((value, row) =>
        value !== null && fails(row, value >= minimum && value <= maximum)
      );
    }
  }
  return [...bad].sort((a, b) => a - b);
}

function duplicateRows(frame: DataFrame, schema: TableSchema): number[] {
  if (schema.key.length === 0) return [];
  const key = frame.select(...schema.key);
  if (key.unique().height === frame.height) return [];
  return rowsWhere(key.isDuplicated().toArray() as boolean[]);
}

/**
 * Gives a frame of text cells the types that its schema declares, and lists all that breaks a rule.
 *
 * @param frame All columns as text, blank cells as null.
 * @param schema The table's rules.
 * @param file The file's name, for the problems.
 * @returns The typed frame, and the problems in the schema's order of columns; row numbers count
 * the header as line 1.
 */
export function checkFrame(
  frame: DataFrame,
  schema: TableSchema,
  file: string,
): { frame: DataFrame; problems: DataProblem[] } {
  const problems: DataProblem[] = [];
  const present = new Set(frame.columns);
  for (const column of schema.columns) {
    if (!present.has(column.name)) {
      problems.push({
        file,
        row: HEADER_LINES,
        column: column.name,
        expected: `a column "${column.name}"`,
        found: `columns ${frame.columns.map((name) => `"${name}"`).join(", ")}`,
      });
    }
  }
  const known = new Set(schema.columns.map((column) => column.name));
  for (const name of frame.columns) {
    if (!known.has(name)) {
      problems.push({
        file,
        row: HEADER_LINES,
        column: name,
        expected: `only the columns ${[...known].join(", ")}`,
        found: `an unknown column "${name}"`,
      });
    }
  }
  if (problems.length > 0) return { frame, problems };

  const typed = schema.columns.map((column) => {
    const raw = frame.getColumn(column.name);
    const cast = castTo(raw, column);
    for (const row of invalidRows(raw, cast, column)) {
      const value = raw.get(row) as string | null;
      problems.push({
        file,
        row: row + HEADER_LINES + 1,
        column: column.name,
        expected: describeRule(column),
        found: value === null ? "a blank cell" : `"${value}"`,
      });
    }
    return cast;
  });
  for (const row of duplicateRows(frame, schema)) {
    const name = schema.key.map((column) => frame.getColumn(column).get(row)).join(", ");
    problems.push({
      file,
      row: row + HEADER_LINES + 1,
      expected: `one row for each ${schema.key.join(", ")}`,
      found: `"${name}" more than once`,
    });
  }
  return { frame: pl.DataFrame(typed), problems };
}
