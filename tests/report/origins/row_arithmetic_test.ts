import { assert, assertEquals } from "@std/assert";
import type { RowFormula } from "../../../lib/report/origins/number_index.ts";
import {
  findArithmetic,
  type Found,
  type RowSum,
} from "../../../lib/report/origins/row_arithmetic.ts";
import type { TableColumns } from "../../../lib/report/origins/table_columns.ts";
import { allRows, RETURNS, tableOf } from "./small_table.ts";
import { FORMULA_VALUES } from "./formula_values.ts";

const placesOf = ({ grouping, groups }: RowSum) =>
  [...grouping.of.keys()].filter((i) => groups.includes(grouping.of[i]!));

/** What a formula gives, from the rows that its terms name. */
function recomputed(table: TableColumns, rows: Int32Array, { formula, terms, times }: Found) {
  const sums = terms.map((term) => {
    const places = placesOf(term);
    if (term.column === "") return places.length;
    return places.reduce((sum, i) => sum + Number(table.column(term.column)[rows[i]!]), 0);
  });
  return times * FORMULA_VALUES[formula](sums[0]!, sums[1] ?? NaN, sums[2] ?? NaN);
}

/** The formulas that give a value, each with its terms: "a - b: votes 0,1; votes 3". */
function formulas(table: TableColumns, value: number, counts = false, rows = allRows(table)) {
  const found = findArithmetic(table, rows, [{ id: 0, value, counts }]);
  for (const each of found) {
    const given = recomputed(table, rows, each);
    assert(Math.abs(given - value) <= 1e-11 * value, `${each.formula} gives ${given}`);
  }
  return new Set(
    found.map(({ formula, terms, times }) =>
      `${times === 1 ? "" : `${times} × `}${formula}: ${
        terms.map((term) => `${term.column} ${placesOf(term).join()}`.trim()).join("; ")
      }`
    ),
  );
}

// Rows 0 to 2 are Ohio in 2012: Red, Blue, Green; 3 to 5 Iowa; 6 to 8 Ohio in 2016; 9 to 11 Iowa.
const VOTES = RETURNS.column("votes") as readonly number[];
const [a, b, c] = [VOTES[6]!, VOTES[7]!, VOTES[8]!];
const OHIO = a + b + c;
const RED = VOTES[0]! + VOTES[3]! + VOTES[6]! + VOTES[9]!;
const BLUE = VOTES[1]! + VOTES[4]! + VOTES[7]! + VOTES[10]!;
const ALL = VOTES.reduce((sum, votes) => sum + votes);

Deno.test("cells, sums and what two parties' sums give are found with the rows that they are made of", () => {
  const ohio = "votes 6,7,8";
  const red = "votes 0,3,6,9";
  const blue = "votes 1,4,7,10";
  for (
    const [value, formula] of [
      [a, "a: votes 6"],
      [0.537922, "a: share 6"],
      [RED, `a: ${red}`],
      [OHIO, `a: ${ohio}`],
      [ALL, "a: votes 0,1,2,3,4,5,6,7,8,9,10,11"],
      [a - b, "a - b: votes 6; votes 7"],
      [b - c, "a - b: votes 7; votes 8"],
      [a + b, "a + b: votes 6; votes 7"],
      [b + c, "a + b: votes 7; votes 8"],
      [c / OHIO, `a / b: votes 8; ${ohio}`],
      [100 * c / OHIO, `100 × a / b: votes 8; ${ohio}`],
      [(a - b) / OHIO, `(a - b) / c: votes 6; votes 7; ${ohio}`],
      [(a - b) / (a + b), "(a - b) / (a + b): votes 6; votes 7"],
      [a / (a + b), "a / (a + b): votes 6; votes 7"],
      [b / (a + b), "a / (a + b): votes 7; votes 6"],
      [b / a, "a / b: votes 7; votes 6"],
      [(a - b) / b, "(a - b) / b: votes 6; votes 7"],
      [RED - BLUE, `a - b: ${red}; ${blue}`],
      [100 * RED / ALL, `100 × a / b: ${red}; votes 0,1,2,3,4,5,6,7,8,9,10,11`],
    ] as const
  ) {
    const found = formulas(RETURNS, value);
    assert(found.has(formula), `${formula}, not ${[...found].join(" | ")}`);
  }
});

