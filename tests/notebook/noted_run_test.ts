import { assertEquals } from "@std/assert";
import { writeManifest } from "../../lib/notebook/manifest.ts";
import { notedRun, wronglyNoted } from "../../lib/notebook/noted_run.ts";
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
  for (
    const run of [1, { reads: { a: 1 }, allowed: [] }, { reads: [], allowed: [] }, {
      reads: {},
      allowed: [],
      denied: 1,
    }, { reads: {}, allowed: "net" }]
  ) {
    assertEquals(notedRun({ ...notebook(), metadata: { tallybook: { run } } }), null);
  }
});

Deno.test("verify says which noted file another run does not bear out", () => {
  const ran = notebook();
  writeManifest(ran, { reads: { "data/a.csv": "1", "data/b.csv": "2" }, allowed: [] });
  assertEquals(wronglyNoted(ran, { reads: { "data/a.csv": "1", "data/b.csv": "2" } }), []);
  assertEquals(wronglyNoted(ran, { reads: { "data/a.csv": "9", "data/c.csv": "3" } }), [
    "it says that it read data/a.csv, which was another file then",
    "it says that it read data/b.csv, which its run does not read",
    "it does not say that it read data/c.csv, as its run does",
  ]);
});

Deno.test("a notebook keeps what its run was refused, and verify compares it with another run", () => {
  const ran = notebook();
  const said = {
    refused: [".git/config", "/one/machine"],
    denied: ['run access to "ls"'],
    unlisted: ["programs"],
  };
  writeManifest(ran, { reads: {}, allowed: ["run"], ...said });
  assertEquals(notedRun(ran), { reads: {}, allowed: ["run"], ...said });
  assertEquals(wronglyNoted(ran, { reads: {}, ...said }), []);
  assertEquals(wronglyNoted(ran, { reads: {} }), [
    "it says that it was refused .git/config, and its run did not find it so",
    'it says that it was refused run access to "ls", and its run did not find it so',
    "it says that it ran programs whose reads are not listed, and its run did not find it so",
  ]);
  const silent = notebook();
  writeManifest(silent, { reads: {}, allowed: [] });
  assertEquals(wronglyNoted(silent, { reads: {}, ...said }), [
    "it does not say that it was refused .git/config, and its run found it so",
    'it does not say that it was refused run access to "ls", and its run found it so',
    "it does not say that it ran programs whose reads are not listed, and its run found it so",
  ]);
});
