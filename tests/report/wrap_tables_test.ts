import { assertEquals, assertStringIncludes } from "@std/assert";
import { PageState } from "../../lib/report/page_state.ts";
import { wrapTables } from "../../lib/report/wrap_tables.ts";

const table = (cells: string, foot = "") =>
  `<table><caption>Votes</caption><tbody><tr>${cells}</tr></tbody>${foot}</table>`;

Deno.test("wrapTables() keeps dates and codes whole, and other cells as they are", () => {
  const html = wrapTables(
    table('<td>2016-11-23</td><td>NE-02</td><td align="right">-02</td><td>on 2016-11-23</td>'),
    new PageState(),
  );
  assertStringIncludes(html, '<td class="code">2016-11-23</td><td class="code">NE-02</td>');
  assertStringIncludes(html, '<td align="right">-02</td><td>on 2016-11-23</td>');
});

Deno.test("wrapTables() marks cells that hold a sentence", () => {
  const sentence =
    "Only a part of the <em>ballots</em> of the county were counted by hand in the end";
  const html = wrapTables(
    table(`<td>${sentence}</td><td>short <em>words</em></td>`),
    new PageState(),
  );
  assertStringIncludes(
    html,
    `<td class="long">${sentence}</td><td>short <em>words</em></td>`,
  );
});

Deno.test("wrapTables() sets a table's source apart, so that it can stay in view", () => {
  const html = wrapTables(
    table("<td>1</td>", '<tfoot><tr><td colspan="1">Source: FEC</td></tr></tfoot>'),
    new PageState(),
  );
  assertStringIncludes(html, '<td colspan="1"><span class="words">Source: FEC</span></td>');
});

Deno.test("wrapTables() numbers the tables that have a caption", () => {
  const page = new PageState();
  const html = wrapTables(table("<td>1</td>") + "<table><tr><td>2</td></tr></table>", page);
  assertEquals([...html.matchAll(/Table \d+\./g)].map(([number]) => number), ["Table 1."]);
});

Deno.test("regions of tables have different names, also where captions are the same or missing", () => {
  const plain = "<table><tr><td>1</td></tr></table>";
  const named = "<table><caption>Votes</caption><tr><td>1</td></tr></table>";
  const page = new PageState();
  const labels = [plain, named, plain, named, named].map((table) =>
    /aria-label="([^"]*)"/.exec(wrapTables(table, page))?.[1]
  );
  assertEquals(labels, ["Table", "Votes", "Table (2)", "Votes (2)", "Votes (3)"]);
});

Deno.test("cells of key numbers and of sentences carry their column's name, for cards on a phone", () => {
  const key = "<table><thead><tr><th>What</th><th>Value</th><th>Interval</th></tr></thead><tbody>" +
    "<tr><td>Lead</td><td>537</td><td>\u2013</td></tr></tbody></table>";
  assertStringIncludes(
    wrapTables(key, new PageState()),
    '<td data-label="What">Lead</td><td data-label="Value">537</td><td data-label="Interval" data-whole data-none>',
  );
  const cells = (last: string) =>
    "<table><thead><tr><th>A</th><th>B</th><th>C</th><th>D</th></tr></thead><tbody>" +
    `<tr><td>1</td><td>2</td><td>3</td><td>${last}</td></tr></tbody></table>`;
  const sentence = "A sentence of many words that goes on for more than sixty characters.";
  assertStringIncludes(wrapTables(cells(sentence), new PageState()), 'data-label="D"');
  // Numbers alone stay a table.
  assertEquals(wrapTables(cells("4"), new PageState()).includes("data-label"), false);
});

Deno.test("a table of six columns or more is cards on a phone, also of numbers alone", () => {
  const table = (columns: number) =>
    `<table><thead><tr>${
      Array.from({ length: columns }, (_, i) => `<th>H${i + 1}</th>`).join("")
    }</tr></thead><tbody><tr>${"<td>1</td>".repeat(columns)}</tr></tbody></table>`;
  const labels = (columns: number) =>
    [...wrapTables(table(columns), new PageState()).matchAll(/data-label="(H\d)"/g)]
      .map(([, name]) => name);
  assertEquals(labels(5), []);
  assertEquals(labels(6), ["H1", "H2", "H3", "H4", "H5", "H6"]);
});

