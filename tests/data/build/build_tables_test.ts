/** A build of two tables from a folder of two raw files: order, descriptions, corrections and what stops it. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import pl from "nodejs-polars";
import { sha256 } from "../../../lib/files/hash.ts";
import { buildTables } from "../../../lib/data/build/build_tables.ts";
import type { Correction } from "../../../lib/data/build/corrections.ts";
import { producers } from "../../../lib/data/build/source_catalog.ts";
import type { TableBuild } from "../../../lib/data/build/table_build.ts";
import { DataError } from "../../../lib/data/data_error.ts";
import type { TableSchema } from "../../../lib/data/schema.ts";
import { allTables } from "../../../lib/data/tables/all.ts";

const [{ prefix }] = producers as [(typeof producers)[number]];
const FILES = { [`${prefix}one.csv`]: "ward,votes\nA,5\nB,7\n", [`${prefix}two.csv`]: "ward\nA\n" };
const [ONE, TWO] = Object.keys(FILES) as [string, string];

/** In the list, and not in the folder. */
const GONE = `${prefix}gone.csv`;

const schema = (name: string): TableSchema => ({
  ...{ name, file: `data/${name}.csv`, title: name, description: "Made up", license: "none" },
  columns: [
    { name: "ward", type: "text", description: "The ward" },
    { name: "votes", type: "integer", description: "Its votes" },
  ],
  key: ["ward"],
});
const wards: TableBuild = {
  schema: schema("wards"),
  build: ({ raw }) =>
    raw.csv(ONE).map(({ ward, votes }) => ({ ward: ward!, votes: Number(votes) })),
};

function inFolder<T>(run: (folder: string) => T): T {
  const folder = Deno.makeTempDirSync();
  try {
    const lines = Object.entries(FILES).map(([file, text]) => {
      const path = join(folder, file);
      Deno.mkdirSync(join(path, ".."), { recursive: true });
      Deno.writeTextFileSync(path, text);
      const bytes = new TextEncoder().encode(text);
      return [file, "o/n", file, "0123abcd", bytes.length, sha256(bytes), "MIT", "note"].join("\t");
    });
    lines.push([GONE, "o/n", GONE, "0123abcd", 1, "ab", "MIT", "note"].join("\t"));
    Deno.writeTextFileSync(
      join(folder, "SOURCES.tsv"),
      ["file\trepo\tpath\tcommit\tbytes\tsha256\tlicense\tnote", ...lines].join("\n") + "\n",
    );
    return run(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}
const built = (builds: readonly TableBuild[], corrections: readonly Correction[] = []) =>
  inFolder((folder) => {
    const lines: string[] = [];
    const { files, kept } = buildTables(folder, corrections, builds, (line) => lines.push(line));
    const texts = [...files].map(([path, bytes]) =>
      [path, new TextDecoder().decode(bytes)] as const
    );
    return { files: Object.fromEntries(texts), kept, lines };
  });
const problems = (run: () => unknown) =>
  (assertThrows(run, DataError).problems as { file: string; expected: string; found: string }[])
    .map(({ file, expected, found }) => [file, expected, found]);

Deno.test("tables are built in their order, each with what those before it have, and the files that it used", () => {
  const doubled: TableBuild = {
    schema: schema("doubled"),
    build: ({ raw, rows }) => {
      raw.csv(TWO);
      return rows("wards").map(({ ward, votes }) => ({ ward: ward!, votes: 2 * Number(votes) }));
    },
  };
  const framed: TableBuild = {
    schema: schema("framed"),
    frame: () => pl.DataFrame({ ward: ["C"], votes: ["9"] }),
  };
  const summed: TableBuild = {
    schema: schema("summed"),
    build: ({ frame }) =>
      frame("framed").toRecords().map(({ ward, votes }) => ({
        ward: String(ward),
        votes: Number(votes) + 1,
      })),
  };
  const { files, kept, lines } = built([wards, doubled, framed, summed]);
  assertEquals(kept, []);
  assertEquals(files["data/wards.csv"], "ward,votes\nA,5\nB,7\n");
  assertEquals(files["data/doubled.csv"], "ward,votes\nA,10\nB,14\n");
  assertEquals(files["data/framed.csv"], "ward,votes\nC,9\n");
  assertEquals(files["data/summed.csv"], "ward,votes\nC,10\n");
  assertEquals(lines, [
    "data/wards.csv  2 rows, 19 bytes",
    "data/doubled.csv  2 rows, 21 bytes",
    "data/framed.csv  1 rows, 15 bytes",
    "data/summed.csv  1 rows, 16 bytes",
  ]);
  const used = (file: string) => JSON.parse(files[`data/sources/${file}.json`]!).used_for;
  assertEquals([used(ONE), used(TWO)], [["wards"], ["doubled"]]);
  const { resources } = JSON.parse(files["data/datapackage.json"]!);
  assertEquals(
    resources.map((
      { name, rows, sources }: { name: string; rows: number; sources: { title: string }[] },
    ) => [
      name,
      rows,
      sources.map(({ title }) => title),
    ]),
    [["wards", 2, [ONE]], ["doubled", 2, [TWO]], ["framed", 1, []], ["summed", 1, []]],
  );
});

Deno.test("a table without rows stops the build, one row does not", () => {
  const of = (count: number): TableBuild => ({
    schema: schema("few"),
    build: () => Array.from({ length: count }, (_, i) => ({ ward: `W${i}`, votes: i })),
  });
  assertEquals(problems(() => built([of(0)])), [["data/few.csv", "rows", "none"]]);
  assertEquals(built([of(1)]).files["data/few.csv"], "ward,votes\nW0,0\n");
});

Deno.test("a table that asks for one that is built later, or has no frame, is named", () => {
  const asks = (name: string, what: "rows" | "frame"): TableBuild => ({
    schema: schema("asking"),
    build: (context) => {
      context[what](name);
      return [];
    },
  });
  const message = (builds: readonly TableBuild[]) =>
    assertThrows(() => built(builds), TypeError).message;
  assertEquals(
    message([asks("wards", "rows"), wards]),
    "Cannot build: wards: found no such table before, expected its step above in tables.ts",
  );
  assertEquals(
    message([asks("wards", "frame"), wards]),
    "Cannot build: wards: found rows alone before, expected its step above in tables.ts",
  );
});

Deno.test("a correction mends what a table reads; one whose file no table reads stops the build", () => {
  const correction = (file: string): Correction =>
    ({
      ...{ id: "seven", file, match: { ward: "B" }, action: "set" },
      ...{ column: "votes", expected: "7", value: "8", reason: "", source: "", status: "" },
    }) as unknown as Correction;
  assertEquals(built([wards], [correction(ONE)]).files["data/wards.csv"], "ward,votes\nA,5\nB,8\n");
  assertEquals(problems(() => built([wards], [correction(TWO)])), [[
    TWO,
    'a table that reads the file of the correction "seven"',
    "none",
  ]]);
});

Deno.test("a table whose raw file is not there stands as it is, and what describes sources is left alone", () => {
  const stands = allTables.find(({ name }) => name === "recounts")!;
  const without: TableBuild = {
    schema: stands,
    build: ({ raw }) => {
      raw.csv(GONE);
      return [];
    },
  };
  const { files, kept, lines } = built([wards, without]);
  assertEquals(kept, ["recounts"]);
  assertEquals(Object.keys(files), ["data/wards.csv", "data/datapackage.json"]);
  assert(/^data\/recounts\.csv {2}18 rows, \d+ bytes, kept$/.test(lines[1]!), lines[1]);
  assertEquals(lines[0]!.endsWith("kept"), false);
});
