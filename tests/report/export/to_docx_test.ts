/** A document's parts, read from its XML as the standard (ECMA-376) names them. */
import { assert, assertEquals } from "@std/assert";
import { unzipSync } from "fflate";
import type { FigureRecord } from "../../../lib/report/figure_record.ts";
import type { Block, Run } from "../../../lib/report/export/block.ts";
import { toDocx } from "../../../lib/report/export/to_docx.ts";

async function parts(...blocks: Block[]) {
  const files = unzipSync(await toDocx(blocks, "Who won?", "Cite me"));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  return { files, text, document: text("word/document.xml") };
}
const paragraphs = (xml: string) =>
  [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, inner]) => inner!);
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text).join("");
const paragraph = (...runs: Run[]): Block => ({ kind: "paragraph", runs });

Deno.test("each run has its look and no other", async () => {
  const looks: Run[] = [
    { text: "plain" },
    { text: "bold", bold: true },
    { text: "italic", italic: true },
    { text: "code", code: true },
    { text: "up", raised: "sup" },
    { text: "down", raised: "sub" },
    { text: "one\ntwo" },
  ];
  const { document } = await parts(paragraph(...looks));
  const runs = [...document.matchAll(/<w:r>([\s\S]*?)<\/w:r>/g)].map(([, run]) => run!);
  const looksOf = (run: string) =>
    [
      /<w:b\/>/.test(run) && "bold",
      /<w:i\/>/.test(run) && "italic",
      /w:ascii="Courier New"/.test(run) && /<w:sz w:val="19"\/>/.test(run) && "code",
      /<w:vertAlign w:val="superscript"\/>/.test(run) && "sup",
      /<w:vertAlign w:val="subscript"\/>/.test(run) && "sub",
      /<w:br\/>/.test(run) && "break",
      /Hyperlink/.test(run) && "link",
    ].filter((look) => look !== false);
  assertEquals(runs.slice(0, 6).map(looksOf), [[], ["bold"], ["italic"], ["code"], ["sup"], [
    "sub",
  ]]);
  assertEquals(document.match(/<w:br\/>/g)?.length, 1);
  assertEquals(document.indexOf("one") < document.indexOf("<w:br/>"), true);
  assertEquals(document.indexOf("<w:br/>") < document.indexOf("two"), true);
});

Deno.test("a link has the look of one and its address, other text neither", async () => {
  const { document, text } = await parts(paragraph({ text: "FEC", href: "https://www.fec.gov/" }));
  assert(/<w:hyperlink[^>]*r:id="rIdLink1"[^>]*>.*w:rStyle w:val="Hyperlink"/s.test(document));
  assert(
    /Id="rIdLink1"[^>]*Target="https:\/\/www.fec.gov\/"/.test(text("word/_rels/document.xml.rels")),
  );
  const without = await parts(paragraph({ text: "FEC" }));
  assertEquals(/hyperlink/i.test(without.document), false);
});

Deno.test("headings are those of Word, the deepest four levels down", async () => {
  const { document } = await parts(
    ...[1, 2, 3, 4, 5, 6].map((level): Block => ({
      kind: "heading",
      level,
      runs: [{ text: "A" }],
    })),
  );
  assertEquals(
    [...document.matchAll(/w:pStyle w:val="Heading(\d)"/g)].map(([, level]) => level),
    ["1", "2", "3", "4", "4", "4"],
  );
});

Deno.test("a quotation is set in, other paragraphs aren't", async () => {
  const { document } = await parts(
    paragraph({ text: "a" }),
    { kind: "paragraph", runs: [{ text: "b" }], quote: true },
  );
  assertEquals(paragraphs(document).slice(0, 2).map((each) => /<w:ind w:left="500"/.test(each)), [
    false,
    true,
  ]);
});

