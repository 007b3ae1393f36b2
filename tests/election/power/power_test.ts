import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { banzhaf, coalitionCounts, coinTossChance, shapleyShubik } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/04_power.py with Python's integers and fractions. */
interface Game {
  quota: number;
  sum_swings: string;
  tie_269_coalitions: string;
  p_tie_iid: number;
  players: Record<
    string,
    { ev: number; swings: string; banzhaf_abs: number; banzhaf_norm: number; shapley: number }
  >;
}
const { games } = golden<{ games: Record<string, Game> }>("ec_power_indices.json");

for (const [years, game] of Object.entries(games)) {
  const weights = Object.fromEntries(
    Object.entries(game.players).map(([state, { ev }]) => [state, ev]),
  );
  Deno.test(`banzhaf() counts the swings of ${years} exactly`, () => {
    const power = banzhaf(weights, game.quota);
    for (const [state, expected] of Object.entries(game.players)) {
      const found = power[state]!;
      assertEquals(found.swings, BigInt(expected.swings), state);
      assertAlmostEquals(found.absolute, expected.banzhaf_abs, 1e-15);
      assertAlmostEquals(found.normalized, expected.banzhaf_norm, 1e-15);
    }
    const swings = Object.values(power).reduce((sum, { swings }) => sum + swings, 0n);
    assertEquals(swings, BigInt(game.sum_swings));
  });

  Deno.test(`shapleyShubik() gives the pivots of ${years} exactly`, () => {
    const power = shapleyShubik(weights, game.quota);
    for (const [state, expected] of Object.entries(game.players)) {
      assertAlmostEquals(power[state]!.value, expected.shapley, 1e-15, state);
    }
  });

  Deno.test(`coinTossChance() gives the chance of a tie in ${years}`, () => {
    assertEquals(coalitionCounts(weights)[269], BigInt(game.tie_269_coalitions));
    assertAlmostEquals(coinTossChance(weights, 269), game.p_tie_iid, 1e-15);
  });
}

const someGame = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }).chain(
  (weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: Math.floor(total / 2) + 1, max: total }),
    });
  },
);
const named = (weights: readonly number[]) =>
  Object.fromEntries(weights.map((weight, i) => [`p${i}`, weight]));

Deno.test("power indices sum to one and grow with weight", () => {
  fc.assert(
    fc.property(someGame, ({ weights, quota }) => {
      const b = Object.values(banzhaf(named(weights), quota));
      const s = Object.values(shapleyShubik(named(weights), quota));
      assertAlmostEquals(b.reduce((sum, p) => sum + p.normalized, 0), 1, 1e-12);
      assertAlmostEquals(s.reduce((sum, p) => sum + p.value, 0), 1, 1e-12);
      assertEquals(
        s.reduce((sum, p) => sum + p.exact.numerator, 0n),
        s[0]!.exact.denominator,
      );
      weights.forEach((weight, i) =>
        weights.forEach((other, j) => {
          if (weight > other) assert(b[i]!.swings >= b[j]!.swings && s[i]!.value >= s[j]!.value);
        })
      );
    }),
    { seed: 51 },
  );
});

Deno.test("power indices agree with counting every coalition and every order", () => {
  fc.assert(
    fc.property(someGame, ({ weights, quota }) => {
      const swings = weights.map(() => 0n);
      for (let coalition = 0; coalition < 2 ** weights.length; coalition++) {
        const sum = weights.reduce((s, w, i) => s + (coalition >> i & 1 ? w : 0), 0);
        weights.forEach((w, i) => {
          if (!(coalition >> i & 1) && sum < quota && sum + w >= quota) swings[i] = swings[i]! + 1n;
        });
      }
      assertEquals(Object.values(banzhaf(named(weights), quota)).map((p) => p.swings), swings);

      const pivots = weights.map(() => 0);
      let orders = 0;
      const order = (left: number[], sum: number): void => {
        if (left.length === 0) orders++;
        for (const i of left) {
          const rest = left.filter((j) => j !== i);
          // The player who completes the quota is pivotal in every order of the rest.
          const after = sum + weights[i]!;
          if (sum < quota && after >= quota) {
            pivots[i] = pivots[i]! + rest.reduce((product, _, k) => product * (k + 1), 1);
          }
          order(rest, after);
        }
      };
      order(weights.map((_, i) => i), 0);
      const values = Object.values(shapleyShubik(named(weights), quota)).map((p) => p.value);
      values.forEach((value, i) => assertAlmostEquals(value, pivots[i]! / orders, 1e-12));
    }),
    { seed: 1954, numRuns: 40 },
  );
});

Deno.test("power indices refuse weights and quotas that make no game", () => {
  assertThrows(() => banzhaf({}, 1), RangeError, "at least one weight");
  assertThrows(() => banzhaf({ a: 0 }, 1), RangeError, "weight of a");
  assertThrows(() => banzhaf({ a: 1, b: 1 }, 1), RangeError, "above half of 2");
  assertThrows(() => shapleyShubik({ a: 1, b: 1 }, 3), RangeError, "at most 2");
});
