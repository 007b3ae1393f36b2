import { assertEquals } from "@std/assert";
import {
  callAt,
  calleeName,
  cellSyntax,
  functionAround,
  lineOfNode,
  nodeText,
} from "../../../lib/report/origins/cell_syntax.ts";

const cell = (source: string) => cellSyntax(source, 3, 5);

Deno.test("a cell's names are what its top level declares, apart from what it imports", () => {
  const { declared, imported, index, number } = cell([
    'import { margin as lead, votes } from "tallybook/election";',
    'const { md } = await import("tallybook/display");',
    "const a = 1, [b, , { c, d: e = 2 }] = list;",
    "function f(x) { const inner = x; }",
    "class G {}",
    "export default function () {}",
    "for (const i of list) { const j = i; }",
    "h = 4;",
  ].join("\n"));
  assertEquals([...declared.keys()], ["a", "b", "c", "e", "f", "G"]);
  assertEquals([...imported], ["lead", "votes", "md"]);
  assertEquals([index, number], [3, 5]);
});

Deno.test("a call is found at the name that is called, at new, and at a tag's template", () => {
  const source = "list.map((x) => f(x)); new Map(pairs); md`a ${g()}`; h(i(1))(2); x + 1";
  const at = (part: string, more = 0) => {
    const found = callAt(cell(source), source.indexOf(part) + more);
    return found === null ? null : nodeText(found);
  };
  assertEquals(at("map"), "list.map((x) => f(x))");
  assertEquals(at("list"), null);
  assertEquals(at("f(x)"), "f(x)");
  assertEquals(at("new"), "new Map(pairs)");
  assertEquals(at("Map(pairs)"), null);
  assertEquals(at("`a"), "md`a ${g()}`");
  assertEquals(at("md"), null);
  assertEquals(at("g()"), "g()");
  // Two calls begin at one name: the innermost is it.
  assertEquals(at("h(i"), "h(i(1))");
  assertEquals(at("x + 1"), null);
  assertEquals(callAt(cell(source), source.length), null);
  assertEquals(callAt(cell("f()"), 3), null);
});

Deno.test("the name of what is called is the last one", () => {
  const name = (source: string, at: string) =>
    calleeName(callAt(cell(source), source.indexOf(at))!).getText();
  assertEquals(name("a.b.find(1)", "find"), "find");
  assertEquals(name("find(1)", "find"), "find");
  assertEquals(name("new Map()", "new"), "Map");
  assertEquals(name("x.md`a`", "`"), "md");
});

Deno.test("a function's name is its own, or that of what holds it; none has no name", () => {
  const around = (source: string) => functionAround(callAt(cell(source), source.indexOf("f()"))!);
  assertEquals(around("f()"), null);
  assertEquals(around("{ f() }"), null);
  assertEquals(around("function g() { f() }"), "g");
  assertEquals(around("const g = () => f()"), "g");
  assertEquals(around("const o = { g: () => f() }"), "g");
  assertEquals(around("const o = { g() { f() } }"), "g");
  assertEquals(around("list.map(() => f())"), "");
  assertEquals(around("const g = () => list.map(() => f())"), "");
  assertEquals(around("const g = function h() { f() }"), "h");
  assertEquals(around("const { g = () => f() } = o"), "");
});

Deno.test("a node's text is on one line, and cut where it is longer than asked", () => {
  const text = (source: string, most?: number) => nodeText(cell(source).file.statements[0]!, most);
  assertEquals(text("f(\n  1,\n  2)"), "f( 1, 2)");
  assertEquals(text("f(12345)", 8), "f(12345)");
  assertEquals(text("f(12345)", 7), "f(123 …");
  // Of what is cut no space is left before the dots.
  assertEquals(text("f(1, 23456)", 7), "f(1, …");
  assertEquals(text("f(1,  2, 3456)", 7), "f(1, …");
  const long = `f(${"1".repeat(237)})`;
  assertEquals([text(long), text(`${long}1`).length], [long, 240]);
});

Deno.test("a node's line counts from 1, and begins at the node, not at the comment before it", () => {
  const { file } = cell("a();\n\n// says what\nb();");
  assertEquals(file.statements.map(lineOfNode), [1, 4]);
});
