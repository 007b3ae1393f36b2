import { assertEquals } from "@std/assert";
import { CallSites } from "../../../lib/report/origins/call_sites.ts";
import { cellPositions, type PositionOf } from "../../../lib/report/origins/cell_positions.ts";
import { cellSyntax, nodeText } from "../../../lib/report/origins/cell_syntax.ts";

/** Places as they stand in the cell: line and column, both from 1. */
const asWritten = (source: string): PositionOf => (line, column) => {
  const lines = source.split("\n");
  if (line > lines.length) return null;
  return lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
};

/** The calls that a path leads to: "cell: call", the innermost first. */
function calls(sources: readonly string[], path: readonly string[], last: number, callee?: string) {
  const cells = sources.map((source, i) => cellSyntax(source, i, i + 1));
  const found = new CallSites(cells, sources.map(asWritten)).find(path, cells[last]!, callee);
  return found?.map(({ cell, node }) => `${cell.index}: ${nodeText(node)}`) ?? null;
}

Deno.test("a path leads from the call at the top level through functions to the innermost", () => {
  const source = "const g = (x) => f(x);\ng(1);";
  assertEquals(calls([source], ["g 1:18", "2:1"], 0), ["0: f(x)", "0: g(1)"]);
  assertEquals(calls([source], ["2:1"], 0), ["0: g(1)"]);
});

Deno.test("a path that names no call, another function, or no place at the top level leads nowhere", () => {
  const source = "const g = (x) => f(x);\ng(1);";
  for (
    const path of [
      [],
      ["2:2"],
      ["7:1"],
      // A call in a function does not begin at the top level.
      ["g 1:18"],
      // The function around the call has another name.
      ["h 1:18", "2:1"],
      ["1:18", "2:1"],
      ["g 2:1"],
      ["not a place"],
    ]
  ) assertEquals(calls([source], path, 0), null, path.join());
});

Deno.test("a method's frame is known by its last name", () => {
  const source = "const o = { g: (x) => f(x) };\no.g(1);";
  assertEquals(calls([source], ["Object.g 1:23", "2:3"], 0), ["0: f(x)", "0: o.g(1)"]);
});

Deno.test("a function of an earlier cell is found there, and one of a later cell never", () => {
  const sources = ["const g = (x) => f(x);", "g(1);", "const g = (x) => f(x);"];
  assertEquals(calls(sources, ["g 1:18", "1:1"], 1), ["0: f(x)", "1: g(1)"]);
  assertEquals(calls(["g(1);", "const g = (x) => f(x);"], ["g 1:18", "1:1"], 0), null);
  // The cell that calls comes first, before the nearest before it.
  const near = ["const g = (x) => f(x);", "const g = (x) => f(y);", "1;\ng(1);"];
  assertEquals(calls(near, ["g 1:18", "2:1"], 2), ["1: f(y)", "2: g(1)"]);
  const own = ["const g = (x) => f(x);", "const g = (x) => f(y);\ng(1);"];
  assertEquals(calls(own, ["g 1:18", "2:1"], 1), ["1: f(y)", "1: g(1)"]);
});

Deno.test("of cells with a call at the same place the one that ran is meant, unless another calls what is named", () => {
  const sources = ["one(1);", "two(2);"];
  assertEquals(calls(sources, ["1:1"], 1), ["1: two(2)"]);
  assertEquals(calls(sources, ["1:1"], 1, "two"), ["1: two(2)"]);
  assertEquals(calls(sources, ["1:1"], 1, "one"), ["0: one(1)"]);
  assertEquals(calls(sources, ["1:1"], 0), ["0: one(1)"]);
  assertEquals(calls(sources, ["1:1"], 0, "two"), ["0: one(1)"]);
});

/** Where the engine says that the cell's own calls are, run as the kernel runs them. */
function enginePlaces(code: string, names: readonly string[]): string[] {
  const before = "'use strict'; void 0;";
  const places: string[] = [];
  const note = () => {
    const [, line, column] = /<anonymous>:(\d+):(\d+)/.exec(new Error().stack!.split("\n")[2]!)!;
    // A function made of text has two lines before its own.
    places.push(`${Number(line) - 2}:${column}`);
    return [];
  };
  new Function(...names, before + code)(...names.map(() => note));
  return places;
}

Deno.test("a place in what the kernel made of a cell leads back to the call in the cell", async () => {
  const source = [
    "first(); const a: number = 1, b = second();",
    "interface Left { readonly out: string }",
    "",
    "  third( // a comment",
    "    fourth<number>());",
  ].join("\n");
  // As the compiler leaves it: no types, no empty lines, one statement a line.
  const made = ["first();", "const a = 1, b = second();", "third(fourth());"].join("\n");
  const places = enginePlaces(made, ["first", "second", "third", "fourth"]);
  const [position] = await cellPositions([source]);
  const cell = cellSyntax(source, 0, 1);
  const sites = new CallSites([cell], [position!]);
  assertEquals(
    places.map((place) => nodeText(sites.find([place], cell)![0]!.node)),
    ["first()", "second()", "fourth<number>()", "third( // a comment fourth<number>())"],
  );
  assertEquals(position!(9, 1), null);
  assertEquals(await cellPositions([]), []);
});

Deno.test("a cell that cannot be compiled knows no places, and the others do", async () => {
  const [broken, whole] = await cellPositions(["const = ;", "f();"]);
  assertEquals(broken!(1, 22), null);
  assertEquals(whole!(1, 22), 0);
});
