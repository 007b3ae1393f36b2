/** When a table is shown as cards on a phone, at the numbers where that changes. */
import { assertEquals } from "@std/assert";
import { phoneCards } from "../../lib/report/phone_cards.ts";

const table = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table><thead><tr>${head.map((name) => `<th>${name}</th>`).join("")}</tr></thead><tbody>${
    rows.map((row) =>
      `<tr>${row.map((cell) => cell.startsWith("<td") ? cell : `<td>${cell}</td>`).join("")}</tr>`
    ).join("")
  }</tbody></table>`;
const isCards = (html: string) => {
  const cards = phoneCards(html);
  assertEquals(cards === html, !cards.includes("data-label"));
  return cards !== html;
};
const letters = (count: number) => "a".repeat(count);

Deno.test("a table of a sentence is cards from four columns on", () => {
  const long = '<td class="long">A sentence</td>';
  assertEquals(isCards(table(["A", "B", "C"], ["1", "2", long])), false);
  assertEquals(isCards(table(["A", "B", "C", "D"], ["1", "2", "3", long])), true);
});

Deno.test("phrases of more than 24 letters make cards of five columns, but for the row's own name", () => {
  const phrase = (count: number) => "ab ".repeat(20).slice(0, count - 1) + "x";
  const five = (cells: readonly string[]) => isCards(table(["A", "B", "C", "D", "E"], cells));
  assertEquals(phrase(24).length, 24);
  assertEquals(five(["1", "2", "3", "4", phrase(24)]), false);
  assertEquals(five(["1", "2", "3", "4", phrase(25)]), true);
  assertEquals(five(["1", phrase(25), "3", "4", "5"]), true);
  assertEquals(five([phrase(25), "2", "3", "4", "5"]), false);
  assertEquals(isCards(table(["A", "B", "C", "D"], ["1", "2", "3", phrase(25)])), false);
});

Deno.test("three columns are cards where their longest words are wider than 356 pixels", () => {
  // Each letter takes 6.7 pixels, each column 7.2 more: 49 letters in three columns are 349.9, 50 are 356.6.
  const three = (count: number) =>
    isCards(table(["A", "B", "C"], [letters(20), letters(20), letters(count)]));
  assertEquals([three(9), three(10)], [false, true]);
  // The names count as the cells do, tags and references not.
  assertEquals(isCards(table([letters(20), letters(20), letters(10)], ["1", "2", "3"])), true);
  assertEquals(isCards(table([letters(20), letters(20), letters(9)], ["1", "2", "3"])), false);
  assertEquals(
    isCards(table(["A", "B", "C"], [letters(20), letters(20), `<em>${letters(8)}&amp;</em>`])),
    false,
  );
  assertEquals(isCards(table(["A", "B"], [letters(60), letters(60)])), false);
});

Deno.test("words break at spaces and hyphens, numbers and codes do not", () => {
  const three = (cell: string) => isCards(table(["A", "B", "C"], [letters(20), letters(20), cell]));
  assertEquals(three("five fives and-more"), false);
  assertEquals(three('<td data-value="5">five fives</td>'), true);
  assertEquals(three('<td align="right">five fives</td>'), true);
  assertEquals(three('<td class="code">five fives</td>'), true);
  assertEquals(three('<td class="soft">five fives</td>'), false);
});

Deno.test("the widest cell of a column counts, in whichever row", () => {
  const widest = (...rows: string[][]) => isCards(table(["A", "B", "C"], ...rows));
  const [w, n] = [letters(25), "n"];
  assertEquals(widest([w, n, n], [n, w, n]), true);
  assertEquals(widest([w, n, n], [w, n, n]), false);
});

Deno.test("key numbers are always cards; a body with heads or spans never is", () => {
  assertEquals(isCards(table(["What", "Value"], ["Lead", "5"])), true);
  assertEquals(isCards(table(["What", "Values"], ["Lead", "5"])), false);
  assertEquals(isCards(table(["Which", "Value"], ["Lead", "5"])), false);
  assertEquals(isCards(table(["What", "Value"], ['<td colspan="2">Lead</td>'])), false);
  assertEquals(
    isCards(
      "<table><thead><tr><th>What</th><th>Value</th></tr></thead><tbody><tr><th>a</th></tr></tbody></table>",
    ),
    false,
  );
});

const HEAD = ["N", "State", "C", "D", "E", "F"];
const titlesOf = (...rows: string[][]) =>
  [...phoneCards(table(HEAD, ...rows)).matchAll(/data-title="([^"]*)"/g)].map(([, title]) => title);
const REST = ["3", "4", "5", "6"];

Deno.test("a title takes the second name of up to sixty letters, where the first is a rank or comes twice", () => {
  const name = (count: number) => `Ab ${letters(count - 3)}`;
  assertEquals(titlesOf(["1", name(60), ...REST]), [name(60)]);
  assertEquals(titlesOf(["1", name(61), ...REST]), []);
  assertEquals(titlesOf(["1", "Ohio", ...REST], ["2", "Iowa", ...REST]), ["Ohio", "Iowa"]);
  assertEquals(titlesOf(["1st", "Ohio", ...REST], ["2nd", "Iowa", ...REST]), []);
  assertEquals(titlesOf(["a", "Ohio", ...REST], ["a", "Iowa", ...REST]), ["Ohio", "Iowa"]);
  assertEquals(titlesOf(["a", "Ohio", ...REST], ["b", "Iowa", ...REST], ["a", "x", ...REST]), [
    "Ohio",
    "Iowa",
    "x",
  ]);
  assertEquals(titlesOf(["1", "Ohio", ...REST], ["2", "5.1", ...REST]), []);
});

Deno.test("a title's quotation marks stay within their attribute, and key numbers have no second name", () => {
  assertEquals(titlesOf(["1", 'The "state"', ...REST]), ["The &quot;state&quot;"]);
  const key = phoneCards(table(["What", "Value", "C"], ["1", "Ohio", "x"]));
  assertEquals(key.includes("data-title"), false);
});

Deno.test("of a card's lines those of more than 28 letters are whole, and empty ones are marked", () => {
  const marks = (cell: string) =>
    [
      ...phoneCards(table(HEAD, ["1", "2", cell, "4", "5", "6"])).matchAll(
        /data-label="C"([^>]*)>/g,
      ),
    ]
      .map(([, rest]) => rest!.trim())[0];
  // The name "C", a colon, a space, and the cell.
  assertEquals(marks(`${letters(12)} ${letters(12)}`), "");
  assertEquals(marks(`${letters(12)} ${letters(13)}`), "data-wide");
  assertEquals([marks(""), marks("\u2013"), marks("0"), marks("-")], [
    "data-none",
    "data-none",
    "",
    "",
  ]);
  // In a row that has fewer cells than the head the rest is nothing.
  assertEquals(phoneCards(table(HEAD, ["1"])).match(/data-label/g)?.length, 1);
});

Deno.test("no two cards of a table have one title where their cells differ", () => {
  // Names that tell rows apart are in every title, numbers only where titles would else be the same.
  assertEquals(
    titlesOf(
      ["2016", "Texas", "Trump", "Kasich", "1", "1"],
      ["2016", "Texas", "Trump", "Paul", "1", "1"],
      ["1948", "Tennessee", "Truman", "Thurmond", "1", "1"],
    ),
    ["Texas \u00b7 D: Kasich", "Texas \u00b7 D: Paul", "Tennessee \u00b7 D: Thurmond"],
  );
  assertEquals(
    titlesOf(
      ["a", "3/5", "106", "4", "5", "6"],
      ["a", "0", "91", "4", "5", "6"],
      ["b", "0", "91", "4", "5", "6"],
    ),
    ["State: 3/5", "State: 0"],
  );
  // Two columns where one is not enough, but none that adds nothing.
  assertEquals(
    titlesOf(
      ["a", "1", "13", "50", "5", "6"],
      ["a", "1", "13", "100", "5", "7"],
      ["a", "10", "134", "50", "5", "8"],
      ["a", "10", "134", "100", "5", "9"],
    ),
    ["1 \u00b7 D: 50", "1 \u00b7 D: 100", "10 \u00b7 D: 50", "10 \u00b7 D: 100"].map((title) =>
      `State: ${title}`
    ),
  );
  // Rows that are the same keep what they have.
  assertEquals(titlesOf(["a", "5", ...REST], ["a", "5", ...REST]), []);
});

Deno.test("what is longer than 130 letters or nothing is in no title", () => {
  const study = (count: number) => `Ab ${letters(count - 3)}`;
  const rows = (count: number) => [
    ["a", study(count), "poll", "4", "5", "6"],
    ["a", "Cd", "model", "4", "5", "6"],
  ];
  assertEquals(titlesOf(...rows(130)), [study(130), "Cd"]);
  assertEquals(titlesOf(...rows(131)), ["C: poll", "C: model"]);
  assertEquals(titlesOf(["a", "5", ...REST], ["a", "\u2013", ...REST]), ["State: 5"]);
});

Deno.test("what a title has is not in its card again, in that row alone", () => {
  const html = phoneCards(
    table(HEAD, ["a", "5", ...REST], ["a", "6", ...REST], ["b", "6", ...REST]),
  );
  assertEquals(
    [...html.matchAll(/<td data-label="State"( data-none)?>/g)].map(([, none]) =>
      none !== undefined
    ),
    [true, true, false],
  );
});

Deno.test("short phrases beside key numbers are marked as whole, a column with a longer one is not", () => {
  const marked = (head: readonly string[], ...rows: string[][]) =>
    [...phoneCards(table(head, ...rows)).matchAll(/data-label="(\w+)"[^>]*data-whole/g)]
      .map(([, name]) => name);
  const key = ["What", "Value", "Interval", "Against"];
  assertEquals(marked(key, ["a", "5", letters(28), letters(29)], ["b", "6", "c", "d"]), [
    "Interval",
    "Interval",
  ]);
  assertEquals(marked(key, ["a", letters(5), letters(29), letters(5)]), ["Against"]);
  assertEquals(marked(HEAD, ["1", "2", "3", "4", "5", "6"]), []);
});

Deno.test("a key value of more than 50 letters may be broken, where others are not", () => {
  const broken = (head: readonly string[], ...values: string[]) =>
    [
      ...phoneCards(table(head, ...values.map((value) => ["a", value, "c"]))).matchAll(
        /data-broken>([^<]*)/g,
      ),
    ].map(([, value]) => value);
  const key = ["What", "Value", "Against"];
  assertEquals(broken(key, letters(50), letters(51)), [letters(51)]);
  assertEquals(broken(["State", "Value", "Against"], letters(51)), []);
});

Deno.test("a row's name of more than 36 letters makes cards of four columns, and of three with a sentence", () => {
  const name = (count: number) => "ab ".repeat(20).slice(0, count - 1) + "x";
  assertEquals(name(36).length, 36);
  const four = (count: number) =>
    isCards(table(["A", "B", "C", "D"], [name(count), "2", "3", "4"]));
  assertEquals([four(36), four(37)], [false, true]);
  assertEquals(isCards(table(["A", "B", "C"], [name(37), "2", "3"])), false);
  // A cell is marked as a sentence by wrapTables().
  const beside = (count: number) =>
    isCards(
      table(["A", "B", "C"], [name(count), "2", "a sentence"])
        .replace("<td>a sentence", '<td class="long">a sentence'),
    );
  assertEquals([beside(36), beside(37)], [false, true]);
});

Deno.test("rows that their first cell does not tell apart have titles, in three columns too, but not in key numbers", () => {
  const titles = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
    [...phoneCards(table(head, ...rows)).matchAll(/data-title="([^"]*)"/g)].length;
  const long = letters(60);
  assertEquals(titles(["A", "B", "C"], ["Ohio", "one", long], ["Ohio", "two", long]), 2);
  assertEquals(titles(["A", "B", "C"], ["Ohio", "one", long], ["Iowa", "two", long]), 0);
  assertEquals(titles(["What", "Value", "C"], ["Ohio", "one", long], ["Ohio", "two", long]), 0);
});
