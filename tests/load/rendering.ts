/**
 * How the time of a page grows with what it shows: `deno run -A tests/load/rendering.ts`. Prints the
 * table of docs/reliability.md: each kind of content once, 4 and 16 times as long.
 */
import type { NotebookDocument } from "../../lib/report/notebook_document.ts";
import { renderNotebook } from "../../lib/report/notebook_page.ts";
import { code, data, markdown, notebookOf } from "../report/sample_notebook.ts";

const context = { name: "a", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } };
const html = (text: string) => notebookOf(code("1", [data({ "text/html": text })]));
const prose = (text: string) => notebookOf(markdown(`# Title\n\nAnswer.\n\n${text}`));
const printed = (text: string) =>
  notebookOf(code("1", [{ output_type: "stream", name: "stdout", text }]));
const drawing = (text: string) =>
  notebookOf(code("1", [data({ "image/svg+xml": `<svg>${text}</svg>` })]));

/** What is rendered, how many of it at first, and the notebook of n. */
const KINDS: ReadonlyArray<readonly [string, number, (n: number) => NotebookDocument]> = [
  ["equal headings", 500, (n) => prose("## Same\n\n".repeat(n))],
  [
    "headings of their own",
    500,
    (n) => prose(Array.from({ length: n }, (_, i) => `## ${i}\n\n`).join("")),
  ],
  ["spaces in a line of prose", 20_000, (n) => prose(`a${" ".repeat(n)}b`)],
  ["line ends in a stream", 20_000, (n) => printed(`a${"\n".repeat(n)}b`)],
  [
    "spaces in table cells",
    25_000,
    (n) => html(`<table><tr>${`<td>${" ".repeat(50)}</td>`.repeat(n / 50)}</tr></table>`),
  ],
  ["tables", 500, (n) => html("<table><tr><td>1</td></tr></table>".repeat(n))],
  [
    "tables with one caption",
    50,
    (n) => html("<table><caption>Same</caption><tr><td>1</td></tr></table>".repeat(n)),
  ],
  ["words in one line of prose", 20_000, (n) => prose("word ".repeat(n))],
  ["letters in one line of a stream", 100_000, (n) => printed("x".repeat(n))],
  ["letters in one identifier", 20_000, (n) => notebookOf(code(`let ${"a".repeat(n)} = 1;`))],
  ["lines of code", 500, (n) => notebookOf(code("let a = 1;\n".repeat(n)))],
  ["nested elements", 2000, (n) => html("<div><b>".repeat(n))],
  ["nested quotes", 2000, (n) => prose(`${"> ".repeat(n)}a`)],
  ["nested groups of a drawing", 2000, (n) => drawing("<g>".repeat(n))],
  ["references of a drawing", 2000, (n) => drawing(`<rect fill="${"url(#a".repeat(n)}"/>`)],
  ["open brackets", 2000, (n) => prose("[".repeat(n))],
  ["open emphasis", 2000, (n) => prose("**a *b ".repeat(n))],
  ["formulas", 100, (n) => prose("$x_1^2$ ".repeat(n))],
  ["entities", 5000, (n) => prose("&amp;&lt;".repeat(n))],
  [
    "cells with outputs",
    500,
    (n) => notebookOf(...Array.from({ length: n }, () => code("1", [data({ "text/plain": "2" })]))),
  ],
];

const print = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
await renderNotebook(prose("## a"), context);
print("| content | how much | 1 | 4 times | 16 times |\n| - | - | - | - | - |");
for (const [name, n, make] of KINDS) {
  const times: string[] = [];
  for (const factor of [1, 4, 16]) {
    const notebook = make(n * factor);
    // The shorter of two: what else the machine does only adds.
    let shortest = Infinity;
    for (let i = 0; i < 2; i++) {
      const start = performance.now();
      await renderNotebook(notebook, context);
      shortest = Math.min(shortest, performance.now() - start);
    }
    times.push(shortest.toFixed(0));
  }
  print(`| ${name} | ${n.toLocaleString("en-US")} | ${times.join(" | ")} |`);
}
