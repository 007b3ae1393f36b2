import { assertEquals } from "@std/assert";
import { tableBuilds } from "../../../lib/data/build/tables.ts";

const root = new URL("../../../data/", import.meta.url);

interface Package {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly rows: number;
    readonly licenses: readonly { readonly title: string }[];
    readonly sources: readonly { readonly path: string }[];
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly description: string }[];
    };
  }[];
}

const description = JSON.parse(
  Deno.readTextFileSync(new URL("datapackage.json", root)),
) as Package;

Deno.test("datapackage.json describes every table, each column, license and source", () => {
  assertEquals(
    description.resources.map(({ name }) => name),
    tableBuilds.map(({ schema }) => schema.name),
  );
  for (const { name, path, bytes, licenses, sources, schema } of description.resources) {
    assertEquals(Deno.statSync(new URL(path, root)).size, bytes, name);
    assertEquals(licenses.every(({ title }) => title.length > 2), true, name);
    for (const source of sources) Deno.statSync(new URL(source.path, root));
    assertEquals(schema.fields.every((field) => field.description.length > 3), true, name);
  }
});

Deno.test("every file of data/ is described, or describes others", () => {
  const others = [
    "corrections.json",
    "datapackage.json",
    "reconciliation_causes.json",
    "sources",
    "LICENSE.md",
  ];
  const described = new Set([...description.resources.map(({ path }) => path), ...others]);
  const found = [...Deno.readDirSync(root)].map(({ name }) => name);
  assertEquals(found.filter((name) => !described.has(name)), []);
});

Deno.test("committed data stays modest", () => {
  const total = description.resources.reduce((sum, { bytes }) => sum + bytes, 0);
  assertEquals(total < 25e6, true, `${total} bytes`);
  const large = description.resources.filter(({ path, bytes }) =>
    path.endsWith(".csv") && bytes > 2e6
  );
  assertEquals(large.map(({ path }) => path), []);
});
