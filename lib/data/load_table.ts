import pl, { type DataFrame } from "nodejs-polars";
import { readTable } from "./read_table.ts";
import type { RowOf, TableSchema } from "./schema.ts";

/** One value, or a list of values, to keep. */
export type OneOrMore<T> = T | readonly T[];

/** A polars frame that knows the type of its rows. */
export type Frame<Row> = { toRecords(): Row[] } & DataFrame;

/** For each column, the values to keep; a column left out, or undefined, keeps all. */
export type Choice = Readonly<Record<string, OneOrMore<string | number | boolean> | undefined>>;

function describeValues(values: readonly (string | number | bigint | boolean)[]): string {
  const sorted = [...values].sort((a, b) => a < b ? -1 : 1);
  if (sorted.length <= 12) return sorted.join(", ");
  return `${sorted.length} values from ${sorted[0]} to ${sorted.at(-1)}`;
}

/** How many choices of rows are held. */
const HELD = 64;

/**
 * Choices made before, with the frame that they were made from. A loop that loads the same rows
 * again and again then takes no more of polars' memory, which the garbage collector does not see.
 */
const chosen = new Map<string, { readonly whole: DataFrame; readonly frame: DataFrame }>();

/**
 * Reads a table of `data/` and keeps the rows that are asked for.
 *
 * @throws {RangeError} for a value that the table does not hold: asking for a state or a year that
 * is not there is a mistake, not an empty result.
 */
export function loadTable<S extends TableSchema>(
  schema: S,
  choice: Choice,
): Frame<RowOf<S>> {
  const whole = readTable(schema);
  const key = `${schema.file} ${JSON.stringify(choice)}`;
  const before = chosen.get(key);
  if (before?.whole === whole) return before.frame.clone() as Frame<RowOf<S>>;
  let frame = whole;
  for (const [column, wanted] of Object.entries(choice)) {
    if (wanted === undefined) continue;
    const values = Array.isArray(wanted) ? wanted : [wanted];
    const present = whole.getColumn(column).unique().dropNulls().toArray();
    for (const value of values) {
      if (!present.includes(value)) {
        throw new RangeError(
          `Cannot load ${schema.name}: expected ${column} to be one of ${
            describeValues(present)
          }, found ${JSON.stringify(value)}`,
        );
      }
    }
    frame = frame.filter(pl.col(column).isIn(values));
  }
  if (chosen.size === HELD) chosen.delete(chosen.keys().next().value!);
  chosen.set(key, { whole, frame });
  return frame.clone() as Frame<RowOf<S>>;
}
