import pl, { type DataFrame } from "nodejs-polars";
import { nearest, refusal } from "../check/mod.ts";
import { noteRead } from "../display/origin_ledger.ts";
import { type AnyRow, contentFrame, contentRows, tableContent } from "./read_table.ts";
import type { RowOf, TableSchema } from "./schema.ts";

/** One value, or a list of values, to keep. */
export type OneOrMore<T> = T | readonly T[];

/** A polars frame that knows the type of its rows. */
export type Frame<Row> = { toRecords(): Row[] } & DataFrame;

/**
 * The rows of a table: a list that cannot be changed, since every caller gets the same row objects.
 */
export interface Rows<Row> extends ReadonlyArray<Row> {
  /** The rows as a list of the caller's own, to sort or to add to. */
  toRecords(): Row[];
}

/** For each column, the values to keep; a column left out, or undefined, keeps all. */
export type RowChoice = Readonly<Record<string, OneOrMore<string | number | boolean> | undefined>>;

type Wanted = readonly (readonly [column: string, values: readonly Value[]])[];
type Value = string | number | boolean;

class RowList<Row> extends Array<Row> {
  /** What is made of the rows, by map or filter, is a plain list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  toRecords(): Row[] {
    return Array.from(this);
  }
}

/** Gives rows the shape in which loaders return them. */
export function asRows<Row>(rows: readonly Row[]): Rows<Row> {
  const list = new RowList<Row>(rows.length);
  for (let i = 0; i < rows.length; i++) list[i] = rows[i]!;
  return list;
}

function describeValues(values: readonly Value[]): string {
  const sorted = [...values].sort((a, b) => a < b ? -1 : 1);
  if (sorted.length <= 12) return sorted.join(", ");
  return `${sorted.length} values from ${sorted[0]} to ${sorted.at(-1)}`;
}

function wantedOf(choice: RowChoice): Wanted {
  return Object.entries(choice).flatMap(([column, wanted]) =>
    wanted === undefined ? [] : [[column, [wanted].flat() as Value[]] as const]
  );
}

function requirePresent(
  schema: TableSchema,
  column: string,
  values: readonly Value[],
  present: ReadonlySet<unknown>,
): void {
  for (const value of values) {
    if (present.has(value)) continue;
    const known = [...present].filter((other) => other !== null) as Value[];
    throw new RangeError(refusal({
      task: `load ${schema.name}`,
      where: column,
      found: value,
      expected: `one of ${describeValues(known)}`,
      nearest: typeof value === "string" ? nearest(value, known.map(String)) : undefined,
    }));
  }
}

/** The values of each column that was asked for, by the list of rows or the frame. */
const valuesOf = new WeakMap<readonly AnyRow[] | DataFrame, Map<string, Set<unknown>>>();

function chosenRows(
  schema: TableSchema,
  rows: readonly AnyRow[],
  wanted: Wanted,
): readonly AnyRow[] {
  const known = valuesOf.get(rows) ?? new Map<string, Set<unknown>>();
  valuesOf.set(rows, known);
  let kept = rows;
  for (const [column, values] of wanted) {
    const present = known.get(column) ?? new Set(rows.map((row) => row[column]));
    known.set(column, present);
    requirePresent(schema, column, values, present);
    kept = kept.filter((row) => values.includes(row[column] as Value));
  }
  return kept;
}

function chosenFrame(schema: TableSchema, frame: DataFrame, wanted: Wanted): DataFrame {
  const known = valuesOf.get(frame) ?? new Map<string, Set<unknown>>();
  valuesOf.set(frame, known);
  let kept = frame;
  for (const [column, values] of wanted) {
    const present = known.get(column) ??
      new Set(frame.getColumn(column).unique().toArray() as unknown[]);
    known.set(column, present);
    requirePresent(schema, column, values, present);
    kept = kept.filter(pl.col(column).isIn(values as Value[]));
  }
  return kept;
}

/** How many choices of rows of Parquet tables are held, and how many rows they may have together. */
const HELD = 64;
const ROWS_HELD = 750_000;

/**
 * Choices made before, with the frame that they were made from. A loop that loads the same rows
 * again and again then takes no more of polars' memory, which the garbage collector does not see.
 */
const held = new Map<string, { readonly whole: DataFrame; readonly rows: readonly AnyRow[] }>();

function rowsOfFrame(schema: TableSchema, whole: DataFrame, wanted: Wanted): readonly AnyRow[] {
  const key = `${schema.file} ${JSON.stringify(wanted)}`;
  const before = held.get(key);
  if (before?.whole === whole) return before.rows;
  const rows = contentRows({ frame: chosenFrame(schema, whole, wanted) }, schema);
  if (rows.length > ROWS_HELD) return rows;
  held.delete(key);
  let all = rows.length;
  for (const { rows } of held.values()) all += rows.length;
  // The first that were asked for make room.
  for (const [oldest, { rows }] of held) {
    if (held.size < HELD && all <= ROWS_HELD) break;
    held.delete(oldest);
    all -= rows.length;
  }
  held.set(key, { whole, rows });
  return rows;
}

/**
 * Reads a table of `data/` and keeps the rows that are asked for.
 *
 * @throws {RangeError} for a value that the table does not hold: asking for a state or a year that
 * is not there is a mistake, not an empty result.
 * @throws {DataError} when the file breaks its schema.
 */
export function loadTable<S extends TableSchema>(schema: S, choice: RowChoice): Rows<RowOf<S>> {
  const content = tableContent(schema);
  const wanted = wantedOf(choice);
  const rows = "rows" in content
    ? chosenRows(schema, content.rows, wanted)
    : rowsOfFrame(schema, content.frame, wanted);
  noteRead(schema.name, choice, rows.length);
  return asRows(rows) as unknown as Rows<RowOf<S>>;
}

/** The same rows as a polars frame, for queries at size. */
export function loadTableFrame<S extends TableSchema>(
  schema: S,
  choice: RowChoice,
): Frame<RowOf<S>> {
  const whole = contentFrame(tableContent(schema), schema);
  const kept = chosenFrame(schema, whole, wantedOf(choice)).clone() as Frame<RowOf<S>>;
  noteRead(schema.name, choice, kept.height);
  return kept;
}
