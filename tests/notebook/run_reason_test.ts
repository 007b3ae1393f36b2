import { assertEquals } from "@std/assert";
import { sha256 } from "../../lib/files/hash.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { cellHashes, reasonToRun } from "../../lib/notebook/run_reason.ts";
import type { RunRecord } from "../../lib/notebook/run_record.ts";
import { notebookText } from "./project.ts";

const text = notebookText(["const a = 1;", "a"]);
const { notebook } = parseNotebook(text, "a.ipynb");
const state = { root: "/project", notebook, text, allowed: [], runner: "now" };

/** What the files are now: the hash of each is its name in capitals. */
const hash = (path: string) => Promise.resolve(path.includes("gone") ? null : path.toUpperCase());
const hashing = { file: hash, code: hash };
const files = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, `/project/${name}`.toUpperCase()]));

const record: RunRecord = {
  runner: "now",
  seconds: 1,
  deno: Deno.version.deno,
  notebook: sha256(text),
  cells: cellHashes(notebook),
  code: [],
  given: "",
  allowed: [],
  parameters: {},
  config: files("deno.json", "deno.lock"),
  modules: files("lib/election/spoiler.ts"),
  reads: files("data/state_returns.csv"),
  refused: [],
  denied: [],
  unlisted: [],
  missingWall: null,
  outside: { "/home/returns.csv": "/HOME/RETURNS.CSV" },
};

Deno.test("reasonToRun() is null when nothing changed", async () => {
  assertEquals(await reasonToRun(record, state, hashing), null);
});

Deno.test("reasonToRun() names what changed since the last run", async () => {
  const cases: ReadonlyArray<readonly [Partial<RunRecord>, string]> = [
    [{ runner: "before" }, "the runner changed"],
    [{ deno: "2.0.0" }, `Deno 2.0.0 became ${Deno.version.deno}`],
    [{ cells: record.cells.with(1, "other") }, "cell [2] changed"],
    [{ cells: [] }, "it has 2 more code cells"],
    [{ cells: [...record.cells, "third"] }, "it has 1 fewer code cell"],
    [{ allowed: ["net"] }, "what it is allowed changed"],
    [{ config: { "deno.lock": "other" } }, "deno.lock changed"],
    [{ modules: { "lib/election/spoiler.ts": "other" } }, "lib/election/spoiler.ts changed"],
    [{ reads: { "data/gone.csv": "any" } }, "data/gone.csv is gone"],
    [{ outside: { "/home/returns.csv": "other" } }, "/home/returns.csv changed"],
    [{ notebook: "other" }, "its text or outputs changed"],
  ];
  for (const [change, reason] of cases) {
    assertEquals(await reasonToRun({ ...record, ...change }, state, hashing), reason);
  }
  assertEquals(await reasonToRun(null, state, hashing), "not run here before");
});
