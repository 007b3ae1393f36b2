import { camelCase, gap, pascalCase, type Skeleton, words } from "./skeleton.ts";

const schema = (name: string) => {
  const value = camelCase(name);
  const loader = `load${pascalCase(name)}`;
  return `import { source, statePo, votes } from "../columns.ts";
import { asRows, loadTable, type Rows } from "../load_table.ts";
import type { RowOf, TableSchema } from "../schema.ts";

/** ${gap(`what the table of ${words(name)} is`)} */
export const ${value} = {
  name: "${name}",
  file: "data/${name}.csv",
  title: "${gap("the title")}",
  description: "${gap("what one row is")}",
  columns: [
    statePo,
    votes("votes", "${gap("each column's meaning, type and unit")}"),
    source,
  ],
  key: ["state_po"],
  license: "${gap("the source's license, in its words")}",
  caveats: [
    "${gap("what a reader must know before using a number of it")}",
  ],
} as const satisfies TableSchema;

/**
 * Loads the table of ${words(name)}.
 *
 * @returns Rows with columns state_po, votes, source.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * \`\`\`ts
 * import { assertEquals } from "@std/assert";
 * import { ${loader} } from "tallybook/data";
 *
 * assertEquals(${loader}().length, 51);
 * \`\`\`
 */
export function ${loader}(): Rows<RowOf<typeof ${value}>> {
  return asRows(loadTable(${value}, {}));
}
`;
};

const build = (name: string) =>
  `import { ${camelCase(name)} } from "../../tables/${name}.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "${gap("the raw file, as the catalog names it")}";

/** ${gap("how the raw file becomes the table, and which control totals it must meet")} */
export const ${camelCase(name)}Build: TableBuild = {
  schema: ${camelCase(name)},
  build({ raw }) {
    return raw.csv(FILE).map((row) => ({
      state_po: row.state!,
      votes: Number(row.votes),
      source: FILE,
    }));
  },
};
`;

const test = (name: string) =>
  `import { assertEquals } from "@std/assert";
import { load${pascalCase(name)} } from "../../../lib/data/tables/${name}.ts";

Deno.test("${name}: the votes add up to the official total", () => {
  const sum = load${pascalCase(name)}().toRecords().reduce((all, { votes }) => all + votes, 0);
  assertEquals(String(sum), "${gap("the official total, with its source in a comment")}");
});
`;

/** The skeleton of a table: schema and loader, the step that builds it, and the test of its sums. */
export function newTable(name: string): Skeleton {
  return {
    files: {
      [`lib/data/tables/${name}.ts`]: schema(name),
      [`lib/data/build/tables/${name}.ts`]: build(name),
      [`tests/data/tables/${name}_test.ts`]: test(name),
    },
    next: [
      `write the schema in lib/data/tables/${name}.ts and the step in lib/data/build/tables/${name}.ts`,
      `a table written by hand has no raw file: delete lib/data/build/tables/${name}.ts, write data/${name}.csv, and let its step be authoredBuild(${
        camelCase(name)
      })`,
      "name the schema in lib/data/tables/all.ts, the step in lib/data/build/tables.ts, and export the loader from lib/data/mod.ts",
      "deno task data, with --raw DIR where the table has a raw file",
      "deno task run notebooks/00_count_data.ipynb, which lists every table",
      `deno test -A tests/data/tables/${name}_test.ts`,
    ],
  };
}
