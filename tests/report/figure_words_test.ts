/** What a page says of a figure, around its drawing. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { figureMarkup, type FigureMarkupOptions } from "../../lib/report/figure_markup.ts";
import type { FigureFile } from "../../lib/report/figure_files.ts";
import type { FigureRecord } from "../../lib/report/figure_record.ts";
import { markup } from "../../lib/report/markup.ts";
import { PageState } from "../../lib/report/page_state.ts";
import { sampleRecord } from "./sample_record.ts";

const PNG: FigureFile = { kind: "PNG", path: "figures/a.png", content: new Uint8Array([0]) };
const shown = (
  changes: Partial<FigureRecord> = {},
  files: FigureFile[] = [],
  options: FigureMarkupOptions = {},
) =>
  figureMarkup(sampleRecord(changes), files, new PageState(), options).toString()
    .replaceAll(/>\s+/gu, ">").replaceAll(/\s+</gu, "<");
const cells = (csv: string) =>
  [...shown({ csv }).matchAll(/<td([^>]*)>([^<]*)<\/td>/gu)].map(([, look, text]) => [
    look!.trim(),
    text,
  ]);

Deno.test("a figure without a drawing shows its picture, and without either its words", () => {
  const plate = (html: string) => /aria-label="Figure 1">(.*?)<\/div><figcaption>/su.exec(html)![1];
  assertEquals(plate(shown()), "<p>Two bars.</p>");
  assertEquals(
    plate(shown({}, [PNG])),
    '<img src="figures/a.png" width="680" height="300" alt="Two bars.">',
  );
  assertEquals(
    plate(shown({}, [PNG], { standalone: true })),
    '<img src="data:image/png;base64,AA==" width="680" height="300" alt="Two bars.">',
  );
});

Deno.test("its line has title and subtitle, and below stand caption and source where it has them", () => {
  assertStringIncludes(shown(), '<span class="figure-words">. Two margins. Points</span></p>');
  assertStringIncludes(shown({ subtitle: "" }), ". Two margins</span></p>");
  const below = (changes: Partial<FigureRecord>) =>
    /<p class="figure-words">(.*?)<\/p>/u.exec(shown(changes))?.[1];
  assertEquals([below({}), below({ caption: "" }), below({ source: "" })], [
    "n = 2 states. Source: FEC",
    "Source: FEC",
    "n = 2 states.",
  ]);
  assertEquals(below({ caption: "", source: "" }), undefined);
});

Deno.test("each file is a link that says what it is of and for, and a page by itself has none", () => {
  const files = [PNG, { ...PNG, kind: "PDF", path: "figures/a.pdf", use: "for print" }];
  assertStringIncludes(
    shown({}, files),
    '<ul class="downloads" aria-label="Files of figure 1">' +
      '<li><a href="figures/a.png" download aria-label="PNG of figure 1">PNG</a></li>' +
      '<li><a href="figures/a.pdf" download aria-label="PDF of figure 1, for print" title="for print">PDF</a></li></ul>',
  );
  assertEquals(shown({}, files, { standalone: true }).includes("downloads"), false);
  assertStringIncludes(
    shown({}, [], { share: (id, number) => markup`<i>${id} ${String(number)}</i>` }),
    "<i>figure-margins 1</i>",
  );
});

Deno.test("a figure's data are a table in its words, numbers with four digits, whole from 1,000 on", () => {
  assertEquals(cells("a_b,c\n-0.123456,x\n999.96,y\n1000.4,z\n-1000.6,\n12345678,\n,\n"), [
    ['align="right"', "−0.1235"],
    ["", "x"],
    ['align="right"', "1000"],
    ["", "y"],
    ['align="right"', "1000"],
    ["", "z"],
    ['align="right"', "−1001"],
    ["", ""],
    ['align="right"', "12345678"],
    ["", ""],
    ['align="right"', ""],
    ["", ""],
  ]);
  // 999.96 has four digits as 1000, and 1000.4 is whole, not 1000.4 with more.
  assertStringIncludes(shown({ csv: "a_b\n1\n" }), '<th scope="col" align="right">a b</th>');
  assertStringIncludes(shown({ csv: "a\n1\n" }), "<summary>In words and numbers</summary>");
  assertStringIncludes(shown({ csv: "a\n" }), "<summary>In words</summary>");
  assertStringIncludes(shown(), "<summary>In words</summary>");
});

Deno.test("a cell of more than sixty letters is marked as long", () => {
  assertEquals(cells(`a\n${"x".repeat(60)}\n`)[0]![0], "");
  assertEquals(cells(`a\n${"x".repeat(61)}\n`)[0]![0], 'class="long"');
});

Deno.test("data that are no CSV are said to be none, with the reason", () => {
  const html = shown({ csv: 'a\n"b' });
  assertStringIncludes(html, "<p>The data of this figure cannot be shown as a table: ");
  assertStringIncludes(html, ".</p>");
});
