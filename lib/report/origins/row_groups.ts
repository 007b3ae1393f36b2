import type { ColumnSchema, TableSchema } from "../../data/schema.ts";
import type { ColumnCell, TableColumns } from "./table_columns.ts";

/** Columns with more values name rows, not groups of them. */
const MOST_VALUES = 4000;
/** Ways of grouping, rows over all of them, and groups of one, beyond which nothing is looked through. */
const MOST_WAYS = 64;
const MOST_GROUPED = 400_000;
const MOST_GROUPS = 60_000;
/** Whether a column's numbers are amounts; a year or a line in a key is a name. */
export function isMeasure({ key }: TableSchema, { name, type, unit }: ColumnSchema): boolean {
  if (type !== "integer" && type !== "number") return false;
  return name !== "line" && (!key.includes(name) || unit !== undefined);
}

/** Columns that describe where a row is from. */
const NOT_GROUPING = new Set(["source", "note", "page", "reason", "url"]);

export interface Coded {
  readonly name: string;
  readonly values: readonly ColumnCell[];
  /** The place of each row's value among the values. */
  readonly codes: Int32Array;
}

/** Groups of rows by the values of some columns. */
export interface Grouping {
  readonly columns: readonly Coded[];
  /** Each row's group. */
  readonly of: Int32Array;
  readonly size: number;
  /** The first row of each group, which has its values. */
  readonly first: Int32Array;
}

/** Groups that differ in one column alone, under what they have in common. */
export interface Siblings {
  readonly of: Int32Array;
  readonly size: number;
}

function coded(name: string, cells: readonly ColumnCell[], rows: Int32Array): Coded {
  const places = new Map<ColumnCell, number>();
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = cells[rows[i]!]!;
    let place = places.get(cell);
    if (place === undefined) places.set(cell, place = places.size);
    codes[i] = place;
  }
  return { name, values: [...places.keys()], codes };
}

/** Whether two columns group rows alike, as a state's name and its code do. */
function isTwin(a: Coded, b: Coded): boolean {
  if (a.values.length !== b.values.length) return false;
  const twin = new Int32Array(a.values.length).fill(-1);
  for (let i = 0; i < a.codes.length; i++) {
    const code = a.codes[i]!;
    if (twin[code] === -1) twin[code] = b.codes[i]!;
    else if (twin[code] !== b.codes[i]) return false;
  }
  return true;
}

function grouping(columns: readonly Coded[], rows: number): Grouping | null {
  const places = new Map<number, number>();
  const of = new Int32Array(rows);
  const first: number[] = [];
  for (let i = 0; i < rows; i++) {
    let code = 0;
    for (const column of columns) code = code * column.values.length + column.codes[i]!;
    let place = places.get(code);
    if (place === undefined) {
      places.set(code, place = places.size);
      first.push(i);
      if (first.length > MOST_GROUPS) return null;
    }
    of[i] = place;
  }
  return { columns, of, size: first.length, first: Int32Array.from(first) };
}

/** All choices of up to three columns, small ones first. */
function* ways(columns: readonly Coded[]): Generator<Coded[]> {
  yield [];
  for (const a of columns) yield [a];
  for (const [i, a] of columns.entries()) {
    for (const b of columns.slice(i + 1)) yield [a, b];
  }
  for (const [i, a] of columns.entries()) {
    for (const [j, b] of columns.slice(i + 1).entries()) {
      for (const c of columns.slice(i + j + 2)) yield [a, b, c];
    }
  }
}

/** Puts groups together that differ in one of their columns alone. */
export function siblings({ columns, size, first }: Grouping, column: Coded): Siblings {
  const others = columns.filter((other) => other !== column);
  const places = new Map<number, number>();
  const of = new Int32Array(size);
  for (let group = 0; group < size; group++) {
    let code = 0;
    for (const other of others) code = code * other.values.length + other.codes[first[group]!]!;
    let place = places.get(code);
    if (place === undefined) places.set(code, place = places.size);
    of[group] = place;
  }
  return { of, size: places.size };
}

/** Each row a group by itself. */
export function eachRow(rows: number): Grouping {
  const of = Int32Array.from({ length: rows }, (_, i) => i);
  return { columns: [], of, size: rows, first: of };
}

/**
 * The ways to group rows of a table by what its columns say: all rows, by candidate, by state and
 * candidate … up to three columns. `rows` are places in the file.
 */
export function groupings(table: TableColumns, rows: Int32Array): Grouping[] {
  const { schema } = table;
  const kept: Coded[] = [];
  for (const column of schema.columns) {
    const { name, type } = column;
    const names = type === "text" || type === "boolean" || schema.key.includes(name);
    if (!names || isMeasure(schema, column) || NOT_GROUPING.has(name) || name === "line") continue;
    const values = coded(name, table.column(name), rows);
    if (values.values.length < 2 || values.values.length > MOST_VALUES) continue;
    if (!kept.some((other) => isTwin(other, values))) kept.push(values);
  }
  const found: Grouping[] = [];
  for (const way of ways(kept)) {
    if (found.length === MOST_WAYS || found.length * rows.length > MOST_GROUPED) break;
    const groups = grouping(way, rows.length);
    if (groups !== null) found.push(groups);
  }
  return found;
}

/** The sum of a column's cells by group; null where a cell is blank. */
export function sumsOf(
  { of, size }: Grouping,
  cells: readonly ColumnCell[],
  rows: Int32Array,
): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < rows.length; i++) {
    const cell = cells[rows[i]!];
    // A sum over a blank cell is no sum.
    sums[of[i]!]! += typeof cell === "number" ? cell : NaN;
  }
  return sums;
}
