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
  assertGreater(widths[0]!, widths[1]!);
  assertEquals(small, false);
  assert(sum(widths) <= 9_360);
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