Deno.test("what two or three columns of the same rows give is found", () => {
  const table = tableOf(
    ["cast", "counted", "mail"].map((name) => ({ name, type: "integer" as const })),
    [],
    [{ cast: 70_921, counted: 68_813, mail: 23_017 }, { cast: 9_811, counted: 9_623, mail: 401 }],
  );
  const [x, y, z] = [70_921, 68_813, 23_017];
  for (
    const [value, formula] of [
      [x - y, "a - b: cast 0; counted 0"],
      [x + y, "a + b: cast 0; counted 0"],
      [x / y, "a / b: cast 0; counted 0"],
      [z / x, "a / b: mail 0; cast 0"],
      [(x - y) / (x + y), "(a - b) / (a + b): cast 0; counted 0"],
      [x / (x + z), "a / (a + b): cast 0; mail 0"],
      [z / (x + z), "a / (a + b): mail 0; cast 0"],
      [(y - z) / z, "(a - b) / b: counted 0; mail 0"],
      [(x - z) / y, "(a - b) / c: cast 0; mail 0; counted 0"],
      [x + 9_811 - z - 401, "a - b: cast 0,1; mail 0,1"],
    ] as const
  ) assertEquals(formulas(table, value).has(formula), true, formula);
  // The smaller one less the larger is no formula of its own, nor is a column beside itself.
  assertEquals([...formulas(table, 1.5)], []);
});

Deno.test("a formula that no rows give is not found, nor one over a blank cell", () => {
  for (const value of [12_345_677, 0.123456789, OHIO + 1]) {
    assertEquals([...formulas(RETURNS, value)], []);
  }
  const table = tableOf(
    [{ name: "party", type: "text" }, { name: "votes", type: "integer" }],
    [],
    [{ party: "Red", votes: 90_001 }, { party: "Blue", votes: 40_009 }, {
      party: "Green",
      votes: null,
    }],
  );
  assertEquals([...formulas(table, 50_992)], []);
  assertEquals([...formulas(table, 130_010)], []);
  assertEquals([...formulas(table, 90_001)], ["a: votes 0"]);
});

Deno.test("of six beside each other each two are compared, of seven only the two largest", () => {
  const parties = (count: number) =>
    tableOf(
      [{ name: "party", type: "text" }, { name: "votes", type: "integer" }],
      [],
      [83_003, 61_007, 47_017, 29_009, 17_011, 9_011, 5_003].slice(0, count)
        .map((votes, i) => ({ party: `party ${i}`, votes })),
    );
  assertEquals([...formulas(parties(6), 17_011 - 9_011)], ["a - b: votes 4; votes 5"]);
  assertEquals([...formulas(parties(7), 17_011 - 9_011)], []);
  assertEquals([...formulas(parties(7), 83_003 - 61_007)], ["a - b: votes 0; votes 1"]);
  assertEquals([...formulas(parties(7), 61_007 - 47_017)], []);
  // Of two their sum is that of all, and no formula of its own.
  assertEquals([...formulas(parties(2), 144_010)], ["a: votes 0,1"]);
  assertEquals(formulas(parties(3), 144_010).has("a + b: votes 0; votes 1"), true);
});

/** Places with two amounts each, so that no sums beside them are compared. */
const places = (rows: number, more: readonly string[] = []) =>
  tableOf(
    ["cast", "counted", ...more].map((name) => ({ name, type: "integer" as const })),
    [],
    Array.from({ length: rows }, (_, i) => ({
      cast: i === 0 ? 70_921 : 900_000 + i,
      counted: i === 0 ? 61_001 : 500_000,
      ...Object.fromEntries(more.map((name) => [name, i === 0 ? 30_011 : 700_000])),
    })),
  );

