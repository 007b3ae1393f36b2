import { assertEquals, assertThrows } from "@std/assert";
import { recountByTechnology, recountChange, type RecountedUnit } from "tallybook/election";

const unit = (
  name: string,
  technology: string,
  original: [number, number, number],
  recount: [number, number, number],
): RecountedUnit => {
  const votes = ([A, B, C]: [number, number, number]) => ({ A, B, C });
  return { unit: name, technology, original: votes(original), recount: votes(recount) };
};

Deno.test("recountByTechnology() adds net and absolute changes by technology", () => {
  const rows = recountByTechnology(
    [
      unit("1", "DRE", [100, 80, 5], [103, 80, 5]),
      unit("2", "DRE", [50, 60, 0], [49, 60, 0]),
      unit("3", "scan", [10, 20, 1], [10, 20, 2]),
      unit("4", "scan", [10, 20, 1], [10, 20, 1]),
    ],
    "A",
    "B",
  );
  // DRE: +3 and −1; unit 3 changed only a third candidate's count.
  assertEquals(rows.map((r) => [r.technology, r.units, r.changed, r.margin, r.absolute, r.votes]), [
    ["DRE", 2, 2, 2, 4, 290],
    ["scan", 2, 1, 0, 0, 60],
    ["all", 4, 3, 2, 4, 350],
  ]);
  assertEquals(rows[0]!.per10000, 40000 / 290);
});

Deno.test("recountChange() names a candidate who was not counted", () => {
  const one = unit("1", "DRE", [1, 2, 3], [1, 2, 3]);
  assertThrows(() => recountChange(one, "D"), RangeError, 'original count of 1: found "D"');
  assertThrows(() => recountByTechnology([], "A", "B"), RangeError, "units: found 0 members");
});

Deno.test("recountByTechnology() has each candidate's net change with its sign", () => {
  const [row] = recountByTechnology(
    [unit("1", "scan", [100, 80, 5], [103, 78, 5]), unit("2", "scan", [50, 60, 0], [51, 60, 0])],
    "A",
    "B",
  );
  assertEquals([row!.first, row!.second, row!.margin, row!.absolute], [4, -2, 6, 6]);
});
