import { assert, assertEquals, assertGreater, assertGreaterOrEqual } from "@std/assert";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "../../../lib/notebook/mod.ts";
import { sha256 } from "../../../lib/files/hash.ts";
import { storedNotebook } from "../../../lib/report/executed_notebooks.ts";
import type { NotebookDocument } from "../../../lib/report/notebook_document.ts";
import type { NumberIndex } from "../../../lib/report/origins/number_index.ts";
import { readOrigins } from "../../../lib/report/origins/read_origins.ts";
import { resolveOrigins } from "../../../lib/report/origins/resolve_origins.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const VERSIONS = { deno: "", library: "", lock: "" };

async function notebook(start: string): Promise<NotebookDocument> {
  const paths = await findNotebooks(`${ROOT}notebooks`);
  const path = paths.find((path) => path.includes(`/${start}_`))!;
  return (await storedNotebook(path, VERSIONS)).notebook;
}

const numbersOf = (index: NumberIndex) =>
  Object.entries(index.outputs).flatMap(([output, { numbers }]) =>
    numbers.map((number) => ({ output, ...number, from: index.origins[number.origin]! }))
  );

const tablesOf = (index: NumberIndex, reads: readonly number[]) =>
  [...new Set(reads.map((read) => index.reads[read]!.table))].sort();

Deno.test("a number's origin is its expression, cell, line, definitions and the tables that it rests on", async () => {
  const document = await notebook("01");
  const index = await resolveOrigins(ROOT, document);
  const lead = numbersOf(index).find(({ text }) => text === "2,868,686")!;
  assertEquals(lead.from.expression, "count(finalLead.votes)");
  assertEquals([lead.by, lead.value, lead.digits], ["count", 2_868_686, 0]);
  const cell = document.cells.find(({ executionCount }) => executionCount === lead.from.cell)!;
  const line = cell.source.split("\n")[lead.from.line - 1]!;
  assert(line.includes("count(finalLead.votes)"), line);
  assertEquals(lead.from.definitions[0]!.code, "finalLead = margin(votes, clinton, trump)");
  assertEquals(tablesOf(index, lead.from.reads), ["state_returns"]);
  const returns = lead.from.reads.map((read) => index.reads[read]!)
    .find(({ table }) => table === "state_returns")!;
  // 825 rows of data/state_returns.csv begin with "2016,".
  assertEquals([returns.choice, returns.rows], [{ year: [2016] }, 825]);
  const { sha256: hash, path, corrections, sources } = index.tables["state_returns"]!;
  assertEquals(hash, sha256(await Deno.readFile(ROOT + path)));
  assertGreater(corrections.length, 0);
  assert(sources.every((source) => /^[0-9a-f]{64}$/.test(source.sha256)));
});

Deno.test("every number that a format printed in prose has its call in the cells", async (t) => {
  for (const path of await findNotebooks(`${ROOT}notebooks`)) {
    const { notebook, context } = await storedNotebook(path, VERSIONS);
    await t.step(context.name, async () => {
      const index = await resolveOrigins(ROOT, notebook);
      const printed = notebook.cells.flatMap(({ outputs }) => outputs).map(readOrigins)
        .flatMap((stored) => stored?.numbers ?? []).filter(({ by }) => by !== undefined);
      const found = numbersOf(index).filter(({ by }) => by !== undefined);
      assertGreater(found.length, Math.min(20, printed.length / 2));
      // A whole number stands in many places, and a print of it elsewhere is no origin: of others
      // nearly all are found.
      const broken = (number: { value?: number }) => !Number.isInteger(number.value);
      assertGreaterOrEqual(
        found.filter(broken).length,
        0.9 * printed.filter(broken).length,
        `${found.filter(broken).length} of ${printed.filter(broken).length}`,
      );
      for (const { from, text } of found) {
        assert(from.expression !== "" && from.cell > 0 && from.line > 0, text);
      }
    });
  }
});

Deno.test("what is no such record is not read", () => {
  const output = (record: unknown) => ({
    kind: "data" as const,
    data: { "application/vnd.tallybook.origins+json": record },
  });
  const good = { version: 1, shown: "prose", path: 0, paths: [["1:1"]], numbers: [], reads: [] };
  assertEquals(readOrigins(output(JSON.stringify(good)))?.shown, "prose");
  for (
    const bad of [
      7,
      "{",
      "null",
      JSON.stringify({ ...good, version: 2 }),
      JSON.stringify({ ...good, path: 1 }),
      JSON.stringify({ ...good, paths: [[1]] }),
      JSON.stringify({ ...good, numbers: [{ in: "text", text: 3, place: 0 }] }),
      JSON.stringify({ ...good, reads: [{ table: "x", choice: null, path: 0 }] }),
    ]
  ) assertEquals(readOrigins(output(bad)), null, String(bad));
});
