import { assertEquals } from "@std/assert";
import { rangesOf, rowSet } from "../../../lib/report/origins/row_set.ts";
import { sha256 } from "../../../lib/files/hash.ts";
import { RETURNS, tableOf } from "./small_table.ts";

const source = (file: string) => ({ title: file, file, sha256: "", url: "" });
const FACTS = {
  title: "Returns",
  path: "data/returns.csv",
  sha256: "",
  rows: 12,
  sources: ["2012.xlsx", "2016.xlsx", "list.pdf"].map(source),
  corrections: [
    { id: "one", file: "2016.xlsx", reason: "", source: "" },
    { id: "two", file: "list.pdf", reason: "", source: "" },
  ],
};
const rows = (...list: number[]) => Int32Array.from(list);

Deno.test("rows are ranges of their numbers from 1, each as long as it can be", () => {
  assertEquals(rangesOf(rows()), []);
  assertEquals(rangesOf(rows(0)), ["1"]);
  assertEquals(rangesOf(rows(0, 1)), ["1-2"]);
  assertEquals(rangesOf(rows(0, 2)), ["1", "3"]);
  assertEquals(rangesOf(rows(3, 4, 5, 9, 11, 12)), ["4-6", "10", "12-13"]);
});

Deno.test("a set names its first and last row by the key, its sources and their corrections", () => {
  // Object.entries() gives 2012 first: rows 0 to 5 are its.
  assertEquals(rowSet(RETURNS, rows(6, 7, 11), { year: [2016] }, FACTS), {
    table: "returns",
    where: { year: [2016] },
    count: 3,
    first: { row: 7, key: { year: 2016, state: "Ohio", party: "Red" } },
    last: { row: 12, key: { year: 2016, state: "Iowa", party: "Green" } },
    list: "7-8,12",
    sources: ["2016.xlsx"],
    corrections: ["one"],
  });
});

Deno.test("one row has no last, none has no first, and rows without a known source rest on all", () => {
  const one = rowSet(RETURNS, rows(2), {}, FACTS);
  assertEquals([one.count, one.first!.row, "last" in one, one.sources], [1, 3, false, [
    "2012.xlsx",
  ]]);
  const none = rowSet(RETURNS, rows(), {}, FACTS);
  assertEquals([none.count, "first" in none, "last" in none, none.list], [0, false, false, ""]);
  assertEquals(none.sources, ["2012.xlsx", "2016.xlsx", "list.pdf"]);
  assertEquals(none.corrections, ["one", "two"]);
  const two = rowSet(RETURNS, rows(5, 6), {}, FACTS);
  assertEquals([two.last!.row, two.sources], [7, ["2012.xlsx", "2016.xlsx"]]);
});

Deno.test("a source cell can name several files", () => {
  const table = tableOf([{ name: "source", type: "text" }], [], [
    { source: "2012.xlsx, list.pdf" },
    { source: null },
  ]);
  assertEquals(rowSet(table, rows(0), {}, FACTS).sources, ["2012.xlsx", "list.pdf"]);
  assertEquals(rowSet(table, rows(1), {}, FACTS).sources, FACTS.sources.map(({ file }) => file));
});

Deno.test("a table without a key names rows by its first four texts, and never by the source", () => {
  const names = ["a", "b", "c", "d", "e"];
  const table = tableOf(
    [
      { name: "source", type: "text" as const },
      { name: "n", type: "integer" as const },
      ...names.map((name) => ({ name, type: "text" as const })),
    ],
    [],
    [{ source: "s", n: 1, a: "A", b: "B", c: "C", d: "D", e: "E" }],
  );
  assertEquals(rowSet(table, rows(0), {}, FACTS).first!.key, { a: "A", b: "B", c: "C", d: "D" });
});

Deno.test("rows in more than 400 ranges are named by a digest of their numbers", () => {
  const table = tableOf(
    [{ name: "n", type: "integer" }],
    ["n"],
    Array.from({ length: 802 }, (_, i) => ({ n: i })),
  );
  const every = (count: number) => Int32Array.from({ length: count }, (_, i) => 2 * i);
  const most = rowSet(table, every(400), {}, FACTS);
  assertEquals([most.list!.split(",").length, most.digest], [400, undefined]);
  const more = rowSet(table, every(401), {}, FACTS);
  const lines = Array.from({ length: 401 }, (_, i) => `${2 * i + 1}\n`).join("");
  assertEquals([more.list, more.digest, more.count], [undefined, sha256(lines), 401]);
});
