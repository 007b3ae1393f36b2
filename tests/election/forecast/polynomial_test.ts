import { assertAlmostEquals, assertEquals } from "@std/assert";
import { convolved, mixed, product } from "../../../lib/election/forecast/polynomial.ts";
import { Xoshiro128 } from "../../../lib/stats/xoshiro128.ts";

const random = new Xoshiro128(27);
/** A distribution over 0 to `most` electors. */
const distribution = (most: number) => {
  const drawn = Float64Array.from({ length: most + 1 }, () => random.uniform());
  const all = drawn.reduce((sum, each) => sum + each, 0);
  return drawn.map((each) => each / all);
};

function assertSame(found: Float64Array, expected: readonly number[]): void {
  assertEquals(found.length, expected.length);
  expected.forEach((value, i) => assertAlmostEquals(found[i]!, value, 1e-14));
}

Deno.test("product() is the sum over all ways in which the units can go", () => {
  for (const electors of [[], [1], [0, 2], [3, 1, 4], [1, 1, 1, 1], [5, 0, 3, 2]]) {
    const units = electors.map((count) => [count, random.uniform()] as const);
    const expected = new Array(electors.reduce((sum, count) => sum + count, 0) + 1).fill(0);
    for (let way = 0; way < 2 ** units.length; way++) {
      let [won, chance] = [0, 1];
      units.forEach(([count, own], i) => {
        const wins = (way >> i & 1) === 1;
        if (wins) won += count;
        chance *= wins ? own : 1 - own;
      });
      expected[won] += chance;
    }
    assertSame(product(units), expected);
  }
});

Deno.test("convolved() is the sum over all pairs, for distributions of any length", () => {
  for (const most of [0, 1, 2, 5]) {
    for (const other of [0, 1, 2, 5]) {
      const [a, b] = [distribution(most), distribution(other)];
      const expected = new Array(most + other + 1).fill(0);
      a.forEach((one, i) => b.forEach((two, j) => expected[i + j] += one * two));
      assertSame(convolved(a, b), expected);
    }
  }
});

Deno.test("mixed() weighs the distributions from a number on, and no other", () => {
  const all = [0, 1, 2, 3].map(() => distribution(3));
  assertSame(mixed(all, 2, [1]), [...all[2]!]);
  assertSame(
    mixed(all, 1, [0.25, 0.75]),
    [0, 1, 2, 3].map((won) => 0.25 * all[1]![won]! + 0.75 * all[2]![won]!),
  );
});
