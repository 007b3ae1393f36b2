import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { groupByCode, type GroupIds, groupPairs } from "../../../lib/data/returns/group_ids.ts";
import {
  ByteDictionary,
  countColumn,
  EMPTY_HASH,
  foldedCodes,
  foldedValues,
  hashByte,
  textColumnOf,
} from "../../../lib/data/returns/text_column.ts";

/** Numbers values in the order in which they first come, by a Map. */
function numbered(values: readonly unknown[]): { ids: number[]; first: number[] } {
  const known = new Map<unknown, number>();
  const first: number[] = [];
  const ids = values.map((value, row) => {
    if (!known.has(value)) {
      known.set(value, known.size);
      first.push(row);
    }
    return known.get(value)!;
  });
  return { ids, first };
}

function assertGroups({ ids, count, first }: GroupIds, values: readonly unknown[]): void {
  const expected = numbered(values);
  assertEquals([Array.from(ids), Array.from(first), count], [
    expected.ids,
    expected.first,
    expected.first.length,
  ]);
}

Deno.test("groups are numbered by first appearance, alone and in pairs", () => {
  const codes = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 3 })), { maxLength: 60 });
  fc.assert(
    fc.property(codes, (rows) => {
      const a = groupByCode(Int32Array.from(rows, ([x]) => x), 6);
      const b = groupByCode(Int32Array.from(rows, ([, y]) => y), 4);
      assertGroups(a, rows.map(([x]) => x));
      assertGroups(groupPairs(a, b), rows.map(([x, y]) => `${x} ${y}`));
    }),
    { numRuns: 100, seed: 1 },
  );
});

Deno.test("pairs of many groups are numbered the same by hash", () => {
  // 2,100 times 2,100 pairs are more than the table of all pairs may hold.
  const many = 2100;
  const rows = Array.from(
    { length: 3 * many },
    (_, row) =>
      row < many ? [row, many - 1 - row] as const : [(row * 7919) % many, (row * 31) % 97] as const,
  );
  const a = groupByCode(Int32Array.from(rows, ([x]) => x), many);
  const b = groupByCode(Int32Array.from(rows, ([, y]) => y), many);
  assertGroups(groupPairs(a, b), rows.map(([x, y]) => `${x} ${y}`));
});

const spelled = fc.stringMatching(/^[aAbÉé\u00a0 \t]{0,7}$/);

Deno.test("values alike but for capitals and spaces are found in bytes as in strings", () => {
  fc.assert(
    fc.property(fc.uniqueArray(spelled, { maxLength: 25 }), (values) => {
      const dictionary = new ByteDictionary();
      const bytes = values.map((value) => new TextEncoder().encode(value));
      const hash = (cell: Uint8Array) => cell.reduce(hashByte, EMPTY_HASH);
      const codes = bytes.map((cell) => dictionary.code(cell, 0, cell.length, hash(cell)));
      const all = ["", ...values.filter((value) => value !== "")];
      assertEquals(codes, values.map((value) => all.indexOf(value)));
      assertEquals(foldedCodes(dictionary), foldedValues(all));
    }),
    { numRuns: 300, seed: 1 },
  );
});

Deno.test("long values are folded too, and twice the same one is one", () => {
  const dictionary = new ByteDictionary();
  for (const value of ["É".repeat(300), `${"é".repeat(300)} `, "X".repeat(600), "x".repeat(600)]) {
    const cell = new TextEncoder().encode(value);
    dictionary.code(cell, 0, cell.length, cell.reduce(hashByte, EMPTY_HASH));
  }
  assertEquals(Array.from(foldedCodes(dictionary)), [0, 1, 1, 3, 3]);
});

Deno.test("columns are made of strings: values trimmed, counts of up to fifteen digits", () => {
  const { codes, values, folded } = textColumnOf(["Elm", "", " Elm ", "ELM", "Oak"]);
  assertEquals([Array.from(codes), values, Array.from(folded)], [
    [1, 0, 1, 2, 3],
    ["", "Elm", "ELM", "Oak"],
    [0, 1, 1, 3],
  ]);
  const counts = countColumn([" 12 ", "999999999999999", "1000000000000000", "1,2", ""]);
  assertEquals(Array.from(counts.values), [12, 999_999_999_999_999, NaN, NaN, NaN]);
  assertEquals([...counts.odd], [[2, "1000000000000000"], [3, "1,2"], [4, ""]]);
});
