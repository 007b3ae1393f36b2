import { assertEquals } from "@std/assert";
import { notebookModule, runnableCells } from "../../lib/notebook/cell_text.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { type CellSpec, notebookText } from "./project.ts";

const notebook = (...cells: CellSpec[]) => parseNotebook(notebookText(cells), "a.ipynb").notebook;

Deno.test("cells with content run, in order, and code alone", () => {
  const text = JSON.parse(notebookText(["a", " \n", "b"]));
  text.cells.push({ cell_type: "markdown", id: "m", metadata: {}, source: ["c"] });
  const { notebook } = parseNotebook(JSON.stringify(text), "a.ipynb");
  assertEquals(runnableCells(notebook).map(({ source }) => source), [["a"], ["b"]]);
});

Deno.test("a module has each cell on lines of its own, and leads back to cell and line", () => {
  const module = notebookModule(notebook("a;\nb;", "  ", "c;"));
  assertEquals(module.code, "a;\nb;\n;\nc;\n;\n\nexport {};\n");
  assertEquals([1, 2, 3, 4, 5, 6, 7].map(module.place), [
    { cell: 1, line: 1 },
    { cell: 1, line: 2 },
    undefined,
    { cell: 2, line: 1 },
    undefined,
    undefined,
    undefined,
  ]);
  assertEquals(module.place(0), undefined);
});

Deno.test("the cell that the runner injects is left out, and counts as a cell", () => {
  const module = notebookModule(
    notebook("const a = 1;", { code: "const a = 2;", tags: ["injected-parameters"] }, "a;"),
  );
  assertEquals(module.code, "const a = 1;\n;\na;\n;\n\nexport {};\n");
  assertEquals(module.place(3), { cell: 3, line: 1 });
});

Deno.test("a cell that declares a name again begins a block, whose imports stand at the top", () => {
  const cells = notebook("const a = 1;", 'const a = 2;\nimport {\n  x } from "m";\nx(a);', "a;");
  const module = notebookModule(cells, new Set([2, 3]));
  const lines = module.code.split("\n");
  assertEquals(lines.slice(0, 2), ["import {", '  x } from "m";']);
  assertEquals([module.place(1), module.place(2)], [{ cell: 2, line: 2 }, { cell: 2, line: 3 }]);
  const at = (text: string) => lines.indexOf(text) + 1;
  assertEquals(module.place(at("const a = 1;")), { cell: 1, line: 1 });
  assertEquals(module.place(at("const a = 2;")), { cell: 2, line: 1 });
  assertEquals(module.place(at("x(a);")), { cell: 2, line: 4 });
  assertEquals(module.place(at("a;")), { cell: 3, line: 1 });
  assertEquals(module.place(at("{")), undefined);
  assertEquals(lines.filter((line) => line === "{").length, 2);
  assertEquals(lines.slice(-3), ["}}", "export {};", ""]);
});
