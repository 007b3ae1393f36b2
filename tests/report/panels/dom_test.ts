import { assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { drawScene, drawTable, withCurlyMarks } from "../../../lib/report/panels/client/dom.ts";

// The functions look for the page's document when they draw.
Object.assign(globalThis, {
  document: new DOMParser().parseFromString("<html><body></body></html>", "text/html"),
});
/** Attributes come last first: this is how linkedom writes them. */
const serialize = (element: unknown) => String((element as { outerHTML: string }).outerHTML);

Deno.test("drawScene() draws every kind of shape where it stands, hidden from readers of the screen", () => {
  const svg = serialize(drawScene({
    width: 100,
    height: 50,
    shapes: [
      { kind: "circle", x: 10, y: 20, r: 6, look: "here" },
      { kind: "rect", x: 1, y: 2, width: 3, height: 4, look: "bar", title: "A <b>" },
      { kind: "path", d: "M0 0L1 1", look: "axis" },
      { kind: "text", x: 5, y: 6, text: "5 < 6", anchor: "end", look: "tick" },
      { kind: "text", x: 7, y: 8, text: "start", look: "tick" },
    ],
  }));
  assertEquals(
    svg,
    '<svg aria-hidden="true" viewBox="0 0 100 50"><circle class="here" r="6" cy="20" cx="10" />' +
      '<rect class="bar" height="4" width="3" y="2" x="1"><title>A &lt;b&gt;</title></rect>' +
      '<path class="axis" d="M0 0L1 1" /><text text-anchor="end" class="tick" y="6" x="5">5 &lt; 6</text>' +
      '<text text-anchor="start" class="tick" y="8" x="7">start</text></svg>',
  );
});

Deno.test("drawTable() sets numbers right, headings too, under a caption", () => {
  const table = serialize(drawTable({
    caption: "Votes",
    columns: [{ label: "State" }, { label: "Votes", numeric: true }],
    rows: [["<WI>", "5"]],
  }));
  assertEquals(
    table,
    '<div aria-label="Votes" tabindex="0" role="region" class="table-box"><table>' +
      '<caption>Votes</caption><thead><tr><th scope="col">State</th><th align="right" scope="col">Votes</th></tr></thead>' +
      '<tbody><tr><td>&lt;WI&gt;</td><td align="right">5</td></tr></tbody></table></div>',
  );
});

/** The cells of a table's row as attributes, one of each cell. */
function cellNames(columns: number, cells: readonly string[], label = "Name"): string[] {
  const table = serialize(drawTable({
    caption: "Votes",
    columns: Array.from({ length: columns }, () => ({ label })),
    rows: [cells],
  }));
  return [...table.matchAll(/<td([^>]*)>/g)].map(([, attributes]) => attributes!.trim());
}

Deno.test("six columns, or a cell of more than 30 characters that is not the first, make cards of a phone's rows", () => {
  const named = 'data-label="Name"';
  assertEquals(cellNames(5, ["a", "b", "c", "d", "e"]), ["", "", "", "", ""]);
  assertEquals(cellNames(6, Array(6).fill("a")), Array(6).fill(named));
  assertEquals(cellNames(2, ["x".repeat(40), "y".repeat(30)]), ["", ""]);
  // 4 letters, two for the gap and 31: more than half a card's line.
  assertEquals(cellNames(2, ["x", "y".repeat(31)]), [named, `data-wide="" ${named}`]);
});

Deno.test("a card's value has a line of its own where it does not fit into 28 letters with its name", () => {
  const wide = (value: number, label: string) =>
    cellNames(6, ["x".repeat(value), ...Array(5).fill("a")], label)[0]!.includes("data-wide");
  assertEquals([wide(22, "Name"), wide(23, "Name")], [false, true]);
  assertEquals([wide(1, "n".repeat(25)), wide(1, "n".repeat(26))], [false, true]);
});

Deno.test("apostrophes are curly in a table's caption, headings and cells, and in a drawing's words", () => {
  assertEquals(
    withCurlyMarks({
      caption: "A's",
      columns: [{ label: "B's", numeric: true }],
      rows: [["C's"]],
    }),
    { caption: "A’s", columns: [{ label: "B’s", numeric: true }], rows: [["C’s"]] },
  );
  const shapes = [{ kind: "text", x: 1, y: 2, text: "Trump's", look: "tick" }] as const;
  assertEquals(serialize(drawScene({ width: 9, height: 9, shapes })).includes("Trump’s"), true);
});
