import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { lastExpression, moduleSource } from "./notebook_module.ts";
import { pageOf } from "./page.ts";
import { pageFaults } from "./page_faults.ts";
import { askedNumbers, few, planRuns } from "./plan.ts";
import { remember } from "./remembered.ts";
import { statementFaults } from "./statement_faults.ts";
import { md, table } from "tallybook/display";

const prose = (text: string) => ({ cell: 1, kind: "prose" as const, text, columns: [] });
const kinds = (text: string, ...columns: { label: string; values: number[] }[]) =>
  statementFaults([{ ...prose(text), columns }]).map(({ kind }) => kind);

Deno.test("lastExpression() finds what a cell shows, and nothing in a cell of declarations", () => {
  assertEquals(lastExpression("const a = 1;\n\nmd`\n  ${a}\n`\n"), 14);
  assertEquals(lastExpression("a === 1\n  ? md`one`\n  : table([\n    1,\n  ])"), 0);
  assertEquals(lastExpression("const a = [\n  1,\n];"), null);
});

Deno.test("a sweep takes 3 for 03, and refuses a number that no notebook has", () => {
  assertEquals(askedNumbers(["3", "12"], ["03", "12"]), ["03", "12"]);
  assertEquals(askedNumbers([], ["03", "12"]), ["03", "12"]);
  assertThrows(() => askedNumbers(["3", "17"], ["03", "12"]), RangeError, 'found "17"');
});

