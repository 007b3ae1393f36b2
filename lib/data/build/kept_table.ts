import { sha256 } from "../../files/hash.ts";
import { DataError } from "../data_error.ts";
import { contentRows, parseTable } from "../read_table.ts";
import type { TableSchema } from "../schema.ts";
import type { BuiltTable } from "./datapackage.ts";
import type { Row } from "./table_build.ts";

const ROOT = new URL("../../../", import.meta.url);

interface Described {
  readonly name: string;
  readonly hash: string;
  readonly sources: readonly { readonly title: string }[];
}

/** What the data package says of a table; undefined of one that it does not know. */
function described(name: string): Described | undefined {
  const text = Deno.readTextFileSync(new URL("data/datapackage.json", ROOT));
  const { resources } = JSON.parse(text) as { readonly resources: readonly Described[] };
  return resources.find((resource) => resource.name === name);
}

/**
 * A table whose raw files are not there, as it stands in `data/`: checked against its schema, and
 * against the hash of the last build.
 *
 * @throws {DataError} if it was never built, breaks its schema, or was changed by hand.
 */
export function keptTable(
  schema: TableSchema,
  missing: string,
): { readonly table: BuiltTable; readonly rows: () => readonly Row[] } {
  const { file } = schema;
  const fail = (expected: string, found: string): never => {
    throw new DataError(`Cannot describe ${schema.name}`, [{ file, expected, found }]);
  };
  const before = described(schema.name) ??
    fail(`the raw file ${missing}, to build the table for the first time`, "none");
  let bytes: Uint8Array;
  try {
    bytes = Deno.readFileSync(new URL(file, ROOT));
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    return fail("a file", "none");
  }
  const content = parseTable(bytes, schema);
  if (`sha256:${sha256(bytes)}` !== before.hash) {
    fail(
      "the file as it was built from raw files, which are not here",
      "one that was changed since: mend a raw file by a correction, not the table",
    );
  }
  const height = "rows" in content ? content.rows.length : content.frame.height;
  const sources = before.sources.map(({ title }) => title);
  return {
    table: { schema, bytes, rows: height, sources },
    rows: () => contentRows(content, schema),
  };
}
