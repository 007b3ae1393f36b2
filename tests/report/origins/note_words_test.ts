import { assertEquals } from "@std/assert";
import type { NumberIndex } from "../../../lib/report/origins/number_index.ts";
import { answerNotes, noteInWords, notesOn } from "../../../lib/report/origins/answer_notes.ts";
import { PageNumbers } from "../../../lib/report/origins/page_numbers.ts";

const NOTE = {
  text: "5",
  expression: "count(x)",
  place: "cell 2, line 3",
  rounding: "not rounded",
  made: null,
  reads: [],
};
const words = (
  changes: Partial<Omit<typeof NOTE, "made" | "reads">> & { made?: string; reads?: number[] },
) => noteInWords({ ...NOTE, ...changes });

Deno.test("a note says place, rounding, and rows as ranges of three or more", () => {
  assertEquals(words({}), ", cell 2, line 3; not rounded");
  assertEquals(words({ made: "a − b" }), ", cell 2, line 3; not rounded; a − b");
  const rows = (...reads: number[]) => words({ reads }).split("; rows ")[1];
  assertEquals(rows(4), "4");
  assertEquals(rows(1, 2), "1, 2");
  assertEquals(rows(1, 2, 3), "1 to 3");
  assertEquals(rows(1, 3, 4, 6, 7, 8, 9, 11), "1, 3, 4, 6 to 9, 11");
});

const read = (table: string) => ({ table, choice: {}, rows: null });
const facts = (name: string) => ({
  title: name,
  path: `data/${name}.zip`,
  sha256: "",
  rows: 0,
  sources: [],
  corrections: [],
});
const INDEX: NumberIndex = {
  origins: [
    { expression: "one", cell: 1, line: 2, definitions: [], reads: [1, 0, 1] },
    { expression: "two", cell: 3, line: 4, definitions: [], reads: [1] },
    { expression: "year", cell: 5, line: 6, definitions: [], reads: [] },
  ],
  reads: [read("a"), read("b")],
  tables: { a: facts("a"), b: facts("b") },
  outputs: {},
};
const number = (place: number, text: string, origin: number) => ({
  in: "text",
  place,
  text,
  origin,
  value: Number(text),
  by: "count",
  digits: 0,
});

/** An answer whose numbers are 5, 7, 1876 and 5 again. */
function lead() {
  const numbers = new PageNumbers(INDEX);
  const { value: _value, by: _by, digits: _digits, ...year } = number(2, "1876", 2);
  const text = numbers.mark(
    "5 and 7 in 1876, 5 again",
    [number(0, "5", 0), number(1, "7", 1), year, number(3, "5", 0)],
    "prose",
  );
  return { numbers, text };
}

Deno.test("an answer's notes come once each, a year has none, and each read is in the list once", () => {
  const { numbers, text } = lead();
  assertEquals(notesOn(numbers, text), {
    notes: [
      {
        ...NOTE,
        text: "5",
        expression: "one",
        place: "cell 1, line 2",
        rounding: "a whole number, not rounded",
        reads: [1, 2],
      },
      {
        ...NOTE,
        text: "7",
        expression: "two",
        place: "cell 3, line 4",
        rounding: "a whole number, not rounded",
        reads: [1],
      },
    ],
    reads: ["data/b.zip", "data/a.zip"],
  });
});

Deno.test("for print the notes are a list, then the rows that they name; without notes there is nothing", () => {
  const { numbers, text } = lead();
  const html = answerNotes(numbers, text)!.toString();
  assertEquals([...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item), [
    "5: <code>one</code>, cell 1, line 2; a whole number, not rounded; rows 1, 2",
    "7: <code>two</code>, cell 3, line 4; a whole number, not rounded; rows 1",
    "data/b.zip",
    "data/a.zip",
  ]);
  assertEquals(answerNotes(numbers, "no number"), null);
  const bare = new PageNumbers({ ...INDEX, origins: [{ ...INDEX.origins[2]!, reads: [] }] });
  const marked = bare.mark("5", [number(0, "5", 0)], "prose");
  assertEquals(answerNotes(bare, marked)!.toString().includes("Rows that"), false);
});
