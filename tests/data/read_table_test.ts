import { assertEquals, assertThrows } from "@std/assert";
import { checkFrame } from "../../lib/data/check_frame.ts";
import { DataError, loadStateReturns } from "tallybook/data";
import { count, type TableSchema, text } from "../../lib/data/schema.ts";
import { parseTable, readTable, readTextCells } from "../../lib/data/read_table.ts";

const schema: TableSchema = {
  name: "trial",
  file: "data/trial.csv",
  title: "A trial",
  description: "Rows for this test",
  columns: [
    text("state_po", "State", { values: ["WI", "MI"] }),
    text("fips", "County", { pattern: "[0-9]{5}" }),
    count("votes", "Votes", { maximum: 1000 }),
    text("note", "Note", { optional: true }),
  ],
  key: ["fips"],
  license: "none",
};

function check(csv: string): (readonly [number | undefined, string | undefined, string, string])[] {
  const cells = readTextCells(new TextEncoder().encode(csv));
  return checkFrame(cells, schema, "trial.csv").problems
    .map(({ row, column, expected, found }) => [row, column, expected, found] as const);
}

Deno.test("checkFrame() passes rows that obey the schema, and gives them its types", () => {
  const cells = readTextCells(
    new TextEncoder().encode("state_po,fips,votes,note\nWI,01025,12,\nMI,26001,0,late\n"),
  );
  const { frame, problems } = checkFrame(cells, schema, "trial.csv");
  assertEquals(problems, []);
  assertEquals(frame.toRecords(), [
    { state_po: "WI", fips: "01025", votes: 12, note: null },
    { state_po: "MI", fips: "26001", votes: 0, note: "late" },
  ]);
});

Deno.test("checkFrame() names file, row, column, what was expected and what was found", () => {
  assertEquals(
    check("state_po,fips,votes,note\nWI,55025,12,\nXX,5502,-3,\nMI,26001,1.5,\nWI,,2000,\n"),
    [
      [3, "state_po", 'one of "WI", "MI"', '"XX"'],
      [3, "fips", "text like [0-9]{5}", '"5502"'],
      [5, "fips", "text like [0-9]{5}", "a blank cell"],
      [3, "votes", "a whole number, 0 to 1000", '"-3"'],
      [4, "votes", "a whole number, 0 to 1000", '"1.5"'],
      [5, "votes", "a whole number, 0 to 1000", '"2000"'],
    ],
  );
});

Deno.test("checkFrame() finds missing and unknown columns, and repeated keys", () => {
  assertEquals(check("state_po,fips,count,note\nWI,55025,1,\n").map(([, column]) => column), [
    "votes",
    "count",
  ]);
  assertEquals(check("state_po,fips,votes,note\nWI,55025,1,\nWI,55025,2,\n").map(([row]) => row), [
    2,
    3,
  ]);
});

Deno.test("readTable() says which file is missing", () => {
  const error = assertThrows(() => readTable(schema), DataError);
  assertEquals(
    error.message,
    "Cannot load trial: data/trial.csv: found no file, expected a file that `deno task data` has built",
  );
});

Deno.test("parseTable() lists all that is wrong with a broken file in one DataError", () => {
  const bytes = new TextEncoder().encode("state_po,fips,votes,note\nXX,55025,x,\nWI,5,1,\n");
  const error = assertThrows(() => parseTable(bytes, schema), DataError);
  assertEquals(
    error.message,
    'Cannot load trial: 3 problems\n  data/trial.csv, row 2, column "state_po": found "XX", ' +
      'expected one of "WI", "MI"\n  data/trial.csv, row 3, column "fips": found "5", expected text like [0-9]{5}' +
      '\n  data/trial.csv, row 2, column "votes": found "x", expected a whole number, 0 to 1000',
  );
});

Deno.test("parseTable() says that a file is cut off, or not of its kind", () => {
  const ragged = new TextEncoder().encode("state_po,fips,votes,note\nWI,55025,1,,,,\n");
  assertThrows(
    () => parseTable(ragged, schema),
    DataError,
    "expected rows of comma-separated cells",
  );
  const parquet = { ...schema, file: "data/trial.parquet" };
  assertThrows(() => parseTable(ragged, parquet), DataError, "expected a Parquet file");
});

Deno.test("DataError shows the first twenty problems and counts the others", () => {
  const problems = Array.from({ length: 23 }, (_, row) => ({
    file: "a.csv",
    row,
    expected: "one",
    found: "two",
  }));
  const error = new DataError("Cannot try", problems);
  assertEquals(error.message.split("\n").length, 22);
  assertEquals(error.message.endsWith("and 3 more"), true);
  assertEquals(error.problems.length, 23);
});

Deno.test("loaders note which files they read, with their hashes", async () => {
  loadStateReturns({ year: 2016 });
  const reads = (globalThis as unknown as Record<symbol, Map<string, string>>)[
    Symbol.for("tallybook.reads")
  ]!;
  const bytes = Deno.readFileSync(new URL("../../data/state_returns.csv", import.meta.url));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  assertEquals(reads.get("data/state_returns.csv"), hex);
});

Deno.test("loaders give each caller a frame of its own", () => {
  const first = loadStateReturns();
  const height = first.height;
  first.columns = first.columns.map((name) => `${name}_changed`);
  const second = loadStateReturns();
  assertEquals([second.columns[0], second.height], ["year", height]);
});
