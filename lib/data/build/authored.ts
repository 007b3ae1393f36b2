import { parse } from "csv-parse/sync";
import type { TableSchema } from "../schema.ts";
import type { Row, TableBuild } from "./table_build.ts";

const ROOT = new URL("../../../", import.meta.url);

/**
 * The build of a table that is written by hand in `data/`: it is read, checked against its schema,
 * described with the others, and written back in the same form, so that its quotes and line ends
 * are those of every other table. No raw file goes into it.
 */
export function authoredBuild(
  schema: TableSchema,
): Extract<TableBuild, { readonly build: unknown }> {
  return {
    schema,
    build: () => {
      const text = Deno.readTextFileSync(new URL(schema.file, ROOT));
      const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
      return rows.map((row): Row =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell || null]))
      );
    },
  };
}
