import { assert, assertEquals } from "@std/assert";
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
  const { notebook, context } = await page("01");
  const { notes, reads } = answerNotesOf(notebook, context);
  const lead = notes.find(({ text }) => text === "2,868,686")!;
  assertEquals([lead.expression, lead.rounding], [
    "count(finalLead.votes)",
    "a whole number, not rounded",
  ]);
  // Its rows by their lines in the file, and what its code read, in a list that all notes share.
  const text = await Deno.readTextFile(`${ROOT}data/state_returns.csv`);
  const lines = text.split("\n").map((line, i) => ({ line, at: i + 1 }));
  const lineOf = (year: number, name = "", from: "find" | "findLast" = "find") =>
    lines[from](({ line }) => line.startsWith(`${year},`) && line.includes(`,${name}`))!.at;
  const sum = (name: string) =>
    `the sum of votes over 51 rows of data/state_returns.csv where year 2016, candidate ${name}, ` +
    `lines ${lineOf(2016, name)} to ${lineOf(2016, name, "findLast")}`;
  assertEquals(
    lead.made,
    `a − b, where a is ${sum("Hillary Clinton")}; b is ${sum("Donald Trump")}`,
  );
  const year = `lines ${lineOf(2016)} to ${lineOf(2016, "", "findLast")}`;
  assertEquals(
    lead.reads.map((at) => reads[at - 1]!),
    [`825 rows of data/state_returns.csv where year 2016, ${year}`],
  );
  assertEquals(new Set(reads).size, reads.length);
  assertEquals(new Set(notes.map((note) => JSON.stringify(note))).size, notes.length);
  // Without origins there are no notes.
  const { numbers: _numbers, ...without } = context;
  assertEquals(answerNotesOf(notebook, without), { notes: [], reads: [] });
});

Deno.test("a DOCX document ends with the notes of its answer's numbers", async () => {
  const { notebook, context } = await page("01");
  const [file] = await exportNotebook(notebook, "docx", context);
  const parts = unzipSync(file!.content as Uint8Array);
  const words = new TextDecoder().decode(parts["word/document.xml"]);
  const at = (part: string) => {
    const found = words.indexOf(part);
    assert(found >= 0, `${part} is not in the document`);
    return found;
  };
  const [notes, rows] = [at("numbers come from"), at("Rows that their code read")];
  assert(notes < at("count(finalLead.votes)"));
  // Each list counts from 1: its paragraphs are of a list of their own.
  const lists = (text: string) => new Set(text.match(/<w:numId w:val="\d+"/g));
  const [first, second] = [lists(words.slice(notes, rows)), lists(words.slice(rows))];
  assertEquals([first.size, first.isDisjointFrom(second)], [1, true]);
});
