import { assertEquals } from "@std/assert";
import { DataError, type DataProblem } from "tallybook/data";

const problem: DataProblem = { file: "r.csv", expected: "a count", found: '"x"' };
const message = (problems: readonly Partial<DataProblem>[], advice?: string) =>
  new DataError("Cannot read", problems.map((one) => ({ ...problem, ...one })), advice).message;

Deno.test("a problem of several rows names the first three and how many more there are", () => {
  const rows = (...rows: number[]) => message([{ row: rows[0]!, rows }]);
  const behind = 'found "x", expected a count';
  assertEquals(rows(7), `Cannot read: r.csv, row 7: ${behind}`);
  assertEquals(rows(7, 9), `Cannot read: r.csv, rows 7, 9: ${behind}`);
  assertEquals(rows(7, 9, 12), `Cannot read: r.csv, rows 7, 9, 12: ${behind}`);
  assertEquals(rows(7, 9, 12, 13), `Cannot read: r.csv, rows 7, 9, 12 and 1 more: ${behind}`);
  const many = Array.from({ length: 1234 }, (_, at) => at + 2);
  assertEquals(rows(...many), `Cannot read: r.csv, rows 2, 3, 4 and 1,231 more: ${behind}`);
});

Deno.test("a file's words are shown up to a thousand letters, on both sides", () => {
  const long = "y".repeat(1000);
  assertEquals(
    message([{ found: long, expected: long }]),
    `Cannot read: r.csv: found ${long}, expected ${long}`,
  );
  assertEquals(
    message([{ found: `${long}z`, expected: "a count", column: "votes" }]),
    `Cannot read: r.csv, column "votes": found ${long}… (1 more letters), expected a count`,
  );
  assertEquals(
    message([{ expected: "y".repeat(2500) }]),
    `Cannot read: r.csv: found "x", expected ${long}… (1,500 more letters)`,
  );
});

Deno.test("twenty problems are listed, of more how many there are, the advice below", () => {
  const lines = (count: number, advice?: string) =>
    message(Array.from({ length: count }, (_, at) => ({ row: at + 2 })), advice).split("\n");
  assertEquals(lines(1, "Try again"), [
    'Cannot read: r.csv, row 2: found "x", expected a count',
    "Try again",
  ]);
  const twenty = lines(20);
  assertEquals(twenty.length, 21);
  assertEquals(twenty[0], "Cannot read: 20 problems");
  assertEquals(twenty[20], '  r.csv, row 21: found "x", expected a count');
  const more = lines(21, "Try again");
  assertEquals(more[0], "Cannot read: 21 problems");
  assertEquals(more.slice(20), [
    '  r.csv, row 21: found "x", expected a count',
    "  and 1 more",
    "Try again",
  ]);
});
