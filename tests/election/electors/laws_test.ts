import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type ElectorLaw,
  electorLawOn,
  feasibleDefections,
  freeElectorsBounds,
} from "tallybook/election";

Deno.test("electorLawOn() reads the table by day", () => {
  const table = [
    { state: "A", law: "pledge", until: "2017-07-01", source: "made up" },
    { state: "A", law: "void", from: "2017-07-01", source: "made up" },
  ] as const;
  assertEquals(electorLawOn(table, "A", "2016-12-19"), "pledge");
  assertEquals(electorLawOn(table, "A", "2017-07-01"), "void");
  assertEquals(electorLawOn(table, "B", "2016-12-19"), "unknown");
  assertThrows(
    () => electorLawOn([...table, { state: "A", law: "none", source: "" }], "A", "2016-12-19"),
    RangeError,
    'laws of A on 2016-12-19: found "pledge, none", expected one law',
  );
  assertThrows(
    () => electorLawOn(table, "A", "Dec 19"),
    RangeError,
    'day: found "Dec 19", expected a day like 2016-12-19',
  );
});

const slates = [
  { state: "A", electors: 10 },
  { state: "B", electors: 6 },
  { state: "C", electors: 4 },
];
const laws: Record<string, ElectorLaw> = { A: "void", B: "pledge", C: "unknown" };

Deno.test("feasibleDefections() says yes, no, or that it hangs on what is not known", () => {
  const lawOf = (state: string) => laws[state]!;
  assertEquals(feasibleDefections(slates, lawOf, 6), {
    free: 6,
    bound: 10,
    unknown: 4,
    feasible: "yes",
    states: ["B"],
  });
  assertEquals(feasibleDefections(slates, lawOf, 10).feasible, "unknown");
  assertEquals(feasibleDefections(slates, lawOf, 11).feasible, "no");
  // If a pledge binds too, nobody is known to be free.
  assertEquals(feasibleDefections(slates, lawOf, 6, ["pledge", "penalty", "void"]).free, 0);
});

Deno.test("freeElectorsBounds() hold for every set of binding units", () => {
  const units = 5; // A, B, C and two that the other side won
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4]), (binding) => {
      const free = slates.reduce((sum, s, i) => sum + (binding.includes(i) ? 0 : s.electors), 0);
      const { lower, upper } = freeElectorsBounds(slates, binding.length, units);
      assert(lower <= free && free <= upper);
    }),
    { seed: 2016 },
  );
  // And both are reached: A binds (10 free), or only the other side's units do (20 free).
  const { lower, upper, level } = freeElectorsBounds(slates, 1, units);
  assertEquals([lower, upper, level], [10, 20, 1]);
  assertThrows(() => freeElectorsBounds(slates, 6, units), RangeError, "at most 5");
});

Deno.test("electorLawOn() refuses a row whose law or day is none", () => {
  const row = { state: "A", law: "pledge", source: "made up" } as const;
  assertThrows(
    () => electorLawOn([{ ...row, law: "penalti" as never }], "A", "2016-12-19"),
    RangeError,
    'law of A: found "penalti", expected one of "none", "pledge", "penalty", "void", "unknown"; nearest: "penalty"',
  );
  assertThrows(
    () => electorLawOn([{ ...row, until: "2017" }], "A", "2016-12-19"),
    RangeError,
    'day after the law of A: found "2017", expected a day like 2016-12-19',
  );
});

Deno.test("freeElectorsBounds() in any order of the slates: who is bound are the largest, or the smallest", () => {
  for (const sizes of [[3, 10, 5], [10, 5, 3], [5, 3, 10]]) {
    const some = sizes.map((electors, i) => ({ state: `S${i}`, electors }));
    const at = (binding: number, units: number) => {
      const { lower, upper, point } = freeElectorsBounds(some, binding, units);
      return [lower, upper, point];
    };
    // One unit beside the three may be the one that binds.
    assertEquals(at(1, 4), [8, 18, 13]);
    assertEquals(at(2, 4), [3, 15, 9]);
    assertEquals(at(1, 3), [8, 15, 11.5]);
    assertEquals(at(3, 3), [0, 0, 0]);
    assertEquals(at(4, 4), [0, 0, 0]);
  }
});
