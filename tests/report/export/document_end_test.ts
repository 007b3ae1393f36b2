/** What stands at a document's end: where its numbers and it come from, block by block. */
import { assertEquals } from "@std/assert";
import { unzipSync } from "fflate";
import { aboutBlocks } from "../../../lib/report/export/about_blocks.ts";
import { figureBundle } from "../../../lib/report/export/figure_bundle.ts";
import { noteBlocks } from "../../../lib/report/export/note_blocks.ts";
import { dataHash } from "../../../lib/report/citation.ts";
import type { FigureFile } from "../../../lib/report/figure_files.ts";
import type { FigureRecord } from "../../../lib/report/figure_record.ts";
import { sampleRecord } from "../sample_record.ts";

const note = {
  text: "537",
  expression: "count(lead)",
  place: "cell 2, line 3",
  rounding: "a whole number, not rounded",
  made: "a − b",
  reads: [1, 2, 3, 5],
};
const item = (number: number, ...runs: object[]) => ({
  kind: "item",
  ordered: true,
  depth: 0,
  number,
  runs,
});

Deno.test("notes on an answer's numbers are a numbered list, and so is what their code read", () => {
  assertEquals(noteBlocks({ notes: [], reads: ["9 rows"] }), []);
  const second = { ...note, text: "5", made: null, reads: [] };
  assertEquals(
    noteBlocks({ notes: [note, second], reads: ["9 rows of a", "3 rows of b"] }) as unknown,
    [
      { kind: "heading", level: 2, runs: [{ text: "Where the answer\u2019s numbers come from" }] },
      item(
        1,
        { text: "537", bold: true },
        { text: ": " },
        { text: "count(lead)", code: true },
        { text: ", cell 2, line 3; a whole number, not rounded; a − b; rows 1 to 3, 5" },
      ),
      item(
        2,
        { text: "5", bold: true },
        { text: ": " },
        { text: "count(lead)", code: true },
        { text: ", cell 2, line 3; a whole number, not rounded" },
      ),
      { kind: "heading", level: 3, runs: [{ text: "Rows that their code read" }] },
      item(1, { text: "9 rows of a" }),
      item(2, { text: "3 rows of b" }),
    ],
  );
  // Without rows that were read there is no second list.
  assertEquals(noteBlocks({ notes: [second], reads: [] }).map(({ kind }) => kind), [
    "heading",
    "item",
  ]);
});

const CONTEXT = {
  name: "02_sample",
  versions: { deno: "2.9.6", library: "0.1.0", lock: "1".repeat(64), released: "2026-11-21" },
};

Deno.test("a document says notebook, version, data, license and citation, each behind its word in bold", () => {
  const reads = [
    { path: "data/b.csv", sha256: "b".repeat(64) },
    { path: "data/a.csv", sha256: "a".repeat(64) },
  ];
  const line = (what: string, text: string) => ({
    kind: "item",
    runs: [{ text: `${what}: `, bold: true }, { text }],
    ordered: false,
    depth: 0,
    number: 1,
  });
  const cited = "The Tallybook authors (2026). Who won? In Tallybook: presidential vote counts, " +
    "checked, version 0.1.0, page 02_sample";
  const whole = aboutBlocks({ ...CONTEXT, run: { reads, allowed: [] } }, "Who won?");
  const hash = dataHash(reads)!;
  assertEquals(whole as unknown, [
    { kind: "heading", level: 2, runs: [{ text: "Where this document comes from" }] },
    line("Notebook", "notebooks/02_sample.ipynb"),
    line("Version", `Tallybook 0.1.0, Deno 2.9.6, deno.lock SHA-256 ${"1".repeat(64)}`),
    line("Data", `SHA-256 ${hash}, of the list of the files read: data/b.csv, data/a.csv`),
    line("License", "Text, figures and code: MIT."),
    line("Cite as", `${cited}, data SHA-256 ${hash.slice(0, 16)}.`),
  ]);
  const bare = aboutBlocks(CONTEXT, "Who won?");
  assertEquals(bare[3] as unknown, line("Data", "no file of the project is noted as read"));
  assertEquals(bare[5] as unknown, line("Cite as", `${cited}.`));
});

const FIGURE = sampleRecord({ alt: "Wisconsin −0.77, Ohio −8.13." });
const FILES: FigureFile[] = [
  { kind: "PNG", path: "figures/margins.png", content: new Uint8Array([1, 2]) },
  { kind: "CSV", path: "figures/margins.csv", content: "a\n1\n" },
  { kind: "PNG", path: "figures/margins_phone.png", content: "x", use: "for phones" },
  { kind: "SVG", path: "figures/margins.svg", content: "<svg/>" },
];
const bundle = (figure: FigureRecord) => {
  const { path, content } = figureBundle(figure, FILES, CONTEXT);
  const members = unzipSync(content as Uint8Array);
  const text = (name: string) => new TextDecoder().decode(members[name]);
  return { path, names: Object.keys(members), text, content };
};

Deno.test("a figure's archive has its files in a folder of its name, and says what each is for", () => {
  const { path, names, text } = bundle(FIGURE);
  assertEquals(path, "margins.zip");
  assertEquals(names, [
    "margins/README.txt",
    "margins/margins.png",
    "margins/margins.csv",
    "margins/margins_phone.png",
    "margins/margins.svg",
  ]);
  assertEquals(text("margins/margins.csv"), "a\n1\n");
  assertEquals(
    text("margins/README.txt"),
    `Two margins
Points

n = 2 states.

Source: FEC

In words (for an alternative text):
Wisconsin −0.77, Ohio −8.13.

margins.png        the picture, for screens and slides
margins.csv        the data that it shows
margins_phone.png  for phones
margins.svg        SVG

Made by Tallybook 0.1.0, notebooks/02_sample.ipynb.
`,
  );
  // What a figure does not say has no line.
  assertEquals(
    bundle({ ...FIGURE, subtitle: "", caption: "" }).text("margins/README.txt").split("\n").slice(
      0,
      3,
    ),
    ["Two margins", "", "Source: FEC"],
  );
});

Deno.test("the same figure gives the same archive, dated by no clock", () => {
  const { content } = bundle(FIGURE);
  assertEquals(content, bundle(FIGURE).content);
  // The day in the archive's first header, in MS-DOS's form: years since 1980, month, day.
  const date = new DataView((content as Uint8Array<ArrayBuffer>).buffer).getUint16(12, true);
  assertEquals([1980 + (date >> 9), date >> 5 & 15, date & 31], [2000, 1, 1]);
});
