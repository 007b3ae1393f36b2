import { loadTable } from "../../data/load_table.ts";
import { allTables } from "../../data/tables/all.ts";
import type { TableSchema } from "../../data/schema.ts";
import type { FoundRow, ReadRows } from "./number_index.ts";

/** Rows of more are not looked through: what names one of them is not its number alone. */
const MOST_ROWS = 40_000;

type Row = Readonly<Record<string, string | number | boolean | null>>;
/** Where a value stands; null where it stands in several cells. */
type Places = Map<number, { readonly row: Row; readonly column: string } | null>;

const places = new Map<string, Places>();

const sameDigits = (value: number) => Number(value.toPrecision(12));

function placesOf(schema: TableSchema, read: ReadRows): Places {
  const key = JSON.stringify([schema.name, read.choice]);
  const known = places.get(key);
  if (known !== undefined) return known;
  const found: Places = new Map();
  const numeric = schema.columns.filter(({ type, name }) =>
    (type === "integer" || type === "number") && !schema.key.includes(name)
  );
  let rows: readonly Row[] = [];
  try {
    rows = loadTable(schema, read.choice) as unknown as readonly Row[];
  } catch {
    // The table has changed since the notebook ran: nothing is said of its rows.
  }
  for (const row of rows) {
    for (const { name } of numeric) {
      const value = row[name];
      if (typeof value !== "number") continue;
      const at = sameDigits(value);
      found.set(at, found.has(at) ? null : { row, column: name });
    }
  }
  places.set(key, found);
  return found;
}

/** A small whole number stands in many cells by chance. */
const tellsARow = (value: number) =>
  Number.isInteger(value) ? Math.abs(value) >= 1000 : String(Math.abs(value)).length >= 6;

/** The one row among those read that holds a value; undefined where none or several do. */
export function findRow(value: number, reads: readonly ReadRows[]): FoundRow | undefined {
  if (!tellsARow(value)) return undefined;
  const found = reads.flatMap((read) => {
    const schema: TableSchema | undefined = allTables.find(({ name }) => name === read.table);
    if (schema === undefined || read.rows === null || read.rows > MOST_ROWS) return [];
    const place = placesOf(schema, read).get(sameDigits(value));
    if (place === undefined) return [];
    if (place === null || schema.key.length === 0) return [null];
    const key = Object.fromEntries(schema.key.map((column) => [column, place.row[column]!]));
    return [{ table: schema.name, column: place.column, key }];
  });
  const distinct = new Map(found.map((row) => [JSON.stringify(row), row]));
  return distinct.size === 1 ? [...distinct.values()][0] ?? undefined : undefined;
}
