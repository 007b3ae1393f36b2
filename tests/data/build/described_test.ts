/** How tables and raw files are described, field by field, without building one. */
import { assertEquals, assertThrows } from "@std/assert";
import { zipSync } from "fflate";
import { dataPackage } from "../../../lib/data/build/datapackage.ts";
import { unpacked } from "../../../lib/data/build/precincts_2024.ts";
import type { RawFile, RawFolder } from "../../../lib/data/build/raw_folder.ts";
import { sidecars } from "../../../lib/data/build/sidecar.ts";
import { producers } from "../../../lib/data/build/source_catalog.ts";
import { DataError } from "../../../lib/data/data_error.ts";
import type { TableSchema } from "../../../lib/data/schema.ts";

const SCHEMA: TableSchema = {
  name: "wards",
  file: "data/wards.csv",
  title: "Wards",
  description: "A row a ward",
  columns: [
    { name: "fips", type: "text", description: "Its code", pattern: "\\d{5}" },
    {
      name: "votes",
      type: "integer",
      description: "Its votes",
      unit: "votes",
      minimum: 0,
      maximum: 9,
    },
    {
      name: "kind",
      type: "text",
      description: "Its kind",
      values: ["city", "town"],
      optional: true,
    },
    { name: "share", type: "number", description: "Its share" },
    { name: "paper", type: "boolean", description: "Whether on paper" },
  ],
  key: ["fips"],
  license: "none stated",
  caveats: ["One is missing", "Another too"],
};

const described = (schema: TableSchema, bytes = new Uint8Array(3)) =>
  JSON.parse(dataPackage([{ schema, bytes, rows: 2, sources: ["a/b.csv"] }])).resources[0];

Deno.test("a table is described with each rule of its columns, and no rule that it has not", () => {
  assertEquals(described(SCHEMA, new TextEncoder().encode("abc")), {
    name: "wards",
    path: "wards.csv",
    title: "Wards",
    description: "A row a ward\nOne is missing\nAnother too",
    format: "csv",
    mediatype: "text/csv",
    bytes: 3,
    // FIPS 180-2's own example.
    hash: "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    rows: 2,
    licenses: [{ title: "none stated" }],
    sources: [{ title: "a/b.csv", path: "sources/a/b.csv.json" }],
    schema: {
      primaryKey: ["fips"],
      fields: [
        {
          name: "fips",
          type: "string",
          description: "Its code",
          constraints: { required: true, pattern: "\\d{5}" },
        },
        {
          name: "votes",
          type: "integer",
          description: "Its votes",
          unit: "votes",
          constraints: { required: true, minimum: 0, maximum: 9 },
        },
        {
          name: "kind",
          type: "string",
          description: "Its kind",
          constraints: { required: false, enum: ["city", "town"] },
        },
        {
          name: "share",
          type: "number",
          description: "Its share",
          constraints: { required: true },
        },
        {
          name: "paper",
          type: "boolean",
          description: "Whether on paper",
          constraints: { required: true },
        },
      ],
    },
  });
});

Deno.test("a table without a key has none, a Parquet file its own type, a license set apart what it covers", () => {
  const { caveats: _, ...plain } = SCHEMA;
  const table = described({
    ...plain,
    file: "data/wards.parquet",
    key: [],
    setApart: { name: "ODbL-1.0", title: "Open Database License", path: "https://example.org" },
  });
  assertEquals([table.path, table.format, table.mediatype, table.description], [
    "wards.parquet",
    "parquet",
    "application/vnd.apache.parquet",
    "A row a ward",
  ]);
  assertEquals("primaryKey" in table.schema, false);
  const license = { name: "ODbL-1.0", path: "https://example.org" };
  assertEquals(table.licenses[1], {
    ...license,
    title: "Open Database License: the whole table",
  });
  const columns = described({
    ...SCHEMA,
    setApart: { ...license, title: "Open Database License", columns: ["fips", "votes"] },
  });
  assertEquals(columns.licenses[1].title, "Open Database License: the columns fips, votes");
});

const [{ prefix }] = producers as [(typeof producers)[number]];

function folder(files: readonly Partial<RawFile>[], uses: readonly string[]): RawFolder {
  const entry = (file: Partial<RawFile>): RawFile => ({
    file: prefix,
    repository: "owner/name",
    path: "a b/c#d.csv (the second sheet)",
    commit: "0123abcd",
    bytes: 7,
    sha256: "ab",
    license: "MIT",
    note: "PRIMARY as published",
    ...file,
  });
  return {
    files: new Map(files.map((file) => [file.file ?? prefix, entry(file)])),
    uses: new Map(uses.map((file) => [file, new Set(["wards", "areas"])])),
  } as unknown as RawFolder;
}

Deno.test("a raw file's copy is named where repository and commit name one", () => {
  const copyOf = (file: Partial<RawFile>) =>
    JSON.parse(sidecars(folder([file], [prefix])).get(`${prefix}.json`)!).copy_url;
  assertEquals(copyOf({}), "https://github.com/owner/name/blob/0123abcd/a%20b/c%23d.csv");
  for (
    const none of [
      { repository: "owner" },
      { repository: "owner/name/more" },
      { repository: "a b/name" },
      { commit: "0123abc" },
      { commit: "main" },
      { commit: "0".repeat(41) },
      { repository: "", commit: "" },
    ]
  ) assertEquals(copyOf(none), null, JSON.stringify(none));
  assertEquals(copyOf({ commit: "0".repeat(40) })?.includes("0".repeat(40)), true);
});

Deno.test("raw files are described in order with the tables made of them; one without a producer is refused", () => {
  const [first, second] = [`${prefix}a`, `${prefix}b`];
  const all = sidecars(folder([{ file: second }, { file: first }], [second, first]));
  assertEquals([...all.keys()], [`${first}.json`, `${second}.json`]);
  const text = JSON.parse(all.get(`${first}.json`)!);
  assertEquals([text.file, text.used_for, text.sha256, text.bytes], [
    first,
    ["areas", "wards"],
    "ab",
    7,
  ]);
  const error = assertThrows(
    () => sidecars(folder([{ file: "zz/none.csv" }, {}], ["zz/none.csv", prefix])),
    DataError,
  );
  assertEquals(error.problems, [{
    file: "zz/none.csv",
    expected: "a producer in the catalog of sources",
    found: "none",
  }]);
});

Deno.test("a state's archive holds one table beside folders, notes and a Mac's shadows", () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const of = (members: Record<string, string>, file = "tx.zip") =>
    unpacked(
      {
        bytes: () =>
          zipSync(Object.fromEntries(Object.entries(members).map(([k, v]) => [k, text(v)]))),
      } as unknown as RawFolder,
      file,
    );
  const table = { "TX/tx24.csv": "votes" };
  const beside = { "TX/": "", "__MACOSX/TX/._tx24.csv": "shadow", "TX/notes.Rmd": "notes" };
  for (const some of [table, { ...beside, ...table }]) {
    assertEquals(new TextDecoder().decode(of(some)), "votes");
  }
  for (
    const [members, found] of [
      [beside, "none"],
      [{ ...table, "TX/other.csv": "x" }, "TX/tx24.csv, TX/other.csv"],
    ] as const
  ) {
    const error = assertThrows(() => of(members), DataError);
    assertEquals(error.problems, [{
      file: "tx.zip",
      expected: "one table in the archive",
      found,
    }]);
  }
});