Deno.test("moduleSource() imports a name once that two cells import", () => {
  const cell = (source: string) => ({
    cell_type: "code" as const,
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  });
  const cells = [
    cell('import { count, md } from "tallybook/display";\nmd`a`'),
    cell('import { md, type Table } from "tallybook/display";\nmd`b`'),
  ];
  const source = moduleSource({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  assertEquals(source.match(/^import.*$/gm), [
    'import { count, md } from "tallybook/display";',
    'import { type Table } from "tallybook/display";',
  ]);
});

Deno.test("moduleSource() hoists imports and puts given parameters after the defaults", () => {
  const cell = (source: string, tags: string[] = []) => ({
    cell_type: "code" as const,
    source: [source],
    metadata: { tags },
    outputs: [],
    execution_count: null,
  });
  const cells = [
    cell("let year = 2016;", ["parameters"]),
    cell('import {\n  md,\n} from "tallybook/display";\n\nmd`x`'),
  ];
  const source = moduleSource({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  assertEquals(source.indexOf("import {") < source.indexOf("function run"), true);
  assertEquals(
    source.indexOf("let year = 2016;") < source.indexOf('if ("year" in given) year ='),
    true,
  );
  assertEquals(source.includes("emit(1, (md`x`));"), true);
});

Deno.test("moduleSource() wraps what takes seconds, under its own name", () => {
  const source = moduleSource({
    cells: [{
      cell_type: "code" as const,
      metadata: {},
      source: 'import { kingModel, type Margins } from "tallybook/stats";\nkingModel([]);',
      outputs: [],
      execution_count: null,
    }],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });
  assertStringIncludes(source, "import { kingModel as kingModelAnew, type Margins } from");
  assertStringIncludes(source, "const kingModel = remember(kingModelAnew);");
});

Deno.test("remember() computes once for the same arguments, and hands out copies", () => {
  let times = 0;
  const sum = (values: readonly number[]) => ({ n: ++times, sum: values.reduce((a, b) => a + b) });
  const remembered = remember(sum);
  const first = remembered([1, 2]);
  first.sum = 0;
  assertEquals(remember(sum)([1, 2]), { n: 1, sum: 3 });
  assertEquals(remembered([2, 2]), { n: 2, sum: 4 });
  assertEquals(remember((values: readonly number[]) => values.length)([1, 2]), 2);
});

Deno.test("remember() takes another function, and a number that JSON has not, for another argument", () => {
  const calls: unknown[] = [];
  const call = remember((value: unknown) => calls.push(value));
  const [one, other] = [(x: number) => x, (x: number) => x];
  for (const value of [one, other, null, NaN, Infinity, 0, -0, undefined]) call({ value });
  assertEquals(calls.length, 8);
  for (const value of [one, other, NaN, -0]) call({ value });
  assertEquals(calls.length, 8);
});

Deno.test("planRuns() takes defaults, each value, the cases and drawn pairs, each once", () => {
  const values = { values: { a: [1, 2], b: [3], gone: [4] }, cases: [{ a: 9, b: 9 }, { gone: 1 }] };
  const runs = planRuns(values, ["a", "b"], { pairs: 50, seed: 1 });
  assertEquals(runs, [
    {},
    { a: 1 },
    { a: 2 },
    { b: 3 },
    { a: 9, b: 9 },
    ...runs.slice(5),
  ]);
  assertEquals(
    new Set(runs.slice(5).map((run) => `${run["a"]} ${run["b"]}`)),
    new Set(["1 3", "2 3"]),
  );
  assertEquals(planRuns(values, ["a", "b"], { pairs: 50, seed: 1 }), runs);
});

Deno.test("few() spreads over the whole list and keeps the first", () => {
  assertEquals(few([0, 1, 2, 3, 4, 5], 3), [0, 2, 4]);
  assertEquals(few([0, 1], 3), [0, 1]);
});

Deno.test("statementFaults() holds an interval to its point and to what is said of zero", () => {
  assertEquals(kinds("It is \u22120.22 (95% interval \u22121.24 to 0.80) points."), []);
  assertEquals(kinds("It is 3.2 (3.4 to 5.1)."), ["an interval that does not hold its point"]);
  assertEquals(kinds("The interval, 0.1 to 0.9, excludes zero."), []);
  assertEquals(kinds("The interval, \u22120.1 to 0.9, excludes zero."), ["zero and its interval"]);
  assertEquals(kinds("The interval, 0.1 to 0.9, includes zero."), ["zero and its interval"]);
});

Deno.test("statementFaults() holds a most to half and a largest to its column", () => {
  assertEquals(kinds("California gave most of it, 68%."), []);
  assertEquals(kinds("California gave most of it, 48%."), ["a most that is not"]);
  const parts = { label: "part", values: [-2.35, 2.54, -1.97, 0.5] };
  assertEquals(kinds("In 2000 the largest is House seats with +2.54.", parts), []);
  assertEquals(kinds("In 2000 the largest is voters with \u22121.97.", parts), [
    "a largest that is not",
  ]);
  assertEquals(kinds("In all the largest p is below 0.5.", { label: "p", values: [0.5, 0.9] }), []);
  assertEquals(kinds("Estimates from \u22124.38 to \u22120.49; 45 intervals include zero."), []);
  // What follows "from" is a span of estimates, whole and not from its decimals on.
  assertEquals(
    kinds("Models from \u22124.38 to \u22120.49 points; 45 intervals exclude zero."),
    [],
  );
  assertEquals(kinds("The chance is 104%."), ["a chance above certainty"]);
});

Deno.test("statementFaults() holds a number of fewer to its interval, and a page to one of two statements", () => {
  const fewer = "He had 357 votes fewer than at the other share, 95% interval \u2212983 to 269.";
  assertEquals(kinds(fewer), ["fewer beside an interval of more"]);
  assertEquals(kinds("It gave \u2212357 votes, 95% interval \u2212983 to 269."), []);
  assertEquals(
    kinds(
      "Here UT alone would have: its condition is the election's. No common net share gives it.",
    ),
    ["two that contradict"],
  );
  const left = (electors: number) =>
    kinds(
      `They could have left Jackson without one.\n| a | b | 131 electors |\n| c | d | Jackson ${electors} |`,
    );
  assertEquals([left(75), left(140)], [["a majority that was not"], []]);
});

Deno.test("pageFaults() finds what a missing value leaves in the text", () => {
  const found = (text: string) =>
    pageFaults([prose(text)]).map(({ kind }) => kind).filter((kind) => kind !== "answer");
  assertEquals(found("It was NaN of undefined."), ["not a number", "undefined"]);
  assertEquals(found("The the lead fell."), ["word twice"]);
  assertEquals(found("From 2016-11-15 on; from 2016-11-15 to 2016-11-15."), ["a span of nothing"]);
  assertEquals(found("1 states and 31 states."), ["one of many"]);
  assertEquals(found("A margin , of 3."), ["loose mark"]);
  assertEquals(found("Wrong in each of none."), ["says none of a list"]);
  assertEquals(found("The chance of all states needed, none, is 99%."), ["says none of a list"]);
  assertEquals(found("They do in 0 of the 0 counts, and in 10 of 0.5."), ["parts of nothing"]);
  assertEquals(found("It was 5 on June 2, 2016, 5 on June 2, 2016, and grew."), ["said twice"]);
  assertEquals(found("47% (47% to 47%)."), ["an interval of no width"]);
  assertEquals(found("| Electors | 13 | 13 to 13 by these votes |"), ["an interval of no width"]);
  assertEquals(found("It ended 269 to 269, and 47% (46% to 48%)."), []);
  assertEquals(found(" "), ["empty"]);
});

Deno.test("pageOf() reads a table's numbers by column", () => {
  const value = table([{ state: "MI", votes: 10704 }], {
    caption: "C",
    source: "S",
    columns: ["state", "votes"],
  });
  const [one, two] = pageOf([{ cell: 3, value }, { cell: 4, value: md`x` }]);
  assertEquals(one!.columns, [{ label: "votes", values: [10704] }]);
  assertEquals([two!.kind, two!.text], ["prose", "x"]);
});

Deno.test("pageFaults() finds a lead that is told in percent, where points are meant", () => {
  const said = (text: string) =>
    pageFaults([prose(text)]).map(({ kind }) => kind).filter((kind) =>
      kind === "a lead in percent"
    );
  assertEquals(said("Clinton leads among them by 10%.").length, 1);
  assertEquals(said("She needed a lead of more than 22.52% among them.").length, 1);
  assertEquals(said("a lead over Trump of more than 22.52 points").length, 0);
  assertEquals(said("The lead grew by 2,229,936: 68% of that in California.").length, 0);
});
