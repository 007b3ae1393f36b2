import { refusal, requireList, requireNumber, unknownName } from "../check/mod.ts";

const TASK = "draw a chart";

/** How a chart reads one value from a row: the name of a column, or a function of the row. */
export type Field<Row, Value> = (keyof Row & string) | ((row: Row, index: number) => Value);

/** A point with the ends of its interval: an `Estimate`, or anything of that shape. */
export interface Interval {
  /** The estimate itself. */
  readonly point: number;
  /** The lower end of the interval. */
  readonly lower: number;
  /** The upper end of the interval. */
  readonly upper: number;
}

/** Reads a column. Throws a RangeError that lists the columns there are, when a name is unknown. */
export function column<Row extends object, Value>(
  rows: readonly Row[],
  field: Field<Row, Value>,
): Value[] {
  requireList(TASK, "rows", rows, { least: 1 });
  if (typeof field === "function") return rows.map((row, index) => field(row, index));
  if (!rows.some((row) => field in row)) {
    throw new RangeError(unknownName(TASK, "column", field, Object.keys(rows[0]!)));
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
    const name = typeof field === "string" ? `column "${field}"` : "the value";
    return requireNumber(TASK, `row ${index}, ${name}`, value);
  });
}

/** Reads a column of intervals. Throws a RangeError when one has its ends the wrong way round. */
export function intervalColumn<Row extends object>(
  rows: readonly Row[],
  field: Field<Row, Interval>,
): Interval[] {
  return column(rows, field).map((value: unknown, index) => {
    const { point, lower, upper } = (value ?? {}) as Partial<Interval>;
    const finite = (name: string, number: unknown, bounds = {}) =>
      requireNumber(TASK, `row ${index}, ${name} of the estimate`, number, bounds);
    const top = finite("upper", upper);
    return {
      point: finite("point", point),
      lower: finite("lower", lower, { maximum: top }),
      upper: top,
    };
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
    throw new RangeError(refusal({
      task: TASK,
      where: `row ${index}`,
      found: value,
      expected: "a number or a date such as 2016-11-23",
    }));
  });
}
