import { assertEquals } from "@std/assert";
import { readLicenses, readTables, readVersions } from "../../lib/report/project_facts.ts";
import { sha256 } from "../../lib/files/hash.ts";
import { inFolder } from "../files/in_folder.ts";

const CITATION = `cff-version: 1.2.0
title: "Tallybook"
license: MIT
date-released: "2026-11-21"
authors:
  - name: "Ann Author"
  - name: The Others
`;

Deno.test("versions are those of deno.json, the lock and CITATION.cff, which may quote its values", () =>
  inFolder(
    async (root) => {
      assertEquals(await readVersions(root), {
        released: "2026-11-21",
        license: "MIT",
        authors: ["Ann Author", "The Others"],
        deno: Deno.version.deno,
        library: "1.2.3",
        lock: sha256("lock"),
      });
    },
    { "deno.json": '{"version":"1.2.3"}', "deno.lock": "lock", "CITATION.cff": CITATION },
  ));

Deno.test("what a project does not say is left out, and a version that is no text is none", async () => {
  const bare = { deno: Deno.version.deno, library: "unversioned", lock: sha256("") };
  await inFolder(async (root) => assertEquals(await readVersions(root), bare));
  await inFolder(
    async (root) => assertEquals(await readVersions(root), bare),
    { "deno.json": '{"version":7}', "CITATION.cff": "title: x\n" },
  );
});

const PACKAGE = JSON.stringify({
  resources: [
    {
      path: "a.csv",
      name: "a",
      title: "Votes",
      description: "All of them",
      licenses: [{ name: "CC0-1.0", title: "Public domain" }, { name: "MIT" }],
    },
    { path: "b.csv", name: "b" },
    { path: "c.csv" },
  ],
});

Deno.test("tables and their licenses are those of the data package, by title where there is one", () =>
  inFolder(async (root) => {
    assertEquals(await readLicenses(root), {
      "data/a.csv": "Public domain, MIT",
      "data/b.csv": "",
      "data/c.csv": "",
    });
    assertEquals(await readTables(root), [
      { path: "data/a.csv", title: "Votes", description: "All of them" },
      { path: "data/b.csv", title: "b" },
      { path: "data/c.csv", title: "" },
    ]);
  }, { "data/datapackage.json": PACKAGE }));

Deno.test("without a data package, or with one of another form, there are no tables", async () => {
  const none = async (root: string) =>
    assertEquals([await readTables(root), await readLicenses(root)], [[], {}] as unknown[]);
  await inFolder(none);
  await inFolder(none, { "data/datapackage.json": '{"resources":7}' });
});
