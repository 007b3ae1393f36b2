import { assertEquals } from "@std/assert";
import {
  eachRow,
  groupings,
  isMeasure,
  siblings,
  sumsOf,
} from "../../../lib/report/origins/row_groups.ts";
import { allRows, RETURNS, tableOf } from "./small_table.ts";

const names = (grouping: { readonly columns: readonly { readonly name: string }[] }) =>
  grouping.columns.map(({ name }) => name).join(" ");

Deno.test("amounts are numbers that are no names: no year of a key, no line, no text", () => {
  const { schema } = RETURNS;
  assertEquals(
    schema.columns.filter((column) => isMeasure(schema, column)).map(({ name }) => name),
    ["votes", "mail", "share"],
  );
  assertEquals(isMeasure(schema, schema.columns.at(-1)!), false);
  // A number of the key that has a unit is an amount all the same.
  const [column] = tableOf([{ name: "votes", type: "integer", unit: "votes" }], ["votes"], [])
    .schema.columns;
  assertEquals(isMeasure({ ...schema, key: ["votes"] }, column!), true);
  const { unit: _unit, ...without } = column!;
  assertEquals(isMeasure({ ...schema, key: ["votes"] }, without), false);
});

Deno.test("rows are grouped by up to three columns, those of fewer columns first, and by no column twice", () => {
  // The code groups as the state does, the source as the year: neither is taken beside the other.
  assertEquals(groupings(RETURNS, allRows(RETURNS)).map((each) => [names(each), each.size]), [
    ["", 1],
    ["year", 2],
    ["state", 2],
    ["party", 3],
    ["year state", 4],
    ["year party", 6],
    ["state party", 6],
    ["year state party", 12],
  ]);
});

Deno.test("four columns give every choice of three of them", () => {
  const letters = ["a", "b", "c", "d"];
  const table = tableOf(
    letters.map((name) => ({ name, type: "text" as const })),
    [],
    Array.from(
      { length: 16 },
      (_, i) => Object.fromEntries(letters.map((name, bit) => [name, String(i >> bit & 1)])),
    ),
  );
  const found = groupings(table, allRows(table)).map(names);
  assertEquals(found.length, 1 + 4 + 6 + 4);
  assertEquals(found.slice(-4), ["a b c", "a b d", "a c d", "b c d"]);
});

Deno.test("each choice of values is a group of its own, whatever the columns' sizes", () => {
  for (const sizes of [[4, 2, 3], [2, 3, 7], [7, 3, 2]] as const) {
    const [a, b, c] = sizes;
    const table = tableOf(
      ["a", "b", "c"].map((name) => ({ name, type: "text" as const })),
      [],
      Array.from({ length: a * b * c }, (_, i) => ({
        a: String(i % a),
        b: String(Math.floor(i / a) % b),
        c: String(Math.floor(i / (a * b))),
      })),
    );
    const found = groupings(table, allRows(table));
    assertEquals(found.map(({ size }) => size), [1, a, b, c, a * b, a * c, b * c, a * b * c]);
    const whole = found.at(-1)!;
    assertEquals(
      whole.columns.map((column) => siblings(whole, column).size),
      [b * c, a * c, a * b],
    );
  }
});

Deno.test("a column of one value, or a reason, a note, a page or an address, groups nothing", () => {
  const columns = ["one", "note", "page", "reason", "url", "source", "kept"];
  const table = tableOf(
    columns.map((name) => ({ name, type: "text" as const })),
    [],
    ["p", "q", "q"].map((value) =>
      Object.fromEntries(columns.map((name) => [name, name === "one" ? "1" : value]))
    ),
  );
  assertEquals(groupings(table, allRows(table)).map(names), ["", "kept"]);
});

