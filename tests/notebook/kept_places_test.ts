import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { keptPlaces } from "../../lib/notebook/kept_places.ts";

const kept = (before: string, now: string) =>
  [...keptPlaces([...before], [...now])].sort((a, b) => a - b);

Deno.test("keptPlaces() finds what stayed, in order", () => {
  assertEquals(kept("abc", "abc"), [0, 1, 2]);
  assertEquals(kept("abc", "axc"), [0, 2]);
  assertEquals(kept("abc", "abxc"), [0, 1, 3]);
  assertEquals(kept("abc", "bca"), [0, 1], "the longest run of one order, not the cell that moved");
  assertEquals(kept("abc", ""), []);
  assertEquals(kept("", "abc"), []);
  assertEquals(kept("aaaa", "aa"), [0, 1]);
  // Between anchors that each list has once, what repeats is found by its place.
  assertEquals(kept("xaayaaz", "xabyaaz"), [0, 1, 3, 4, 5, 6]);
});

/** The length of the longest common subsequence, by the table of all pairs. */
function longest(before: readonly string[], now: readonly string[]): number {
  let row: number[] = new Array(now.length + 1).fill(0);
  for (const value of before) {
    const next = [0];
    for (const [k, other] of now.entries()) {
      next.push(value === other ? row[k]! + 1 : Math.max(row[k + 1]!, next[k]!));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** Whether the values stand in the list in this order. */
function inOrder(values: readonly string[], list: readonly string[]): boolean {
  let at = 0;
  return values.every((value) => (at = list.indexOf(value, at) + 1) > 0);
}

const letters = fc.array(fc.constantFrom(..."abcde"), { maxLength: 12 });
const different = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnop"), { maxLength: 14 });

Deno.test("keptPlaces() never keeps all of lists that differ, and what it keeps was there in that order", () => {
  fc.assert(
    fc.property(letters, letters, (before, now) => {
      const places = [...keptPlaces(before, now)].sort((a, b) => a - b);
      const values = places.map((place) => now[place]!);
      assertEquals(inOrder(values, before), true);
      const same = before.length === now.length && before.every((value, i) => value === now[i]);
      assertEquals(values.length === before.length && values.length === now.length, same);
    }),
    { numRuns: 2000, seed: 18 },
  );
});

Deno.test("keptPlaces() keeps as many as can be kept where no value is there twice", () => {
  fc.assert(
    fc.property(different, different, (before, now) => {
      assertEquals(keptPlaces(before, now).size, longest(before, now));
    }),
    { numRuns: 2000, seed: 19 },
  );
});

Deno.test("keptPlaces() of 16,000 values in reverse, or all alike, takes no table of all pairs", () => {
  const many = Array.from({ length: 16_000 }, (_, i) => `${i}`);
  assertEquals(keptPlaces(many, many.toReversed()).size, 1);
  assertEquals(keptPlaces(many.map(() => "a"), ["b", ...many.map(() => "a"), "c"]).size, 0);
});
