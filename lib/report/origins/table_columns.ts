import type { DataFrame } from "nodejs-polars";
import { type AnyRow, type TableContent, tableContent } from "../../data/read_table.ts";
import { DataError } from "../../data/data_error.ts";
import { cellsOf } from "../../data/frame_columns.ts";
import type { ColumnType, TableSchema } from "../../data/schema.ts";
import { allTables } from "../../data/tables/all.ts";
import type { ReadRows } from "./number_index.ts";

export type ColumnCell = string | number | boolean | null;

/** A table of data/ as its columns, each taken from the file once. */
export class TableColumns {
  readonly schema: TableSchema;
  readonly content: TableContent;
  /** The rows of the file. */
  readonly height: number;
  readonly #rows: readonly AnyRow[] | null;
  readonly #frame: DataFrame | null;
  readonly #columns = new Map<string, readonly ColumnCell[]>();

  constructor(schema: TableSchema, content: TableContent) {
    this.schema = schema;
    this.content = content;
    this.#rows = "rows" in content ? content.rows : null;
    this.#frame = "rows" in content ? null : content.frame;
    this.height = this.#rows?.length ?? this.#frame!.height;
  }

  /** A column's cells in the order of the file. */
  column(name: string): readonly ColumnCell[] {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const cells = this.#rows !== null
      ? this.#rows.map((row) => row[name]!)
      : cellsOf(this.#frame!.getColumn(name), this.#typeOf(name));
    this.#columns.set(name, cells);
    return cells;
  }

  #typeOf(name: string): ColumnType {
    return this.schema.columns.find((column) => column.name === name)!.type;
  }

  /** The rows that a choice keeps, by their place in the file, from 0. */
  chosen(choice: ReadRows["choice"]): Int32Array {
    let kept = Int32Array.from({ length: this.height }, (_, i) => i);
    for (const [name, values] of Object.entries(choice)) {
      const wanted = new Set<ColumnCell>(values);
      const cells = this.column(name);
      kept = kept.filter((row) => wanted.has(cells[row]!));
    }
    return kept;
  }
}

const tables = new Map<string, TableColumns>();

/** A table by its name as it is now; null for one that is not there, or that breaks its schema. */
export function tableColumns(name: string): TableColumns | null {
  const schema: TableSchema | undefined = allTables.find((known) => known.name === name);
  if (schema === undefined) return null;
  let content: TableContent;
  try {
    content = tableContent(schema);
  } catch (error) {
    // The table has changed since the notebook ran: nothing is said of its rows.
    if (error instanceof DataError) return null;
    throw error;
  }
  let table = tables.get(name);
  if (table?.content !== content) tables.set(name, table = new TableColumns(schema, content));
  return table;
}