Deno.test("flags group rows, numbers outside the key don't, and 4,000 values are the most", () => {
  const most = (values: number) => {
    const table = tableOf(
      [{ name: "place", type: "text" }, { name: "is_city", type: "boolean" }, {
        name: "people",
        type: "integer",
      }],
      [],
      Array.from(
        { length: values },
        (_, i) => ({ place: `p${i}`, is_city: i % 2 === 0, people: i % 3 }),
      ),
    );
    return groupings(table, allRows(table)).map(names);
  };
  assertEquals(most(4000), ["", "place", "is_city", "place is_city"]);
  assertEquals(most(4001), ["", "is_city"]);
});

Deno.test("columns are twins only where each value of one goes with one value of the other", () => {
  const table = (codes: readonly string[]) => {
    const made = tableOf(
      [{ name: "a", type: "text" }, { name: "b", type: "text" }],
      [],
      codes.map((b, i) => ({ a: ["x", "y", "x", "y"][i]!, b })),
    );
    return groupings(made, allRows(made)).map(names);
  };
  assertEquals(table(["1", "2", "1", "2"]), ["", "a"]);
  assertEquals(table(["1", "2", "2", "1"]), ["", "a", "b", "a b"]);
  assertEquals(table(["1", "2", "3", "2"]), ["", "a", "b", "a b"]);
});

Deno.test("each row of a group has the group's values, and no two groups the same", () => {
  const rows = Int32Array.from([1, 4, 5, 7, 8, 10, 11]);
  for (const grouping of groupings(RETURNS, rows)) {
    const values = (i: number) =>
      JSON.stringify(grouping.columns.map(({ name }) => RETURNS.column(name)[rows[i]!]));
    const first = [...grouping.first].map(values);
    assertEquals(new Set(first).size, grouping.size, names(grouping));
    for (const [i, group] of grouping.of.entries()) {
      assertEquals(values(i), first[group], names(grouping));
    }
    for (const column of grouping.columns) {
      assertEquals(
        [...column.codes].map((code) => column.values[code]),
        [...rows].map((row) => RETURNS.column(column.name)[row]),
      );
    }
  }
});

Deno.test("groups stand beside each other that differ in one column alone", () => {
  const all = groupings(RETURNS, allRows(RETURNS));
  const grouping = all.find((each) => names(each) === "year state party")!;
  const beside = siblings(grouping, grouping.columns[2]!);
  // Of twelve groups the three parties of a year and state are together.
  assertEquals(beside.size, 4);
  assertEquals([...beside.of], [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
  const byYear = siblings(grouping, grouping.columns[0]!);
  assertEquals([...byYear.of], [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
});

Deno.test("sums are those of each group's rows, and none over a blank cell", () => {
  const rows = Int32Array.from([0, 1, 2, 3]);
  const grouping = { columns: [], of: Int32Array.from([0, 1, 0, 1]), size: 2, first: rows };
  assertEquals([...sumsOf(grouping, [1, 2, 30, null], rows)], [31, NaN]);
  assertEquals([...sumsOf(eachRow(2), [5, 7, 9], Int32Array.from([1, 2]))], [7, 9]);
  assertEquals([...sumsOf(eachRow(1), ["5"], Int32Array.from([0]))], [NaN]);
  const each = eachRow(3);
  assertEquals([each.size, [...each.of], [...each.first]], [3, [0, 1, 2], [0, 1, 2]]);
});

Deno.test("64 groupings are the most, and no more than 400,000 rows are grouped over all of them", () => {
  // Seven columns have 1 + 7 + 21 + 35 = 64 choices of up to three, eight have 93.
  const sized = (columns: number, rows: number) => {
    const letters = Array.from({ length: columns }, (_, i) => `c${i}`);
    const table = tableOf(
      letters.map((name) => ({ name, type: "text" as const })),
      [],
      Array.from(
        { length: rows },
        (_, i) => Object.fromEntries(letters.map((name, bit) => [name, String(i >> bit & 1)])),
      ),
    );
    return groupings(table, allRows(table)).length;
  };
  assertEquals([sized(7, 256), sized(8, 256)], [64, 64]);
  // After 40 groupings of 10,000 rows each 400,000 are grouped, and one more is begun.
  assertEquals([sized(7, 10_000), sized(7, 10_001)], [41, 40]);
});
