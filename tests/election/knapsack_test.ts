import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { cheapestCover } from "../../lib/election/mod.ts";

interface Item {
  name: string;
  weight: number;
  cost: number;
}

/** Try everything: all combinations of at most one choice a group. */
function byBruteForce(groups: Item[][], need: number): { cost: number; sets: string[] } {
  let combinations: Item[][] = [[]];
  for (const group of groups) {
    combinations = combinations.flatMap((set) => [set, ...group.map((item) => [...set, item])]);
  }
  const sum = (set: Item[], key: "weight" | "cost") =>
    set.reduce((all, item) => all + item[key], 0);
  const enough = combinations.filter((set) => sum(set, "weight") >= need);
  const cost = Math.min(...enough.map((set) => sum(set, "cost")));
  const sets = enough.filter((set) => sum(set, "cost") === cost)
    .map((set) => set.map(({ name }) => name).join("+")).sort();
  return { cost, sets };
}

Deno.test("cheapestCover() finds the least cost and all selections that have it", () => {
  const choice = fc.record({
    weight: fc.integer({ min: 0, max: 6 }),
    cost: fc.integer({ min: 1, max: 6 }), // few values, so that ties are common
  });
  const groups = fc.array(fc.array(choice, { maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(groups, fc.integer({ min: -1, max: 20 }), (plain, need) => {
      const named = plain.map((group, g) =>
        group.map((item, i) => ({ ...item, name: `${g}.${i}` }))
      );
      const result = cheapestCover(named, need, 10_000);
      const expected = byBruteForce(named, need);
      assertEquals(result?.cost ?? Infinity, expected.cost);
      const sets = result?.selections.map((set) => set.map(({ name }) => name).join("+")).sort();
      assertEquals(sets ?? [], expected.sets);
    }),
    { numRuns: 300 },
  );
});

Deno.test("cheapestCover() needs nothing when nothing is needed", () => {
  assertEquals(cheapestCover([[{ weight: 1, cost: 1 }]], 0), {
    cost: 0,
    selections: [[]],
    complete: true,
  });
});

Deno.test("cheapestCover() is undefined when everything together weighs too little", () => {
  assertEquals(cheapestCover([[{ weight: 1, cost: 1 }], [{ weight: 2, cost: 1 }]], 4), undefined);
});

Deno.test("cheapestCover() says when it lists only some of the equal selections", () => {
  const same = Array.from({ length: 6 }, () => [{ weight: 1, cost: 1 }]);
  const result = cheapestCover(same, 3, 5); // 6 choose 3 = 20 selections
  assertEquals([result?.selections.length, result?.complete], [5, false]);
  assertEquals(cheapestCover(same, 3, 20)?.complete, true);
});

Deno.test("cheapestCover() fills a table of ten million cells, and no larger one", () => {
  const group = [{ weight: 5_000_000, cost: 1 }];
  assertEquals(cheapestCover([group], 4_999_999)?.cost, 1);
  assertThrows(
    () => cheapestCover([group], 5_000_000),
    RangeError,
    'found "1 groups and 5000000", expected a table of at most 10000000 cells',
  );
});
