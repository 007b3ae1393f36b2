import { assertEquals } from "@std/assert";
import {
  markedNumbers,
  markNumbers,
  numberElements,
  withoutMarks,
} from "../../../lib/report/origins/mark_numbers.ts";
import { roundingWords } from "../../../lib/report/origins/rounding_words.ts";
import { tableCells } from "../../../lib/report/origins/table_cells.ts";

Deno.test("marked numbers become elements in text, and leave no trace in tags", () => {
  const marked = markNumbers("Of 5, 1,234 led by −0.5%.", new Map([[1, 7], [2, 8]]));
  assertEquals(markedNumbers(marked), [7, 8]);
  assertEquals(withoutMarks(marked), "Of 5, 1,234 led by −0.5%.");
  assertEquals(
    numberElements(`<p title="${marked}">${marked}</p>`),
    '<p title="Of 5, 1,234 led by −0.5%.">Of 5, <span class="from" id="number-7">1,234</span> ' +
      'led by <span class="from" id="number-8">−0.5%</span>.</p>',
  );
});

Deno.test("in Markdown, code, formulas, addresses and tags are left alone", () => {
  const source = "`3` $x = 4$ [5](https://a.org/6) <b title='7'>8</b>";
  const all = new Map([0, 1, 2, 3, 4, 5].map((place) => [place, place]));
  assertEquals(markedNumbers(markNumbers(source, all, { markdown: true })), [2, 5]);
  assertEquals(markedNumbers(markNumbers(source, all)), [0, 1, 2, 3, 4, 5]);
});

Deno.test("roundingWords() says what was rounded, and to what", () => {
  assertEquals(roundingWords(543_895, "count", 0), "a whole number, not rounded");
  // 2868686 / 136669276 = 0.020989985…
  assertEquals(
    roundingWords(0.0209899846546, "points", 2),
    "2.09899846546 percentage points, rounded to 2 decimals",
  );
  assertEquals(roundingWords(0.5, "percent", 1), "50 percent, not rounded");
  assertEquals(roundingWords(-0.743494, "decimal", 0), "−0.743494, rounded to no decimals");
  assertEquals(roundingWords(1.25, "decimal", 1), "1.25, rounded to 1 decimal");
});

Deno.test("tableCells() reads rows, columns, texts and values of a table", () => {
  const html = "<table><thead><tr><th>A</th></tr></thead><tbody>\n" +
    '<tr><td>x &amp; y</td><td align="right" data-value="-3.5">−3.50</td></tr>\n</tbody></table>';
  assertEquals(tableCells(html), [
    { row: 0, column: 0, text: "x & y" },
    { row: 0, column: 1, text: "−3.50", value: -3.5 },
  ]);
});
