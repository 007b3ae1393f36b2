import type { IndexedNumber, NumberIndex } from "../../../lib/report/origins/number_index.ts";
import type { PageNumbers } from "../../../lib/report/origins/page_numbers.ts";

const source = (title: string) => ({ title, file: title, sha256: "", url: "" });

/** Two origins of numbers, one that reads two tables and one that reads none. */
export const INDEX: NumberIndex = {
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

/** A number of the first origin. */
export const lead = (changes: Partial<IndexedNumber> = {}): IndexedNumber => ({
  in: "text",
  place: 0,
  text: "747,610",
  origin: 0,
  value: 747_610,
  by: "count",
  digits: 0,
  ...changes,
});
/** A number of the second. */
export const year: IndexedNumber = { in: "text", place: 1, text: "1790", origin: 1 };

/** What a page has of its numbers, and what the file beside it has. */
// deno-lint-ignore no-explicit-any -- what JSON holds is what tests look at
export const parsed = (numbers: PageNumbers): { page: any; file: any } => ({
  page: JSON.parse(numbers.pageData("x.numbers.json")),
  file: JSON.parse(numbers.indexFile("01_x")),
});
