import { assert, assertEquals, assertThrows } from "@std/assert";
import { checkColumns } from "../../lib/data/check_columns.ts";
import { csvColumns } from "../../lib/data/csv_columns.ts";
import { typedFrame } from "../../lib/data/frame_columns.ts";
import { DataError, loadCountyReturns, loadFrame, loadStateReturns } from "tallybook/data";
import { counts, decimals, type TableSchema, texts } from "../../lib/data/schema.ts";
import { parseTable, tableContent } from "../../lib/data/read_table.ts";

const schema: TableSchema = {
  name: "trial",
  file: "data/trial.csv",
  title: "A trial",
  description: "Rows for this test",
  columns: [
    texts("state_po", "State", { values: ["WI", "MI"] }),
    texts("fips", "County", { pattern: "[0-9]{5}" }),
    counts("votes", "Votes", { maximum: 1000 }),
    texts("note", "Note", { optional: true }),
  ],
  key: ["fips"],
  license: "none",
};

function checked(csv: string) {
  const { names, columns } = csvColumns(csv);
  return checkColumns(new Map(names.map((name, i) => [name, columns[i]!])), schema, "trial.csv");
}

function check(csv: string): (readonly [number | undefined, string | undefined, string, string])[] {
  return checked(csv).problems
    .map(({ row, column, expected, found }) => [row, column, expected, found] as const);
}

Deno.test("checkColumns() passes rows that obey the schema, and gives them its types", () => {
  const { columns, problems } = checked(
    "state_po,fips,votes,note\nWI,01025,12,\nMI,26001,0,late\n",
  );
  assertEquals(problems, []);
  assertEquals(columns, [["WI", "MI"], ["01025", "26001"], [12, 0], [null, "late"]]);
});

Deno.test("checkColumns() keeps counts beyond 32 bits, and refuses what no number holds exactly", () => {
  const wide = {
    ...schema,
    columns: [counts("votes", "Votes"), decimals("share", "Share")],
    key: [],
  };
  const of = (cell: string) =>
    checkColumns(new Map([["votes", [cell]], ["share", ["1e-3"]]]), wide, "trial.csv");
  assertEquals(of("2147483648").columns, [[2_147_483_648], [0.001]]);
  assertEquals(of("9007199254740993").problems.map(({ found }) => found), ['"9007199254740993"']);
});

Deno.test("checkColumns() names file, row, column, what was expected and what was found", () => {
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

Deno.test("checkColumns() finds missing and unknown columns, and repeated keys", () => {
  assertEquals(check("state_po,fips,count,note\nWI,55025,1,\n").map(([, column]) => column), [
    "votes",
    "count",
  ]);
  assertEquals(check("state_po,fips,votes,note\nWI,55025,1,\nWI,55025,2,\n").map(([row]) => row), [
    2,
    3,
  ]);
});

Deno.test("tableContent() says which file is missing", () => {
  const error = assertThrows(() => tableContent(schema), DataError);
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
  const error = assertThrows(() => parseTable(ragged, schema), DataError);
  assertEquals(
    error.message,
    "Cannot load trial: data/trial.csv, row 2: found 7 cells, expected 4 comma-separated cells, as the header has",
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

Deno.test("loaders give each caller a list of its own, and the rows of a frame", () => {
  const first = loadStateReturns({ year: 2016 });
  first.toRecords().reverse();
  assertEquals(loadStateReturns({ year: 2016 }), first);
  assertEquals(loadFrame("state_returns", { year: 2016 }).toRecords(), first.toRecords());
  const counties = loadCountyReturns({ year: 2016, states: ["WI"] });
  const frame = loadFrame("county_returns", { year: 2016, state_po: "WI" });
  assertEquals(frame.toRecords(), counties.toRecords());
  assert(Array.isArray(counties) && !("toRecords" in counties.filter(() => true)));
});

Deno.test("loaders refuse a value that is not there, and name the nearest", () => {
  assertThrows(
    () => loadCountyReturns({ year: 2016, candidates: ["Hilary Clinton"] }),
    RangeError,
    'Cannot load county_returns: candidate: found "Hilary Clinton", expected one of',
  );
  assertThrows(
    () => loadStateReturns({ states: ["XX"] }),
    RangeError,
    'Cannot load state_returns: state_po: found "XX", expected one of 51 values from AK to WY',
  );
});

Deno.test("typedFrame() keeps blank cells blank in columns of every type and width", () => {
  const schema = {
    columns: [
      { name: "short", type: "integer" },
      { name: "long", type: "integer" },
      { name: "part", type: "number" },
      { name: "name", type: "text" },
      { name: "yes", type: "boolean" },
    ],
  } as unknown as TableSchema;
  const frame = typedFrame(schema, [[1, null], [2 ** 31, null], [0.5, null], ["a", null], [
    true,
    null,
  ]]);
  assertEquals(frame.columns.map((name) => frame.getColumn(name).nullCount()), [1, 1, 1, 1, 1]);
  assertEquals(frame.getColumn("long").toArray().map(Number)[0], 2 ** 31);
});
