import { assert, assertEquals, assertThrows } from "@std/assert";
import { chiSquareTail, Xoshiro128 } from "tallybook/stats";

Deno.test("Xoshiro128 gives the reference sequence from state 1, 2, 3, 4", () => {
  // The authors' C code; the first value by hand is rotl(2 × 5, 7) × 9 = 11520.
  const random = new Xoshiro128([1, 2, 3, 4]);
  const drawn = Array.from({ length: 6 }, () => random.next());
  assertEquals(drawn, [11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
});

Deno.test("Xoshiro128 repeats itself for a seed and goes on from a state", () => {
  const first = new Xoshiro128(20161108);
  const second = new Xoshiro128(20161108);
  for (let i = 0; i < 100; i++) assertEquals(first.next(), second.next());
  const third = new Xoshiro128(first.state);
  for (let i = 0; i < 100; i++) assertEquals(third.next(), first.next());
  assert(new Xoshiro128(1).next() !== new Xoshiro128(2).next());
});

Deno.test("below() is uniform, also for bounds that don't divide 2^32", () => {
  const random = new Xoshiro128(7);
  const n = 7;
  const draws = 70000;
  const counts = new Array(n).fill(0);
  for (let i = 0; i < draws; i++) counts[random.below(n)]++;
  const chiSquare = counts.reduce((sum, c) => sum + (c - draws / n) ** 2 / (draws / n), 0);
  assert(chiSquareTail(chiSquare, n - 1) > 0.001, `chi-square ${chiSquare}`);
  const huge = 4294967295;
  for (let i = 0; i < 100; i++) assert(random.below(huge) < huge);
  assertEquals(random.below(1), 0);
});

Deno.test("shuffle() makes each order of three equally often", () => {
  const random = new Xoshiro128(3);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const values = ["a", "b", "c"];
    random.shuffle(values);
    counts.set(values.join(""), (counts.get(values.join("")) ?? 0) + 1);
  }
  assertEquals(counts.size, 6);
  const chiSquare = [...counts.values()].reduce((sum, c) => sum + (c - 1000) ** 2 / 1000, 0);
  assert(chiSquareTail(chiSquare, 5) > 0.001, `chi-square ${chiSquare}`);
});

Deno.test("uniform() stays in [0, 1) with mean a half", () => {
  const random = new Xoshiro128(5);
  let sum = 0;
  for (let i = 0; i < 10000; i++) {
    const value = random.uniform();
    assert(value >= 0 && value < 1);
    sum += value;
  }
  assert(Math.abs(sum / 10000 - 0.5) < 0.015); // 5 standard errors of 1/√(12 × 10,000)
});

Deno.test("Xoshiro128 refuses seeds, states and bounds that make no sense", () => {
  assertThrows(() => new Xoshiro128(0.5), RangeError, "seed: found 0.5, expected a whole number");
  assertThrows(() => new Xoshiro128([0, 0, 0, 0]), RangeError, "not all 0");
  assertThrows(
    () => new Xoshiro128(1).below(0),
    RangeError,
    "n: found 0, expected a whole number of at least 1 and at most 4294967296",
  );
});
