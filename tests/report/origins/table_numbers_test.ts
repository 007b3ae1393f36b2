import { assertEquals, assertStringIncludes } from "@std/assert";
import type { PageOutput } from "../../../lib/report/notebook_document.ts";
import type { IndexedNumber, OutputNumbers } from "../../../lib/report/origins/number_index.ts";
import { withoutMarks } from "../../../lib/report/origins/mark_numbers.ts";
import { PageNumbers, tableMarkup } from "../../../lib/report/origins/page_numbers.ts";
import { PageState } from "../../../lib/report/page_state.ts";
import { INDEX, lead, parsed } from "./sample_numbers.ts";

const data = (bundle: Record<string, unknown>): PageOutput => ({ kind: "data", data: bundle });

const TABLE = `<table><caption>People in 1790</caption><tbody>
<tr><td>Virginia</td><td data-value="747610">747,610</td><td>39%</td><td>–</td></tr>
<tr><td>Vermont</td><td data-value="85425">85,425</td><td>none</td><td>2 of 3</td></tr></tbody></table>`;

const SHOWN: OutputNumbers = {
  shown: "table",
  whole: 0,
  numbers: [
    lead({ in: "caption", text: "1790" }),
    lead({ in: "1,3", place: 0, text: "2", value: 2 }),
    lead({ in: "1,3", place: 1, text: "3", value: 3 }),
  ],
  columns: [
    { key: "state", origin: 1 },
    { key: "people", origin: 0, by: "count", digits: 0 },
    { key: "share", origin: 1 },
  ],
};

Deno.test("a table's cells have the origin of their column, unless they have their own", () => {
  const numbers = new PageNumbers(INDEX);
  numbers.table(TABLE, SHOWN, "table-1");
  assertEquals(
    numbers.listed.map(({ where, text, origin, value, rounding }) => [
      where,
      text,
      origin,
      value,
      rounding !== undefined,
    ]),
    [
      ['row 1 of the table, column "people"', "747,610", 0, 747_610, true],
      ['row 1 of the table, column "share"', "39%", 1, undefined, false],
      ['row 2 of the table, column "people"', "85,425", 0, 85_425, true],
      // A column that is not known is named by its place.
      ['row 2 of the table, column "4"', "2", 0, 2, true],
      ['row 2 of the table, column "4"', "3", 0, 3, true],
    ],
  );
  const { page } = parsed(numbers);
  assertEquals(page.tables, { "table-1": { "0,1": [0], "0,2": [1], "1,1": [2], "1,3": [3, 4] } });
  assertEquals(numbers.listed.map(({ anchor }) => anchor), Array(5).fill("table-1"));
});

Deno.test("only the numbers of a caption are marked, in the caption alone", () => {
  const numbers = new PageNumbers(INDEX);
  const marked = numbers.markCaption(TABLE, SHOWN);
  assertEquals([marked === TABLE, withoutMarks(marked)], [false, TABLE]);
  assertEquals(
    marked.replace(/<caption>.*<\/caption>/, ""),
    TABLE.replace(/<caption>.*<\/caption>/, ""),
  );
  assertEquals(numbers.listed.map(({ where }) => where), ["a table's caption"]);
  const none = { ...SHOWN, numbers: SHOWN.numbers.slice(1) };
  assertEquals(numbers.markCaption(TABLE, none), TABLE);
});

Deno.test("a table's numbers are listed under the anchor that its page gives it", () => {
  const numbers = new PageNumbers(INDEX);
  const page = new PageState();
  const html = tableMarkup(data({ "text/html": TABLE }), SHOWN, numbers, page)!.toString();
  const anchor = /<div class="table-box"[^>]* id="([^"]*)"/.exec(html)![1]!;
  assertEquals(Object.keys(parsed(numbers).page.tables), [anchor]);
  assertEquals(numbers.listed[0]!.where, "a table's caption");
  // What is no table is shown as it is.
  const before = numbers.listed.length;
  const text = tableMarkup(data({ "text/plain": "5" }), SHOWN, numbers, page)!.toString();
  assertStringIncludes(text, "<pre");
  const plain = tableMarkup(data({ "text/html": "<p>5</p>" }), SHOWN, numbers, page)!.toString();
  assertStringIncludes(plain, "<p>5</p>");
  assertEquals(numbers.listed.length, before);
});

Deno.test("a table's cell has its own number, else its column's, where the cell shows one", () => {
  const table = (rows: readonly (readonly string[])[]) =>
    `<table><tbody>${
      rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")
    }</tbody></table>`;
  const listed = (columns: unknown, own: IndexedNumber[] = []) => {
    const numbers = new PageNumbers(INDEX);
    const shown = { numbers: own, columns } as unknown as OutputNumbers;
    numbers.table(table([["Ohio", "12", "none"], ["Iowa", "3 of 4", "17"]]), shown, "table-1");
    return numbers.listed.map(({ text, where }) => [text, where]);
  };
  const at = (row: number, column: string) => `row ${row} of the table, column "${column}"`;
  // Without columns nothing but a cell's own number has an origin.
  assertEquals(listed(undefined), []);
  assertEquals(listed(undefined, [lead({ in: "0,1", text: "12" })]), [["12", at(1, "2")]]);
  // Words are no numbers of their column.
  assertEquals(listed([undefined, undefined, { key: "votes", origin: 1 }]), [[
    "17",
    at(2, "votes"),
  ]]);
  assertEquals(
    listed([{ key: "state", origin: 1 }, { key: "votes", origin: 0, by: "count", digits: 0 }])
      .map(([, where]) => where),
    [at(1, "votes"), at(2, "votes")],
  );
});
