import { assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { drawScene, drawTable } from "../../../lib/report/panels/client/dom.ts";

// The functions look for the page's document when they draw.
Object.assign(globalThis, {
  document: new DOMParser().parseFromString("<html><body></body></html>", "text/html"),
});
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
    '<svg viewBox="0 0 100 50" aria-hidden="true"><circle cx="10" cy="20" r="6" class="here" />' +
      '<rect x="1" y="2" width="3" height="4" class="bar"><title>A &lt;b&gt;</title></rect>' +
      '<path d="M0 0L1 1" class="axis" /><text x="5" y="6" class="tick" text-anchor="end">5 &lt; 6</text>' +
      '<text x="7" y="8" class="tick" text-anchor="start">start</text></svg>',
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
    '<div class="table-box" role="region" tabindex="0" aria-label="Votes"><table>' +
      '<caption>Votes</caption><thead><tr><th scope="col">State</th><th scope="col" align="right">Votes</th></tr></thead>' +
      '<tbody><tr><td>&lt;WI&gt;</td><td align="right">5</td></tr></tbody></table></div>',
  );
});
