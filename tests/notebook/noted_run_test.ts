import { assertEquals } from "@std/assert";
import { notedRun, writeManifest, wronglyNoted } from "../../lib/notebook/manifest.ts";
import type { Notebook } from "../../lib/notebook/notebook_file.ts";

const notebook = (): Notebook => ({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] });

Deno.test("a notebook keeps what its run read, in the order of the paths", () => {
  const ran = notebook();
  writeManifest(ran, { reads: { "data/b.csv": "2", "data/a.csv": "1" }, allowed: ["net"] });
  const noted = notedRun(ran)!;
  assertEquals(Object.keys(noted.reads), ["data/a.csv", "data/b.csv"]);
  assertEquals(noted.allowed, ["net"]);
});

Deno.test("what is no note of a run is none", () => {
  assertEquals(notedRun(notebook()), null);
  for (const run of [1, { reads: { a: 1 }, allowed: [] }, { reads: {}, allowed: "net" }]) {
    assertEquals(notedRun({ ...notebook(), metadata: { tallybook: { run } } }), null);
  }
});

Deno.test("verify says which noted file another run does not bear out", () => {
  const ran = notebook();
  writeManifest(ran, { reads: { "data/a.csv": "1", "data/b.csv": "2" }, allowed: [] });
  assertEquals(wronglyNoted(ran, { "data/a.csv": "1", "data/b.csv": "2" }), []);
  assertEquals(wronglyNoted(ran, { "data/a.csv": "9" }), [
    "it says that it read data/a.csv, which was another file then",
    "it says that it read data/b.csv, which its run does not read",
  ]);
});
