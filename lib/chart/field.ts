/** How a chart reads one value from a row: the name of a column, or a function of the row. */
export type Field<Row, Value> = (keyof Row & string) | ((row: Row, index: number) => Value);

/** A point with the ends of its interval: an `Estimate`, or anything of that shape. */
export interface Interval {
  readonly point: number;
  readonly lower: number;
  readonly upper: number;
}

/** Reads a column. Throws a TypeError that lists the columns there are, when a name is unknown. */
export function column<Row extends object, Value>(
  rows: readonly Row[],
  field: Field<Row, Value>,
): Value[] {
  if (rows.length === 0) {
    throw new RangeError("Cannot draw a chart of no rows: expected one or more");
  }
  if (typeof field === "function") return rows.map((row, index) => field(row, index));
  if (!rows.some((row) => field in row)) {
    throw new TypeError(
      `Cannot find column "${field}": the rows have ${
        Object.keys(rows[0]!).map((name) => `"${name}"`).join(", ")
      }`,
    );
  }
  return rows.map((row) => row[field] as Value);
}

/** Reads a column of texts; numbers such as years are written out. */
export function textColumn<Row extends object>(
  rows: readonly Row[],
  field: Field<Row, string | number>,
): string[] {
  return column(rows, field).map(String);
}

/** Reads a column of finite numbers. Throws a RangeError that names the row when one is not. */
export function numberColumn<Row extends object>(
  rows: readonly Row[],
  field: Field<Row, number>,
): number[] {
  return column(rows, field).map((value: unknown, index) => {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const name = typeof field === "string" ? `column "${field}"` : "a chart's value";
    throw new RangeError(`Row ${index}: ${name} must be a finite number, found ${String(value)}`);
  });
}

/** Reads a column of intervals. Throws a RangeError when one has its ends the wrong way round. */
export function intervalColumn<Row extends object>(
  rows: readonly Row[],
  field: Field<Row, Interval>,
): Interval[] {
  return column(rows, field).map((value: unknown, index) => {
    const { point, lower, upper } = (value ?? {}) as Partial<Interval>;
    if (![point, lower, upper].every(Number.isFinite)) {
      throw new RangeError(
        `Row ${index}: an estimate needs finite point, lower and upper, found ${point}, ${lower} and ${upper}`,
      );
    }
    if (lower! > upper!) {
      throw new RangeError(
        `Row ${index}: an interval's lower end ${lower} is above its upper ${upper}`,
      );
    }
    return { point: point!, lower: lower!, upper: upper! };
  });
}

/** Reads a column of dates or of numbers to be placed on an axis; texts YYYY-MM-DD become dates. */
export function placeColumn<Row extends object>(
  rows: readonly Row[],
  field: Field<Row, Date | number | string>,
): (Date | number)[] {
  return column(rows, field).map((value: unknown, index) => {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const date = typeof value === "string" ? new Date(value) : value;
    if (date instanceof Date && !Number.isNaN(date.getTime())) return date;
    throw new RangeError(
      `Row ${index}: expected a number or a date such as 2016-11-23, found ${String(value)}`,
    );
  });
}
