import { assertEquals } from "@std/assert";
import { tableBuilds } from "../../../lib/data/build/tables.ts";
import { allTables } from "../../../lib/data/tables/all.ts";

const sorted = (names: Iterable<string>) => [...names].sort();

Deno.test("every table is listed, built or written by hand, and has its file in data/", () => {
  const names = sorted(allTables.map((table) => table.name));
  assertEquals(sorted(tableBuilds.map(({ schema }) => schema.name)), names);
  const files = [...Deno.readDirSync(new URL("../../../data/", import.meta.url))]
    .filter(({ name }) => /\.(csv|parquet)$/.test(name)).map(({ name }) => `data/${name}`);
  assertEquals(sorted(allTables.map((table) => table.file)), sorted(files));
});
