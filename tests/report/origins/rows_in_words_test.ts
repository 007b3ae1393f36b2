import { assertEquals } from "@std/assert";
import type { RowFormula, RowSet } from "../../../lib/report/origins/number_index.ts";
import { numberRowsInWords, setInWords } from "../../../lib/report/origins/rows_in_words.ts";

const facts = (path: string) => ({
  title: "",
  path,
  sha256: "",
  rows: 0,
  sources: [],
  corrections: [],
});
const TABLES = { returns: facts("data/returns.csv"), ballots: facts("data/ballots.parquet") };

const set = (changes: Partial<RowSet>): RowSet => ({
  table: "returns",
  where: {},
  count: 2,
  sources: [],
  corrections: [],
  ...changes,
});

Deno.test("rows of a CSV file are lines, one after their number; of another file rows", () => {
  const ends = { first: { row: 7, key: {} }, last: { row: 1812, key: {} }, count: 1800 };
  assertEquals(
    setInWords(set(ends), TABLES),
    "1,800 rows of data/returns.csv, lines 8 to 1813",
  );
  assertEquals(
    setInWords(set({ ...ends, table: "ballots" }), TABLES),
    "1,800 rows of data/ballots.parquet, rows 7 to 1812",
  );
  assertEquals(
    setInWords(set({ count: 1, first: { row: 7, key: {} } }), TABLES),
    "1 row of data/returns.csv, line 8",
  );
  assertEquals(setInWords(set({ count: 0 }), TABLES), "0 rows of data/returns.csv");
  assertEquals(setInWords(set({ table: "gone" }), TABLES), "2 rows of gone");
});

Deno.test("what holds of the rows is said, up to six values whole, of more the ends", () => {
  const where = (values: readonly number[]) => setInWords(set({ where: { year: values } }), TABLES);
  assertEquals(where([1, 2, 3, 4, 5, 6]), "2 rows of data/returns.csv where year 1, 2, 3, 4, 5, 6");
  assertEquals(
    where([1, 2, 3, 4, 5, 6, 7]),
    "2 rows of data/returns.csv where year 1, 2, 3 … 7 (7 values)",
  );
  assertEquals(
    setInWords(set({ where: { year: [2016], state: ["Ohio"] } }), TABLES),
    "2 rows of data/returns.csv where year 2016, state Ohio",
  );
});

const SETS = [set({ count: 51, where: { party: ["Red"] } }), set({ count: 1 })];
const words = (formula: RowFormula, times: number, ...terms: [number, string][]) =>
  numberRowsInWords(
    { formula, times, terms: terms.map(([rows, column]) => ({ rows, column })) },
    SETS,
    TABLES,
  );
const RED = "the sum of votes over 51 rows of data/returns.csv where party Red";
const ONE = "votes in 1 row of data/returns.csv";

Deno.test("a number that is a sum, a cell or a count is said without a formula", () => {
  assertEquals(words("a", 1, [0, "votes"]), RED);
  assertEquals(words("a", 1, [1, "votes"]), ONE);
  assertEquals(
    words("rows", 1, [0, ""]),
    "the number of 51 rows of data/returns.csv where party Red",
  );
});

Deno.test("each letter of a formula is said, with what it is multiplied with", () => {
  assertEquals(
    words("a - b", 1, [0, "votes"], [1, "votes"]),
    `a − b, where a is ${RED}; b is ${ONE}`,
  );
  assertEquals(
    words("a / b", 100, [0, "votes"], [1, "votes"]),
    `100 × (a / b), where a is ${RED}; b is ${ONE}`,
  );
  assertEquals(
    words("(a - b) / c", -1, [0, "votes"], [1, "votes"], [0, "mail"]),
    `−((a − b) / c), where a is ${RED}; b is ${ONE}; c is ${RED.replace("votes", "mail")}`,
  );
  assertEquals(words("a", -1, [1, "votes"]), `−a, where a is ${ONE}`);
  assertEquals(words("a", -100, [1, "votes"]), `−100 × a, where a is ${ONE}`);
});
