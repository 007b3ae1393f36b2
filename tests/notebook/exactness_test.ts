import { assert, assertEquals } from "@std/assert";
import { executeNotebook } from "../../lib/notebook/mod.ts";
import type { Output } from "../../lib/notebook/mod.ts";
import { testProject } from "./project.ts";

/**
 * Losses of outputs show themselves in some runs only. The suite does a few;
 * `TALLYBOOK_STRESS_RUNS=200 deno test -A tests/notebook/exactness_test.ts`
 * does as many as it takes to trust it.
 */
const RUNS = Number(Deno.env.get("TALLYBOOK_STRESS_RUNS") ?? 8);

const CELLS = [
  // 1: both streams, in turn
  "for (let i = 0; i < 5; i++) {\n  console.log(`out ${i}`);\n  console.error(`err ${i}`);\n}",
  // 2: a display, text, a display, a result
  'await Deno.jupyter.display({ "text/plain": "first" }, { raw: true });\nconsole.log("between");\nawait Deno.jupyter.display({ "text/html": "<b>second</b>" }, { raw: true });\n"result"',
  // 3: 900 kB
  'await Deno.jupyter.display({ "text/plain": "x".repeat(900_000) }, { raw: true });',
  // 4: 2,000 lines
  "for (let i = 0; i < 2000; i++) console.log(`line ${i}`);",
  // 5: nothing
  "const nothing = 0;",
  // 6: a display that is updated in its own cell
  'await Deno.jupyter.broadcast("display_data", { data: { "text/plain": "one" }, metadata: {}, transient: { display_id: "d" } });\nawait Deno.jupyter.broadcast("update_display_data", { data: { "text/plain": "two" }, metadata: {}, transient: { display_id: "d" } });',
  // 7: and from a later one
  'await Deno.jupyter.broadcast("update_display_data", { data: { "text/plain": "three" }, metadata: {}, transient: { display_id: "d" } });\nconsole.log("updated");',
  // 8: many displays
  'for (let i = 0; i < 50; i++) await Deno.jupyter.display({ "text/plain": `d${i}` }, { raw: true });',
  // 9: output after a wait
  'await new Promise((resolve) => setTimeout(resolve, 5));\nconsole.log("late");',
  // 10: cleared output
  'console.log("gone");\nawait Deno.jupyter.broadcast("clear_output", { wait: false });\nconsole.log("stays");',
];

const text = (output: Output | undefined) => {
  const data = (output?.["data"] as Record<string, unknown> | undefined)?.["text/plain"];
  return [output?.["text"] ?? data ?? []].flat().join("");
};

Deno.test(`executeNotebook() gives the same bytes in each of ${RUNS} runs, every output under its own cell`, async () => {
  await using project = await testProject();
  const path = await project.notebook("stress.ipynb", CELLS);
  const texts = new Set<string>();
  for (let run = 0; run < RUNS; run++) {
    const execution = await executeNotebook(path, { out: null });
    assertEquals(execution.failure, null);
    texts.add(execution.text);
    if (run > 0) continue;
    const outputs = execution.notebook.cells.map((cell) => cell.outputs ?? []);
    const kinds = outputs.map((list) => list.map((output) => output["name"] ?? output.output_type));
    assertEquals(kinds[0], Array.from({ length: 5 }, () => ["stdout", "stderr"]).flat());
    assertEquals(kinds[1], ["display_data", "stdout", "display_data", "execute_result"]);
    assertEquals(kinds.slice(2, 7), [
      ["display_data"],
      ["stdout"],
      [],
      ["display_data"],
      ["stdout"],
    ]);
    assertEquals(
      outputs[0]?.map(text).join(""),
      [0, 1, 2, 3, 4].map((i) => `out ${i}\nerr ${i}\n`).join(""),
    );
    assert(text(outputs[2]?.[0]) === "x".repeat(900_000));
    assertEquals(
      text(outputs[3]?.[0]),
      Array.from({ length: 2000 }, (_, i) => `line ${i}\n`).join(""),
    );
    assertEquals(text(outputs[5]?.[0]), "three");
    assertEquals(text(outputs[6]?.[0]), "updated\n");
    assertEquals(outputs[7]?.map(text), Array.from({ length: 50 }, (_, i) => `d${i}`));
    assertEquals(text(outputs[8]?.[0]), "late\n");
    assertEquals(outputs[9]?.map(text), ["stays\n"]);
    assertEquals(
      execution.notebook.cells.map((cell) => cell.execution_count),
      CELLS.map((_, i) => i + 1),
    );
  }
  assertEquals(texts.size, 1);
});