Deno.test("numbered lists begin with 1 each, deeper items than three levels stand on the third", async () => {
  const item = (ordered: boolean, depth: number, number: number): Block => ({
    kind: "item",
    runs: [{ text: "x" }],
    ordered,
    depth,
    number,
  });
  const { document, text } = await parts(
    item(true, 0, 1),
    item(true, 0, 2),
    item(true, 1, 1),
    item(false, 3, 1),
    item(true, 0, 1),
    item(false, 0, 1),
  );
  const marks = [...document.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g)]
    .map(([, level, list]) => [Number(level), Number(list)] as const);
  assertEquals(marks.map(([level]) => level), [0, 0, 1, 2, 0, 0]);
  const [first, second, deeper, bullet, next, outer] = marks.map(([, list]) => list);
  assertEquals([second, deeper, outer], [first, first, bullet]);
  assertEquals(new Set([first, next, bullet]).size, 3);
  const numbering = text("word/numbering.xml");
  assert(numbering.includes('w:val="•"'));
  assert(["%1.", "%2.", "%3."].every((mark) => numbering.includes(`w:val="${mark}"`)));
  // Each level is set in by 400 twentieths of a point more.
  for (const left of [500, 900, 1300]) {
    assert(new RegExp(`<w:ind w:left="${left}" w:hanging="300"`).test(numbering), String(left));
  }
});

Deno.test("code is a paragraph a line, in its own style and font", async () => {
  const { document } = await parts({ kind: "code", text: "a\n\nb" });
  const lines = paragraphs(document).filter((each) => /w:pStyle w:val="Code"/.test(each));
  assertEquals(lines.map(textOf), ["a", "", "b"]);
  assert(lines.every((each) => /Courier New/.test(each)));
});

const cell = (text: string, right = false) => ({ text, right });
const table = (rows: number, number: number | null = 1): Block => ({
  kind: "table",
  caption: "Votes",
  head: [cell("State"), cell("Votes", true)],
  rows: Array.from({ length: rows }, (_, i) => [cell(`s${i}`), cell(String(i), true)]),
  foot: "Source: FEC",
  number,
});
const rowsOf = (xml: string) =>
  [...xml.matchAll(/<w:tr>([\s\S]*?)<\/w:tr>/g)].map(([, row]) => row!);

Deno.test("a table repeats its head, splits no row, and sets numbers to the right", async () => {
  const { document } = await parts(table(2));
  const rows = rowsOf(document);
  assertEquals(rows.map((row) => /<w:tblHeader\/>/.test(row)), [true, false, false]);
  assertEquals(rows.map((row) => /<w:cantSplit\/>/.test(row)), [true, true, true]);
  assertEquals(rows.map((row) => /<w:b\/>/.test(row)), [true, false, false]);
  assertEquals(
    rows.map((row) => [...row.matchAll(/<w:jc w:val="(\w+)"/g)].map(([, side]) => side)),
    [
      ["left", "right"],
      ["left", "right"],
      ["left", "right"],
    ],
  );
  assertEquals(rows.map(textOf), ["StateVotes", "s00", "s11"]);
  // Borders: a line below each cell, none elsewhere.
  const cells = [...document.matchAll(/<w:tcBorders>([\s\S]*?)<\/w:tcBorders>/g)].map(([, x]) =>
    x!
  );
  assertEquals(cells.length, 6);
  for (const borders of cells) {
    assertEquals(borders.match(/w:val="none"/g)?.length, 3);
    assert(/<w:bottom w:val="single" w:color="999999" w:sz="4"\/>/.test(borders), borders);
  }
  const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
    Number(width)
  );
  assertEquals(
    Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(document)![1]),
    widths[0]! + widths[1]!,
  );
  assert(/<w:tblLayout w:type="fixed"\/>/.test(document));
});

Deno.test("a table of up to fourteen rows stays on one page, of a longer one head and ends with their neighbors", async () => {
  const kept = async (rows: number) =>
    rowsOf((await parts(table(rows))).document).map((row) => /<w:keepNext\/>/.test(row));
  assertEquals(await kept(14), Array(15).fill(true));
  assertEquals(await kept(15), [true, true, ...Array(13).fill(false), true]);
});

Deno.test("a caption counts on in the document that it is pasted into; a table without one has no number", async () => {
  const { document } = await parts(table(1, 7));
  const [first] = paragraphs(document);
  assert(/w:pStyle w:val="Caption"/.test(first!));
  assert(/<w:keepNext\/>/.test(first!) && /<w:keepLines\/>/.test(first!));
  assert(/w:fldSimple w:instr="SEQ Table \\\* ARABIC"/.test(first!));
  assertEquals(textOf(first!), "Table 7. Votes");
  assert(/<w:b w:val="false"\/>/.test(first!));
  const without = await parts(table(1, null));
  assertEquals(/Caption|fldSimple/.test(without.document), false);
  const last = paragraphs(document).at(-1)!;
  assertEquals([/w:pStyle w:val="Source"/.test(last), textOf(last)], [true, "Source: FEC"]);
});

