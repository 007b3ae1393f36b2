import { assertEquals, assertStringIncludes } from "@std/assert";
import type { NotebookDocument, PageOutput } from "../../../lib/report/notebook_document.ts";
import type { OutputNumbers } from "../../../lib/report/origins/number_index.ts";
import { markProse, PageNumbers } from "../../../lib/report/origins/page_numbers.ts";
import { withoutMarks } from "../../../lib/report/origins/mark_numbers.ts";
import { INDEX, lead, parsed, year } from "./sample_numbers.ts";

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

Deno.test("a number that rows give has them; a zero, which any rows give, has none", () => {
  const numbers = new PageNumbers(INDEX);
  numbers.mark("747,610 and 0", [lead(), lead({ place: 1, text: "0", value: 0 })], "prose");
  const [people, nothing] = parsed(numbers).page.listed;
  assertEquals(people.rows, { formula: "a", times: 1, terms: [{ rows: 0, column: "total" }] });
  assertEquals("rows" in nothing, false);
});