Deno.test("columns are compared in up to 400 groups, three of them in up to 200", () => {
  assertEquals(formulas(places(400), 9_920).has("a - b: cast 0; counted 0"), true);
  assertEquals([...formulas(places(401), 9_920)], []);
  const third = "(a - b) / c: cast 0; counted 0; mail 0";
  assertEquals(formulas(places(200, ["mail"]), 9_920 / 30_011).has(third), true);
  assertEquals(formulas(places(201, ["mail"]), 9_920 / 30_011).has(third), false);
});

Deno.test("single cells are compared in up to 60,000 rows", () => {
  const table = (rows: number) =>
    tableOf(
      [{ name: "votes", type: "integer" }],
      [],
      Array.from({ length: rows }, (_, i) => ({ votes: i === 7 ? 90_001 : 1 })),
    );
  assertEquals([...formulas(table(60_000), 90_001)], ["a: votes 7"]);
  assertEquals([...formulas(table(60_001), 90_001)], []);
});

Deno.test("rows are counted where an expression counts them, and one row is no count", () => {
  assertEquals([...formulas(RETURNS, 4, true)], [
    "rows: 0,3,6,9",
    "rows: 1,4,7,10",
    "rows: 2,5,8,11",
  ]);
  assertEquals([...formulas(RETURNS, 12, true)], ["rows: 0,1,2,3,4,5,6,7,8,9,10,11"]);
  assertEquals([...formulas(RETURNS, 12)], []);
  // By year and state there are three rows each: only one column is taken.
  assertEquals([...formulas(RETURNS, 3, true)], []);
  assertEquals([...formulas(RETURNS, 1, true, Int32Array.from([4, 5]))], []);
  assertEquals([...formulas(RETURNS, 2, true, Int32Array.from([4, 5]))], ["rows: 0,1"]);
});

const found = (value: number, counts = false, table = RETURNS) =>
  findArithmetic(table, allRows(table), [{ id: 7, value, counts }]);

Deno.test("the plainer a formula, the lower its rank", () => {
  const ranks = (value: number, formula: RowFormula, counts = false) => {
    const all = found(value, counts).filter((each) => each.formula === formula);
    assert(all.every(({ id }) => id === 7));
    return [...new Set(all.map(({ rank }) => rank))].sort();
  };
  assertEquals(ranks(a, "a"), [0]);
  assertEquals(ranks(OHIO, "a"), [1]);
  assertEquals(ranks(a - b, "a - b"), [2]);
  assertEquals(ranks(a + b, "a + b"), [3]);
  assertEquals(ranks(c / OHIO, "a / b"), [4]);
  assertEquals(ranks(12, "rows", true), [5]);
});

Deno.test("what would be met by chance is marked", () => {
  const chance = (
    value: number,
    counts = false,
    table = RETURNS,
  ) => [...new Set(found(value, counts, table).map(({ byChance }) => byChance))];
  // A number of millions among some dozens is not met by chance; a count of all rows neither.
  assertEquals(chance(a), [false]);
  assertEquals(chance(12, true), [false]);
  assertEquals(chance(4, true), [true]);
  // A half is what many divisions give, and four characters are few for a fraction.
  const table = tableOf(
    [{ name: "party", type: "text" }, { name: "votes", type: "integer" }, {
      name: "share",
      type: "number",
    }],
    [],
    [
      { party: "Red", votes: 20, share: 0.5678 },
      { party: "Blue", votes: 10, share: 0.123 },
      { party: "Green", votes: 40, share: 30.25 },
    ],
  );
  assertEquals(chance(0.5, false, table), [true]);
  assertEquals([chance(0.5678, false, table), chance(0.123, false, table)], [[false], [true]]);
  // Small whole numbers, of which some lie near, are met by chance.
  assertEquals(chance(20, false, table), [true]);
});

Deno.test("several values are looked for at once, and none below zero or beyond", () => {
  const wanted = [a, -a, 0, a - b, c / OHIO].map((value, id) => ({ id, value, counts: false }));
  const all = findArithmetic(RETURNS, allRows(RETURNS), wanted);
  assertEquals([...new Set(all.map(({ id }) => id))].sort(), [0, 3, 4]);
  assertEquals(findArithmetic(RETURNS, allRows(RETURNS), []), []);
});
