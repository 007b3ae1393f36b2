/** Sums of random assignments beside the same draws taken one by one from the generator's words. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { Xoshiro128 } from "tallybook/stats";
import { exactSums, sampledSums } from "../../lib/stats/permutation_sums.ts";

const centered = (length: number): Float64Array => {
  const values = Float64Array.from({ length }, (_, i) => Math.sin(7 * i) * (1 + i % 5));
  const mean = values.reduce((a, b) => a + b, 0) / length;
  return values.map((value) => value - mean);
};

/** Picks from `left`: the high 16 bits of (16 random bits × left), or none where Lemire's rule rejects. */
function pick(bits: number, left: number): number | undefined {
  const product = BigInt(bits) * BigInt(left);
  return Number(product % 65536n) < 65536 % left ? undefined : Number(product / 65536n);
}

function sums(groups: readonly (readonly [number, number])[], draws: number, seed: number) {
  const random = new Xoshiro128(seed);
  const found = new Array<number>(draws).fill(0);
  for (const [length, treated] of groups) {
    const order = [...centered(length)];
    const smaller = Math.min(treated, length - treated);
    for (let draw = 0; draw < draws; draw++) {
      let [sum, taken] = [0, 0];
      while (taken < smaller) {
        const word = random.next();
        for (const bits of [word >>> 16, word & 0xffff]) {
          const at = taken < smaller ? pick(bits, length - taken) : undefined;
          if (at === undefined) continue;
          const value = order[taken + at]!;
          order[taken + at] = order[taken]!;
          order[taken] = value;
          sum += value;
          taken++;
        }
      }
      found[draw]! += smaller === treated ? sum : -sum;
    }
  }
  return { found, state: random.state };
}

const strataOf = (groups: readonly (readonly [number, number])[]) =>
  groups.map(([length, treated]) => ({ centered: centered(length), treated }));

Deno.test("sampledSums() picks with each word of the generator twice, and rejects what would favor some", () => {
  for (
    const groups of [
      [[5, 2]],
      [[9, 7], [4, 1]],
      [[30, 13], [2, 1], [50, 49]],
      // 65,536 % 65,000 rejects a pick in 120, 65,536 % 40,000 two in five.
      [[65_000, 40]],
      [[40_000, 39_970], [7, 3]],
      [[65_536, 3]],
    ] as const
  ) {
    const [drawing, draws] = [new Xoshiro128(11), 40];
    const drawn = sampledSums(strataOf(groups) as never, draws, drawing);
    const { found, state } = sums(groups, draws, 11);
    found.forEach((sum, i) => assertAlmostEquals(drawn[i]!, sum, 1e-9));
    assertEquals(drawing.state, state);
  }
});

Deno.test("sampledSums() of more units than 16 bits tell apart takes a word a pick", () => {
  const [length, treated] = [65_537, 4];
  const random = new Xoshiro128(5);
  const values = centered(length);
  const expected = Array.from({ length: 3 }, () => {
    let sum = 0;
    for (let i = 0; i < treated; i++) {
      const j = i + random.below(length - i);
      [values[i], values[j]] = [values[j]!, values[i]!];
      sum += values[i]!;
    }
    return sum;
  });
  for (const [size, sign] of [[treated, 1], [length - treated, -1]] as const) {
    const drawn = sampledSums(strataOf([[length, size]]) as never, 3, new Xoshiro128(5));
    expected.forEach((sum, i) => assertAlmostEquals(drawn[i]!, sign * sum, 1e-9));
  }
});

Deno.test("exactSums() has each assignment once: by bits of a number", () => {
  const groups = [[4, 2], [3, 1], [2, 2]] as const;
  let expected = [0];
  for (const [length, treated] of groups) {
    const values = centered(length);
    const own = Array.from(
      { length: 2 ** length },
      (_, mask) => [...values.keys()].filter((i) => mask >> i & 1),
    ).filter((rows) => rows.length === treated)
      .map((rows) => rows.reduce((sum, i) => sum + values[i]!, 0));
    expected = expected.flatMap((sum) => own.map((value) => sum + value));
  }
  const found = exactSums(strataOf(groups) as never);
  assertEquals(found.length, 6 * 3 * 1);
  const order = (some: Iterable<number>) => [...some].sort((a, b) => a - b);
  order(found).forEach((sum, i) => assertAlmostEquals(sum, order(expected)[i]!, 1e-12));
});
