import { assertEquals } from "@std/assert";
import { decodePng, readFigure, readFigureWords } from "../../lib/report/figure_record.ts";
import type { PageOutput } from "../../lib/report/notebook_document.ts";

const TYPE = "application/vnd.tallybook.figure+json";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>';
const output = (record: unknown, more: Record<string, unknown> = {}): PageOutput => ({
  kind: "data",
  data: { [TYPE]: record, ...more },
});
const read = (record: Record<string, unknown>, more?: Record<string, unknown>) =>
  readFigure(output(record, more))!;

Deno.test("a figure's size is a number of pixels below ten thousand, else the usual one", () => {
  const size = (width: unknown, height: unknown) => {
    const figure = read({ svg: SVG, width, height });
    return [figure.width, figure.height];
  };
  assertEquals(size(300, 200), [300, 200]);
  assertEquals(size(0.5, 9_999), [0.5, 9_999]);
  for (const wrong of [0, -1, 10_000, 1e9, NaN, Infinity, "300", null, undefined, {}]) {
    assertEquals(size(wrong, wrong), [640, 400], String(wrong));
  }
});

Deno.test("a figure's words are texts, its title never blank, its description the title where there is none", () => {
  const words = (record: Record<string, unknown>) => readFigureWords(output(record));
  assertEquals(words({ title: "A", subtitle: "B", caption: "C", alt: "D" }), {
    ...{ title: "A", subtitle: "B", caption: "C", alt: "D" },
  });
  assertEquals(words({ title: 'The "lead"' }), {
    ...{ title: "The “lead”", subtitle: "", caption: "", alt: "The “lead”" },
  });
  for (const title of ["", 7, null, ["A"]]) {
    assertEquals(words({ title, subtitle: 7, caption: null, alt: {} }), {
      ...{ title: "Untitled figure", subtitle: "", caption: "", alt: "Untitled figure" },
    });
  }
});

Deno.test("a figure's name is fit for a file: its own, else its title's, else one for all", () => {
  const id = (record: Record<string, unknown>) => read({ svg: SVG, ...record }).id;
  assertEquals(id({ id: "Lead by-State", title: "x" }), "lead_by_state");
  assertEquals(id({ id: "../../etc/passwd" }), "etc_passwd");
  assertEquals(id({ id: "…", title: "Who won?" }), "who_won");
  assertEquals(id({ id: 7 }), "untitled_figure");
  assertEquals(id({ title: "票" }), "figure");
});

Deno.test("a figure is read from its own type alone, also where it is stored as text", () => {
  assertEquals(readFigure(output(JSON.stringify({ svg: SVG, title: "T" })))?.title, "T");
  for (const stored of ["no JSON", "7", null, undefined, 7, "null"]) {
    assertEquals(readFigure(output(stored)), null, String(stored));
    assertEquals(readFigureWords(output(stored)), null, String(stored));
  }
  const other: PageOutput = { kind: "stream", stream: "stdout", text: SVG };
  assertEquals([readFigure(other), readFigureWords(other)], [null, null]);
  assertEquals(readFigure({ kind: "data", data: { "text/plain": "x" } }), null);
});

Deno.test("a figure's parts are cleaned, and blank where they are none", () => {
  const hostile = SVG.replace("<rect", "<script>run()</script><rect");
  const figure = read({
    ...{ svg: hostile, narrow: { svg: hostile }, csv: "a,b\n1,2\n", source: "FEC's", estimand: 3 },
  });
  for (const svg of [figure.svg, figure.narrow]) {
    assertEquals([svg.includes("script"), svg.includes("<rect")], [false, true]);
  }
  assertEquals([figure.csv, figure.source, figure.estimand], ["a,b\n1,2\n", "FEC’s", 3]);
  const bare = read({ svg: SVG });
  assertEquals([bare.narrow, bare.csv, bare.source, bare.estimand, bare.png], [
    ...["", "", ""],
    null,
    null,
  ]);
  for (const narrow of [null, {}, { svg: 7 }, SVG]) {
    assertEquals(read({ svg: SVG, narrow }).narrow, "");
  }
});

Deno.test("a stored picture is a PNG by its first eight bytes, or none", () => {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const base64 = (bytes: number[]) => Uint8Array.from(bytes).toBase64();
  assertEquals([...decodePng(base64([...signature, 1, 2]))!], [...signature, 1, 2]);
  for (let at = 0; at < 8; at++) {
    const wrong = signature.map((byte, i) => i === at ? byte ^ 1 : byte);
    assertEquals(decodePng(base64([...wrong, 1])), null);
    assertEquals(decodePng(base64(signature.slice(0, at))), null);
  }
  for (const wrong of ["no base64!", 7, null, undefined]) assertEquals(decodePng(wrong), null);
  const png = base64([...signature, 9]);
  assertEquals(read({ svg: SVG }, { "image/png": png }).png?.length, 9);
});
