import { assertEquals } from "@std/assert";
import type { FigureRecord } from "../../../lib/report/figure_record.ts";
import type { Block, Run } from "../../../lib/report/export/block.ts";
import { figureCaption, toMarkdown } from "../../../lib/report/export/to_markdown.ts";

const md = (...blocks: Block[]) =>
  toMarkdown(blocks, (block) => block.kind === "figure" ? `${block.figure.id}.png` : "p.png");
const paragraph = (...runs: Run[]): Block => ({ kind: "paragraph", runs });
const line = (...runs: Run[]) => md(paragraph(...runs)).trimEnd();

Deno.test("runs carry their marks, with the white space outside", () => {
  assertEquals(line({ text: " a ", bold: true }), " **a**");
  assertEquals(line({ text: "a " }, { text: "b ", italic: true }, { text: "c" }), "a *b* c");
  assertEquals(line({ text: "a", bold: true, italic: true }), "***a***");
  assertEquals(line({ text: "2", raised: "sup" }), "<sup>2</sup>");
  assertEquals(line({ text: "a", href: "https://a.org", italic: true }), "[*a*](https://a.org)");
  assertEquals(
    line({ text: "a", bold: true }, { text: " ", bold: true }, { text: "b" }),
    "**a** b",
  );
  assertEquals(line({ text: "a" }, { text: "\n" }, { text: "b" }), "a  \nb");
});

Deno.test("what Markdown would take for its own is escaped, in text and not in code", () => {
  assertEquals(line({ text: "\\`*_[]<>|" }), "\\\\\\`\\*\\_\\[\\]\\<\\>\\|");
  assertEquals(line({ text: "a_b*", code: true }), "`a_b*`");
  // A span's marks are longer than any in it, and a space keeps them apart (CommonMark 6.1).
  assertEquals(line({ text: "a`b", code: true }), "``a`b``");
  assertEquals(line({ text: "`a", code: true }), "`` `a ``");
  assertEquals(line({ text: "a``", code: true }), "``` a`` ```");
});

Deno.test("headings, quotations and lists have their marks, and items no blank line between them", () => {
  const item = (text: string, depth = 0, number = 1, ordered = false): Block => ({
    kind: "item",
    runs: [{ text }],
    ordered,
    depth,
    number,
  });
  assertEquals(
    md(
      { kind: "heading", level: 3, runs: [{ text: "A" }] },
      { kind: "paragraph", runs: [{ text: "q" }], quote: true },
      item("a", 0, 1, true),
      item("b", 0, 2, true),
      item("c", 1),
      paragraph({ text: "end" }),
      item("d"),
    ),
    "### A\n\n> q\n\n1. a\n2. b\n    - c\n\nend\n\n- d\n",
  );
});

Deno.test("code is fenced with three backticks, or one more than it has", () => {
  assertEquals(md({ kind: "code", text: "a\n`b`" }), "```\na\n`b`\n```\n");
  assertEquals(md({ kind: "code", text: "```" }), "````\n```\n````\n");
  assertEquals(md({ kind: "code", text: "`````" }), "``````\n`````\n``````\n");
});

const cell = (text: string, right = false) => ({ text, right });

Deno.test("a table's rule says which columns are numbers, by its first row", () => {
  const table = {
    kind: "table" as const,
    caption: "A_b",
    head: [cell("N|o"), cell("V")],
    rows: [[cell("x"), cell("1", true)], [cell("y", true), cell("2")]],
    foot: "Source: *",
    number: 3,
  };
  assertEquals(
    md(table),
    "**Table 3.** A\\_b\n\n| N\\|o | V |\n| --- | ---: |\n| x | 1 |\n| y | 2 |\n\nSource: \\*\n",
  );
  assertEquals(
    md({ ...table, number: null, foot: "", rows: [] }),
    "| N\\|o | V |\n| --- | --- |\n",
  );
});

const FIGURE: FigureRecord = {
  id: "lead",
  title: "Who led?",
  subtitle: "In points",
  caption: "A caption!",
  source: "FEC.",
  alt: "Two [bars]\nbeside each other",
  estimand: null,
  svg: "",
  png: null,
  csv: "",
} as unknown as FigureRecord;

Deno.test("a figure's words end as sentences, and those that it lacks are left out", () => {
  assertEquals(figureCaption(FIGURE), "Who led? In points. A caption! Source: FEC.");
  assertEquals(
    figureCaption({ ...FIGURE, title: "Title", subtitle: "", caption: "", source: "" }),
    "Title.",
  );
  assertEquals(figureCaption(FIGURE, true), "");
});

Deno.test("pictures have their alternative text on one line, and figures their words below", () => {
  assertEquals(
    md({ kind: "figure", figure: FIGURE, number: 2 }),
    "![Two \\[bars\\] beside each other](lead.png)\n\n" +
      "**Figure 2.** Who led? In points. A caption! Source: FEC.\n",
  );
  assertEquals(
    md({ kind: "figure", figure: FIGURE, number: 2, wordsInside: true }),
    "![Two \\[bars\\] beside each other](lead.png)\n\n**Figure 2.**\n",
  );
  assertEquals(
    md({ kind: "bitmap", png: new Uint8Array(), alt: "A\nmap_" }),
    "![A map\\_](p.png)\n",
  );
});

Deno.test("apostrophes after letters are straight, other quotation marks stay", () => {
  assertEquals(
    line({ text: "Trump\u2019s \u2018lead\u2019 of \u2019 16" }),
    "Trump's \u2018lead' of \u2019 16",
  );
});
