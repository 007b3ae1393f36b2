import { assertEquals } from "@std/assert";
import { wholeCells } from "../../lib/report/whole_cells.ts";

/** A table's marked cells, by their text, of rows of cells. */
const whole = (...rows: readonly (readonly string[])[]) => {
  const html = wholeCells(
    `<table><thead><tr><th>A</th></tr></thead><tbody>${
      rows.map((row) => `<tr>${row.map((cell) => `<td align="right">${cell}</td>`).join("")}</tr>`)
        .join("")
    }</tbody></table>`,
  );
  return [...html.matchAll(/<td data-line align="right">([^<]*)/g)].map(([, cell]) => cell);
};
const letters = (count: number) => "a".repeat(count);

Deno.test("rows' names of up to 22 letters are whole, all of a table or none", () => {
  assertEquals(whole(["New Hampshire", "x y"], [`b ${letters(20)}`, "z"]), [
    "New Hampshire",
    `b ${letters(20)}`,
  ]);
  assertEquals(whole(["New Hampshire", "x y"], [letters(23), "z"]), []);
  // Neither the marks of numbers nor references to characters count as more than what is seen.
  assertEquals(whole([`b ${letters(17)}\uE1012\uE002&#39;s`]).length, 1);
});

Deno.test("where the first column is a rank or a year, the name of the second is whole", () => {
  assertEquals(whole(["1", "New Hampshire", "x y"], ["2", "Nevada", "z"]), ["New Hampshire"]);
  assertEquals(whole(["1", "New Hampshire"], ["2", `b ${letters(21)}`]), []);
  assertEquals(whole(["1st", "New Hampshire"]), []);
});

Deno.test("a column of intervals is whole, with numbers and dashes between, one of other words is not", () => {
  const long = letters(30);
  const column = (...cells: string[]) => whole(...cells.map((cell) => [long, cell]));
  const intervals = ["1,288 to 2,590", "\u2212129 to 597", "\u2013", "0.5%"];
  // What has no space cannot be broken, and needs no mark.
  assertEquals(column(...intervals), intervals.slice(0, 2));
  assertEquals(column("\u22121.36 (\u22122.09 to \u22120.63)", "+1").length, 1);
  assertEquals(column(...intervals, "5 to 6, by hand"), []);
  assertEquals(column("5", "6"), []);
});

Deno.test("a table of sentences, spans or heads in its body stays as it is", () => {
  for (
    const body of [
      '<tr><td>a</td><td class="long">b</td></tr>',
      '<tr><td colspan="2">a</td></tr>',
      "<tr><th>a</th><td>5 to 6</td></tr>",
    ]
  ) {
    const table = `<table><tbody>${body}</tbody></table>`;
    assertEquals(wholeCells(table), table);
  }
});
