import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { executeNotebook, runNotebooks } from "../../lib/notebook/mod.ts";
import { sourceOf, tagsOf } from "../../lib/notebook/notebook_file.ts";
import {
  declaredParameters,
  injectParameters,
  resolveParameters,
} from "../../lib/notebook/parameters.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { notebookText, testProject } from "./project.ts";
import { processorTime } from "../files/processor_time.ts";

const declare = (code: string) =>
  declaredParameters(parseNotebook(notebookText([{ code, tags: ["parameters"] }]), "a").notebook);

Deno.test("declaredParameters() finds declarations with a literal default, typed or not", () => {
  assertEquals(
    declare(
      'let year = 2016; // the year\nconst states: readonly string[] = ["WI", "MI"];\nlet exact = false\nlet label: string | null = null;',
    ),
    [
      { name: "year", keyword: "let", value: 2016 },
      { name: "states", keyword: "const", value: ["WI", "MI"] },
      { name: "exact", keyword: "let", value: false },
      { name: "label", keyword: "let", value: null },
    ],
  );
});

Deno.test("declaredParameters() takes nothing from comments, strings and computed values", () => {
  assertEquals(
    declare(
      '// let a = 1;\n/* let b = 2; */\nlet text = "let c = 3;";\nlet d = 2 + 3;\nlet e = f(4);\nif (d === 5) e;',
    ),
    [{ name: "text", keyword: "let", value: "let c = 3;" }],
  );
});

Deno.test("declaredParameters() is empty without a cell tagged parameters", () => {
  assertEquals(
    declaredParameters(parseNotebook(notebookText(["let year = 2016;"]), "a").notebook),
    [],
  );
});

const DECLARED = declare(
  'let year = 2016;\nlet label = "a";\nlet exact = false;\nlet states = ["WI"];',
);

Deno.test("resolveParameters() reads a command line's text by the type of the default", () => {
  assertEquals(
    resolveParameters(
      DECLARED,
      { year: "2020", label: "12", exact: "true", states: '["PA", "MI"]' },
      true,
    ),
    { year: 2020, label: "12", exact: true, states: ["PA", "MI"] },
  );
});

Deno.test("resolveParameters() refuses an unknown name with the list of what exists", () => {
  const error = assertThrows(() => resolveParameters(DECLARED, { yaer: 1 }), RangeError);
  assertEquals(
    error.message,
    'Cannot set a parameter: its name: found "yaer", expected one of year (number, default 2016), label (string, default "a"), exact (boolean, default false), states (list of strings, default ["WI"]); nearest: "year"',
  );
  assertThrows(() => resolveParameters([], { year: 1 }), RangeError, "the notebook declares none");
});

Deno.test("resolveParameters() refuses a value of another type than the default's", () => {
  for (
    const [name, text] of [["year", "soon"], ["exact", "1"], ["states", "[1]"], [
      "states",
      "WI",
    ]] as const
  ) {
    const error = assertThrows(
      () => resolveParameters(DECLARED, { [name]: text }, true),
      TypeError,
    );
    assertStringIncludes(error.message, `Cannot set a parameter: ${name}: found `);
  }
});

Deno.test("executeNotebook() runs with the given parameters and records them in the notebook", async () => {
  await using project = await testProject();
  const cells = [
    { code: 'const year = 2016;\nlet states = ["WI"];\nlet note = "";', tags: ["parameters"] },
    "console.log(year, states, note);",
  ];
  const path = await project.notebook("a.ipynb", cells);
  const { notebook, parameters } = await executeNotebook(path, {
    parameters: { year: 2020, states: ["PA", "MI"] },
  });
  assertEquals(parameters, { year: 2020, states: ["PA", "MI"], note: "" });
  assertEquals(notebook.cells.length, 3);
  const [, injected, last] = notebook.cells;
  if (!injected) throw new Error("There is no second cell");
  assertEquals(tagsOf(injected), ["injected-parameters"]);
  assertEquals(
    sourceOf(injected),
    '// Parameters of this run\nconst year = 2020;\nlet states = ["PA","MI"];',
  );
  assertEquals(last?.outputs?.[0]?.["text"], ['2020 [ "PA", "MI" ] \n']);

  // Again, without: the recorded cell goes, and the notebook is what it was at first.
  const again = await executeNotebook(path);
  assertEquals(again.notebook.cells.length, 2);
  assertEquals(again.notebook.cells[1]?.outputs?.[0]?.["text"], ['2016 [ "WI" ] \n']);
});

