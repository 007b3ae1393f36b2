/**
 * The looks of a document's paragraphs, in points. They are a choice, made by looking at them in Word and
 * LibreOffice: these tests only hold it against a change that nobody meant.
 */
import { assertEquals } from "@std/assert";
import { unzipSync } from "fflate";
import { toDocx } from "../../../lib/report/export/to_docx.ts";

const files = unzipSync(await toDocx([], "Who won?"));
const styles = new TextDecoder().decode(files["word/styles.xml"]);

/** A style's font, size, weight, space before and after, and height of its lines. */
function look(xml: string) {
  const value = (name: string) => new RegExp(`<w:${name} w:val="([^"]*)"`).exec(xml)?.[1];
  const space = (name: string) => new RegExp(`<w:spacing [^>]*w:${name}="(\\d+)"`).exec(xml)?.[1];
  // Sizes are half points, spaces twentieths of one, lines parts of 240.
  const number = (text: string | undefined, unit: number) =>
    text === undefined ? null : Number(text) / unit;
  return [
    /w:ascii="([^"]*)"/.exec(xml)?.[1] ?? null,
    number(value("sz"), 2),
    /<w:b\/>/.test(xml) ? "bold" : "",
    number(space("before"), 20),
    number(space("after"), 20),
    number(space("line"), 240),
    value("color") ?? null,
  ];
}
const styleOf = (id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(styles)![0];

Deno.test("text is set in Times, in 11.5 points with a fifth of a line between lines", () => {
  const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)![0];
  assertEquals(look(defaults), ["Times New Roman", 11.5, "", null, 7, 1.2, null]);
  assertEquals(/<w:lang w:val="en-US"\/>/.test(defaults), true);
});

Deno.test("headings become smaller level by level, and stay with what follows", () => {
  const heading = (
    size: number,
    before: number,
  ) => ["Arial", size, "bold", before, 6, 1.05, "1F2023"];
  assertEquals([1, 2, 3, 4].map((level) => look(styleOf(`Heading${level}`))), [
    heading(19, 0),
    heading(14, 16),
    heading(12, 12),
    heading(11, 10),
  ]);
  for (const level of [1, 2, 3, 4]) {
    assertEquals(/<w:keepNext\/>/.test(styleOf(`Heading${level}`)), true);
  }
});

Deno.test("captions, sources, tables and code are smaller than the text, their lines close together", () => {
  assertEquals(look(styleOf("Caption")), ["Arial", 9.5, "bold", 3, 8, null, "3A3C41"]);
  assertEquals(look(styleOf("Source")), ["Arial", 8.5, "", 3, 11, 1, "3A3C41"]);
  assertEquals(look(styleOf("TableText")), ["Arial", 9.5, "", 0, 0, 1, null]);
  assertEquals(look(styleOf("Code")), [null, 8.5, "", 0, 0, 1, null]);
  for (const id of ["Caption", "Source", "TableText", "Code"]) {
    assertEquals(/<w:basedOn w:val="Normal"\/>/.test(styleOf(id)), true);
  }
});
