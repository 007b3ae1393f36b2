import { assertEquals } from "@std/assert";
import type { Block } from "../../../lib/report/export/block.ts";
import { htmlBlocks } from "../../../lib/report/export/html_blocks.ts";

function blocks(html: string): Block[] {
  let tables = 0;
  return htmlBlocks(html, () => ++tables);
}
const runs = (html: string) => {
  const [block, ...more] = blocks(html);
  assertEquals(more, []);
  return (block as Extract<Block, { kind: "paragraph" }>).runs;
};

Deno.test("each element gives its runs their look, also where they stand in each other", () => {
  const look = (tag: string) => runs(`<p><${tag}>x</${tag}></p>`)[0];
  for (const tag of ["b", "strong"]) assertEquals(look(tag), { text: "x", bold: true });
  for (const tag of ["i", "em", "cite", "var"]) {
    assertEquals(look(tag), { text: "x", italic: true });
  }
  for (const tag of ["code", "kbd", "samp"]) assertEquals(look(tag), { text: "x", code: true });
  assertEquals(look("sub"), { text: "x", raised: "sub" });
  assertEquals(look("sup"), { text: "x", raised: "sup" });
  for (const tag of ["span", "small", "abbr"]) assertEquals(look(tag), { text: "x" });
  assertEquals(runs("<p>a <b>b <i>c</i></b> d</p>"), [
    { text: "a " },
    { text: "b ", bold: true },
    { text: "c", bold: true, italic: true },
    { text: " d" },
  ]);
});

Deno.test("a link to the web is kept, one to another page is set as its title, one within is words", () => {
  assertEquals(runs('<p><a href="https://a.org">x</a></p>'), [{
    text: "x",
    href: "https://a.org",
  }]);
  assertEquals(runs('<p><a href="http://a.org">x</a></p>'), [{ text: "x", href: "http://a.org" }]);
  assertEquals(runs('<p><a href="08_a.html">x</a></p>'), [{ text: "x", italic: true }]);
  assertEquals(runs('<p><a href="#why">x</a></p>'), [{ text: "x" }]);
  assertEquals(runs("<p><a>x</a></p>"), [{ text: "x" }]);
  assertEquals(runs('<p><span href="https://a.org">x</span></p>'), [{ text: "x" }]);
});

Deno.test("white space is one space, none at the ends of a paragraph, and a break is a line's end", () => {
  assertEquals(runs("<p>\n a\n\t b </p>"), [{ text: "a b" }]);
  assertEquals(runs("<p> <b> a</b> c <i> </i></p>"), [
    { text: " a", bold: true },
    { text: " c " },
  ]);
  assertEquals(runs("<p>a<br>b</p>"), [{ text: "a" }, { text: "\n" }, { text: "b" }]);
  assertEquals(runs('<p>a <img alt="A map" src="x.png"></p>'), [{ text: "a " }, { text: "A map" }]);
  assertEquals(blocks('<p><img src="x.png"></p><p> </p><p><!-- no --></p>'), []);
});

Deno.test("text that stands beside elements is a paragraph of its own, in their order", () => {
  assertEquals(
    blocks("a <b>b</b><p>c</p><div>d<p>e</p>f</div>g"),
    [
      ...[[{ text: "a " }, { text: "b", bold: true }], [{ text: "c" }], [{ text: "d" }]],
      ...[[{ text: "e" }], [{ text: "f" }], [{ text: "g" }]],
    ].map((runs) => ({ kind: "paragraph" as const, runs })),
  );
});

Deno.test("headings have their level, code its lines, a quotation its paragraphs", () => {
  assertEquals(blocks("<h1>A</h1><h6> <b>B</b></h6>"), [
    { kind: "heading", level: 1, runs: [{ text: "A" }] },
    { kind: "heading", level: 6, runs: [{ text: "B", bold: true }] },
  ]);
  assertEquals(blocks("<pre>  a\n   b\n\n</pre>"), [{ kind: "code", text: "  a\n   b" }]);
  const quoted = { kind: "paragraph", runs: [{ text: "a" }], quote: true };
  assertEquals(blocks("<blockquote><p>a</p><div>a</div></blockquote><p>b</p>"), [
    quoted,
    quoted,
    { kind: "paragraph", runs: [{ text: "b" }] },
  ] as Block[]);
});

Deno.test("items know their list, its depth and their number", () => {
  const items = blocks(
    "<ol><li>a</li><li> b<ul><li>c<ol><li>d</li></ol></li><li>e</li></ul></li></ol><ul><li>f</li></ul>",
  ) as Extract<Block, { kind: "item" }>[];
  assertEquals(
    items.map(({ kind, runs, ordered, depth, number }) => [
      kind,
      runs.map(({ text }) => text).join(),
      ordered,
      depth,
      number,
    ]),
    [
      ["item", "a", true, 0, 1],
      ["item", "b", true, 0, 2],
      ["item", "c", false, 1, 1],
      ["item", "d", true, 2, 1],
      ["item", "e", false, 1, 2],
      ["item", "f", false, 0, 1],
    ],
  );
});

const cell = (text: string, right = false) => ({ text, right });

Deno.test("a table has head, rows, foot and, with a caption, a number", () => {
  const table = (caption: string) =>
    `<table>${caption}<thead><tr><th>A</th><th align="right">B</th></tr></thead>` +
    '<tbody><tr><td>x\n y</td><td align="right">1</td></tr><tr><td align="left">z</td></tr></tbody>' +
    '<tfoot><tr><td colspan="2">Source: FEC</td></tr></tfoot></table>';
  const rest = {
    kind: "table" as const,
    head: [cell("A"), cell("B", true)],
    rows: [[cell("x y"), cell("1", true)], [cell("z")]],
    foot: "Source: FEC",
  };
  assertEquals(
    blocks(
      table("<caption> One  two </caption>") + table("") + table("<caption>Three</caption>"),
    ),
    [
      { ...rest, caption: "One two", number: 1 },
      { ...rest, caption: "", number: null },
      { ...rest, caption: "Three", number: 2 },
    ],
  );
});

Deno.test("without a head of its own a table's first row is it; an empty table has none", () => {
  assertEquals(blocks("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"), [{
    kind: "table",
    caption: "",
    head: [cell("a")],
    rows: [[cell("b")]],
    foot: "",
    number: null,
  }]);
  assertEquals(blocks("<table></table>"), [{
    kind: "table",
    caption: "",
    head: [],
    rows: [],
    foot: "",
    number: null,
  }]);
});
