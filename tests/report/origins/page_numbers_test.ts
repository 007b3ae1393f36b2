import { assertEquals, assertStringIncludes } from "@std/assert";
import type { NotebookDocument, PageOutput } from "../../../lib/report/notebook_document.ts";
import type {
  IndexedNumber,
  NumberIndex,
  OutputNumbers,
} from "../../../lib/report/origins/number_index.ts";
import { markProse, PageNumbers, tableMarkup } from "../../../lib/report/origins/page_numbers.ts";
import { withoutMarks } from "../../../lib/report/origins/mark_numbers.ts";
import { PageState } from "../../../lib/report/page_state.ts";

const source = (title: string) => ({ title, file: title, sha256: "", url: "" });
const INDEX: NumberIndex = {
  origins: [
    { expression: "count(lead)", cell: 2, line: 3, definitions: [], reads: [0, 1] },
    { expression: "year", cell: 1, line: 1, definitions: [], reads: [] },
  ],
  reads: [
    { table: "census_1790", choice: { state_po: ["VA"] }, rows: 1 },
    { table: "ballots", choice: {}, rows: null },
  ],
  tables: {
    census_1790: {
      title: "Census of 1790",
      path: "data/census_1790.csv",
      sha256: "ab",
      rows: 15,
      sources: ["a", "b", "b", "c", "d", "e", "f", "g"].map(source),
      corrections: [{ id: "one", file: "a", reason: "", source: "" }],
    },
    ballots: {
      title: "Ballots",
      path: "data/ballots.zip",
      sha256: "",
      rows: 0,
      sources: [],
      corrections: [],
    },
  },
  outputs: {},
};

const lead = (changes: Partial<IndexedNumber> = {}): IndexedNumber => ({
  in: "text",
  place: 0,
  text: "747,610",
  origin: 0,
  value: 747_610,
  by: "count",
  digits: 0,
  ...changes,
});
const year: IndexedNumber = { in: "text", place: 1, text: "1790", origin: 1 };

const parsed = (numbers: PageNumbers) => ({
  page: JSON.parse(numbers.pageData("x.numbers.json")),
  file: JSON.parse(numbers.indexFile("01_x")),
});

Deno.test("marked numbers are elements from 0 on, listed with their rounding and their rows", () => {
  const numbers = new PageNumbers(INDEX);
  const text = "Virginia had 747,610 people in 1790.";
  const marked = numbers.mark(text, [lead(), year], "prose");
  assertEquals(withoutMarks(marked), text);
  assertEquals(numbers.mark("again 747,610", [lead()], "a heading") === "again 747,610", false);
  assertEquals(numbers.listed, [
    {
      where: "prose",
      anchor: "number-0",
      text: "747,610",
      origin: 0,
      value: 747_610,
      rounding: "a whole number, not rounded",
    },
    { where: "prose", anchor: "number-1", text: "1790", origin: 1 },
    {
      where: "a heading",
      anchor: "number-2",
      text: "747,610",
      origin: 0,
      value: 747_610,
      rounding: "a whole number, not rounded",
    },
  ]);
  assertEquals(numbers.entry(0), { number: numbers.listed[0]!, origin: INDEX.origins[0]! });
  assertEquals(numbers.entry(1)!.origin.expression, "year");
  assertEquals(numbers.entry(3), null);
  const where = "1 row of data/census_1790.csv where state_po VA, line";
  const words = numbers.rowsInWords(0);
  assertStringIncludes(words.made!, `total in ${where}`);
  assertEquals(words.read.length, 2);
  assertStringIncludes(words.read[0]!, where);
  // Of a file that is no table only its path is known.
  assertEquals(words.read[1], "data/ballots.zip");
  assertEquals(numbers.rowsInWords(1), { made: null, read: [] });
});

