/** The words with which a number is found, at the ends of its paragraph. */
import { assertEquals } from "@std/assert";
import { pageEntries } from "../../../lib/report/search/page_entries.ts";

const wordsOf = (paragraph: string) =>
  pageEntries(`<html><body><main><h1>Who?</h1>${paragraph}</main></body></html>`, "01.html")
    .filter(({ kind }) => kind === "Number").map(({ text }) => text);
const number = '<span class="from" id="number-0">537</span>';

Deno.test("seventy letters before a number are shown whole, more from a whole word on, with an ellipsis", () => {
  // 69 letters and a blank.
  const seventy = `${"a".repeat(34)} ${"b".repeat(34)} `;
  assertEquals(seventy.length, 70);
  assertEquals(wordsOf(`<p>${seventy}${number}</p>`), [`${seventy}537`]);
  assertEquals(wordsOf(`<p>x${seventy}${number}</p>`), [`… ${"b".repeat(34)} 537`]);
});

Deno.test("seventy letters behind a number are shown whole, more up to a whole word, with an ellipsis", () => {
  const seventy = ` ${"a".repeat(34)} ${"b".repeat(34)}`;
  assertEquals(seventy.length, 70);
  assertEquals(wordsOf(`<p>${number}${seventy}</p>`), [`537${seventy}`]);
  assertEquals(wordsOf(`<p>${number}${seventy}x</p>`), [`537 ${"a".repeat(34)} …`]);
  // Words that go on without a blank are left out.
  assertEquals(wordsOf(`<p>${number}${"a".repeat(80)}</p>`), ["537 …"]);
});

Deno.test("a number is found by its own paragraph, cell row, heading or caption, not by those beside it", () => {
  assertEquals(wordsOf(`<p>before</p><ul><li>Led by ${number}.</li><li>other</li></ul>`), [
    "Led by 537.",
  ]);
  assertEquals(
    wordsOf(
      `<table><tbody><tr><td>FL</td> <td>${number}</td></tr><tr><td>GA</td></tr></tbody></table>`,
    ),
    ["FL 537"],
  );
  // Outside of any of them it stands for itself.
  assertEquals(wordsOf(`<div>words ${number} words</div>`), [""]);
});

Deno.test("a section's words end at the next heading, and figures, tables and code are not among them", () => {
  const entries = pageEntries(
    `<html><body><main><h1>Who?</h1><div class="flow"><h2 id="a">A</h2><p>one</p><figure>f</figure>` +
      `<div class="table-box">t</div><details>d</details><div class="output">o</div><p>two</p>` +
      `<h3 id="b">B</h3><p>three</p><h2 id="c">C</h2></div></main></body></html>`,
    "01.html",
  );
  assertEquals(entries.slice(1).map(({ title, text, href }) => [title, text, href]), [
    ["A", "one two", "01.html#a"],
    ["B", "three", "01.html#b"],
    ["C", "", "01.html#c"],
  ]);
});

Deno.test("a table without a caption is not found by itself", () => {
  const box = (id: string, caption: string) =>
    `<div class="table-box" id="${id}"><table>${caption}<tbody><tr><td>x</td></tr></tbody></table></div>`;
  const entries = pageEntries(
    `<html><body><main><h1>Who?</h1>${box("t1", "")}${
      box("t2", "<caption>Two</caption>")
    }</main></body></html>`,
    "01.html",
  );
  assertEquals(entries.slice(1).map(({ title, href }) => [title, href]), [["Two", "01.html#t2"]]);
});