/** A PNG's header with these sizes: what a document needs of it. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

/** What a picture measures in the document, in pixels of 1/96 inch: 9,525 units of it each. */
const sizeOf = (document: string) => {
  const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document)!;
  return [Number(width) / 9525, Number(height) / 9525];
};

Deno.test("a picture is half its pixels wide, no wider than the text and no taller than a page", async () => {
  const size = async (width: number, height: number) =>
    sizeOf((await parts({ kind: "bitmap", png: png(width, height), alt: "x" })).document);
  assertEquals(await size(1000, 600), [500, 300]);
  assertEquals(await size(2000, 500), [624, 156]);
  assertEquals(await size(1000, 2000), [350, 700]);
  // A small one is not stored twice as fine.
  assertEquals(await size(600, 300), [300, 150]);
  assertEquals(await size(598, 300), [598, 300]);
  assertEquals(await size(100, 101), [100, 101]);
});

const FIGURE = {
  id: "lead",
  title: "Who led",
  subtitle: "",
  caption: "",
  source: "FEC",
  alt: "Two bars",
  png: png(1000, 600),
} as unknown as FigureRecord;

Deno.test("a figure is its picture with name and alternative text, kept with its caption", async () => {
  const { document } = await parts({ kind: "figure", figure: FIGURE, number: 3 });
  const [picture, caption] = paragraphs(document);
  assert(/<w:keepNext\/>/.test(picture!));
  assert(/name="Who led"[^>]*descr="Two bars"|descr="Two bars"[^>]*name="Who led"/.test(picture!));
  assertEquals(textOf(caption!), "Figure 3. Who led. Source: FEC.");
  assertEquals(/<w:keepNext\/>/.test(caption!), false);
  // One without a picture has its caption alone, and one with its words inside only its number.
  const bare = await parts({ kind: "figure", figure: { ...FIGURE, png: null }, number: 3 });
  assertEquals(textOf(paragraphs(bare.document)[0]!), "Figure 3. Who led. Source: FEC.");
  const inside = await parts({ kind: "figure", figure: FIGURE, number: 3, wordsInside: true });
  assertEquals(textOf(paragraphs(inside.document)[1]!), "Figure 3");
});

Deno.test("the document is a letter page with inch margins, its number below, its title and citation", async () => {
  const { document, text } = await parts(paragraph({ text: "a" }));
  assert(/<w:pgSz w:w="12240" w:h="15840"/.test(document));
  assert(/<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/.test(document));
  const footer = text("word/footer1.xml");
  assert(/PAGE/.test(footer) && /<w:jc w:val="right"\/>/.test(footer));
  const core = text("docProps/core.xml");
  assert(core.includes("<dc:title>Who won?</dc:title>"));
  assert(core.includes("<dc:creator>Tallybook</dc:creator>"));
  assert(core.includes("<dc:description>Cite me</dc:description>"));
  assert(core.includes("2000-01-01T00:00:00.000Z"));
  assertEquals(core.match(/\d{4}-\d\d-\d\dT/g)!.every((day) => day === "2000-01-01T"), true);
  const uncited = unzipSync(await toDocx([], "A"));
  assertEquals(
    /dc:description>\w/.test(new TextDecoder().decode(uncited["docProps/core.xml"])),
    false,
  );
});

Deno.test("pictures count from 1 in each document, and links by where they stand", async () => {
  const blocks: Block[] = [
    { kind: "bitmap", png: png(10, 10), alt: "x" },
    { kind: "bitmap", png: png(20, 10), alt: "y" },
    paragraph({ text: "a", href: "https://a.org" }, { text: "b", href: "https://b.org" }),
  ];
  for (let i = 0; i < 2; i++) {
    const { document } = await parts(...blocks);
    assertEquals([...document.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id), ["1", "2"]);
    assertEquals([...document.matchAll(/<w:hyperlink[^>]* r:id="([^"]+)"/g)].map(([, id]) => id), [
      "rIdLink1",
      "rIdLink2",
    ]);
  }
});
