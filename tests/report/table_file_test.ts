import { assertEquals } from "@std/assert";
import { tableCsv } from "../../lib/report/table_file.ts";

const table = (head: string, body: string, more = "") =>
  `<table><thead>${head}</thead><tbody>${body}</tbody>${more}</table>`;
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const heads = (...cells: string[]) =>
  `<tr>${cells.map((cell) => `<th>${cell}</th>`).join("")}</tr>`;

Deno.test("a table's headings and cells are lines, their markup left out and blanks joined", () => {
  assertEquals(
    tableCsv(
      table(heads("State", "Votes"), row("<b>New\n  York</b> ", "a &amp; b") + row("", "x,y")),
    ),
    'State,Votes\nNew York,a & b\n,"x,y"\n',
  );
});

Deno.test("what stands in neither head nor body is left out: caption, foot, and what comes behind the table", () => {
  const html = `<table><caption>Table 1.</caption><thead>${heads("A")}</thead>` +
    `<tbody>${row("1")}</tbody><tfoot><tr><td>Source</td></tr></tfoot></table>` +
    `<p>words</p>${table(heads("B"), row("2"))}`;
  assertEquals(tableCsv(html), "A\n1\n");
});

Deno.test("words between cells are no cell's", () => {
  assertEquals(
    tableCsv(
      `<table><thead><tr> <th>A</th> x <th>B</th> </tr></thead>` +
        `<tbody><tr><td>1</td> y <td>2</td></tr> z </tbody></table>`,
    ),
    "A,B\n1,2\n",
  );
});

Deno.test("a table within a cell is words of the cell, and its rows are none", () => {
  const inner = table(heads("in"), row("deep", "er"));
  assertEquals(
    tableCsv(table(heads("A", "B"), row(`before ${inner} after`, "2") + row("3", "4"))),
    "A,B\nbefore indeeper after,2\n3,4\n",
  );
});

Deno.test("a cell of several columns is followed by empty ones, so that columns stay apart", () => {
  assertEquals(
    tableCsv(
      table(
        '<tr><th colspan="2">Both</th><th>C</th></tr>' + heads("A", "B", "C"),
        '<tr><td>1</td><td colspan="2">rest</td></tr>' + row("1", "2", "3"),
      ),
    ),
    "Both,,C\nA,B,C\n1,rest,\n1,2,3\n",
  );
});

Deno.test("a column whose cells carry numbers has a second one, empty where a cell has none", () => {
  assertEquals(
    tableCsv(
      table(
        '<tr><th colspan="2">Both</th></tr>' + heads("State", "Lead"),
        '<tr><td>MI</td><td data-value="-10704">−10,704</td></tr>' + row("all", "none"),
      ),
    ),
    'Both,,\nState,Lead,Lead (value)\nMI,"−10,704",-10704\nall,none,\n',
  );
  // A number in the first column alone leaves the others as they are.
  assertEquals(
    tableCsv(table(heads("Year", "B"), '<tr><td data-value="2016">2016</td><td>x</td></tr>')),
    "Year,Year (value),B\n2016,2016,x\n",
  );
});

Deno.test("rows with fewer cells than others are filled up", () => {
  assertEquals(tableCsv(table(heads("A"), row("1", "2") + row("3"))), "A,\n1,2\n3,\n");
});

Deno.test("no cell is a formula to a spreadsheet, and a table without rows is empty", () => {
  assertEquals(tableCsv(table(heads("A"), row("=1+1"))), "A\n'=1+1\n");
  assertEquals(tableCsv("<table></table>").trim(), "");
});
