import { sha256 } from "../../files/hash.ts";
import type { RowSet, TableFacts } from "./number_index.ts";
import type { ColumnCell, TableColumns } from "./table_columns.ts";

/** Rows in more ranges than this are named by their number, first, last and digest. */
const MOST_RANGES = 400;

/** The rows, from 0, as ranges of their numbers, from 1: "1-51", "60". */
export function rangesOf(rows: Int32Array): string[] {
  const found: string[] = [];
  for (let i = 0; i < rows.length;) {
    let j = i;
    while (j + 1 < rows.length && rows[j + 1] === rows[j]! + 1) j++;
    found.push(i === j ? `${rows[i]! + 1}` : `${rows[i]! + 1}-${rows[j]! + 1}`);
    i = j + 1;
  }
  return found;
}

/** The columns that say which row it is: the key, or in tables without one the first texts. */
function naming({ schema }: TableColumns): readonly string[] {
  if (schema.key.length > 0) return schema.key;
  return schema.columns.filter(({ type, name }) => type === "text" && name !== "source")
    .slice(0, 4).map(({ name }) => name);
}

/** The raw files that the rows name as their source; all of the table's where they name none. */
function sourcesOf(table: TableColumns, rows: Int32Array, { sources }: TableFacts): string[] {
  const files = sources.map(({ file }) => file);
  if (!table.schema.columns.some(({ name }) => name === "source")) return files;
  const cells = table.column("source");
  const named = new Set<ColumnCell>();
  for (const row of rows) named.add(cells[row]!);
  const found = files.filter((file) =>
    [...named].some((cell) => typeof cell === "string" && cell.split(", ").includes(file))
  );
  return found.length > 0 ? found : files;
}

/**
 * Rows of a table as an index of numbers names them.
 *
 * @param rows Their places in the file, from 0, ascending.
 * @param where What holds of all of them.
 */
export function rowSet(
  table: TableColumns,
  rows: Int32Array,
  where: RowSet["where"],
  facts: TableFacts,
): RowSet {
  const named = naming(table);
  const at = (row: number) => ({
    row: row + 1,
    key: Object.fromEntries(named.map((name) => [name, table.column(name)[row]!])),
  });
  const list = rangesOf(rows);
  const sources = sourcesOf(table, rows, facts);
  return {
    table: table.schema.name,
    where,
    count: rows.length,
    ...(rows.length === 0 ? {} : { first: at(rows[0]!) }),
    ...(rows.length < 2 ? {} : { last: at(rows.at(-1)!) }),
    ...(list.length <= MOST_RANGES
      ? { list: list.join(",") }
      : { digest: sha256([...rows].map((row) => `${row + 1}\n`).join("")) }),
    sources,
    corrections: facts.corrections.filter(({ file }) => sources.includes(file)).map(({ id }) => id),
  };
}