Deno.test("a table whose columns are wider than a phone is cards there, one that fits stays a table", () => {
  const table = (votes: string) =>
    "<table><thead><tr><th>State</th><th>Votes</th><th>Lead</th></tr></thead><tbody>" +
    `<tr><td>Ohio</td><td data-value="1">${votes}</td><td>$1 &amp; $&amp;</td></tr></tbody></table>`;
  const cards = (votes: string) => wrapTables(table(votes), new PageState());
  // 356 pixels of room are 53 letters of 6.7; a number is not broken, words are.
  assertEquals(cards("1,234,567 to 2,345,678").includes("data-label"), false);
  const wide = cards("1,234,567 to 2,345,678, of 9,876,543 to 10,987,654");
  assertStringIncludes(wide, '<td data-value="1" data-label="Votes" data-wide>');
  assertStringIncludes(wide, '<td data-label="Lead">$1 &amp; $&amp;</td>');
});

Deno.test("a table of five columns with phrases is cards on a phone, one of names and numbers is none", () => {
  const isCards = (last: string) =>
    wrapTables(
      "<table><thead><tr><th>A</th><th>B</th><th>C</th><th>D</th><th>E</th></tr></thead><tbody>" +
        `<tr><td>A name of any length at all</td><td>1</td><td>2</td><td>3</td><td>${last}</td></tr></tbody></table>`,
      new PageState(),
    ).includes("data-label");
  assertEquals(isCards("depends on ballots beside"), true);
  assertEquals(isCards("depends on ballots there"), false);
});

const cards = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  wrapTables(
    `<table><thead><tr>${head.map((name) => `<th>${name}</th>`).join("")}</tr></thead><tbody>${
      rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")
    }</tbody></table>`,
    new PageState(),
  );

/** The titles that cards' first cells take from the second. */
const titles = (html: string) =>
  [...html.matchAll(/data-title="([^"]*)"/g)].map(([, title]) => title);

Deno.test("a card is titled by its second cell, too, where the first does not tell rows apart", () => {
  const head = ["Rank", "State", "C", "D", "E", "F"];
  const html = cards(head, [["1", "Ohio &amp; <em>Iowa</em>", "3", "4", "5", "6"]]);
  assertEquals(titles(html), ["Ohio &amp; Iowa"]);
  assertStringIncludes(
    html,
    '<td data-line data-label="State" data-none>Ohio &amp; <em>Iowa</em></td>',
  );
  const rest = ["3", "4", "5", "6"];
  assertEquals(titles(cards(head, [["absent", "all", ...rest], ["absent", "none", ...rest]])), [
    "all",
    "none",
  ]);
  assertEquals(titles(cards(head, [["Ohio", "2nd count", ...rest], ["Ohio", "all", ...rest]])), [
    "2nd count",
    "all",
  ]);
  // Names that differ are title enough; a number is no name, and a long sentence no title.
  assertEquals(titles(cards(head, [["Ohio", "all", ...rest], ["Iowa", "none", ...rest]])), []);
  assertEquals(titles(cards(head, [["1", "2.5 points", ...rest]])), []);
  assertEquals(titles(cards(head, [["1", "many words ".repeat(6), ...rest]])), []);
});

Deno.test("a name and value that half a card's line has no room for get a whole one, in every row", () => {
  const head = ["State", "Margin", "Ballot comparison, no errors", "D", "E", "F"];
  const html = cards(head, [["Ohio", "1", "2", "3", "4", "5"], [
    "Iowa",
    "1",
    "2,345",
    "3",
    "4",
    "5",
  ]]);
  // 28 letters of the name, a colon, a space and 5 digits are more than 28.
  assertEquals([...html.matchAll(/data-label="([^"]*)" data-wide/g)].map(([, name]) => name), [
    "Ballot comparison, no errors",
    "Ballot comparison, no errors",
  ]);
});
