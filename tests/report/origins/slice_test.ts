import { assertEquals } from "@std/assert";
import ts from "typescript";
import { cellSyntax, nodeText } from "../../../lib/report/origins/cell_syntax.ts";
import { Dependencies, isWithin, type Part } from "../../../lib/report/origins/slice.ts";

/** What the last expression of the last cell rests on: each part's cell, name and text. */
function slice(...sources: readonly string[]): string[] {
  const cells = sources.map((source, i) => cellSyntax(source, i, i + 1));
  const cell = cells.at(-1)!;
  const statement = cell.file.statements.at(-1) as ts.ExpressionStatement;
  const parts = new Dependencies(cells).slice([{ cell, node: statement.expression }]);
  return parts.slice(1).map((part: Part) =>
    `${part.cell.index} ${part.name}: ${nodeText(part.node)}`.replace(" :", ":")
  );
}

Deno.test("an expression rests on what its names are, and that on what theirs are, the nearest first", () => {
  assertEquals(slice("const a = 1;\nconst b = a + 1;\nconst z = 9;", "const c = b * 2;\nf(c);"), [
    "1 c: c = b * 2",
    "0 b: b = a + 1",
    "0 a: a = 1",
  ]);
});

Deno.test("a name means its latest declaration up to the cell, and none where a later cell imports it", () => {
  assertEquals(slice("const a = 1;", "const a = 2;", "f(a);"), ["1 a: a = 2"]);
  assertEquals(slice("const a = 1;", "const b = a;\nconst a2 = 1;", "f(b);"), [
    "1 b: b = a",
    "0 a: a = 1",
  ]);
  assertEquals(slice("const a = 1;", 'import { a } from "x";', "f(a);"), []);
  assertEquals(slice('import { a } from "x";', "const a = 1;", "f(a);"), ["1 a: a = 1"]);
  const cells = ["f(a);", "const a = 1;"].map((source, i) => cellSyntax(source, i, i + 1));
  const node = cells[0]!.file.statements[0]!;
  assertEquals(new Dependencies(cells).slice([{ cell: cells[0]!, node }]).length, 1);
});

Deno.test("names of properties, types, declarations and signatures are no values", () => {
  const a = "const a = 1;";
  for (
    const last of [
      "o.a;",
      "({ a: 1 });",
      "(1 as a);",
      "g<a>();",
      "(({ a: b }) => b);",
      "(function a() {});",
      "((x: { a: number; a(): void }) => x);",
    ]
  ) assertEquals(slice(a, last), [], last);
  for (
    const last of [
      "a.o;",
      "({ b: a });",
      "({ a });",
      "o[a];",
      "((b = a) => b);",
      "(({ b = a }) => b);",
      "`${a}`;",
      "(() => { const b = a; });",
      "(a as number);",
    ]
  ) assertEquals(slice(a, last), ["0 a: a = 1"], last);
});

Deno.test("what a function, a block or a loop declares hides what stands outside", () => {
  const a = "const a = 1;";
  for (
    const last of [
      "((a) => a);",
      "(({ a }) => a);",
      "(([a]) => a);",
      "(() => { const a = 2; return a; });",
      "(() => { const { a } = o; return a; });",
      "(() => { function a() {} return a; });",
      "(() => { for (const a of list) g(a); });",
      "(() => { for (const a in list) g(a); });",
      "(() => { for (let a = 0; a < 2; a++) g(a); });",
      "(() => { f(); { const a = 2; g(a); } });",
    ]
  ) assertEquals(slice(a, last), [], last);
  for (
    const last of [
      "(() => { { const a = 2; } return a; });",
      "(() => { function b() {} return a; });",
      "(() => { const b = 2; return a; });",
      "((b) => a);",
      "(() => { for (const b of list) g(a); });",
      "(() => { for (;;) g(a); });",
      "(() => { for (b of list) g(a); });",
    ]
  ) assertEquals(slice(a, last), ["0 a: a = 1"], last);
});

/** What a call in the last cell, which stands somewhere inside, rests on. */
function sliceOf(text: string, ...sources: readonly string[]): string[] {
  const cells = sources.map((source, i) => cellSyntax(source, i, i + 1));
  const cell = cells.at(-1)!;
  let node: ts.Node | undefined;
  const visit = (at: ts.Node): void => {
    if (at.getText() === text && ts.isCallExpression(at)) node = at;
    ts.forEachChild(at, visit);
  };
  visit(cell.file);
  return new Dependencies(cells).slice([{ cell, node: node! }]).slice(1)
    .map((part) => `${part.cell.index} ${part.name}: ${nodeText(part.node)}`.replace(" :", ":"));
}

Deno.test("a call inside a function rests on what is declared around it, but not on parameters", () => {
  assertEquals(
    sliceOf("f(x, y)", "const z = 3;", "const g = (x) => { const y = z; return f(x, y); };"),
    ["1 y: y = z", "0 z: z = 3"],
  );
  assertEquals(
    sliceOf("f(x)", "const list = [1];", "for (const x of list) { f(x); }"),
    ["1 x: x"],
  );
});

Deno.test("a name that is changed rests on the statements that change it, in whichever cell", () => {
  assertEquals(
    slice("const list = [];", "list.push(b);", "const b = 2;", "f(list);"),
    ["0 list: list = []", "1: list.push(b);"],
  );
  for (
    const change of [
      "a = 2;",
      "a += 2;",
      "a ??= 2;",
      "a >>>= 2;",
      "a.x = 2;",
      "a[0] = 2;",
      "a!.x.y = 2;",
      "a.unshift(1);",
      "a.set(1, 2);",
      "a.add(1);",
      "a.splice(1);",
      "a.sort();",
      "a.x.fill(0);",
      "a.delete(1);",
      "if (b) { a.push(1); }",
    ]
  ) assertEquals(slice("let a;", change, "f(a);"), ["0 a: a", `1: ${change}`], change);
  for (
    const none of [
      "a === 2;",
      "a + 2;",
      "a < 2;",
      "a.map(g);",
      "push(a);",
      "b = a;",
      "g(a).push(1);",
      "b.a = 2;",
    ]
  ) assertEquals(slice("let a;", none, "f(a);"), ["0 a: a"], none);
});

Deno.test("a statement that changes two names is one part, and each part comes once", () => {
  assertEquals(slice("let a, b;", "a = b = 1;", "f(a, b, a);"), [
    "0 a: a",
    "1: a = b = 1;",
    "0 b: b",
  ]);
  // Changes of a name that no cell declares are those of something else.
  assertEquals(slice("undeclared.push(1);", "f(undeclared);"), []);
});

Deno.test("a node is within a part of its own cell that covers it", () => {
  const [one, two] = ["f(g(1));", "f(g(1));"].map((source, i) => cellSyntax(source, i, i + 1));
  const outer = (one!.file.statements[0] as ts.ExpressionStatement).expression as ts.CallExpression;
  const inner = outer.arguments[0]!;
  const other = two!.file.statements[0]!;
  const part = (node: ts.Node) => [{ cell: one!, node, name: "" }];
  assertEquals(isWithin(part(outer), one!, inner), true);
  assertEquals(isWithin(part(outer), one!, outer), true);
  assertEquals(isWithin(part(inner), one!, outer), false);
  assertEquals(isWithin(part(outer.expression), one!, inner), false);
  assertEquals(isWithin(part(inner), one!, outer.expression), false);
  assertEquals(isWithin(part(outer), two!, other), false);
  assertEquals(isWithin([], one!, inner), false);
});