Deno.test("the page's data and the file beside it say the same, the file more of it", () => {
  const numbers = new PageNumbers(INDEX);
  numbers.mark("747,610 in 1790", [lead(), year], "prose");
  const { page, file } = parsed(numbers);
  assertEquals(page.file, "x.numbers.json");
  assertEquals([page.numbers, page.tables, page.figures], [{ 0: 0, 1: 1 }, {}, {}]);
  const rows = { formula: "a", times: 1, terms: [{ rows: 0, column: "total" }] };
  assertEquals(page.listed, [
    {
      text: "747,610",
      origin: 0,
      value: 747_610,
      rounding: "a whole number, not rounded",
      rows,
    },
    { text: "1790", origin: 1 },
  ]);
  assertEquals(page.facts.census_1790, {
    title: "Census of 1790",
    path: "data/census_1790.csv",
    sha256: "ab",
    rows: 15,
    // Each title once, six at most, and how many files they are.
    sources: ["a", "b", "c", "d", "e", "f"],
    files: 8,
    corrections: ["one"],
  });
  assertEquals([page.origins, file.origins], [INDEX.origins, INDEX.origins]);
  assertEquals(page.reads.map(({ set }: { set?: number }) => set), [0, undefined]);
  assertEquals([file.page, file.tables], ["01_x.html", INDEX.tables]);
  assertEquals(file.numbers[0], {
    href: "01_x.html#number-0",
    where: "prose",
    text: "747,610",
    origin: 0,
    value: 747_610,
    rounding: "a whole number, not rounded",
    rows,
    row: { table: "census_1790", column: "total", key: { state_po: "VA" } },
  });
  assertEquals(file.numbers[1].href, "01_x.html#number-1");
  // The table's rows name no source: all eight files are, which the page leaves to the file beside it.
  assertEquals(file.rowSets[0].sources.length, 8);
  assertEquals([page.rows[0].count, page.rows[0].list, "sources" in page.rows[0]], [
    1,
    file.rowSets[0].list,
    false,
  ]);
  assertEquals(page.rows[0].corrections, ["one"]);
  assertEquals(numbers.indexFile("01_x").endsWith("}\n"), true);
});

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

Deno.test("a figure's data and the numbers of its drawing are listed by the texts that hold them", () => {
  const numbers = new PageNumbers(INDEX);
  const drawing = (place: number, text: string) => lead({ in: "drawing", place, text });
  numbers.figure(["1 and 2", "none", "3", "4, 5"], {
    shown: "figure",
    whole: 1,
    numbers: [
      drawing(1, "2"),
      drawing(2, "3"),
      drawing(4, "5"),
      drawing(3, "4"),
      lead({ in: "title", text: "9" }),
    ],
  }, "figure-1");
  assertEquals(
    numbers.listed.map(({ where, text, origin }) => [where, text, origin]),
    [
      ["the figure's data", "data", 1],
      ["the figure's drawing", "2", 0],
      ["the figure's drawing", "3", 0],
      ["the figure's drawing", "5", 0],
      ["the figure's drawing", "4", 0],
    ],
  );
  assertEquals(parsed(numbers).page.figures, {
    "figure-1": { data: 0, drawing: { 0: [1], 2: [2], 3: [3, 4] } },
  });
});

const data = (bundle: Record<string, unknown>): PageOutput => ({ kind: "data", data: bundle });

Deno.test("prose is marked where its numbers are known, and nothing else is", () => {
  const prose: OutputNumbers = { shown: "prose", whole: 0, numbers: [lead()] };
  const outputs: PageOutput[] = [
    data({ "text/markdown": "747,610 of `747,610`", "text/plain": "747,610" }),
    data({ "text/markdown": "747,610" }),
    data({ "text/html": "747,610" }),
    { kind: "stream", stream: "stdout", text: "747,610" },
    data({ "text/markdown": "747,610" }),
  ];
  const index = {
    ...INDEX,
    outputs: {
      "1:0": prose,
      "1:2": prose,
      "1:3": prose,
      "1:4": { ...prose, shown: "table" as const },
    },
  };
  const cell = { kind: "code" as const, outputs } as unknown as NotebookDocument["cells"][number];
  const notebook = { cells: [{ ...cell, outputs: [] }, cell] } as unknown as NotebookDocument;
  const numbers = new PageNumbers(index);
  assertEquals([numbers.of(1, 0), numbers.of(0, 0)], [prose, undefined]);
  const marked = markProse(notebook, numbers).cells[1]!.outputs;
  assertEquals(numbers.listed.length, 1);
  const first = marked[0] as { data: Record<string, string> };
  assertEquals(first.data["text/plain"], "747,610");
  assertEquals(first.data["text/markdown"] === "747,610 of `747,610`", false);
  assertEquals(withoutMarks(first.data["text/markdown"]!), "747,610 of `747,610`");
  assertEquals(marked.slice(1), outputs.slice(1));
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

Deno.test("a number that rows give has them; a zero, which any rows give, has none", () => {
  const numbers = new PageNumbers(INDEX);
  numbers.mark("747,610 and 0", [lead(), lead({ place: 1, text: "0", value: 0 })], "prose");
  const [people, nothing] = parsed(numbers).page.listed;
  assertEquals(people.rows, { formula: "a", times: 1, terms: [{ rows: 0, column: "total" }] });
  assertEquals("rows" in nothing, false);
});
