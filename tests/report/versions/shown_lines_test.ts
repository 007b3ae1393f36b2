/** What a reader sees of outputs, line by line. */
import { assertEquals } from "@std/assert";
import { FIGURE_MEDIA_TYPE } from "../../../lib/chart/stored_figure.ts";
import type { PageOutput } from "../../../lib/report/notebook_document.ts";
import { changesBetween } from "../../../lib/report/versions/moved_numbers.ts";
import { shownLines } from "../../../lib/report/versions/shown_lines.ts";

const lines = (...outputs: PageOutput[]) =>
  shownLines(
    {
      cells: [{ kind: "code", source: "", tags: [], executionCount: 1, outputs }],
    } as unknown as Parameters<typeof shownLines>[0],
  );
const data = (bundle: Record<string, unknown>): PageOutput => ({ kind: "data", data: bundle });

Deno.test("printed and plain text is a line each, blanks joined and empty lines left out", () => {
  assertEquals(lines({ kind: "stream", stream: "stdout", text: "a   b\n\n c\n" }), ["a b", "c"]);
  assertEquals(lines(data({ "text/plain": "x\n  y  z" })), ["x", "y z"]);
  assertEquals(lines(data({ "application/json": { a: 1 } })), []);
  assertEquals(lines({ kind: "error", name: "E", message: "m", trace: "t" }), []);
});

Deno.test("HTML comes before prose, and prose before plain text", () => {
  const bundle = { "text/html": "<p>html</p>", "text/markdown": "prose", "text/plain": "plain" };
  assertEquals(lines(data(bundle)), ["html"]);
  const { "text/html": _html, ...rest } = bundle;
  assertEquals(lines(data(rest)), ["prose"]);
});

Deno.test("a table is a line a row, its cells apart; a caption, a paragraph and an item are one each", () => {
  const html =
    "<table><caption>Table</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2\n 3</td></tr>" +
    "<tr><td>foot</td></tr></table><ul><li>one</li><li><p>two</p></li></ul>";
  assertEquals(lines(data({ "text/html": html })), [
    "Table",
    "A | B",
    "1 | 2 3",
    "foot",
    "one",
    "two",
  ]);
  assertEquals(
    lines(data({ "text/markdown": "## Head\n\n**Bold** and <b>markup</b>.\n\n- item" })),
    ["Head", "Bold and markup.", "item"],
  );
});

Deno.test("a figure is its words, those that describe it a sentence a line", () => {
  const figure = {
    version: 1,
    id: "a",
    title: "Two margins",
    subtitle: "",
    caption: "n = 2.",
    alt: "One bar. Another; a third.",
    svg: "",
  };
  assertEquals(lines(data({ [FIGURE_MEDIA_TYPE]: figure, "text/plain": "no" })), [
    "Two margins",
    "n = 2.",
    "One bar.",
    "Another;",
    "a third.",
  ]);
});

Deno.test("lines that come several times are compared as often as they come", () => {
  const none = { moved: [], added: [], removed: [] };
  assertEquals(changesBetween(["a", "b", "a"], ["a", "a", "b"]), none);
  assertEquals(changesBetween(["a"], ["a", "a"]), { ...none, added: ["a"] });
  assertEquals(changesBetween(["a", "a"], ["a"]), { ...none, removed: ["a"] });
  // Of three lines of the same words the one that stands in both did not move.
  assertEquals(changesBetween(["n 1", "n 2", "n 3"], ["n 2", "n 4", "n 3"]), {
    ...none,
    moved: [{ line: "n 4", moved: [{ before: "1", after: "4" }] }],
  });
});

Deno.test("of a line only the numbers that moved are told, with sign, commas and percent", () => {
  assertEquals(
    changesBetween(["A led by −1,234 of 5.5% in 2016."], ["A led by −1,235 of 6% in 2016."]).moved,
    [{
      line: "A led by −1,235 of 6% in 2016.",
      moved: [{ before: "−1,234", after: "−1,235" }, { before: "5.5%", after: "6%" }],
    }],
  );
});