Deno.test("runNotebooks() refuses a wrong parameter before anything runs", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    { code: "let year = 2016;", tags: ["parameters"] },
    "console.log(year);",
  ]);
  const before = await Deno.readTextFile(path);
  let cells = 0;
  const [run] = await runNotebooks([path], {
    check: false,
    parameters: { year: "soon" },
    progress: { note() {}, start() {}, end() {}, close() {}, cell: () => cells++ },
  });
  assertEquals(
    run?.failure,
    'a.ipynb: Cannot set a parameter: year: found "soon", expected a number',
  );
  assertEquals(cells, 0);
  assertEquals(await Deno.readTextFile(path), before);
});

Deno.test("injectParameters() puts a cell with an id of its own behind the declared ones, from 4.5 on", () => {
  for (const minor of [4, 5]) {
    const { notebook } = parseNotebook(
      notebookText([
        { code: "let year = 2016;\nlet n = 1;", tags: ["parameters", "hide"] },
        "year",
      ]),
      "a",
    );
    notebook.nbformat_minor = minor;
    const declared = declaredParameters(notebook);
    const ids = () => notebook.cells.map(({ id }) => id);
    const own = ids();
    injectParameters(notebook, declared, { year: 2020, n: 1 }, ["year"]);
    const [, cell] = notebook.cells;
    assertEquals(notebook.cells.length, 3);
    assertEquals(sourceOf(cell!), "// Parameters of this run\nlet year = 2020;");
    // What was hidden with the cell that it overrides stays so.
    assertEquals(tagsOf(cell!), ["injected-parameters", "hide"]);
    assertEquals("id" in cell!, minor === 5);
    if (minor === 5) {
      assertEquals(ids(), [own[0], "injected-parameters", own[1]]);
      // Again, in its place and with its id; a name that is taken gets a number.
      injectParameters(notebook, declared, { year: 2024, n: 3 }, ["year", "n"]);
      assertEquals(ids(), [own[0], "injected-parameters", own[1]]);
      assertEquals(
        sourceOf(notebook.cells[1]!),
        "// Parameters of this run\nlet year = 2024;\nlet n = 3;",
      );
      injectParameters(notebook, declared, {}, []);
      assertEquals(ids(), own);
      notebook.cells[1] = { ...notebook.cells[1]!, id: "injected-parameters" };
      injectParameters(notebook, declared, { year: 2020, n: 1 }, ["year"]);
      assertEquals(ids(), [own[0], "injected-parameters-1", "injected-parameters"]);
    }
  }
});

Deno.test("resolveParameters() takes what JSON holds as it is, and refuses what would come back as another value", () => {
  const declared = [{ name: "any", keyword: "let", value: null }, {
    name: "list",
    keyword: "let",
    value: [1, "a"],
  }] as const;
  for (
    const value of [
      5n,
      undefined,
      () => 1,
      Symbol("x"),
      new Map(),
      new Date(0),
      Array(2),
      NaN,
    ]
  ) {
    assertThrows(
      () => resolveParameters(declared, { any: value }),
      TypeError,
      "Cannot set a parameter: any",
    );
  }
  assertEquals(resolveParameters(declared, { any: { a: [1, null] } }).any as unknown, {
    a: [1, null],
  });
  // A list of numbers and texts may have either anywhere.
  for (const list of [["a", 1], ["a"], [1], []]) {
    assertEquals(resolveParameters(declared, { list }).list, list);
  }
  assertThrows(() => resolveParameters(declared, { list: [true] }), TypeError, "list");
});

Deno.test("declaredParameters() takes time in proportion to the cell, however it is damaged", () => {
  for (
    const text of ["/*".repeat(60_000), `let a = ${"[".repeat(100_000)}`]
  ) {
    const taken = processorTime(() => assertEquals(declare(text), []));
    assertEquals(taken < 3000, true, `${text.slice(0, 9)}: ${taken} ms`);
  }
});

Deno.test("a command line's text that is no JSON is taken as it stands, and told as what it is not", () => {
  const declared = declare('let year = 2016;\nlet label: string | null = null;\nlet name = "x";');
  const read = (name: string, text: string) =>
    resolveParameters(declared, { [name]: text }, true)[name];
  assertEquals([read("year", "2020"), read("year", " 7 "), read("name", "2020")], [
    2020,
    7,
    "2020",
  ]);
  assertEquals([read("label", "Ohio"), read("label", '"Ohio"'), read("label", "null")], [
    ...["Ohio", "Ohio"],
    null,
  ]);
  assertThrows(() => read("year", "Ohio"), TypeError, 'found "Ohio"');
  assertThrows(() => read("year", "9007199254740993"), TypeError, "9007199254740993");
  assertThrows(() => read("year", "1e400"), TypeError, "1e400");
  assertEquals(read("year", "9007199254740991"), 9007199254740991);
});
