/** Where the numbers of a notebook of five cells come from: run on the real kernel, then resolved. */
import { assert, assertEquals } from "@std/assert";
import { executeNotebook } from "../../../lib/notebook/mod.ts";
import { documentOf } from "../../../lib/report/notebook_document.ts";
import { resolveOrigins } from "../../../lib/report/origins/resolve_origins.ts";
import { inFolder } from "../../files/in_folder.ts";
import { notebookText, REPOSITORY } from "../../notebook/project.ts";

const LONG = "1 + ".repeat(40) + "1";
const CELLS = [
  'import { count, decimal, literature, md, table } from "tallybook/display";\nimport { loadCensus1790 } from "tallybook/data";\nimport { figure } from "tallybook/chart";',
  'const rows = loadCensus1790({ states: ["VA", "CT"] });\nconst other = loadCensus1790({ states: ["GA"] });\n' +
  'const virginia = rows.find(({ state_po }) => state_po === "VA")!;\nconst people = virginia.total;\nconst shown = (value: number) => count(value);',
  'md`Virginia: ${count(people)}, again ${shown(people)}, plainly ${String(people)}, ${String(1 + 1)} in all; ${people > 5 ? `more than ${count(5000)}` : ""}`',
  'const parts = rows.map((row) => ({ state: row.state, free: row.total - row.enslaved, "share of": row.enslaved / row.total }));\n' +
  "table(parts, {\n" +
  '  caption: "People in 1790", source: "The census of 1790",\n' +
  '  columns: ["state", { key: "free", label: "Free" }, { key: "share of", label: "Share", format: (value) => decimal(value, { digits: 3 }) }],\n});',
  `md\`Long: \${count(${LONG} + other[0]!.total)}\``,
];

let executed: Awaited<ReturnType<typeof executeNotebook>> | undefined;
await inFolder(async (folder) => {
  executed = await executeNotebook(`${folder}/a.ipynb`, { out: null });
}, { "a.ipynb": notebookText(CELLS) });
const { notebook, failure } = executed!;
assertEquals(failure, null);
const index = await resolveOrigins(REPOSITORY, documentOf(notebook));

const numbersOf = (output: string) =>
  index.outputs[output]!.numbers.map((number) => {
    const { expression, printed, cell, line } = index.origins[number.origin]!;
    return {
      text: number.text,
      expression,
      ...(printed === undefined ? {} : { printed }),
      at: `${cell}:${line}`,
      ...(number.by === undefined ? {} : { by: number.by, value: number.value }),
    };
  });
const tables = (origin: number) =>
  index.origins[origin]!.reads.map((read) => index.reads[read]!)
    .map(({ table, choice, rows }) => [table, choice, rows]);

Deno.test("numbers of prose lead to their expressions, with the call that printed them where that is another", () => {
  assertEquals(index.outputs["2:0"]!.shown, "prose");
  const printed = { by: "count", value: 747_610 };
  assertEquals(numbersOf("2:0"), [
    { text: "747,610", expression: "count(people)", at: "3:1", ...printed },
    {
      text: "747,610",
      expression: "shown(people)",
      printed: "count(value)",
      at: "3:1",
      ...printed,
    },
    { text: "747610", expression: "String(people)", at: "3:1" },
    { text: "2", expression: "String(1 + 1)", at: "3:1" },
    { text: "5,000", expression: "count(5000)", at: "3:1", by: "count", value: 5000 },
  ]);
});

Deno.test("an origin has the definitions that it rests on, the nearest first, and the reads among them", () => {
  const [first] = index.outputs["2:0"]!.numbers;
  const { definitions } = index.origins[first!.origin]!;
  assertEquals(
    definitions.map(({ name, cell, line, code }) => [name, cell, line, code.slice(0, 24)]),
    [
      ["people", 2, 4, "people = virginia.total"],
      ["virginia", 2, 3, "virginia = rows.find(({ "],
      ["rows", 2, 1, "rows = loadCensus1790({ "],
    ],
  );
  assertEquals(tables(first!.origin), [["census_1790", { state_po: ["VA", "CT"] }, 2]]);
  // What rests on no table has no reads.
  assertEquals(tables(index.outputs["2:0"]!.numbers[3]!.origin), []);
});

Deno.test("a table's columns lead to what is assigned to their properties, or else to the rows", () => {
  const { shown, columns, whole } = index.outputs["3:0"]!;
  assertEquals(shown, "table");
  assertEquals(index.origins[whole]!.expression, "parts");
  assertEquals(
    columns!.map(({ key, origin, by }) => {
      const { expression, printed } = index.origins[origin]!;
      return [key, expression, printed, by];
    }),
    [
      ["state", "row.state", undefined, undefined],
      ["free", "row.total - row.enslaved", undefined, undefined],
      ["share of", "row.enslaved / row.total", "decimal(value, { digits: 3 })", "decimal"],
    ],
  );
  for (const { origin } of columns!) {
    assertEquals(tables(origin), [["census_1790", { state_po: ["VA", "CT"] }, 2]]);
  }
});

Deno.test("the expression that is read at a glance stands for a longer one, and each origin is there once", () => {
  const [number] = numbersOf("4:0");
  assert(number!.expression.length <= 241, number!.expression);
  assert(number!.expression.startsWith("count(1 + 1 +"), number!.expression);
  assertEquals(tables(index.outputs["4:0"]!.numbers[0]!.origin), [[
    "census_1790",
    { state_po: ["GA"] },
    1,
  ]]);
  const all = index.origins.map((origin) => JSON.stringify(origin));
  assertEquals(new Set(all).size, all.length);
  assertEquals(Object.keys(index.tables), ["census_1790"]);
  assertEquals(index.tables["census_1790"]!.rows, 15);
});

Deno.test("a notebook whose outputs store nothing has no origins", async () => {
  const bare = documentOf({ cells: [{ cell_type: "markdown", metadata: {}, source: "5" }] });
  assertEquals(await resolveOrigins(REPOSITORY, bare), {
    origins: [],
    reads: [],
    tables: {},
    outputs: {},
  });
});
