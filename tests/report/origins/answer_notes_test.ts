import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { unzipSync } from "fflate";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "../../../lib/notebook/mod.ts";
import { storedNotebook } from "../../../lib/report/executed_notebooks.ts";
import { answerNotesOf } from "../../../lib/report/origins/answer_notes.ts";
import { resolveOrigins } from "../../../lib/report/origins/resolve_origins.ts";
import { exportNotebook } from "../../../lib/report/mod.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

async function page(start: string) {
  const path = (await findNotebooks(`${ROOT}notebooks`)).find((path) =>
    path.includes(`/${start}_`)
  )!;
  const versions = { deno: "2.9.6", library: "0.1.0", lock: "0".repeat(64) };
  const { notebook, context } = await storedNotebook(path, versions);
  return { notebook, context: { ...context, numbers: await resolveOrigins(ROOT, notebook) } };
}

Deno.test("each number of the answer that was computed has a note, once", async () => {
  const { notebook, context } = await page("04");
  const notes = answerNotesOf(notebook, context);
  const lead = notes.find(({ text }) => text === "543,895")!;
  assertEquals([lead.expression, lead.rounding], [
    "count(lead.votes)",
    "a whole number, not rounded",
  ]);
  assert(lead.tables.includes("data/state_returns.csv"));
  assertEquals(new Set(notes.map((note) => JSON.stringify(note))).size, notes.length);
  // Without origins there are no notes.
  const { numbers: _numbers, ...without } = context;
  assertEquals(answerNotesOf(notebook, without), []);
});

Deno.test("a DOCX document ends with the notes of its answer's numbers", async () => {
  const { notebook, context } = await page("04");
  const [file] = await exportNotebook(notebook, "docx", context);
  const words = new TextDecoder().decode(
    unzipSync(file!.content as Uint8Array)["word/document.xml"],
  );
  assertStringIncludes(words, "numbers come from");
  assertStringIncludes(words, "count(lead.votes)");
});
