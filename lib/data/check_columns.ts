import type { DataProblem } from "./data_error.ts";
import type { ColumnSchema, TableSchema } from "./schema.ts";

const HEADER_LINES = 1;

/** A cell of a typed column; a blank one is null. */
export type TypedCell = string | number | boolean | null;

/** Cells of text by column, in any order; a blank one is null. */
export type CellsByName = ReadonlyMap<string, readonly (string | null)[]>;

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

const WHOLE = /^-?\d+$/;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Turns a cell's text into its column's value; undefined where it is not one. */
function valueOf(
  text: string,
  column: ColumnSchema,
  pattern: RegExp | undefined,
): TypedCell | undefined {
  const { minimum = -Infinity, maximum = Infinity } = column;
  switch (column.type) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "text":
      if (column.values !== undefined && !column.values.includes(text)) return undefined;
      return pattern === undefined || pattern.test(text) ? text : undefined;
    case "integer": {
      const value = Number(text);
      // Beyond 2^53 a whole number is not exact.
      const whole = WHOLE.test(text) && Number.isSafeInteger(value);
      return whole && value >= minimum && value <= maximum ? value : undefined;
    }
    case "number": {
      const value = Number(text);
      return NUMBER.test(text) && value >= minimum && value <= maximum ? value : undefined;
    }
  }
}

/** The rows, from 0, whose key another row has too. */
function repeatedRows(columns: readonly (readonly (string | null)[])[], rows: number): number[] {
  const first = new Map<string, number>();
  const repeated = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const key = columns.map((column) => column[row]).join("\t");
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else repeated.add(before).add(row);
  }
  return [...repeated].sort((a, b) => a - b);
}

/** Columns that are missing, and columns that nobody knows. */
function columnProblems(
  names: readonly string[],
  schema: TableSchema,
  file: string,
): DataProblem[] {
  const known = schema.columns.map((column) => column.name);
  const place = { file, row: HEADER_LINES };
  return [
    ...known.filter((name) => !names.includes(name)).map((name) => ({
      ...place,
      column: name,
      expected: `a column "${name}"`,
      found: `columns ${names.map((name) => `"${name}"`).join(", ")}`,
    })),
    ...names.filter((name) => !known.includes(name)).map((name) => ({
      ...place,
      column: name,
      expected: `only the columns ${known.join(", ")}`,
      found: `an unknown column "${name}"`,
    })),
  ];
}

/**
 * Gives cells of text the types that a schema declares, and lists all that breaks a rule. Pure: runs
 * in a browser too.
 *
 * @param cells All columns as text, blank cells null.
 * @param file The file's name, for the problems.
 * @returns The typed columns in the schema's order, and the problems in the same order; row numbers
 * count the header as line 1.
 */
export function checkColumns(
  cells: CellsByName,
  schema: TableSchema,
  file: string,
): { columns: readonly (readonly TypedCell[])[]; problems: DataProblem[] } {
  const problems = columnProblems([...cells.keys()], schema, file);
  if (problems.length > 0) return { columns: [], problems };
  const columns = schema.columns.map((column): TypedCell[] => {
    const pattern = column.pattern === undefined
      ? undefined
      : new RegExp(`^(?:${column.pattern})$`);
    const known = new Map<string, TypedCell | undefined>();
    return cells.get(column.name)!.map((text, row) => {
      let value: TypedCell | undefined = column.optional ? null : undefined;
      if (text !== null) {
        value = known.get(text);
        if (value === undefined && !known.has(text)) {
          value = valueOf(text, column, pattern);
          known.set(text, value);
        }
      }
      if (value !== undefined) return value;
      problems.push({
        file,
        row: row + HEADER_LINES + 1,
        column: column.name,
        expected: describeRule(column),
        found: text === null ? "a blank cell" : `"${text}"`,
      });
      return null;
    });
  });
  if (schema.key.length > 0) {
    const key = schema.key.map((name) => cells.get(name)!);
    for (const row of repeatedRows(key, columns[0]?.length ?? 0)) {
      problems.push({
        file,
        row: row + HEADER_LINES + 1,
        expected: `one row for each ${schema.key.join(", ")}`,
        found: `"${key.map((column) => column[row]).join(", ")}" more than once`,
      });
    }
  }
  return { columns, problems };
}

/**
 * Columns as rows: one object a row, its keys in the order of the names. All are copies of one that has every
 * key: an engine that sees keys come one by one by their names makes a hash table of each row of a wide table,
 * which takes three times the time and several times the memory.
 */
export function rowsOf(
  names: readonly string[],
  columns: readonly (readonly TypedCell[])[],
): Readonly<Record<string, TypedCell>>[] {
  const blank: Record<string, TypedCell> = JSON.parse(
    JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))),
  );
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => {
    const object = { ...blank };
    for (let i = 0; i < names.length; i++) object[names[i]!] = columns[i]![row]!;
    return object;
  });
}
