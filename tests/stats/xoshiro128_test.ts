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

Deno.test("a seed is spread by splitmix32, its upper half mixed in", () => {
  const M = 0xffffffffn;
  const mixed = (seed: number) => {
    let word = BigInt.asUintN(32, BigInt(seed)) ^ BigInt.asUintN(32, BigInt(seed) >> 32n);
    return Array.from({ length: 4 }, () => {
      word = (word + 0x9e3779b9n) & M;
      let z = ((word ^ (word >> 16n)) * 0x21f0aaadn) & M;
      z = ((z ^ (z >> 15n)) * 0x735a2d97n) & M;
      return Number(z ^ (z >> 15n));
    });
  };
  for (
    const seed of [0, 1, -1, 20161108, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 7, -(2 ** 40), 2 ** 53 - 1]
  ) {
    assertEquals(new Xoshiro128(seed).state as number[], mixed(seed), `${seed}`);
  }
});

Deno.test("below() is the high half of a product of 64 bits, but for the draws that favor small numbers", () => {
  for (
    const n of [
      ...[1, 2, 3, 7, 1000, 2 ** 21 - 1, 2 ** 21, 2 ** 21 + 1, 3_000_001, 2 ** 31 + 1, 2 ** 32 - 1],
      ...[2 ** 32, 3 * 2 ** 30],
    ]
  ) {
    const [drawing, beside] = [new Xoshiro128(n), new Xoshiro128(n)];
    for (let i = 0; i < 200; i++) {
      let product: bigint;
      do product = BigInt(beside.next()) * BigInt(n); while (
        product % 2n ** 32n < 2n ** 32n % BigInt(n)
      );
      assertEquals(drawing.below(n), Number(product >> 32n), `${n}`);
    }
    assertEquals(drawing.state, beside.state);
  }
  assertThrows(() => new Xoshiro128(1).below(2 ** 32 + 1), RangeError, "at most 4294967296");
  assertThrows(() => new Xoshiro128(1).below(1.5), RangeError, "n: found 1.5");
});

Deno.test("uniform() is 27 bits and 26 of two words; shuffle() swaps from the end, and draws nothing for the first", () => {
  const [drawing, beside] = [new Xoshiro128(9), new Xoshiro128(9)];
  for (let i = 0; i < 50; i++) {
    const [high, low] = [BigInt(beside.next() >>> 5), BigInt(beside.next() >>> 6)];
    assertEquals(drawing.uniform(), Number((high << 26n) | low) / 2 ** 53);
  }
  const values = [..."abcdefg"];
  const expected = [...values];
  drawing.shuffle(values);
  for (let i = 6; i > 0; i--) {
    const j = beside.below(i + 1);
    [expected[i], expected[j]] = [expected[j]!, expected[i]!];
  }
  assertEquals([values, drawing.state], [expected, beside.state]);
});

Deno.test("fill() gives what as many calls of uniform() give, and leaves the generator where they do", () => {
  const [once, one] = [new Xoshiro128(11), new Xoshiro128(11)];
  for (const length of [0, 1, 2, 99]) {
    const values = new Float64Array(length);
    once.fill(values);
    assertEquals([...values], Array.from({ length }, () => one.uniform()));
    assertEquals(once.state, one.state);
  }
});
