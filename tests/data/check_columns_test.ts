import { assertEquals } from "@std/assert";
import { checkColumns, describeRule, rowsOf } from "../../lib/data/check_columns.ts";
import {
  counts,
  decimals,
  flags,
  integers,
  type TableSchema,
  texts,
} from "../../lib/data/schema.ts";

Deno.test("a column's rule says in words what its cells may hold", () => {
  const values = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`);
  const rules: readonly (readonly [Parameters<typeof describeRule>[0], string])[] = [
    [texts("a", ""), "text"],
    [texts("a", "", { pattern: "[A-Z]{2}" }), "text like [A-Z]{2}"],
    [texts("a", "", { values: ["x", "y"] }), 'one of "x", "y"'],
    [
      texts("a", "", { values: values(8) }),
      `one of ${values(8).map((value) => `"${value}"`).join(", ")}`,
    ],
    [texts("a", "", { values: values(9) }), 'one of 9 known values such as "v0"'],
    [flags("a", ""), "true or false"],
    [integers("a", ""), "a whole number"],
    [counts("a", ""), "a whole number, 0 or more"],
    [counts("a", "", { maximum: 9 }), "a whole number, 0 to 9"],
    [integers("a", "", { maximum: 9 }), "a whole number, 9 or less"],
    [decimals("a", ""), "a number"],
    [decimals("a", "", { minimum: 0.5 }), "a number, 0.5 or more"],
    [decimals("a", "", { minimum: 0, maximum: 1 }), "a number, 0 to 1"],
  ];
  for (const [column, words] of rules) assertEquals(describeRule(column), words);
});

const tableOf = (columns: TableSchema["columns"], key: readonly string[] = []) =>
  ({ name: "t", file: "data/t.csv", columns, key }) as unknown as TableSchema;
/** What becomes of one column's cells: the values, and what is found wrong with each. */
function checked(column: TableSchema["columns"][number], cells: readonly (string | null)[]) {
  const { columns, problems } = checkColumns(new Map([["a", cells]]), tableOf([column]), "t.csv");
  return {
    values: columns[0],
    wrong: problems.map(({ row, column, found }) => `${row} ${column} ${found}`),
  };
}

Deno.test("numbers are read where they are written as numbers and within their bounds, those included", () => {
  assertEquals(checked(integers("a", "", { minimum: -2, maximum: 3 }), ["-2", "3", "-3", "4"]), {
    values: [-2, 3, null, null],
    wrong: ['4 a "-3"', '5 a "4"'],
  });
  // 2^53 − 1 is the largest that a double has no neighbor for.
  assertEquals(
    checked(integers("a", ""), ["9007199254740991", "9007199254740992", "1.0", "+1", "1e3", ""]),
    {
      values: [9007199254740991, null, null, null, null, null],
      wrong: ['3 a "9007199254740992"', '4 a "1.0"', '5 a "+1"', '6 a "1e3"', '7 a ""'],
    },
  );
  assertEquals(
    checked(decimals("a", "", { minimum: 0, maximum: 1 }), ["0", "1", ".5", "1e-3", "1.01", "-.1"]),
    { values: [0, 1, 0.5, 0.001, null, null], wrong: ['6 a "1.01"', '7 a "-.1"'] },
  );
  assertEquals(checked(decimals("a", ""), ["2.", ".", "e5", "1 "]).values, [2, null, null, null]);
});

Deno.test("texts are held to their values and to their pattern as a whole, flags to true and false", () => {
  assertEquals(checked(texts("a", "", { values: ["x", "y"] }), ["x", "z"]), {
    values: ["x", null],
    wrong: ['3 a "z"'],
  });
  assertEquals(checked(texts("a", "", { pattern: "b|[A-Z]{2}" }), ["b", "WI", "WIX", "ab"]), {
    values: ["b", "WI", null, null],
    wrong: ['4 a "WIX"', '5 a "ab"'],
  });
  assertEquals(checked(flags("a", ""), ["true", "false", "yes"]), {
    values: [true, false, null],
    wrong: ['4 a "yes"'],
  });
});

Deno.test("a blank cell is null where the column may have one, and a problem of its row elsewhere", () => {
  assertEquals(checked(texts("a", "", { optional: true }), ["x", null]), {
    values: ["x", null],
    wrong: [],
  });
  assertEquals(checked(texts("a", ""), ["x", null]), {
    values: ["x", null],
    wrong: ["3 a a blank cell"],
  });
});

Deno.test("each row of a key that comes twice is named, and a table without a key may repeat rows", () => {
  const cells = new Map([["a", ["x", "y", "x", "z"]], ["b", ["1", "1", "1", "2"]]]);
  const columns = [texts("a", ""), texts("b", "")];
  assertEquals(
    checkColumns(cells, tableOf(columns, ["a", "b"]), "t.csv").problems,
    [2, 4].map((
      row,
    ) => ({
      file: "t.csv",
      row,
      expected: "one row for each a, b",
      found: '"x, 1" more than once',
    })),
  );
  assertEquals(checkColumns(cells, tableOf(columns), "t.csv").problems, []);
  // Cells of two columns are not one text.
  const apart = new Map([["a", ["x", "xy"]], ["b", ["yz", "z"]]]);
  assertEquals(checkColumns(apart, tableOf(columns, ["a", "b"]), "t.csv").problems, []);
});

Deno.test("columns that are missing, and those that nobody knows, are named, and no cell is looked at", () => {
  const { columns, problems } = checkColumns(
    new Map([["b", [null]], ["c", ["1"]]]),
    tableOf([texts("a", ""), texts("b", "")]),
    "t.csv",
  );
  assertEquals(columns, []);
  assertEquals(problems, [
    { file: "t.csv", row: 1, column: "a", expected: 'a column "a"', found: 'columns "b", "c"' },
    {
      file: "t.csv",
      row: 1,
      column: "c",
      expected: "only the columns a, b",
      found: 'an unknown column "c"',
    },
  ]);
});

Deno.test("rows have the columns' names in their order, and of no columns there are none", () => {
  const rows = rowsOf(["b", "a"], [["x", null], [1, 2]]);
  assertEquals(rows.map((row) => Object.entries(row)), [[["b", "x"], ["a", 1]], [["b", null], [
    "a",
    2,
  ]]]);
  assertEquals(rowsOf(["a"], []), []);
});
