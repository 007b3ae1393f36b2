import { assertEquals } from "@std/assert";
import type { NumberIndex, RowSet } from "../../../lib/report/origins/number_index.ts";
import { indexFile, pageData } from "../../../lib/report/origins/numbers_json.ts";

const INDEX: NumberIndex = { origins: [], reads: [], tables: {}, outputs: {} };
const PLACES = { numbers: {}, tables: {}, figures: {} };
const SET: RowSet = { table: "a", where: {}, count: 1, sources: [], corrections: [] };

const brief = (set: Partial<RowSet>) => {
  const rows = { sets: [{ ...SET, ...set }], reads: [], numbers: [] };
  return JSON.parse(pageData(INDEX, rows, [], "x.json", PLACES)).rows[0];
};

Deno.test("a page has lists of rows up to sixty letters, three sources, and corrections where there are some", () => {
  const list = (length: number) => "1".repeat(length);
  assertEquals([brief({ list: list(60) }).list, "list" in brief({ list: list(61) })], [
    list(60),
    false,
  ]);
  assertEquals("list" in brief({ digest: "d" }), false);
  assertEquals(brief({ digest: "d" }).digest, "d");
  const names = ["a", "b", "c", "d"];
  assertEquals(brief({ sources: names.slice(0, 3) }).sources, ["a", "b", "c"]);
  assertEquals("sources" in brief({ sources: names }), false);
  assertEquals([brief({ corrections: ["one"] }).corrections, "corrections" in brief({})], [
    ["one"],
    false,
  ]);
});

Deno.test("the file beside the page has all of it, a number's place as an address, indented by one", () => {
  const rows = { sets: [{ ...SET, list: "1".repeat(100) }], reads: [], numbers: [] };
  const number = { where: "prose", anchor: "number-0", text: "5", origin: 0 };
  const text = indexFile(INDEX, rows, [number], "01_votes");
  assertEquals(text.startsWith('{\n "page": "01_votes.html"'), true);
  const { numbers, rowSets } = JSON.parse(text);
  assertEquals(numbers, [{ href: "01_votes.html#number-0", where: "prose", text: "5", origin: 0 }]);
  assertEquals(rowSets, rows.sets);
});
