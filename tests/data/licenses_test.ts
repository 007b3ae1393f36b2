import { assert, assertEquals } from "@std/assert";
import { allTables } from "../../lib/data/tables/all.ts";
import type { TableSchema } from "../../lib/data/schema.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));
const tables: readonly TableSchema[] = allTables;
const apart = tables.filter(({ setApart }) => setApart !== undefined);

Deno.test("a table whose sources are under the GPL is set apart, and no other is", () => {
  const copyleft = tables.filter(({ license }) => /\bGPL\b/.test(license));
  assertEquals(apart.map(({ name }) => name), copyleft.map(({ name }) => name));
  assertEquals(apart.map(({ name }) => name).sort(), ["florida_2000", "georgia_2000"]);
  for (const { columns, setApart } of apart) {
    const names = columns.map(({ name }) => name);
    for (const column of setApart!.columns ?? []) assert(names.includes(column), column);
  }
});

Deno.test("the sidecars of a raw file under the GPL feed no table that is not set apart", () => {
  const sources = read("data/datapackage.json");
  const { resources } = JSON.parse(sources) as {
    resources: { name: string; sources: { path: string }[]; licenses: { name?: string }[] }[];
  };
  for (const { name, sources, licenses } of resources) {
    const under = sources.filter(({ path }) =>
      path.endsWith(".json") && /\bGPL\b/.test(JSON.parse(read(`data/${path}`)).license ?? "")
    );
    const schema = apart.find((table) => table.name === name);
    if (under.length > 0) assert(schema !== undefined, `${name} is made of ${under[0]!.path}`);
    assertEquals(
      licenses.flatMap((license) => license.name ?? []),
      schema === undefined ? [] : [schema.setApart!.name],
      name,
    );
  }
});

Deno.test("README, LICENSE and data/LICENSE.md name what is set apart", () => {
  const [readme, note] = [read("README.md"), read("data/LICENSE.md")];
  assert(read("LICENSE").includes("see data/LICENSE.md"));
  for (const { file, setApart } of apart) {
    assert(readme.includes(`\`${file}\``), file);
    assert(note.includes(`\`${file.replace("data/", "")}\``), file);
    for (const column of setApart!.columns ?? []) assert(note.includes(`\`${column}\``), column);
  }
});
