import { assertEquals } from "@std/assert";
import { compareOutputs, describeDifferences } from "../../lib/notebook/compare_outputs.ts";
import type { Output } from "../../lib/notebook/mod.ts";
import { notebookWith as notebook } from "./stored_outputs.ts";

const stream = (text: string | string[]): Output => ({
  output_type: "stream",
  name: "stdout",
  text,
});
const display = (data: Record<string, unknown>): Output => ({
  output_type: "display_data",
  data,
  metadata: {},
});

Deno.test("compareOutputs() finds nothing between outputs that are stored differently and say the same", () => {
  const a = notebook([stream("a\nb\n")], [display({ "text/html": ["<p>\n", "</p>"] })]);
  const b = notebook([stream(["a\n", "b\n"])], [display({ "text/html": "<p>\n</p>" })]);
  assertEquals(compareOutputs(a, b), []);
});

Deno.test("compareOutputs() does not compare the file's metadata", () => {
  const now = { ...notebook([]), metadata: { language_info: { version: "7.0.0" } } };
  assertEquals(compareOutputs(notebook([]), now), []);
});

Deno.test("describeDifferences() shows the lines that differ, with notebook and cell", () => {
  const stored = notebook([], [stream("WI 22,748\nMI 10,704\nPA 44,292\n")]);
  const now = notebook([], [stream("WI 22,748\nMI 10,705\nPA 44,292\n")]);
  assertEquals(
    describeDifferences("notebooks/a.ipynb", compareOutputs(stored, now)),
    "notebooks/a.ipynb: cell [2], output 1, stdout\n  - MI 10,704\n  + MI 10,705",
  );
});

Deno.test("compareOutputs() tells of outputs that came or went, of other kinds and of other counts", () => {
  const stored = notebook([stream("a\n")], [], [display({ "text/plain": "a" })]);
  const now = notebook([], [stream("b\n")], [stream("a\n")]);
  const differences = compareOutputs(stored, now);
  assertEquals(differences.map(({ cell, what }) => [cell, what]), [
    [1, "output 1 was stream stdout, is nothing"],
    [2, "output 1 was nothing, is stream stdout"],
    [3, "output 1 was display_data, is stream stdout"],
  ]);
  const never = notebook([]);
  never.cells[0]!.execution_count = null;
  assertEquals(compareOutputs(never, notebook([]))[0]?.what, "execution count was none, is 1");
  assertEquals(compareOutputs(notebook([]), notebook([], []))[0]?.what, "was 1 code cells, is 2");
});

Deno.test("compareOutputs() compares each type of a bundle; of an image it tells the size", () => {
  const stored = notebook([
    display({ "image/png": "iVBO", "text/plain": "a chart", "text/html": "x" }),
  ]);
  const now = notebook([display({ "image/png": "iVBOR", "text/plain": "a chart" })]);
  assertEquals(compareOutputs(stored, now).map(({ what }) => what), [
    "output 1, image/png: was 4 characters, is 5 characters",
    "output 1, text/html: was 1 characters, is absent",
  ]);
});

Deno.test("describeDifferences() cuts what is long", () => {
  const many = (start: number) => stream(Array.from({ length: 20 }, (_, i) => `${start + i}\n`));
  const text = describeDifferences("a", compareOutputs(notebook([many(0)]), notebook([many(100)])));
  const shown = text.split("\n");
  assertEquals(shown.length, 1 + 13 + 13);
  assertEquals(shown[13], "  - … 8 more lines");
});

Deno.test("describeDifferences() shows of a long line the part that differs", () => {
  const line = (middle: string) => stream(`${"a".repeat(500)}${middle}${"b".repeat(500)}\n`);
  const text = describeDifferences(
    "a",
    compareOutputs(notebook([line("1")]), notebook([line("2")])),
  );
  assertEquals(text.split("\n").slice(1), [
    `  - …${"a".repeat(40)}1${"b".repeat(119)}…`,
    `  + …${"a".repeat(40)}2${"b".repeat(119)}…`,
  ]);
});
