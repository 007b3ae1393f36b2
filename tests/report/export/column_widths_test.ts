import { assert, assertEquals, assertGreater } from "@std/assert";
import { columnWidths } from "../../../lib/report/export/column_widths.ts";

const cell = (text: string) => ({ text, right: false });
const table = (head: string[], ...rows: string[][]) => ({
  head: head.map(cell),
  rows: rows.map((row) => row.map(cell)),
});
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

Deno.test("columnWidths() gives a long word more room than a short one, and no more than the page", () => {
  const { widths, small } = columnWidths(table(["State", "Votes"], ["Massachusetts", "5"]));
  // Thirteen letters with a wide M, five bold ones; a letter takes 124, the gap 140.
  assertEquals(widths, [13.7, 5.5].map((letters) => Math.floor(letters * 124 + 140)));
  assertEquals(small, false);
});

Deno.test("columnWidths() lets sentences break before numbers", () => {
  const sentence = "a sentence that is much longer than any line of a table can be";
  const { widths } = columnWidths(
    table(["What", "A", "B", "C", "D"], [sentence, ...Array(4).fill("136,669,276")]),
  );
  // Eleven letters and the gap beside them.
  assert(widths.slice(1).every((width) => width >= 11 * 99));
  assert(sum(widths) <= 9_360);
});

Deno.test("columnWidths() makes letters small where many columns have little room", () => {
  const heads = Array.from({ length: 9 }, () => "Undervotes");
  const { widths, small } = columnWidths(table(heads, heads));
  assertEquals(small, true);
  assert(sum(widths) <= 9_360);
});

Deno.test("columnWidths() gives the room that is left to the text that takes most lines", () => {
  const file = "medsl-state/1976-2020-president.csv";
  const why = "Rows of unnamed others hold over- and undervotes that the state did not accept";
  const { widths } = columnWidths(table(["Table", "Votes", "What happened"], [file, "9,498", why]));
  assertGreater(widths[2]!, widths[0]!);
  assertGreater(widths[0]!, widths[1]!);
});

Deno.test("columnWidths() sets a long heading of short numbers in two lines", () => {
  const heading = "Would have voted for one of the two";
  const { widths, small } = columnWidths(table(["State", heading], ["MI", "39.0%"]));
  // Half of its 35 bold letters.
  assertGreater(widths[1]!, 1.1 * 17 * 124);
  assertEquals(small, false);
});

Deno.test("columnWidths() makes letters small where sentences would take many lines", () => {
  const sentence = "a sentence that goes on for longer than the page has room for, ".repeat(3);
  assertEquals(columnWidths(table(["A", "B", "C"], Array(3).fill(sentence))).small, true);
});

Deno.test("columnWidths() gives a percent sign more room than a digit", () => {
  const { widths } = columnWidths(table(["A", "B"], ["479", "47%"]));
  assertGreater(widths[1]!, widths[0]!);
});

Deno.test("columnWidths() keeps an interval on one line where a sentence beside it can break", () => {
  const sentence = "education, race and log density held fixed, and the vote of the year before";
  const { widths } = columnWidths(
    table(["What", "Value", "Interval", "Compared with"], [
      sentence,
      "−7.77",
      "−11.87 to −3.68",
      sentence,
    ]),
  );
  // Its fifteen letters.
  assert(widths[2]! >= 15 * 124, String(widths));
});

Deno.test("columnWidths() leaves nothing of the page to either side of sentences, in small letters too", () => {
  const sentence = "a sentence that goes on for longer than the page has room for, ";
  for (const [times, columns] of [[1, 2], [3, 3], [3, 4], [6, 2]] as const) {
    const texts = Array<string>(columns).fill(sentence.repeat(times));
    const { widths } = columnWidths(table(Array<string>(columns).fill("A"), texts));
    const left = 9_360 - sum(widths);
    assert(left >= 0 && left <= columns + 1, `${left} left of ${columns} columns`);
    assert(Math.max(...widths) - Math.min(...widths) <= 130, `${widths}`);
  }
});
