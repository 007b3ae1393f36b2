/** The rows of numbers, from the fifteen rows of the census of 1790, whose file any reader can check. */
import { assertEquals } from "@std/assert";
import type { NumberIndex, TableFacts } from "../../../lib/report/origins/number_index.ts";
import { type AskedNumber, numberRows, rowOf } from "../../../lib/report/origins/number_rows.ts";

const FACTS: TableFacts = {
  title: "Census of 1790",
  path: "data/census_1790.csv",
  sha256: "",
  rows: 15,
  sources: [],
  corrections: [],
};

const index = (changes: Partial<NumberIndex> = {}): NumberIndex => ({
  origins: [{ expression: "count(x)", cell: 1, line: 1, definitions: [], reads: [0] }],
  reads: [{ table: "census_1790", choice: {}, rows: 15 }],
  tables: { census_1790: FACTS },
  outputs: {},
  ...changes,
});

/** A number's formula with its terms: column and lines of the file's rows, from 1. */
function made(asked: Omit<AskedNumber, "origin">, changes: Partial<NumberIndex> = {}) {
  const { sets, numbers: [rows] } = numberRows(index(changes), [{ origin: 0, ...asked }]);
  if (rows === undefined) return undefined;
  const { formula, times, terms } = rows;
  return `${times} × ${formula}: ${
    terms.map(({ rows, column }) => `${column} ${sets[rows]!.list}`).join("; ")
  }`;
}

// Connecticut, Delaware, Georgia are rows 1 to 3, Virginia and Vermont the last two.
const lines = Deno.readTextFileSync(new URL("../../../data/census_1790.csv", import.meta.url))
  .trim().split("\n").slice(1).map((line) => line.split(","));
const VIRGINIA = lines.findIndex(([code]) => code === "VA") + 1;
const total = (row: number) => Number(lines[row - 1]![2]);
const enslaved = (row: number) => Number(lines[row - 1]![3]);

Deno.test("a number that is a cell, a sum or made of two columns names its rows", () => {
  assertEquals(lines.length, 15);
  assertEquals(made({ value: 747_610 }), `1 × a: total ${VIRGINIA}`);
  const all = lines.reduce((sum, [, , people]) => sum + Number(people), 0);
  assertEquals(made({ value: all }), "1 × a: total 1-15");
  assertEquals(
    made({ value: 292_627 / 747_610 }),
    `1 × a / b: enslaved ${VIRGINIA}; total ${VIRGINIA}`,
  );
  assertEquals(
    made({ value: 747_610 - 292_627 }),
    `1 × a - b: total ${VIRGINIA}; enslaved ${VIRGINIA}`,
  );
});

Deno.test("a difference can have the other sign, a sum cannot", () => {
  assertEquals(
    made({ value: 292_627 - 747_610 }),
    `-1 × a - b: total ${VIRGINIA}; enslaved ${VIRGINIA}`,
  );
  assertEquals(made({ value: -747_610 }), undefined);
  assertEquals(made({ value: 0 }), undefined);
  assertEquals(made({ value: 747_611 }), undefined);
});

Deno.test("what is met by chance is named only beside a value of its rows", () => {
  // New Hampshire's 158 enslaved are as many as any small number is.
  const row = lines.findIndex(([code]) => code === "NH") + 1;
  assertEquals(enslaved(row), 158);
  const beside = (...words: string[]) => made({ value: 158, beside: words });
  assertEquals([made({ value: 158 }), beside("VA", "158")], [undefined, undefined]);
  assertEquals(beside("NH", "158"), `1 × a: enslaved ${row}`);
  // A fraction of small numbers is met by many divisions: 8,887 of 59,096 is none, a half is.
  assertEquals(made({ value: 0.5, beside: ["Delaware"] }), undefined);
});

Deno.test("a read that chose rows looks at these alone, and its sets say what was chosen", () => {
  const reads = [{ table: "census_1790", choice: { state_po: ["DE", "GA"] }, rows: 2 }];
  assertEquals(made({ value: 747_610 }, { reads }), undefined);
  assertEquals(made({ value: total(2) + total(3) }, { reads }), "1 × a: total 2-3");
  const { sets, reads: found } = numberRows(index({ reads }), [{
    origin: 0,
    value: enslaved(2),
  }]);
  assertEquals(found, [{ ...reads[0]!, set: 0 }]);
  assertEquals(sets.map(({ where, list, count }) => [where, list, count]), [
    [{ state_po: ["DE", "GA"] }, "2-3", 2],
    [{ state_po: ["DE"] }, "2", 1],
  ]);
});

Deno.test("equal reads share their set, and one of a table that is not there has none", () => {
  const read = { table: "census_1790", choice: {}, rows: 15 };
  const gone = { table: "gone", choice: {}, rows: null };
  const { reads, sets } = numberRows(index({ reads: [read, gone, read] }), []);
  assertEquals(reads, [{ ...read, set: 0 }, gone, { ...read, set: 0 }]);
  assertEquals(sets.length, 1);
  // Without facts nothing is said of a table's rows.
  assertEquals(numberRows(index({ tables: {} }), []).reads, [read]);
  assertEquals(made({ value: 747_610 }, { tables: {} }), undefined);
});

Deno.test("where different rows make a number equally plainly none is named", () => {
  // Twice the same read, of other rows: Virginia alone, and Virginia with Vermont.
  const reads = [["VA"], ["VA", "VT"]].map((states) => ({
    table: "census_1790",
    choice: { state_po: states },
    rows: states.length,
  }));
  const origins = [{ ...index().origins[0]!, reads: [0, 1] }];
  assertEquals(made({ value: 747_610 }, { reads, origins }), `1 × a: total ${VIRGINIA}`);
  // Massachusetts had no slaves: its people are a cell, and those less none.
  const row = lines.findIndex(([code]) => code === "MA") + 1;
  assertEquals(made({ value: total(row) }), `1 × a: total ${row}`);
});

Deno.test("rows are counted where the expression counts them", () => {
  const counting = (expression: string) => {
    const origins = [{ ...index().origins[0]!, expression }];
    return made({ value: 15 }, { origins });
  };
  assertEquals(counting("rows.length"), "1 × rows:  1-15");
  assertEquals(counting("rows.size"), undefined);
});

Deno.test("the one row in which a number stands has its key", () => {
  const at = (value: number) => {
    const { sets, numbers: [rows] } = numberRows(index(), [{ origin: 0, value }]);
    return rowOf(rows!, sets);
  };
  assertEquals(at(747_610), { table: "census_1790", column: "total", key: { state_po: "VA" } });
  assertEquals(at(747_610 - 292_627), undefined);
  assertEquals(at(lines.reduce((sum, [, , people]) => sum + Number(people), 0)), undefined);
  const { sets, numbers: [rows] } = numberRows(index(), [{ origin: 0, value: 747_610 }]);
  assertEquals(rowOf({ ...rows!, times: -1 }, sets), undefined);
  assertEquals(rowOf({ ...rows!, formula: "rows" }, sets), undefined);
});
