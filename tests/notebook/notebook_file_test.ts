import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  formatNotebook,
  lines,
  NotebookFormatError,
  parseNotebook,
  sourceOf,
  tagsOf,
} from "../../lib/notebook/notebook_file.ts";

const base = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };

const roundTrip = (text: string) => {
  const { notebook, layout } = parseNotebook(text, "a.ipynb");
  return formatNotebook(notebook, layout);
};

Deno.test("parseNotebook() and formatNotebook() keep the bytes of what Jupyter writes: one space, sorted keys, a final newline", () => {
  const text = JSON.stringify(
    {
      cells: [{
        attachments: { "a.png": { "image/png": "iVBORw0KGgo=" } },
        cell_type: "markdown",
        id: "0c7d3b6e",
        metadata: { editable: true },
        source: ["![a](attachment:a.png)\n", "é — 日本"],
      }, {
        cell_type: "raw",
        id: "r",
        metadata: { raw_mimetype: "text/restructuredtext" },
        source: [],
      }],
      metadata: { unknown: { deep: [1, { x: null }] } },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  ) + "\n";
  assertEquals(roundTrip(text), text);
});

Deno.test("parseNotebook() and formatNotebook() keep the bytes of what VS Code and others write: other indents, no final newline, one line", () => {
  for (const indent of [0, 1, 2, 4, "\t"]) {
    const text = JSON.stringify(
      { ...base, cells: [{ cell_type: "markdown", metadata: {}, source: "a" }] },
      null,
      indent,
    );
    assertEquals(roundTrip(text), text);
  }
});

Deno.test("parseNotebook() keeps how numbers are spelled that JavaScript would spell otherwise", () => {
  const text =
    '{\n "cells": [],\n "metadata": {\n  "a": 1.0,\n  "b": 9007199254740993,\n  "c": 1e3\n },\n "nbformat": 4,\n "nbformat_minor": 2\n}\n';
  assertEquals(roundTrip(text), text);
});

Deno.test("parseNotebook() and formatNotebook() lose nothing of any metadata", () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (metadata) => {
    const text = JSON.stringify({ ...base, metadata }, null, 1) + "\n";
    assertEquals(roundTrip(text), text);
  }));
});

Deno.test("parseNotebook() refuses what is not a notebook, in one line that names file and fault", () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ["", "the file: found nothing, expected a notebook"],
    ["hello", "found no JSON"],
    ["[]", "the file: found a list [], expected a JSON object"],
    ["{}", "nbformat: found nothing, expected 4"],
    [JSON.stringify({ ...base, nbformat: 3 }), "nbformat: found 3, expected 4"],
    [
      JSON.stringify({ ...base, nbformat_minor: "5" }),
      'nbformat_minor: found "5", expected a whole number',
    ],
    [JSON.stringify({ ...base, metadata: 1 }), "metadata: found 1, expected an object"],
    [
      JSON.stringify({ ...base, cells: {} }),
      "cells: found an object with nothing in it, expected a list",
    ],
    [JSON.stringify({ ...base, cells: [1] }), "cell 1: found 1, expected an object"],
    [
      JSON.stringify({ ...base, cells: [{ cell_type: "code", metadata: {} }] }),
      "cell 1, source: found nothing, expected text",
    ],
    [
      JSON.stringify({ ...base, cells: [{ cell_type: "code", metadata: {}, source: "" }] }),
      "cell 1, outputs: found nothing, expected a list",
    ],
    [
      JSON.stringify({ ...base, cells: [{ cell_type: "cod", metadata: {}, source: "" }] }),
      'cell 1, cell_type: found "cod", expected "code", "markdown" or "raw"',
    ],
    [
      JSON.stringify({ ...base, cells: [{ cell_type: "raw", source: "" }] }),
      "cell 1, metadata: found nothing, expected an object",
    ],
    [
      JSON.stringify({
        ...base,
        metadata: { kernelspec: { name: "python3", language: "python" } },
      }),
      'its kernel\'s language: found "python", expected "typescript"',
    ],
    [
      JSON.stringify({ ...base, metadata: { language_info: { name: "R" } } }),
      'its kernel\'s language: found "R", expected "typescript"',
    ],
  ];
  for (const [text, fault] of cases) {
    const error = assertThrows(
      () => parseNotebook(text, "notebooks/a.ipynb"),
      NotebookFormatError,
      fault,
    );
    assertStringIncludes(error.message, "notebooks/a.ipynb");
    assertEquals(error.message.split("\n").length, 1);
  }
});

Deno.test("lines() cuts a text behind each line end, and its lines joined are the text", () => {
  assertEquals(lines("a\n\nb"), ["a\n", "\n", "b"]);
  assertEquals(lines(""), []);
  fc.assert(fc.property(fc.string(), (text) => assertEquals(lines(text).join(""), text)));
});

Deno.test("sourceOf() and tagsOf() read both spellings of a cell", () => {
  const cell = {
    cell_type: "code" as const,
    metadata: { tags: ["parameters", 1] },
    source: ["a\n", "b"],
  };
  assertEquals(sourceOf(cell), "a\nb");
  assertEquals(sourceOf({ ...cell, source: "a\nb" }), "a\nb");
  assertEquals(tagsOf(cell), ["parameters"]);
  assertEquals(tagsOf({ ...cell, metadata: {} }), []);
});

Deno.test("parseNotebook() names a cell that begins with another kernel's command, and no cell of TypeScript", () => {
  const notebook = (source: string | string[]) =>
    JSON.stringify({
      cells: [{ cell_type: "code", metadata: {}, outputs: [], source }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 4,
    });
  for (
    const source of [
      "%%bash\nls",
      "%time x",
      "!ls /",
      "\n !pip install x",
      ["!cat ", "$HOME/a"],
      "!ls -l",
    ]
  ) {
    assertThrows(
      () => parseNotebook(notebook(source), "a.ipynb"),
      NotebookFormatError,
      "Cannot read a.ipynb: cell 1: found ",
    );
  }
  const valid = [
    "!done && go()",
    "!key in obj",
    "!(a)",
    "!a instanceof B",
    "!ok",
    "!!x",
    "// !ls /",
    "a % b",
  ];
  for (const source of valid) {
    assertEquals(parseNotebook(notebook(source), "a.ipynb").notebook.cells.length, 1, source);
  }
});

Deno.test("parseNotebook() says of lists in lists without end that they are no notebook", () => {
  assertThrows(
    () => parseNotebook("[".repeat(100_000) + "]".repeat(100_000), "a.ipynb"),
    NotebookFormatError,
    "no JSON (lists in lists beyond all use)",
  );
});
